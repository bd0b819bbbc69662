package io.github.genaigate.criterion;

import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Components;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Lookup;
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
import java.util.stream.Stream;

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

    /** Shapes in which no model is named. */
    private static final List<Shape<?>> SILENT =
            List.of(Shape.ISSUES, Shape.LINEAGE, Shape.OWNERSHIP, Shape.FIGURES, Shape.PRICES);

    /** Of all evidence together; what cannot be read may name any. */
    static List<Part> judge(Collection<String> evidence, List<DeclaredModel> declared, Facts facts) {
        return evidence.stream()
                .filter(name -> SILENT.stream().noneMatch(shape -> facts.holds(name, shape)))
                .map(name -> in(name, facts).orElse(NONE))
                .reduce(Lookup.found(NONE, Assurance.ATTESTED), (one, other) -> one.with(other, SeenModels::and))
                .judge(PART, seen -> List.of(seen.judge(declared)));
    }

    private static Lookup<SeenModels> in(String name, Facts facts) {
        if (facts.holds(name, Shape.COMPONENTS)) {
            return facts.evidence(name, Shape.COMPONENTS)
                    .map(components -> new SeenModels(new TreeSet<>(), components.models()));
        }
        var answering = facts.holds(name, Shape.SAMPLES)
                ? facts.evidence(name, Shape.SAMPLES).map(samples -> NONE)
                : facts.evidence(name, Shape.CASES)
                        .map(cases -> of(cases.cases().stream().flatMap(one -> Grading.ids(one, "model").stream())));
        return answering.map(seen -> seen.and(asked(name, facts)));
    }

    /** The models of which tokens are told; none where the evidence tells no tokens. */
    private static SeenModels asked(String name, Facts facts) {
        var models = new TreeSet<String>();
        facts.usage(name).map(usage -> models.addAll(usage.models().keySet()));
        return of(models.stream());
    }

    private static SeenModels of(Stream<String> ids) {
        var all = new TreeSet<String>();
        ids.filter(id -> !id.isBlank()).forEach(all::add);
        return new SeenModels(all, List.of());
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
                .filter(component -> declared.stream().noneMatch(model -> Bill.isNamed(model, component)))
                .forEach(component -> unknown.add(component.title()));
        int seen = ids.size() + listed.size();
        return outcome(unknown, seen)
                .observing(
                        Observation.of("seen", seen, "models"), Observation.of("undeclared", unknown.size(), "models"));
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
