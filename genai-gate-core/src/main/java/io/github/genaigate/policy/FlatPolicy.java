package io.github.genaigate.policy;

import io.github.genaigate.model.Grant;
import io.github.genaigate.model.Origin;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A policy, as it is on one day, as one list of values, each under a name of its own and with who set it.
 *
 * @param values by name, in the order of the format
 * @param origins by name, of what somebody wrote
 */
record FlatPolicy(Map<String, Object> values, Map<String, Origin> origins) {

    private static final String ADJUSTABLE = PolicyShape.ADJUSTABLE + ".";

    static FlatPolicy of(Policy policy) {
        var flat = new FlatPolicy(new LinkedHashMap<>(), new LinkedHashMap<>());
        flat.put(
                PolicyShape.STAGES.name(),
                policy.stages(),
                policy.rules().origins().get(PolicyShape.STAGES.name()));
        policy.requirements().values().forEach(requirement -> flat.put(requirement, policy));
        WrittenRules.of(policy.rules())
                .forEach((key, value) ->
                        flat.put(key, value, policy.rules().origins().get(key)));
        return flat;
    }

    private void put(Requirement requirement, Policy policy) {
        var id = requirement.id() + ".";
        var own = requirement.origins();
        put(id + PolicyShape.CRITERION.name(), requirement.criterion(), own.get(PolicyShape.CRITERION.name()));
        demands(id, requirement, policy);
        demands(id + ADJUSTABLE, requirement.least(), policy);
        requirement
                .effectiveFrom()
                .ifPresent(day ->
                        put(id + PolicyShape.EFFECTIVE_FROM.name(), day, own.get(PolicyShape.EFFECTIVE_FROM.name())));
        put(id + PolicyShape.WAIVABLE.name(), requirement.waivable(), own.get(PolicyShape.WAIVABLE.name()));
        var scope = requirement.scope();
        if (!scope.appliesWhen().isAlways()) {
            put(
                    id + PolicyShape.APPLIES_WHEN.name(),
                    scope.appliesWhen().written(),
                    own.get(PolicyShape.APPLIES_WHEN.name()));
        }
        if (!scope.grace().isEmpty()) {
            put(id + PolicyShape.GRACE.name(), granted(scope.grace()), own.get(PolicyShape.GRACE.name()));
        }
        scope.exemptions()
                .forEach((service, grant) ->
                        put(id + PolicyShape.EXEMPTIONS.name() + "." + service, grant.until(), grant.origin()));
    }

    /** What may change from day to day, and from layer to layer. */
    private void demands(String prefix, Requirement requirement, Policy policy) {
        var levels = PolicyShape.LEVELS.name();
        requirement
                .levels()
                .forEach((stage, level) -> put(
                        prefix + levels + "." + stage,
                        level,
                        requirement.origins().get(levels)));
        policy.stages()
                .forEach(stage -> requirement
                        .settings(stage)
                        .values()
                        .forEach((name, value) -> put(
                                prefix + PolicyShape.STAGES.name() + "." + stage + "." + name,
                                value,
                                requirement.settings(stage).origins().get(name))));
    }

    /** The name of the value itself, of a name that is for what may be made of it at the most. */
    static String unadjusted(String name) {
        return name.replace("." + ADJUSTABLE, ".");
    }

    private static Map<String, LocalDate> granted(Map<String, Grant> grants) {
        var until = new LinkedHashMap<String, LocalDate>();
        grants.forEach((service, grant) -> until.put(service, grant.until()));
        return until;
    }

    private void put(String name, Object value, @Nullable Origin origin) {
        values.put(name, value);
        if (origin != null) {
            origins.put(name, origin);
        }
    }

    Optional<Object> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Optional<Origin> origin(String name) {
        return Optional.ofNullable(origins.get(name));
    }

    boolean sameAs(FlatPolicy other, String name) {
        return Objects.equals(values.get(name), other.values.get(name));
    }
}
