package io.github.genaigate.criterion;

import io.github.genaigate.model.Share;
import io.github.genaigate.statistics.Estimate;
import io.github.genaigate.statistics.ShareTest;
import java.math.BigDecimal;
import java.math.MathContext;

/** What one group of a comparison, or the only one, shows of a figure. */
sealed interface Group {

    /**
     * A number with its one-sided bounds.
     *
     * @param lower it is at least this, at the confidence given
     * @param upper it is at most this, at the confidence given
     */
    record Interval(BigDecimal value, BigDecimal lower, BigDecimal upper) {

        private Interval minus(Interval other, BigDecimal factor) {
            return new Interval(
                    value.subtract(factor.multiply(other.value)),
                    lower.subtract(factor.multiply(other.upper)),
                    upper.subtract(factor.multiply(other.lower)));
        }

        Interval times(BigDecimal factor) {
            return new Interval(value.multiply(factor), lower.multiply(factor), upper.multiply(factor));
        }
    }

    long samples();

    Interval at(Share confidence);

    /** What is left when so much of another group of the same sort is taken away. */
    Interval minus(Group other, BigDecimal factor, Share confidence);

    /** A mean. */
    record Mean(long samples, Estimate estimate) implements Group {

        @Override
        public Interval at(Share confidence) {
            return new Interval(estimate.value(), estimate.lower(confidence), estimate.upper(confidence));
        }

        @Override
        public Interval minus(Group other, BigDecimal factor, Share confidence) {
            var difference = estimate.minus(((Mean) other).estimate.times(factor));
            return new Mean(samples, difference).at(confidence);
        }
    }

    /** So many of so many, of which at least one. */
    record Counted(long samples, long successes) implements Group {

        /** More than the error of the quantile, so that what is too close to call proves nothing. */
        private static final BigDecimal HAIR = new BigDecimal("1e-9");

        /** The exact bounds of Clopper and Pearson. */
        @Override
        public Interval at(Share confidence) {
            var test = ShareTest.exact(samples, successes, new Share(BigDecimal.ONE), confidence);
            return new Interval(
                    BigDecimal.valueOf(successes).divide(BigDecimal.valueOf(samples), MathContext.DECIMAL128),
                    new BigDecimal(test.lowerBound()).subtract(HAIR).max(BigDecimal.ZERO),
                    new BigDecimal(test.upperBound()).add(HAIR).min(BigDecimal.ONE));
        }

        /** Each group errs half as often as both together may, so that the bound is guaranteed. */
        @Override
        public Interval minus(Group other, BigDecimal factor, Share confidence) {
            var half = confidence.complement().fraction().divide(BigDecimal.valueOf(2));
            var each = new Share(half).complement();
            return at(each).minus(other.at(each), factor);
        }
    }
}
