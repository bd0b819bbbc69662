package io.github.genaigate.criterion;

import io.github.genaigate.model.Components;
import io.github.genaigate.model.Components.Component;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Reason;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A bill of materials, held against what is declared.
 *
 * @param name of the evidence
 */
record Bill(String name, Components components) {

    /** Whether the bill lists the model as it is declared. */
    Part judge(DeclaredModel model) {
        return outcome(model).at(model.place());
    }

    private Part outcome(DeclaredModel model) {
        var part = "bill of materials for " + model.title();
        var named = components.models().stream()
                .filter(component -> isNamed(model, component))
                .toList();
        if (named.isEmpty()) {
            var known = new TreeSet<String>();
            components.models().forEach(component -> known.addAll(component.names()));
            return Part.unproven(
                    part,
                    Reason.MISSING,
                    model.subject() + "the bill of materials " + name + " does not list "
                            + Words.brief(model.id().text())
                            + (known.isEmpty() ? "" : "; it lists " + Words.few(known)),
                    Words.meant(
                            model.id().name(),
                            known,
                            "Let the generator list it, or add the name that it uses to the aliases of the model"));
        }
        var version = model.id().version();
        var alike =
                named.stream().filter(component -> isDeclared(model, component)).toList();
        if (alike.isEmpty()) {
            return differs(
                    part,
                    model,
                    "version",
                    version.orElse(model.id().text()),
                    all(named, component -> component.versions().stream()));
        }
        var digests = all(alike, component -> component.digest().stream());
        if (model.digest().isPresent()
                && !digests.isEmpty()
                && !digests.equals(Set.of(model.digest().get()))) {
            return differs(part, model, "digest", model.digest().get(), digests);
        }
        var licences = alone(all(alike, component -> component.licences().stream()));
        var declared = model.licence().map(licence -> alone(Set.of(licence)));
        if (declared.isPresent() && !licences.isEmpty() && !licences.equals(declared.get())) {
            return differs(part, model, "licence", model.licence().orElseThrow(), licences);
        }
        return licences.isEmpty() || declared.isEmpty()
                ? Part.unproven(
                        part,
                        Reason.INCOMPLETE,
                        model.subject()
                                + (licences.isEmpty()
                                        ? "the bill of materials " + name + " does not tell its licence"
                                        : "the manifest does not declare its licence, the bill of materials " + name
                                                + " says " + Words.few(licences)),
                        licences.isEmpty() ? "Let the generator tell the licence" : "Add licence to the model")
                : Part.met(
                        part,
                        model.subject() + "the bill of materials " + name + " lists it with the same "
                                + (version.isEmpty() ? "" : "version, ")
                                + (model.digest().isEmpty() || digests.isEmpty() ? "" : "digest, ")
                                + "name and licence");
    }

    /** Whether a component is what the manifest calls a model, in whatever version. */
    private static boolean isNamed(DeclaredModel model, Component component) {
        return model.ids().stream().map(ModelId::new).anyMatch(id -> isNamed(id, component));
    }

    /** Whether a component is what the manifest calls a model, in the version that the manifest gives. */
    static boolean isDeclared(DeclaredModel model, Component component) {
        return model.ids().stream()
                .map(ModelId::new)
                .anyMatch(id -> isNamed(id, component)
                        && id.version()
                                .filter(version -> !component.versions().contains(version)
                                        && !component.digest().equals(Optional.of(version)))
                                .isEmpty());
    }

    private static boolean isNamed(ModelId id, Component component) {
        return component.names().contains(id.name())
                || component.names().stream()
                        .anyMatch(name -> component.versions().stream()
                                .anyMatch(version -> id.text().equals(name + "-" + version)));
    }

    /** Licences that all hold, each alone. */
    private static Set<String> alone(Set<String> licences) {
        var each = new TreeSet<String>();
        licences.forEach(licence -> each.addAll(List.of(licence.split(" AND "))));
        return each;
    }

    private Part differs(String part, DeclaredModel model, String what, String declared, Set<String> listed) {
        return Part.notMet(
                part,
                Reason.INVALID,
                model.subject() + "the manifest says " + what + " " + Words.brief(declared)
                        + ", the bill of materials " + name + " says "
                        + (listed.isEmpty() ? "none" : Words.few(listed)),
                "Correct the manifest, or make the bill of materials anew");
    }

    private static SortedSet<String> all(List<Component> components, Function<Component, Stream<String>> told) {
        return components.stream().flatMap(told).collect(Collectors.toCollection(TreeSet::new));
    }
}
