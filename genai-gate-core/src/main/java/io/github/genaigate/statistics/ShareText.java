package io.github.genaigate.statistics;

import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The shares of a test for people to read, told as shares of what succeeded. They are rounded away from the flattering side, with as
 * many digits as it takes, so that no figure contradicts the verdict.
 *
 * @param test the test
 */
public record ShareText(ShareTest test) {

    private static final BigDecimal HAIR = new BigDecimal("1e-15");

    /** What is demanded. */
    public Share demanded() {
        return test.limit().complement();
    }

    /** What certainly succeeded, rounded down. */
    public Share observed() {
        return new Share(observed(test.failuresAtMost(), RoundingMode.FLOOR));
    }

    /** What possibly succeeded, rounded up. */
    public Share observedAtMost() {
        return new Share(observed(test.failuresAtLeast(), RoundingMode.CEILING));
    }

    /** What succeeds at least, at the confidence of the test: at or above what is demanded exactly when it is met. */
    public Share lower() {
        var bound = BigDecimal.ONE.subtract(new BigDecimal(test.upperBound()));
        var honest = test.outcome() == Outcome.MET ? bound.max(demand()) : bound.min(demand().subtract(HAIR));
        return new Share(honest.max(BigDecimal.ZERO).setScale(digits(), RoundingMode.FLOOR));
    }

    /** What succeeds at most, at the confidence of the test: below what is demanded exactly when it is not met. */
    public Share upper() {
        var bound = BigDecimal.ONE.subtract(new BigDecimal(test.lowerBound()));
        if (test.outcome() != Outcome.NOT_MET) {
            return new Share(bound.max(demand()).setScale(digits(), RoundingMode.CEILING));
        }
        var below = bound.min(demand().subtract(HAIR));
        int digits = digits();
        while (below.setScale(digits, RoundingMode.CEILING).compareTo(demand()) >= 0) {
            digits++;
        }
        return new Share(below.setScale(digits, RoundingMode.CEILING));
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
}
