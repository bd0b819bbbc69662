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
 * A policy as one list of values, each under a name of its own and with who set it.
 *
 * @param values by name, in the order of the format
 * @param origins by name, of what somebody wrote
 */
record FlatPolicy(Map<String, Object> values, Map<String, Origin> origins) {

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
        requirement
                .levels()
                .forEach((stage, level) ->
                        put(id + PolicyShape.LEVELS.name() + "." + stage, level, own.get(PolicyShape.LEVELS.name())));
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
        policy.stages()
                .forEach(stage -> requirement
                        .settings(stage)
                        .values()
                        .forEach((name, value) -> put(
                                at(requirement.id(), stage, name),
                                value,
                                requirement.settings(stage).origins().get(name))));
    }

    private static Map<String, LocalDate> granted(Map<String, Grant> grants) {
        var until = new LinkedHashMap<String, LocalDate>();
        grants.forEach((service, grant) -> until.put(service, grant.until()));
        return until;
    }

    /** The name of a setting at a stage. */
    static String at(String requirement, String stage, String setting) {
        return requirement + "." + PolicyShape.STAGES.name() + "." + stage + "." + setting;
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
