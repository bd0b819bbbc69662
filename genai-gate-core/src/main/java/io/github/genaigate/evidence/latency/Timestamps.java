package io.github.genaigate.evidence.latency;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/**
 * How a file writes its times. Epoch milliseconds say all. A date and time that begins with the year is read too; where it
 * names no zone it is taken as if written where the day begins first (UTC+14): the earliest moment it can stand for, so
 * that evidence never looks younger than it is, and never comes from the future. Any other spelling, such as
 * {@code 03/04/26 10:00:00} of which nobody can tell day from month, gives no time at all rather than a guess.
 */
enum Timestamps {
    EPOCH {
        @Override
        long millis(byte[] bytes, int from, int to) {
            return Decimals.whole(bytes, from, to);
        }
    },
    DATED {
        @Override
        long millis(byte[] bytes, int from, int to) {
            return to - from > LONGEST
                    ? Decimals.NONE
                    : dated(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }
    },
    /** Written, or left out, so that no time can be told. */
    UNKNOWN {
        @Override
        long millis(byte[] bytes, int from, int to) {
            return Decimals.NONE;
        }
    };

    private static final int LONGEST = 40;
    private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);
    private static final DateTimeFormatter DATE_AND_TIME = new DateTimeFormatterBuilder()
            .appendPattern("[uuuu-MM-dd][uuuu/MM/dd]['T'][' ']HH:mm:ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .optionalStart()
            .appendLiteral(',')
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, false)
            .optionalEnd()
            .appendPattern("[' '][XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** Milliseconds since 1970, or {@link Decimals#NONE} when the bytes are not such a time. */
    abstract long millis(byte[] bytes, int from, int to);

    /** How a file writes its times that writes one of them like this. */
    static Timestamps of(byte[] bytes, int from, int to) {
        if (EPOCH.millis(bytes, from, to) != Decimals.NONE) {
            return EPOCH;
        }
        return DATED.millis(bytes, from, to) != Decimals.NONE ? DATED : UNKNOWN;
    }

    private static long dated(String text) {
        try {
            var parsed = DATE_AND_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            var exact = parsed instanceof LocalDateTime local ? local.atOffset(EARLIEST) : (OffsetDateTime) parsed;
            return Math.max(Decimals.NONE, exact.toInstant().toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            return Decimals.NONE;
        }
    }
}
