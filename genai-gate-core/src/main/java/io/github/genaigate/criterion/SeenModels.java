package io.github.genaigate.criterion;

import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Cases;
import io.github.genaigate.model.Components;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Measurement;
import io.github.genaigate.model.Observation;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The models that evidence names: those that answered, and those that a bill of materials lists. A judge of an evaluation is
 * no part of the service.
 *
 * @param ids by which the answering models are named
 * @param listed in bills of materials
 */
record SeenModels(SortedSet<String> ids, List<Components.Component> listed) {

    private static final String PART = "undeclared models";

    private static final SeenModels NONE = new SeenModels(new TreeSet<>(), List.of());

    /** Shapes in which models are named. */
    private static final List<Shape<?>> TELLING = List.of(Shape.CASES, Shape.SAMPLES, Shape.COMPONENTS);

    /** Of all evidence together; what cannot be read may name any. */
    static List<Part> judge(Collection<String> evidence, List<DeclaredModel> declared, Facts facts) {
        return evidence.stream()
                .filter(name -> !isSilent(name, facts))
                .map(name -> in(name, facts).orElse(NONE))
                .reduce(Lookup.found(NONE, Assurance.ATTESTED), (one, other) -> one.with(other, SeenModels::and))
                .judge(PART, seen -> List.of(seen.judge(declared)));
    }

    private static boolean isSilent(String name, Facts facts) {
        return Shape.ALL.stream().anyMatch(shape -> !TELLING.contains(shape) && facts.holds(name, shape));
    }

    private static Lookup<SeenModels> in(String name, Facts facts) {
        return facts.evidence(
                        name,
                        TELLING.stream()
                                .filter(shape -> facts.holds(name, shape))
                                .findFirst()
                                .orElse(Shape.CASES))
                .map(SeenModels::in);
    }

    /** Those that answered the cases, those of which tokens are told, and those that are listed. */
    private static SeenModels in(Measurement measurement) {
        var ids = new TreeSet<String>();
        measurement.usage().ifPresent(usage -> ids.addAll(usage.models().keySet()));
        if (measurement instanceof Cases all) {
            all.cases().forEach(one -> ids.addAll(Grading.ids(one, "model")));
        }
        ids.removeIf(String::isBlank);
        return new SeenModels(ids, measurement instanceof Components bill ? bill.models() : List.of());
    }

    private SeenModels and(SeenModels other) {
        var all = new TreeSet<>(ids);
        all.addAll(other.ids);
        var both = new ArrayList<>(listed);
        both.addAll(other.listed);
        return new SeenModels(all, both);
    }

    private Part judge(List<DeclaredModel> declared) {
        Set<String> known = new HashSet<>();
        declared.forEach(model -> known.addAll(model.ids()));
        var unknown = new TreeSet<String>();
        ids.stream().filter(id -> !known.contains(id)).forEach(unknown::add);
        listed.stream()
                .filter(component -> declared.stream().noneMatch(model -> Bill.isDeclared(model, component)))
                .forEach(component -> unknown.add(titled(component)));
        int seen = ids.size() + listed.size();
        return outcome(unknown, seen)
                .observing(
                        Observation.of("seen", seen, "models"), Observation.of("undeclared", unknown.size(), "models"));
    }

    private static String titled(Components.Component component) {
        return component.title()
                + (component.versions().isEmpty() ? "" : " in version " + Words.few(component.versions()));
    }

    private static Part outcome(SortedSet<String> unknown, int seen) {
        if (seen == 0) {
            return Part.unproven(
                    PART,
                    Reason.MISSING,
                    "Undeclared models: no evidence names the model that answers",
                    "Name evidence that does, such as an evaluation or traces of requests to the model");
        }
        return unknown.isEmpty()
                ? Part.met(PART, "Undeclared models: none among the " + Words.count(seen, "model") + " in the evidence")
                : Part.notMet(
                        PART,
                        Reason.UNDECLARED,
                        "Undeclared models: " + Words.count(unknown.size()) + " of " + Words.count(seen, "model")
                                + " in the evidence: " + Words.few(unknown),
                        "Declare " + (unknown.size() == 1 ? "it" : "them")
                                + " under models, or add the ids to the aliases of a model");
    }
}
