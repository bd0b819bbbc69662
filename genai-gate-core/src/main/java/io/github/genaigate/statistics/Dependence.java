package io.github.genaigate.statistics;

import io.github.genaigate.model.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How much less samples say than as many independent ones would, as far as their own scatter tells. It divides the
 * counts of a {@link ShareTest}. Its error rates, and the runs for which they hold, are in docs/statistics.md.
 *
 * <p>The part of the variance that independent samples have is known; only what lies above it is estimated, and only
 * that part is enlarged by what few blocks leave unsure: 1 + (estimate - 1) (t / z)², with the quantiles of Student and
 * Gauss at the confidence of the test.
 *
 * @param estimate the variance of the number of failures over that of independent samples, at least 1
 * @param freedom the degrees of freedom of the estimate; 0 when it says nothing
 * @param most the greatest factor there can be
 * @param blocks how many blocks of time, or cases, it was estimated from; 0 when it was not estimated
 * @param hit in how many separate ones of them there were failures
 * @param clustered whether failures come several at a time rather than alone
 */
public record Dependence(
        BigDecimal estimate, BigDecimal freedom, BigDecimal most, long blocks, long hit, boolean clustered) {

    /** Each sample says all that it can: they are independent, or taken to be. */
    public static final Dependence NONE = new Dependence(BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.ONE, 0, 0, false);

    /** Fewer clusters than this say nothing about the next one. */
    public static final int FEWEST_CLUSTERS = 5;

    private static final int DIGITS = 4;

    /** Towards one half, t and z both go to zero; from here on their ratio only grows. */
    private static final double LEAST_CONFIDENCE = 0.9;

    private static final double LEAST_FREEDOM = 0.05;

    public Dependence {
        if (estimate.compareTo(BigDecimal.ONE) < 0
                || estimate.compareTo(most) > 0
                || freedom.signum() < 0
                || hit < 0
                || hit > blocks) {
            throw new IllegalArgumentException("no such dependence: " + estimate + ", " + freedom + ", " + most);
        }
    }

    /**
     * Estimated from blocks of time.
     *
     * @param trials in each bin of the same width, in the order of time, empty bins included
     * @param failures in each of them
     */
    public static Dependence inTime(long[] trials, long[] failures) {
        return new TimeSeries(trials, failures).dependence();
    }

    /**
     * Estimated from the repeats of each case.
     *
     * @param trials how often each case was run
     * @param failures how often each of them failed
     */
    public static Dependence ofRepeats(long[] trials, long[] failures) {
        return new Repeats(trials, failures).dependence();
    }

    /** A design effect that is known, not estimated. */
    public static Dependence known(BigDecimal designEffect) {
        return new Dependence(designEffect, BigDecimal.ZERO, designEffect, 0, 0, false);
    }

    static Dependence estimated(
            double estimate, double freedom, double most, long blocks, long hit, boolean clustered) {
        var greatest = round(most, RoundingMode.CEILING);
        return new Dependence(
                round(estimate, RoundingMode.CEILING).min(greatest),
                round(freedom, RoundingMode.FLOOR),
                greatest,
                blocks,
                hit,
                clustered);
    }

    /** Failures came in clusters, and too few of them to say how large and how frequent clusters are. */
    public boolean tooFewClusters() {
        return clustered && hit < FEWEST_CLUSTERS;
    }

    /** What the counts are divided by, in ten thousandths, rounded up: 1 for independent samples. */
    public BigDecimal designEffect(Share confidence) {
        if (estimate.compareTo(BigDecimal.ONE) == 0) {
            return BigDecimal.ONE;
        }
        if (estimate.compareTo(most) == 0 || freedom.doubleValue() < LEAST_FREEDOM) {
            return most;
        }
        double level = Math.max(LEAST_CONFIDENCE, confidence.fraction().doubleValue());
        double ratio = TDistribution.of(freedom.doubleValue()).inverseCumulativeProbability(level)
                / NormalDistribution.of(0, 1).inverseCumulativeProbability(level);
        double factor = 1 + (estimate.doubleValue() - 1) * ratio * ratio;
        return factor < most.doubleValue() ? round(factor, RoundingMode.CEILING).min(most) : most;
    }

    private static BigDecimal round(double value, RoundingMode rounding) {
        var rounded = new BigDecimal(value).setScale(DIGITS, rounding).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
