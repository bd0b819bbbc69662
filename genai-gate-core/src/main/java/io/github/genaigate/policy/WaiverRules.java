package io.github.genaigate.policy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which waivers are valid.
 *
 * @param maxDuration how long one may run from its approval
 * @param maxOpen how many at once; empty for any number
 * @param maxOpenAt how many at once for a stage
 * @param maxRenewals how often the end of one may be put off; empty for any number
 * @param warnBefore how long before its end one is told to lapse soon
 * @param approvers the roles that may approve one, sorted
 */
public record WaiverRules(
        Duration maxDuration,
        Optional<Integer> maxOpen,
        SortedMap<String, Integer> maxOpenAt,
        Optional<Integer> maxRenewals,
        Duration warnBefore,
        List<String> approvers) {

    static final Duration USUAL_WARNING = Duration.ofDays(14);

    public WaiverRules {
        maxOpenAt = Collections.unmodifiableSortedMap(new TreeMap<>(maxOpenAt));
        approvers = List.copyOf(approvers);
    }

    /**
     * The stricter of both in everything.
     *
     * @param both those whom both let approve
     */
    WaiverRules join(WaiverRules other, List<String> both) {
        return new WaiverRules(
                maxDuration.compareTo(other.maxDuration) <= 0 ? maxDuration : other.maxDuration,
                smaller(maxOpen, other.maxOpen),
                smaller(maxOpenAt, other.maxOpenAt),
                smaller(maxRenewals, other.maxRenewals),
                warnBefore.compareTo(other.warnBefore) >= 0 ? warnBefore : other.warnBefore,
                both);
    }

    private static Optional<Integer> smaller(Optional<Integer> one, Optional<Integer> other) {
        return one.isEmpty()
                ? other
                : one.map(mine -> other.filter(its -> its < mine).orElse(mine));
    }

    static SortedMap<String, Integer> smaller(SortedMap<String, Integer> one, SortedMap<String, Integer> other) {
        var all = new TreeMap<>(one);
        other.forEach((stage, most) -> all.merge(stage, most, Math::min));
        return all;
    }
}
