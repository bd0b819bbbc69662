package io.github.genaigate.maven;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Times as they are written on a command line. */
final class Clock {

    private Clock() {}

    /** An instant, or a date, which means its last second in UTC; empty when it is neither. */
    static Optional<Instant> parse(String text) {
        try {
            return Optional.of(
                    text.contains("T")
                            ? Instant.parse(text)
                            : LocalDate.parse(text)
                                    .plusDays(1)
                                    .atStartOfDay(ZoneOffset.UTC)
                                    .toInstant()
                                    .minusSeconds(1));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
