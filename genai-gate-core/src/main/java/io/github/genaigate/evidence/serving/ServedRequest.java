package io.github.genaigate.evidence.serving;

import io.github.genaigate.evidence.PublishedQuantiles.Unit;
import io.github.genaigate.input.Json;
import io.github.genaigate.model.Metric;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * One request to a model, as a tool recorded it.
 *
 * @param operation what was asked for
 * @param failed whether it ended in an error
 * @param began when it was sent
 * @param took what is told of its times; tools write zero for what they did not measure, so that a zero tells nothing
 * @param tokens what it took
 */
record ServedRequest(
        String operation, boolean failed, Optional<Instant> began, Map<Metric, Duration> took, Tokens tokens) {

    /** About 31 years: no request takes longer. */
    private static final BigDecimal LONGEST_MILLIS = BigDecimal.valueOf(1_000_000_000_000L);

    ServedRequest {
        var told = new EnumMap<Metric, Duration>(Metric.class);
        took.forEach((metric, time) -> {
            if (!time.isZero() && !time.isNegative()) {
                told.put(metric, time);
            }
        });
        took = Collections.unmodifiableMap(told);
    }

    /**
     * The tokens of a request.
     *
     * @param model that answered; empty text when it is not told
     * @param input sent, when told
     * @param output answered, when told
     * @param cached of those sent
     */
    record Tokens(String model, Optional<Long> input, Optional<Long> output, long cached) {

        /** Nothing is told. */
        static final Tokens UNKNOWN = new Tokens("", Optional.empty(), Optional.empty(), 0);
    }

    /** A time that a tool wrote, rounded up to nanoseconds; empty for zero, for no number, and for what no request takes. */
    static Optional<Duration> time(Json.Value value, Unit unit) {
        return value.number().flatMap(number -> time(number, unit));
    }

    /** The same of a number. */
    static Optional<Duration> time(BigDecimal number, Unit unit) {
        return Optional.of(unit.millis(number))
                .filter(millis -> millis.signum() > 0 && millis.compareTo(LONGEST_MILLIS) <= 0)
                .map(millis -> Duration.ofNanos(millis.movePointRight(6)
                        .setScale(0, RoundingMode.CEILING)
                        .longValueExact()));
    }

    /** The mean gap between the tokens of an answer, rounded up; empty when there is no gap, or none is told. */
    static Optional<Duration> meanGap(Duration fromFirstToLast, Optional<Long> output) {
        return output.filter(tokens -> tokens > 1)
                .map(tokens -> Duration.ofNanos(Math.addExact(fromFirstToLast.toNanos(), tokens - 2) / (tokens - 1)));
    }
}
