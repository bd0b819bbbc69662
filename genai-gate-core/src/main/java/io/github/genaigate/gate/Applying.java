package io.github.genaigate.gate;

import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Attribute;
import io.github.genaigate.model.Attributes;
import io.github.genaigate.model.Judgement;
import io.github.genaigate.model.Origin;
import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Service;
import io.github.genaigate.policy.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Decides whether a requirement applies to a service. What the service does not state is taken to match. */
record Applying(Requirement requirement, Service service) {

    boolean applies() {
        return requirement.scope().appliesWhen().appliesTo(service.attributes());
    }

    /** What the criterion finds where it applies, with what the service would have to state. */
    Judgement judge(Supplier<Judgement> criterion) {
        if (!applies()) {
            return new Judgement(List.of(beside()));
        }
        var unstated = requirement.scope().appliesWhen().unstated(service.attributes());
        if (unstated.isEmpty()) {
            return criterion.get();
        }
        var parts = new ArrayList<>(criterion.get().parts());
        unstated.forEach(attribute -> parts.add(missing(attribute)));
        return new Judgement(parts);
    }

    private Part missing(Attribute attribute) {
        return Part.unproven(
                        "service." + attribute.key(),
                        Reason.MISSING,
                        "Whether it applies depends on service." + attribute.key()
                                + ", which nobody states, so it is taken to apply" + origin(),
                        "State service." + attribute.key() + " in the manifest, one of "
                                + String.join(", ", attribute.words()))
                .assured(Assurance.DECLARED)
                .at(places());
    }

    private Part beside() {
        var conditions = requirement.scope().appliesWhen();
        var attributes = service.attributes();
        var stated = conditions.failing(attributes).stream()
                .map(attribute -> "service." + attribute.key() + " is "
                        + attributes.word(attribute).orElse("not stated"))
                .collect(Collectors.joining(", "));
        var demanded = conditions.conditions().stream().map(Object::toString).collect(Collectors.joining(" or "));
        return new Part(
                        "service",
                        Outcome.NOT_APPLICABLE,
                        Optional.empty(),
                        "It does not apply: " + stated + ", and it is demanded of " + demanded + origin(),
                        Optional.empty(),
                        Assurance.DECLARED,
                        List.of(),
                        List.of())
                .at(conditions.failing(attributes).stream()
                        .flatMap(attribute -> attributes.origin(attribute).stream())
                        .map(Origin::place)
                        .toArray(Place[]::new))
                .at(places());
    }

    private Optional<Origin> setBy() {
        return Optional.ofNullable(requirement.origins().get("appliesWhen"));
    }

    private String origin() {
        return setBy().map(origin -> " by " + origin).orElse("");
    }

    private Place[] places() {
        return setBy().map(Origin::place).stream().toArray(Place[]::new);
    }

    /** What the organisation states of the service joined to what the manifest does. */
    static Service raised(Service service, Attributes organisation) {
        return new Service(
                service.name(),
                service.summary(),
                service.stage(),
                service.content(),
                service.attributes().and(organisation));
    }
}
