package io.github.genaigate.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A time-boxed, approved exception for one requirement.
 *
 * @param requirement the requirement's id
 * @param stage the last stage for which it holds; it holds for the earlier ones too
 * @param issues the very issues that it is for, see {@link Counted}; empty for the requirement as a whole
 * @param reason why it is needed
 * @param ticket where its end is worked on
 * @param approver who approved it
 * @param approved the day of the approval
 * @param expires the last day on which it holds
 * @param renewals how often its end was put off before; empty when the history does not tell
 * @param place where the manifest names it
 */
public record Waiver(
        String requirement,
        String stage,
        List<String> issues,
        String reason,
        String ticket,
        String approver,
        LocalDate approved,
        LocalDate expires,
        Optional<Integer> renewals,
        Place place) {

    public Waiver {
        issues = List.copyOf(issues);
    }
}
