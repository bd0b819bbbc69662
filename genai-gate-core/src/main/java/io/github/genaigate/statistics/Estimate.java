package io.github.genaigate.statistics;

import io.github.genaigate.model.Share;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A mean as samples estimate it, with Student's one-sided bounds; the difference of two independent ones with those of
 * Welch and Satterthwaite.
 *
 * <p>The bounds are not exact. They hold nearly for means of {@value #FEWEST} independent samples or more that are not
 * extremely skewed: a value that is rare and huge may be in none of the samples, and no formula sees it then.
 *
 * @param value the mean
 * @param variance of the mean, not of the samples
 * @param freedom the degrees of freedom of the variance, above zero
 */
public record Estimate(BigDecimal value, BigDecimal variance, double freedom) {

    /** Fewer samples than this say too little of how their mean varies. */
    public static final int FEWEST = 30;

    /** Farther out than the error of the quantile, so that what is too close to call proves nothing. */
    private static final BigDecimal OUTWARD = new BigDecimal("1.000000001");

    public Estimate {
        if (variance.signum() < 0 || !(freedom > 0)) {
            throw new IllegalArgumentException("no such estimate: " + variance + ", " + freedom);
        }
    }

    /**
     * From so many samples.
     *
     * @param samples two or more
     * @param squares the sum of the squared differences from the mean, or more
     */
    public static Estimate of(long samples, BigDecimal mean, BigDecimal squares) {
        var n = BigDecimal.valueOf(samples);
        var freedom = BigDecimal.valueOf(samples - 1);
        return new Estimate(mean, squares.divide(n.multiply(freedom), MathContext.DECIMAL128), samples - 1.0);
    }

    /** The same in another unit. */
    public Estimate times(BigDecimal factor) {
        return new Estimate(value.multiply(factor), variance.multiply(factor).multiply(factor), freedom);
    }

    /** What is left when another, taken independently, is taken away. */
    public Estimate minus(Estimate other) {
        double mine = variance.doubleValue();
        double theirs = other.variance.doubleValue();
        double both = mine + theirs;
        double satterthwaite = both * both / (mine * mine / freedom + theirs * theirs / other.freedom);
        return new Estimate(
                value.subtract(other.value),
                variance.add(other.variance),
                satterthwaite > 0 ? satterthwaite : Math.min(freedom, other.freedom));
    }

    /** The true mean is at least this, at the confidence given. */
    public BigDecimal lower(Share confidence) {
        return value.subtract(reach(confidence));
    }

    /** The true mean is at most this, at the confidence given. */
    public BigDecimal upper(Share confidence) {
        return value.add(reach(confidence));
    }

    private BigDecimal reach(Share confidence) {
        double level = confidence.complement().fraction().doubleValue();
        double quantile = TDistribution.of(freedom).inverseSurvivalProbability(level);
        return variance.sqrt(MathContext.DECIMAL64)
                .multiply(new BigDecimal(Math.max(0, quantile)))
                .multiply(OUTWARD)
                .round(new MathContext(20, RoundingMode.UP));
    }
}
