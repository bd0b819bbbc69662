package io.github.genaigate.statistics;

import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Words for the shares of a test, told as shares of what succeeded. They are rounded away from the flattering side, with as
 * many digits as it takes, so that no sentence contradicts its verdict.
 *
 * @param test the test
 */
public record ShareText(ShareTest test) {

    private static final int MOST_DIGITS = 15;
    private static final BigDecimal HAIR = new BigDecimal("1e-15");

    /** What is demanded, such as {@code 95 %}. */
    public String demanded() {
        return test.limit().complement().toString();
    }

    public String confidence() {
        return test.confidence().toString();
    }

    /** The share that certainly succeeded, rounded down. */
    public String observed() {
        return text(observed(test.failuresAtMost(), RoundingMode.FLOOR));
    }

    /** The share that possibly succeeded, rounded up. */
    public String observedAtMost() {
        return text(observed(test.failuresAtLeast(), RoundingMode.CEILING));
    }

    /** What the share is at least, at the confidence of the test: {@code at least 94.9 %}. */
    public String atLeast() {
        var bound = BigDecimal.ONE.subtract(new BigDecimal(test.upperBound()));
        var honest = test.outcome() == Outcome.MET ? bound.max(demand()) : bound.min(demand().subtract(HAIR));
        return "at least " + text(honest.max(BigDecimal.ZERO).setScale(digits(), RoundingMode.FLOOR));
    }

    /** What the share is at most, at the confidence of the test: {@code at most 94.9 %}. */
    public String atMost() {
        var bound = BigDecimal.ONE.subtract(new BigDecimal(test.lowerBound()));
        return test.outcome() == Outcome.NOT_MET
                ? notReaching(bound)
                : "at most " + text(bound.max(demand()).setScale(digits(), RoundingMode.CEILING));
    }

    private String notReaching(BigDecimal bound) {
        for (int digits = digits(); digits <= MOST_DIGITS; digits++) {
            var rounded = bound.setScale(digits, RoundingMode.CEILING);
            if (rounded.compareTo(demand()) < 0) {
                return "at most " + text(rounded);
            }
        }
        return "less than " + demanded();
    }

    private BigDecimal observed(long failures, RoundingMode rounding) {
        return test.trials() == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(test.trials() - failures)
                        .divide(BigDecimal.valueOf(test.trials()), digits(), rounding);
    }

    private BigDecimal demand() {
        return test.limit().complement().fraction();
    }

    /** One digit behind the point of a percentage, or as many as the demand has. */
    private int digits() {
        return Math.max(3, demand().scale());
    }

    private static String text(BigDecimal share) {
        return new Share(share).toString();
    }
}
