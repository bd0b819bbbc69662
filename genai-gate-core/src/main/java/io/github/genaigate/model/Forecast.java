package io.github.genaigate.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What turns red on the days to come when nobody does anything.
 *
 * @param at the clock of today
 * @param days how many days are looked at
 * @param red what blocks today
 * @param turns what begins to warn or to block later, in the order of the days
 * @param problems why manifest, policy or request cannot be used; there is nothing else then
 */
public record Forecast(
        Optional<String> service,
        Optional<String> stage,
        Instant at,
        int days,
        List<Finding> red,
        List<Turn> turns,
        List<Problem> problems) {

    public static final String SCHEMA = "genai-gate/forecast/v1";

    /** So many days are looked at, at the most. */
    public static final int LONGEST = 366;

    public Forecast {
        red = List.copyOf(red);
        turns = List.copyOf(turns);
        problems = List.copyOf(problems);
    }

    /**
     * A requirement that begins to fail.
     *
     * @param day the first day, in UTC, on which it does
     * @param finding what is found at the end of that day
     */
    public record Turn(LocalDate day, Finding finding) {}
}
