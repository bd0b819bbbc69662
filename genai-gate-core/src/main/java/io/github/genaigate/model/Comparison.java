package io.github.genaigate.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one policy compares with another.
 *
 * @param held the one that is compared with
 * @param candidate the one that is compared
 * @param differences what is not the same, in the order of the format
 * @param problems why one of them cannot be used; there are no differences then
 */
public record Comparison(
        Decision.PolicyIdentity held,
        Decision.PolicyIdentity candidate,
        List<Difference> differences,
        List<Problem> problems) {

    public static final String SCHEMA = "genai-gate/comparison/v1";

    public Comparison {
        differences = List.copyOf(differences);
        problems = List.copyOf(problems);
    }

    /** What the candidate is, beside the one that is held. */
    public enum Relation implements Word {
        EQUAL,
        /** It demands all that the other demands, and more. */
        STRICTER,
        /** The other demands all that it demands, and more. */
        LOOSER,
        /** Each demands something that the other does not, or nothing can satisfy both. */
        NEITHER;

        /** What two differences make together. */
        Relation and(Relation other) {
            if (this == EQUAL || this == other) {
                return other;
            }
            return other == EQUAL ? this : NEITHER;
        }
    }

    /**
     * One value that is not the same.
     *
     * @param name such as {@code latency-budget.confidence}, or {@code latency-budget.confidence from 2027-01-15}
     * @param held as text; empty when nothing is written
     * @param heldBy who set it
     * @param candidate as text; empty when nothing is written
     * @param candidateBy who set it
     */
    public record Difference(
            String name,
            Optional<String> held,
            Optional<Origin> heldBy,
            Optional<String> candidate,
            Optional<Origin> candidateBy,
            Relation relation) {

        /** Whether the same values differ in the same way, whatever they are values of. */
        public boolean saysAs(@Nullable Difference other) {
            return other != null
                    && held.equals(other.held)
                    && candidate.equals(other.candidate)
                    && relation == other.relation;
        }

        /** The same as a difference that begins on a day. */
        public Difference from(LocalDate day) {
            return new Difference(name + " from " + day, held, heldBy, candidate, candidateBy, relation);
        }
    }

    /** What the candidate is as a whole. */
    public Relation relation() {
        return differences.stream().map(Difference::relation).reduce(Relation.EQUAL, Relation::and);
    }

    /** Whether whatever the candidate lets pass, the other lets pass as well. */
    public boolean atLeastAsStrict() {
        return problems.isEmpty() && (relation() == Relation.EQUAL || relation() == Relation.STRICTER);
    }
}
