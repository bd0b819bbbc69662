package io.github.genaigate.policy;

import io.github.genaigate.model.Grant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * To whom a requirement applies, and who is spared for a time.
 *
 * @param appliesWhen the kinds of service
 * @param open whether nothing but the gate's own baseline demands it, so that others are free to grant
 * @param grace by service, for those that were there before the requirement
 * @param exemptions by service
 */
public record Scope(
        Applicability appliesWhen, boolean open, SortedMap<String, Grant> grace, SortedMap<String, Grant> exemptions) {

    public Scope {
        grace = Collections.unmodifiableSortedMap(new TreeMap<>(grace));
        exemptions = Collections.unmodifiableSortedMap(new TreeMap<>(exemptions));
    }

    /** Every service, and nobody is spared. */
    public static Scope everyService() {
        return new Scope(Applicability.always(), false, new TreeMap<>(), new TreeMap<>());
    }

    /**
     * Whom either is about, sparing those only whom both spare.
     *
     * @param deferring whether an open one leaves it to the other to grant
     */
    Scope and(Scope other, boolean deferring) {
        return new Scope(
                appliesWhen.or(other.appliesWhen),
                deferring && open && other.open,
                granted(grace, other.grace, other, deferring),
                granted(exemptions, other.exemptions, other, deferring));
    }

    private SortedMap<String, Grant> granted(
            SortedMap<String, Grant> mine, SortedMap<String, Grant> theirs, Scope other, boolean deferring) {
        if (deferring && open) {
            return theirs;
        }
        if (deferring && other.open) {
            return mine;
        }
        var both = new TreeMap<String, Grant>();
        mine.forEach((service, grant) -> {
            var same = theirs.get(service);
            if (same != null) {
                both.put(service, grant.and(same));
            }
        });
        return both;
    }

    /** The same, open or not. */
    Scope open(boolean isOpen) {
        return new Scope(appliesWhen, isOpen, grace, exemptions);
    }

    /** The same with further exemptions, which replace those for the same services. */
    Scope exempting(SortedMap<String, Grant> further) {
        var all = new TreeMap<>(exemptions);
        all.putAll(further);
        return new Scope(appliesWhen, open, grace, all);
    }

    /** What spares a service on a day; an exemption before grace. */
    public Optional<Grant> grant(String service, LocalDate day) {
        return Stream.of(exemptions, grace)
                .flatMap(all -> Stream.ofNullable(all.get(service)))
                .filter(grant -> grant.holdsOn(day))
                .findFirst();
    }
}
