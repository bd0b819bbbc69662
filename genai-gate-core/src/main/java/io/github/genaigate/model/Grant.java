package io.github.genaigate.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the policy grants one service for one requirement: it hides nothing, and ends.
 *
 * @param kind what follows
 * @param reason why it is granted; an exemption has one
 * @param until the last day on which it holds, in UTC
 * @param origin who grants it
 */
public record Grant(Kind kind, Optional<String> reason, LocalDate until, Origin origin) {

    /** What follows from a grant. */
    public enum Kind implements Word {
        /** The requirement is new to a service that was there before: it warns instead of blocking. */
        GRACE,
        /** The block is removed. */
        EXEMPTION
    }

    /** Whether it still holds on a day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isAfter(until);
    }

    /** The one that ends earlier; the order of the two says nothing. */
    public Grant and(Grant other) {
        int earlier = until.compareTo(other.until);
        int first = earlier != 0 ? earlier : reason.orElse("").compareTo(other.reason.orElse(""));
        return first <= 0 ? this : other;
    }
}
