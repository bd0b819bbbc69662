package io.github.genaigate.signoff;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a policy allows of waivers.
 *
 * @param maxDuration the longest time from the approval
 * @param maxOpen how many may be open at once; empty for any number
 * @param maxOpenAt how many may be open at once for a stage
 * @param maxRenewals how often the end of one may be put off; empty for any number
 * @param approvers the roles that may approve
 */
public record WaiverTerms(
        Duration maxDuration,
        Optional<Integer> maxOpen,
        SortedMap<String, Integer> maxOpenAt,
        Optional<Integer> maxRenewals,
        List<String> approvers) {
    public WaiverTerms {
        maxOpenAt = Collections.unmodifiableSortedMap(new TreeMap<>(maxOpenAt));
        approvers = List.copyOf(approvers);
    }
}
