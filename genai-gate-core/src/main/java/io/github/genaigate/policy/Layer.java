package io.github.genaigate.policy;

import io.github.genaigate.input.Converter;
import io.github.genaigate.input.Node;
import io.github.genaigate.input.Text;
import io.github.genaigate.model.About;
import io.github.genaigate.model.Attribute;
import io.github.genaigate.model.Catalogue;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Names;
import io.github.genaigate.model.Origin;
import io.github.genaigate.model.Rationale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What one layer writes, held against what it inherits: a requirement's criterion, and so its settings, may come from
 * above.
 */
final class Layer {

    /** Criteria that do not come with the gate, and what brings them. */
    private static final Map<String, String> OPTIONAL = Map.of("expression", "io.github.genaigate:genai-gate-cel");

    /** Two ids that differ look different, in every report. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private final Catalogue catalogue;
    private final RequirementShape.Known shapes;
    private final Converter converter;
    private final Optional<Policy> inherited;
    private final String origin;
    private final DemandsReader reader;

    /**
     * A layer.
     *
     * @param origin how the layer is called in origins
     * @param stages the ladder in force
     */
    Layer(
            Catalogue catalogue,
            RequirementShape.Known shapes,
            Converter converter,
            Optional<Policy> inherited,
            String origin,
            List<String> stages) {
        this.catalogue = catalogue;
        this.shapes = shapes;
        this.converter = converter;
        this.inherited = inherited;
        this.origin = origin;
        this.reader = new DemandsReader(catalogue, shapes, converter, origin, stages);
    }

    /** The requirements that the layer writes, what they inherit not yet joined to them. */
    SortedMap<String, Requirement> requirements(Node node) {
        var all = new TreeMap<String, Requirement>();
        if (!(node instanceof Node.Members members)) {
            converter.problem(node.place(), "requirements is " + node.description(), "Write a map from ids to demands");
            return all;
        }
        for (Node.Member member : members.members()) {
            if (!ID.matcher(member.name()).matches()) {
                converter.problem(
                        member.place(),
                        "The id of a requirement is " + Text.quoted(member.name()),
                        "Write letters, digits, points, underscores and hyphens, the first of them a letter or a digit");
                continue;
            }
            requirement(member).ifPresent(requirement -> all.put(requirement.id(), requirement));
        }
        return all;
    }

    private Optional<Requirement> requirement(Node.Member member) {
        var above = inherited.flatMap(
                policy -> Optional.ofNullable(policy.requirements().get(member.name())));
        var about = criterion(member, above);
        if (about.isEmpty()) {
            return Optional.empty();
        }
        var entry = converter.entry(
                member.name(), member.value(), shapes.of(about.get()).fields());
        return entry.map(written -> {
            var value = requirement(member, about.get(), written, above);
            var freedoms = new Freedoms(about.get(), shapes.of(about.get()), converter);
            var loosest = freedoms.loosest(written);
            if (loosest.equals(written)) {
                return value;
            }
            freedoms.check(written, value, above);
            return value.with(Optional.of(requirement(member, about.get(), loosest, above)));
        });
    }

    private Optional<About> criterion(Node.Member member, Optional<Requirement> above) {
        Optional<Node> written = member.value() instanceof Node.Members members
                ? members.get(PolicyShape.CRITERION.name())
                : Optional.empty();
        var id = written.flatMap(
                        node -> node instanceof Node.Scalar scalar ? Optional.of(scalar.text()) : Optional.empty())
                .or(() -> above.map(Requirement::criterion))
                .orElse(member.name());
        var about = catalogue.criterion(id);
        if (about.isEmpty()) {
            var known = catalogue.criteria().keySet();
            converter.problem(
                    written.map(Node::place).orElse(member.place()),
                    written.isPresent()
                            ? "There is no criterion " + Text.quoted(id)
                            : "The requirement " + Text.quoted(id) + " names no criterion, and its id is none",
                    Optional.ofNullable(OPTIONAL.get(id))
                            .map(dependency ->
                                    "Add " + dependency + ", in the version of the gate, to the dependencies of"
                                            + " genai-gate-maven-plugin")
                            .or(() -> Names.nearest(id, known).map(name -> "Did you mean " + name + "?"))
                            .orElse("Add criterion, one of " + String.join(", ", known)));
        }
        return about;
    }

    private Requirement requirement(Node.Member member, About about, Entry written, Optional<Requirement> above) {
        var origins = new LinkedHashMap<String, Origin>();
        origins.put("criterion", new Origin(origin, member.place()));
        mark(origins, written, PolicyShape.LEVELS);
        mark(origins, written, PolicyShape.EFFECTIVE_FROM);
        mark(origins, written, PolicyShape.WAIVABLE);
        mark(origins, written, PolicyShape.APPLIES_WHEN);
        mark(origins, written, PolicyShape.GRACE);
        mark(origins, written, PolicyShape.WHY);
        mark(origins, written, PolicyShape.REFERENCES);
        var settings =
                reader.settings(about, written, above.isEmpty() ? Optional.of(member.place()) : Optional.empty());
        var requirement = new Requirement(
                member.name(),
                about.id(),
                reader.levels(written),
                written.find(PolicyShape.EFFECTIVE_FROM).or(() -> above.flatMap(Requirement::effectiveFrom)),
                written.find(PolicyShape.WAIVABLE).orElse(true),
                scope(member.name(), written, above),
                new Rationale(
                        written.find(PolicyShape.WHY).orElse(List.of()),
                        new TreeMap<>(written.find(PolicyShape.REFERENCES).orElse(Map.of()))),
                settings,
                reader.stages(about, member.name(), written, settings, above),
                origins);
        above.ifPresent(inheritedOne -> new Loosening(converter)
                .check(
                        about,
                        member.name(),
                        inheritedOne.least(),
                        requirement,
                        written.find(PolicyShape.LEVELS).orElse(Map.of())));
        return requirement.with(reader.changes(about, written, requirement, above));
    }

    private Scope scope(String id, Entry written, Optional<Requirement> above) {
        var conditions = written.find(PolicyShape.APPLIES_WHEN);
        conditions.ifPresent(all -> all.forEach(this::checkCondition));
        var applicability = conditions
                .map(all -> new Applicability(all.stream().map(Condition::of).toList()))
                .or(() -> above.map(inheritedOne -> inheritedOne.scope().appliesWhen()))
                .orElse(Applicability.always());
        return new Scope(
                applicability,
                false,
                new Grants(converter, inherited, origin).grace(id, written),
                above.map(inheritedOne -> inheritedOne.scope().exemptions()).orElse(new TreeMap<>()));
    }

    /** Whoever states more must not escape. */
    private void checkCondition(Entry entry) {
        for (Attribute attribute : Attribute.values()) {
            var field = PolicyShape.condition(attribute);
            entry.find(field).ifPresent(words -> {
                var least = Condition.least(attribute, words);
                var left = new ArrayList<>(attribute.from(least));
                left.removeAll(words);
                if (!left.isEmpty()) {
                    converter.problem(
                            entry.placeOf(field),
                            "appliesWhen names the " + attribute.key() + " " + least + " and not "
                                    + String.join(", ", left) + ": a service that states more would escape",
                            "Write " + attribute.key() + ": [" + String.join(", ", attribute.from(least)) + "]");
                }
            });
        }
    }

    private void mark(Map<String, Origin> origins, Entry written, Field<?> field) {
        if (written.find(field).isPresent()) {
            origins.put(field.name(), new Origin(origin, written.placeOf(field)));
        }
    }
}
