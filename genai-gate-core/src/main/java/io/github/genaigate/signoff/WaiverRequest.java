package io.github.genaigate.signoff;

import io.github.genaigate.model.Place;
import java.time.LocalDate;

/**
 * A waiver as the manifest asks for it.
 *
 * @param requirement the requirement's id
 * @param waivable whether the policy lets it be waived
 * @param reason why it is needed
 * @param ticket where its end is worked on
 * @param approval the record of approval, relative to the manifest's folder
 * @param expires the last day on which it is to hold
 * @param place where the manifest asks for it
 */
public record WaiverRequest(
        String requirement,
        boolean waivable,
        String reason,
        String ticket,
        String approval,
        LocalDate expires,
        Place place) {}
