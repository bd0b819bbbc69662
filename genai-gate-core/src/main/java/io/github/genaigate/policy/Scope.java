package io.github.genaigate.policy;

/**
 * To whom a requirement applies.
 *
 * @param appliesWhen the kinds of service
 */
public record Scope(Applicability appliesWhen) {

    /** Every service. */
    public static Scope everyService() {
        return new Scope(Applicability.always());
    }

    /** Whom either is about. */
    Scope and(Scope other) {
        return new Scope(appliesWhen.or(other.appliesWhen));
    }
}
