package io.github.genaigate.model;

import java.util.List;
import java.util.Optional;

/**
 * The answer to the question what a requirement is.
 *
 * @param explanation empty when none was asked for, or it is not known
 * @param known every requirement of the policy, with the claim that it makes
 * @param problems why policy, manifest or question cannot be used
 */
public record Explained(Optional<Explanation> explanation, List<Known> known, List<Problem> problems) {

    public Explained {
        known = List.copyOf(known);
        problems = List.copyOf(problems);
    }

    /** A requirement that can be asked for. */
    public record Known(String requirement, String purpose) {}
}
