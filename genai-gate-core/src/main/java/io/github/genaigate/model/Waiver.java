package io.github.genaigate.model;

import java.time.LocalDate;

/**
 * A time-boxed, approved exception for one requirement.
 *
 * @param requirement the requirement's id
 * @param reason why it is needed
 * @param ticket where its end is worked on
 * @param approver who approved it
 * @param approved the day of the approval
 * @param expires the last day on which it holds
 * @param place where the manifest names it
 */
public record Waiver(
        String requirement,
        String reason,
        String ticket,
        String approver,
        LocalDate approved,
        LocalDate expires,
        Place place) {}
