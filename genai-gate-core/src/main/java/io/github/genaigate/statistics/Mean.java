package io.github.genaigate.statistics;

import io.github.genaigate.model.Share;
import java.math.BigDecimal;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * A mean of independent samples as it was reported.
 *
 * <p>Its bounds are those of Student: they hold where the mean of so many samples is close to normal, which thirty samples
 * without extreme outliers are usually enough for. Scores from 0 to 1 may be piled up at one end with a few far away, and no
 * number of samples is enough for that. How skewed they are is not told, but it has a bound: no scores of this mean and
 * spread are more skewed than those of which each is either the worst possible or one and the same other. The exact bound of
 * Clopper and Pearson is known for these, and the more careful of both counts.
 *
 * @param samples how many
 * @param observed their mean
 * @param standardError of the mean
 * @param bounded whether every sample is a score from 0 to 1
 */
public record Mean(long samples, BigDecimal observed, BigDecimal standardError, boolean bounded) implements Arm {

    /** From so many samples on, the mean of samples that have no bounds is taken to be normal. */
    public static final int ENOUGH = 30;

    private static final int MOST_DIGITS = 100;

    /** More than the error of the quantile. */
    private static final double HAIR = 1e-9;

    public Mean {
        boolean usable = isSane(observed) && isSane(standardError) && standardError.signum() >= 0;
        if (samples < 1 || !usable || (bounded && !isScore(observed))) {
            throw new IllegalArgumentException("no such mean: " + samples + ", " + observed + ", " + standardError);
        }
    }

    /** A number that a file makes up must not fill the memory when it is written out, nor be more than a double holds. */
    public static boolean isSane(BigDecimal value) {
        return Math.abs((long) value.scale()) <= MOST_DIGITS && value.precision() <= MOST_DIGITS;
    }

    private static boolean isScore(BigDecimal value) {
        return value.signum() >= 0 && value.compareTo(BigDecimal.ONE) <= 0;
    }

    @Override
    public double lower(Share confidence) {
        double student = isSpread() ? observed.doubleValue() - margin(confidence) : Double.NEGATIVE_INFINITY;
        return bounded ? careful(student, observed.doubleValue(), confidence) : student;
    }

    @Override
    public double upper(Share confidence) {
        double student = isSpread() ? observed.doubleValue() + margin(confidence) : Double.POSITIVE_INFINITY;
        double lost = 1 - observed.doubleValue();
        return bounded ? 1 - careful(1 - student, lost, confidence) : student;
    }

    /** Whether there is any spread to tell the bounds by. */
    public boolean isSpread() {
        return standardError.signum() > 0 && samples > 1;
    }

    private double margin(Share confidence) {
        return Student.reach(samples - 1.0, confidence) * standardError.doubleValue();
    }

    private double careful(double student, double mean, Share confidence) {
        double skewed = mostSkewed(mean, confidence);
        return isSpread() ? Math.max(0, Math.min(student, skewed)) : skewed;
    }

    /**
     * The bound below the mean of scores that are either 0 or the one other number, of this mean and spread. The zeros need
     * not be a whole number, so that the beta distribution stands in for the binomial one.
     */
    private double mostSkewed(double mean, Share confidence) {
        if (mean <= 0) {
            return 0;
        }
        double error = standardError.doubleValue();
        double variance = Math.min(error * error * (samples - 1), mean * (1 - mean));
        double other = mean + variance / mean;
        double count = Math.min(samples, Forecast.MOST);
        double others = count * (mean * mean / (variance + mean * mean));
        double sure = BetaDistribution.of(others, count - others + 1)
                .inverseCumulativeProbability(confidence.complement().fraction().doubleValue());
        return other * Math.max(0, sure - HAIR);
    }
}
