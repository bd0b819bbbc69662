package io.github.genaigate.policy;

import io.github.genaigate.input.Converter;
import io.github.genaigate.input.Node;
import io.github.genaigate.input.Text;
import io.github.genaigate.model.About;
import io.github.genaigate.model.Attribute;
import io.github.genaigate.model.Catalogue;
import io.github.genaigate.model.CommonSettings;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Level;
import io.github.genaigate.model.Names;
import io.github.genaigate.model.Origin;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Rationale;
import io.github.genaigate.model.Setting;
import io.github.genaigate.model.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one layer writes, held against what it inherits: a requirement's criterion, and so its settings, may come from
 * above.
 */
final class Layer {

    /** Criteria that do not come with the gate, and what brings them. */
    private static final Map<String, String> OPTIONAL = Map.of("expression", "io.github.genaigate:genai-gate-cel");

    private final Catalogue catalogue;
    private final Converter converter;
    private final Optional<Policy> inherited;
    private final String origin;
    private final List<String> stages;

    /**
     * A layer.
     *
     * @param origin how the layer is called in origins
     * @param stages the ladder in force
     */
    Layer(Catalogue catalogue, Converter converter, Optional<Policy> inherited, String origin, List<String> stages) {
        this.catalogue = catalogue;
        this.converter = converter;
        this.inherited = inherited;
        this.origin = origin;
        this.stages = stages;
    }

    /** The requirements that the layer writes, what they inherit not yet joined to them. */
    SortedMap<String, Requirement> requirements(Node node) {
        var all = new TreeMap<String, Requirement>();
        if (!(node instanceof Node.Members members)) {
            converter.problem(node.place(), "requirements is " + node.description(), "Write a map from ids to demands");
            return all;
        }
        for (Node.Member member : members.members()) {
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
        var entry = converter.entry(member.name(), member.value(), PolicyShape.requirement(about.get()));
        return entry.map(written -> requirement(member, about.get(), written, above));
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
        var settings = settings(about, written, above.isEmpty() ? Optional.of(member.place()) : Optional.empty());
        var requirement = new Requirement(
                member.name(),
                about.id(),
                levels(written),
                written.find(PolicyShape.EFFECTIVE_FROM).or(() -> above.flatMap(Requirement::effectiveFrom)),
                written.find(PolicyShape.WAIVABLE).orElse(true),
                scope(member.name(), written, above),
                new Rationale(
                        written.find(PolicyShape.WHY).orElse(List.of()),
                        new TreeMap<>(written.find(PolicyShape.REFERENCES).orElse(Map.of()))),
                settings,
                stages(about, member, written, settings, above),
                origins);
        above.ifPresent(inheritedOne -> new Loosening(converter)
                .check(
                        about,
                        inheritedOne,
                        requirement,
                        written.find(PolicyShape.LEVELS).orElse(Map.of())));
        return requirement;
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

    /** @param fallbacks where values that no layer writes are said to come from; empty when a layer above has them */
    private Settings settings(About about, Entry written, Optional<Place> fallbacks) {
        var values = new LinkedHashMap<String, Object>();
        var origins = new LinkedHashMap<String, Origin>();
        for (Setting<?> setting : CommonSettings.and(about.settings())) {
            normal(setting, written).ifPresent(value -> {
                values.put(setting.name(), value);
                origins.put(setting.name(), new Origin(this.origin, written.placeOf(setting.field())));
            });
            fallbacks.ifPresent(place -> setting.fallback().ifPresent(value -> {
                values.putIfAbsent(setting.name(), value);
                origins.putIfAbsent(setting.name(), new Origin(this.origin, place));
            }));
        }
        return new Settings(values, origins);
    }

    /** Carried forward, as levels are: what is demanded at a stage is demanded at every later one. */
    private Map<String, Settings> stages(
            About about, Node.Member member, Entry written, Settings always, Optional<Requirement> above) {
        var named = written.find(PolicyShape.stages(about));
        if (named.isEmpty()) {
            return Map.of();
        }
        checkStages("stages", named.get().keySet(), written.placeOf(PolicyShape.stages(about)));
        var loosening = new Loosening(converter);
        var problems = new ArrayList<Problem>();
        var all = new LinkedHashMap<String, Settings>();
        Settings held = always;
        for (String stage : stages) {
            Entry entry = named.get().get(stage);
            if (entry != null) {
                var here = settings(about, entry, Optional.empty());
                var name = member.name() + ".stages." + stage;
                above.ifPresent(inherited -> loosening.check(about, name, inherited.settings(stage), here));
                loosening.check(about, name, held, here);
                held = new Join(catalogue, problems).settings(about, name, held, here, entry.place());
            }
            all.put(stage, held);
        }
        problems.forEach(problem -> converter.problem(problem.place(), problem.what(), problem.mend()));
        return all;
    }

    private static <T> Optional<T> normal(Setting<T> setting, Entry written) {
        return written.find(setting.field()).map(setting.strictness()::normal);
    }

    private void mark(Map<String, Origin> origins, Entry written, Field<?> field) {
        if (written.find(field).isPresent()) {
            origins.put(field.name(), new Origin(origin, written.placeOf(field)));
        }
    }

    /** Carried forward: a stage that is not named takes the nearest earlier level, and none is weaker than before it. */
    private Map<String, Level> levels(Entry written) {
        var named = written.find(PolicyShape.LEVELS);
        if (named.isEmpty()) {
            return Map.of();
        }
        Place place = written.placeOf(PolicyShape.LEVELS);
        checkStages("levels", named.get().keySet(), place);
        var all = new LinkedHashMap<String, Level>();
        Level level = Level.OFF;
        for (String stage : stages) {
            Level here = named.get().getOrDefault(stage, level);
            level = here.compareTo(level) > 0 ? here : level;
            all.put(stage, level);
        }
        return all;
    }

    private void checkStages(String key, Set<String> named, Place place) {
        named.stream()
                .filter(stage -> !stages.contains(stage))
                .forEach(stage -> converter.problem(
                        place,
                        key + " names the stage " + Text.quoted(stage) + ", which is not on the ladder",
                        Names.nearest(stage, stages)
                                .map(name -> "Did you mean " + name + "?")
                                .orElse("Known are " + String.join(", ", stages))));
    }
}
