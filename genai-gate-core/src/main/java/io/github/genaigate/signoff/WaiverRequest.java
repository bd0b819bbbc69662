package io.github.genaigate.signoff;

import io.github.genaigate.model.Place;
import java.time.LocalDate;
import java.util.List;

/**
 * A waiver as the manifest asks for it.
 *
 * @param requirement the requirement's id
 * @param waivable whether the policy lets it be waived
 * @param stage the last stage for which it is to hold
 * @param issues the very issues that it is for, sorted; empty for the requirement as a whole
 * @param reason why it is needed
 * @param ticket where its end is worked on
 * @param approval the record of approval, relative to the manifest's folder
 * @param expires the last day on which it is to hold
 * @param place where the manifest asks for it
 */
public record WaiverRequest(
        String requirement,
        boolean waivable,
        String stage,
        List<String> issues,
        String reason,
        String ticket,
        String approval,
        LocalDate expires,
        Place place) {

    public WaiverRequest {
        issues = issues.stream().sorted().distinct().toList();
    }

    /** Whether its last day is over, whatever else is wrong with it. */
    public boolean hasLapsed(LocalDate today) {
        return expires.isBefore(today);
    }
}
