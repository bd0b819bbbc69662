package io.github.genaigate.signoff;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What an approval must be for.
 *
 * @param service the name of the service
 * @param stage the stage asked for
 * @param stages all stages, in the order of the policy
 * @param at the clock
 */
public record Asked(String service, String stage, List<String> stages, Instant at) {

    public Asked {
        stages = List.copyOf(stages);
    }

    /** The same for another stage. */
    Asked at(String another) {
        return new Asked(service, another, stages, at);
    }

    /** The day in UTC, in which all dates begin and end. */
    LocalDate today() {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /** Whether approval for a stage holds for the one asked for: a later stage includes the earlier ones. */
    boolean includes(String approved) {
        return covers(stages, approved, stage);
    }

    /**
     * Whether what is approved for one stage holds for another: a later stage includes the earlier ones.
     *
     * @param stages all stages, in the order of the policy
     */
    public static boolean covers(List<String> stages, String approved, String stage) {
        return approved.equals(stage) || (stages.contains(stage) && stages.indexOf(approved) > stages.indexOf(stage));
    }
}
