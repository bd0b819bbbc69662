package io.github.genaigate.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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

    /**
     * The message of the worst part, with the number of further parts that fail too, or hold too when none fails. Every
     * report tells a judgement in these words.
     */
    public String message() {
        var worst = worst();
        long more = parts.stream()
                        .filter(part -> part.outcome() == worst.outcome()
                                || (part.outcome().fails() && worst.outcome().fails()))
                        .count()
                - 1;
        return more == 0 ? worst.message() : worst.message() + " (and " + more + " more)";
    }

    public Optional<Reason> reason() {
        return worst().reason();
    }

    public Optional<String> mend() {
        return worst().mend();
    }

    /** The parts that keep the claim from being proven. */
    public List<Part> failing() {
        return worstFirst().stream().filter(part -> part.outcome().fails()).toList();
    }

    /** All parts, the worst first, else in the order in which they are told. */
    public List<Part> worstFirst() {
        return parts.stream()
                .sorted(Comparator.comparing(Part::outcome).reversed())
                .toList();
    }
}
