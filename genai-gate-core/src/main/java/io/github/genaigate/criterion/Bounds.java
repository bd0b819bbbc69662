package io.github.genaigate.criterion;

import io.github.genaigate.model.Observation;
import io.github.genaigate.model.Outcome;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What is known of a number, held against its limit. The figures for people are rounded away from the flattering side,
 * with as many digits as it takes, so that none contradicts the verdict.
 *
 * @param value as observed
 * @param lower it is at least this, at the confidence demanded
 * @param upper it is at most this, at the confidence demanded
 * @param limit what it is held against
 * @param atMost whether the limit is the greatest value allowed; else it is the least
 * @param unit after a space; empty when there is none
 */
record Bounds(BigDecimal value, BigDecimal lower, BigDecimal upper, BigDecimal limit, boolean atMost, String unit) {

    private static final int MOST_DIGITS = 60;

    /** From bounds that are known as doubles. */
    Bounds(BigDecimal value, double lower, double upper, BigDecimal limit, boolean atMost, String unit) {
        this(value, new BigDecimal(lower), new BigDecimal(upper), limit, atMost, unit);
    }

    /** Met when even the worse bound is within the limit, not met when even the better one is beyond it. */
    Outcome outcome() {
        int worse = atMost ? upper.compareTo(limit) : limit.compareTo(lower);
        int better = atMost ? lower.compareTo(limit) : limit.compareTo(upper);
        return worse <= 0 ? Outcome.MET : better > 0 ? Outcome.NOT_MET : Outcome.UNPROVEN;
    }

    /** The bound that decides, or both when neither does. */
    String decisive() {
        return switch (outcome()) {
            case MET -> atMost ? most() : least();
            case NOT_MET -> atMost ? least() : most();
            default -> least() + " and " + most() + ", each";
        };
    }

    private String least() {
        return "at least " + text(lower, RoundingMode.FLOOR);
    }

    private String most() {
        return "at most " + text(upper, RoundingMode.CEILING);
    }

    String observed() {
        return text(value, atMost ? RoundingMode.CEILING : RoundingMode.FLOOR);
    }

    String demanded() {
        return with(unit, limit);
    }

    /** The same in another unit. */
    Bounds times(BigDecimal factor) {
        return new Bounds(
                value.multiply(factor),
                lower.multiply(factor),
                upper.multiply(factor),
                limit.multiply(factor),
                atMost,
                unit);
    }

    /** What is on one side of the limit stays there. */
    private String text(BigDecimal number, RoundingMode rounding) {
        int digits = Math.max(0, limit.stripTrailingZeros().scale()) + 1;
        var rounded = number.setScale(digits, rounding);
        while (number.compareTo(limit) != 0 && rounded.compareTo(limit) == 0 && digits < MOST_DIGITS) {
            digits++;
            rounded = number.setScale(digits, rounding);
        }
        return with(unit, rounded);
    }

    static String with(String unit, BigDecimal number) {
        return Words.decimal(number) + (unit.isEmpty() ? "" : " " + unit);
    }

    Observation[] observations() {
        return new Observation[] {
            observation("observed", value),
            observation("lowerBound", lower),
            observation("upperBound", upper),
            observation("demanded", limit)
        };
    }

    private Observation observation(String name, BigDecimal number) {
        var shown = number.round(MathContext.DECIMAL64);
        return Observation.of(name, shown.signum() == 0 ? BigDecimal.ZERO : shown.stripTrailingZeros(), unit);
    }

    /** About so many times the samples would do if the value and the spread stay; empty when no number would. */
    Optional<BigDecimal> timesTheSamples() {
        var room = atMost ? limit.subtract(value) : value.subtract(limit);
        var reach = atMost ? upper.subtract(value) : value.subtract(lower);
        return room.signum() <= 0
                ? Optional.empty()
                : Optional.of(reach.divide(room, MathContext.DECIMAL64).pow(2, MathContext.DECIMAL64));
    }
}
