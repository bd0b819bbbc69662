package io.github.genaigate.policy;

import io.github.genaigate.input.Text;
import io.github.genaigate.input.YamlScalar;
import io.github.genaigate.model.Decision.LayerIdentity;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Grant;
import io.github.genaigate.model.Origin;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A policy with all its layers as one document without layers, which says behind each value who set it. */
public final class EffectivePolicy {

    private static final String BEHIND = "    # ";

    final List<String> lines = new ArrayList<>();

    EffectivePolicy() {}

    /** The document in YAML. It loads as a policy that demands and grants the same, but for the keys of the signers. */
    public static List<String> lines(Policy policy) {
        var document = new EffectivePolicy();
        document.head(policy);
        document.requirements(policy);
        document.rules(policy.rules());
        document.exemptions(policy);
        return List.copyOf(document.lines);
    }

    private void head(Policy policy) {
        lines.add(
                "# What holds when all layers are merged. Behind each value stands who set it: the last layer that made it"
                        + " stricter.");
        for (LayerIdentity layer : policy.layers()) {
            lines.add("# Layer " + Text.shortened(layer.name()) + " " + Text.shortened(layer.version()) + ": "
                    + Text.shortened(layer.source()) + ", sha256 " + layer.sha256());
        }
        lines.add("# Together they have the digest " + policy.identity().digest());
        lines.add(line("", PolicyShape.API_VERSION.name()) + " genai-gate/v1");
        lines.add(line("", PolicyShape.KIND.name()) + " " + PolicyShape.POLICY);
        lines.add(line("", PolicyShape.NAME.name()) + " " + text(policy.name()));
        lines.add(line("", PolicyShape.VERSION.name()) + " " + text(policy.version()));
        value(
                "",
                PolicyShape.STAGES.name(),
                policy.stages(),
                policy.rules().origins().get(PolicyShape.STAGES.name()));
    }

    private void requirements(Policy policy) {
        lines.add("");
        lines.add(PolicyShape.REQUIREMENTS + ":" + (policy.requirements().isEmpty() ? " {}" : ""));
        policy.requirements().values().forEach(requirement -> requirement(requirement, policy.stages()));
    }

    private void requirement(Requirement requirement, List<String> ladder) {
        lines.add(line("  ", requirement.id()));
        var own = new LinkedHashMap<String, Object>();
        own.put(PolicyShape.CRITERION.name(), requirement.criterion());
        own.put(PolicyShape.LEVELS.name(), requirement.levels());
        requirement.effectiveFrom().ifPresent(day -> own.put(PolicyShape.EFFECTIVE_FROM.name(), day));
        own.put(PolicyShape.WAIVABLE.name(), requirement.waivable());
        if (!requirement.scope().appliesWhen().isAlways()) {
            own.put(
                    PolicyShape.APPLIES_WHEN.name(),
                    requirement.scope().appliesWhen().written());
        }
        if (!requirement.scope().grace().isEmpty()) {
            own.put(PolicyShape.GRACE.name(), grace(requirement.scope().grace()));
        }
        var why = requirement.rationale().why();
        if (!why.isEmpty()) {
            own.put(PolicyShape.WHY.name(), why.size() == 1 ? why.get(0) : why);
        }
        if (!requirement.rationale().references().isEmpty()) {
            own.put(PolicyShape.REFERENCES.name(), requirement.rationale().references());
        }
        own.forEach((name, value) ->
                value("    ", name, value, requirement.origins().get(name)));
        new EffectiveDemands(requirement, ladder, this).all();
    }

    private void rules(Policy.Rules rules) {
        lines.add("");
        if (!rules.roles().isEmpty()) {
            lines.add(PolicyShape.ROLES.name() + ":");
        }
        WrittenRules.of(rules).forEach((key, value) -> {
            var origin = rules.origins().get(key);
            if (key.startsWith(WrittenRules.ROLES)) {
                value("  ", key.substring(WrittenRules.ROLES.length()), value, origin);
            } else if (key.equals(PolicyShape.ALLOWED_SIGNERS.name())) {
                // Only its digest is known here, and the format wants a file.
                lines.add("# " + key + ": the file with the SHA-256 " + value + comment(origin));
            } else {
                value("", key, value, origin);
            }
        });
    }

    /** One day for all: joining grace keeps the earlier one. */
    private static Map<String, Object> grace(SortedMap<String, Grant> grace) {
        var written = new LinkedHashMap<String, Object>();
        written.put(PolicyShape.GRACE_SERVICES.name(), List.copyOf(grace.keySet()));
        grace.values().stream().findFirst().ifPresent(grant -> written.put(PolicyShape.UNTIL.name(), grant.until()));
        return written;
    }

    private void exemptions(Policy policy) {
        var first = lines.size();
        policy.requirements()
                .forEach((id, requirement) -> requirement.scope().exemptions().forEach((service, grant) -> {
                    var entry = new LinkedHashMap<String, Object>();
                    entry.put(PolicyShape.SERVICE.name(), service);
                    entry.put(PolicyShape.EXEMPTED.name(), id);
                    entry.put(PolicyShape.REASON.name(), grant.reason().orElse(""));
                    entry.put(PolicyShape.UNTIL.name(), grant.until());
                    lines.add("  - " + text(entry) + comment(grant.origin()));
                }));
        if (lines.size() > first) {
            lines.add(first, line("", PolicyShape.EXEMPTIONS.name()));
        }
    }

    /** On one line; but a list of entries takes a line for each. */
    void value(String indent, String key, Object value, @Nullable Origin origin) {
        if (value instanceof List<?> all && all.stream().allMatch(Entry.class::isInstance)) {
            lines.add(line(indent, key) + comment(origin));
            all.stream()
                    .map(Entry.class::cast)
                    .forEach(entry -> lines.add(indent + "  - " + text(entry) + BEHIND + lines(entry)));
        } else {
            lines.add(line(indent, key) + " " + text(value) + comment(origin));
        }
    }

    static String line(String indent, String key) {
        return indent + YamlScalar.of(key) + ":";
    }

    private static String text(Object value) {
        return Values.text(value, YamlScalar::of);
    }

    private static String comment(@Nullable Origin origin) {
        return BEHIND
                + (origin == null ? "by default" : Text.shortened(origin.layer()) + " (" + shown(origin.place()) + ")");
    }

    /** The lines of its fields, which layers that were merged by name wrote one by one. */
    private static String lines(Entry entry) {
        return entry.places().values().stream()
                .map(place -> new Place(place.file(), place.line(), 0))
                .sorted()
                .distinct()
                .map(EffectivePolicy::shown)
                .collect(Collectors.joining(", "));
    }

    /** Whatever a file is called, a comment ends where its line does. */
    private static String shown(Place place) {
        return new Place(Text.shortened(place.file()), place.line(), place.column()).toString();
    }
}
