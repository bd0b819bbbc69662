package io.github.genaigate.model;

import java.util.List;

/**
 * What a criterion found for one requirement. The outcome is that of the worst part; no part proves nothing.
 *
 * @param parts in the order in which they are told
 */
public record Judgement(List<Part> parts) {
    public Judgement {
        parts = parts.isEmpty()
                ? List.of(Part.unproven(
                                "nothing",
                                Reason.MISSING,
                                "There was nothing to judge",
                                "Declare in the manifest what this requirement is about")
                        .assured(Assurance.DECLARED))
                : List.copyOf(parts);
    }

    public Outcome outcome() {
        return parts.stream().map(Part::outcome).reduce(Outcome.NOT_APPLICABLE, Outcome::or);
    }

    /** The first of the worst parts. */
    public Part worst() {
        var outcome = outcome();
        return parts.stream()
                .filter(part -> part.outcome() == outcome)
                .findFirst()
                .orElseThrow();
    }

    /** The weakest proof among the parts. */
    public Assurance assurance() {
        return parts.stream().map(Part::assurance).reduce(Assurance.ATTESTED, Assurance::and);
    }
}
