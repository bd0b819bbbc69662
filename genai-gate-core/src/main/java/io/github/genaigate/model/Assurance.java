package io.github.genaigate.model;

/** How good a proof is, from the weakest to the strongest. */
public enum Assurance implements Word {
    /** Somebody says so. */
    DECLARED,
    /** A tool published figures about its measurements. */
    SUMMARY,
    /** The measurements themselves are at hand. */
    MEASURED,
    /** The measurements are signed by somebody the policy trusts. */
    ATTESTED;

    /** The weaker of the two. */
    public Assurance and(Assurance other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
