package io.github.genaigate.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 800 ms}, {@code 1.5 s}, {@code 10 min}, {@code 12 h}, {@code 30 d}. */
public final class Spans {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?) ?(us|ms|s|min|h|d)");
    private static final Map<String, Long> NANOS = Map.of(
            "us", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "min", 60_000_000_000L,
            "h", 3_600_000_000_000L,
            "d", 86_400_000_000_000L);
    /** No more digits than {@link #TEXT} takes. */
    private static final long MOST = 1_000_000_000_000L;

    private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private Spans() {}

    /** Reads a duration; a day is 24 hours. */
    public static Parsed<Duration> parse(String text) {
        var matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Parsed.wrong(
                    "a duration is a number of at most 12 digits with one of the units us, ms, s, min, h, d");
        }
        var nanos =
                new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(NANOS.getOrDefault(matcher.group(2), 0L)));
        if (nanos.compareTo(LONGEST) > 0) {
            return Parsed.wrong("a duration is at most 106751 d");
        }
        if (nanos.stripTrailingZeros().scale() > 0) {
            return Parsed.wrong("a duration is not finer than a nanosecond");
        }
        return Parsed.of(Duration.ofNanos(nanos.longValueExact()));
    }

    /** Writes a duration in the largest unit that keeps it whole, so that {@link #parse} reads the same. */
    public static String format(Duration duration) {
        if (duration.abs().compareTo(Duration.ofNanos(Long.MAX_VALUE)) > 0) {
            return duration.toDays() + " d";
        }
        long nanos = duration.toNanos();
        if (nanos == 0) {
            return "0 ms";
        }
        for (var unit : new String[] {"d", "h", "min", "s", "ms", "us"}) {
            long size = NANOS.getOrDefault(unit, 1L);
            if (nanos % size == 0 && Math.abs(nanos / size) < MOST) {
                return nanos / size + " " + unit;
            }
        }
        boolean brief = Math.abs(nanos) < NANOS.getOrDefault("s", 1L);
        var number =
                BigDecimal.valueOf(nanos, brief ? 3 : 9).stripTrailingZeros().toPlainString();
        return number + (brief ? " us" : " s");
    }
}
