package io.github.genaigate.signoff;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a policy allows of waivers.
 *
 * @param maxDuration the longest time from the approval
 * @param maxOpen how many may be open at once; empty for any number
 * @param approvers the roles that may approve
 */
public record WaiverTerms(Duration maxDuration, Optional<Integer> maxOpen, List<String> approvers) {
    public WaiverTerms {
        approvers = List.copyOf(approvers);
    }
}
