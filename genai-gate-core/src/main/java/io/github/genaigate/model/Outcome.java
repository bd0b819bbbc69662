package io.github.genaigate.model;

/** What a criterion found, from the best to the worst. */
public enum Outcome {
    /** Nothing to judge: the policy says that the requirement does not concern this service. */
    NOT_APPLICABLE,
    /** The claim is proven. */
    MET,
    /** The claim is neither proven nor refuted. Blocks exactly as {@link #NOT_MET} does. */
    UNPROVEN,
    /** The claim is refuted. */
    NOT_MET;

    /** The worse of the two. */
    public Outcome or(Outcome other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Whether a requirement with this outcome is not satisfied. */
    public boolean fails() {
        return this == UNPROVEN || this == NOT_MET;
    }
}
