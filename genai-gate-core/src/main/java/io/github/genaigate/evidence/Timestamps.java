package io.github.genaigate.evidence;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The times that tools write into their files, in ISO 8601. */
public final class Timestamps {

    private Timestamps() {}

    /** The time that the text names; empty when it names none, or leaves the zone open. */
    public static Optional<Instant> zoned(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    /** The same with the zone taken for UTC when it is left open: good for ordering, not for telling an age. */
    public static Optional<Instant> presumed(String text) {
        var zoned = zoned(text);
        if (zoned.isPresent()) {
            return zoned;
        }
        try {
            return Optional.of(LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
