package io.github.genaigate.statistics;

import io.github.genaigate.model.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A mean of independent samples as it was reported.
 *
 * <p>Its bounds are those of Student: they hold where the mean of so many samples is close to normal, which thirty samples
 * without extreme outliers are usually enough for, and no smaller number of scores piled up at one end is. Scores from 0 to
 * 1 are therefore also taken as so many whole successes, rounded against the claim, with the exact bounds of Clopper and
 * Pearson, where there are fewer than thirty or where all are equal; the more careful bound counts.
 *
 * @param samples how many
 * @param observed their mean
 * @param standardError of the mean
 * @param bounded whether every sample is a score from 0 to 1
 */
public record Mean(long samples, BigDecimal observed, BigDecimal standardError, boolean bounded) implements Arm {

    /** From so many samples on, the mean is taken to be normal. */
    public static final int ENOUGH = 30;

    private static final int MOST_DIGITS = 300;

    public Mean {
        boolean usable = isSane(observed) && isSane(standardError) && standardError.signum() >= 0;
        if (samples < 1 || !usable || (bounded && !isScore(observed))) {
            throw new IllegalArgumentException("no such mean: " + samples + ", " + observed + ", " + standardError);
        }
    }

    /** A number that a file makes up must not fill the memory when it is written out. */
    private static boolean isSane(BigDecimal value) {
        return Math.abs((long) value.scale()) <= MOST_DIGITS && value.precision() <= MOST_DIGITS;
    }

    private static boolean isScore(BigDecimal value) {
        return value.signum() >= 0 && value.compareTo(BigDecimal.ONE) <= 0;
    }

    @Override
    public double lower(Share confidence) {
        double student = isSpread() ? observed.doubleValue() - margin(confidence) : Double.NEGATIVE_INFINITY;
        if (!bounded) {
            return student;
        }
        return isPlain()
                ? Math.max(0, student)
                : most(student, scores(RoundingMode.FLOOR).lower(confidence));
    }

    @Override
    public double upper(Share confidence) {
        double student = isSpread() ? observed.doubleValue() + margin(confidence) : Double.POSITIVE_INFINITY;
        if (!bounded) {
            return student;
        }
        return isPlain()
                ? Math.min(1, student)
                : least(student, scores(RoundingMode.CEILING).upper(confidence));
    }

    /** The lesser of both, or the exact one where samples are all equal. */
    private double most(double student, double exact) {
        return isSpread() ? Math.max(0, Math.min(student, exact)) : exact;
    }

    private double least(double student, double exact) {
        return isSpread() ? Math.min(1, Math.max(student, exact)) : exact;
    }

    /** Whether Student's bounds will do. */
    boolean isPlain() {
        return isSpread() && samples >= ENOUGH;
    }

    /** Whether there is any spread to tell the bounds by. */
    boolean isSpread() {
        return standardError.signum() > 0 && samples > 1;
    }

    private double margin(Share confidence) {
        return TDistribution.of(samples - 1.0)
                        .inverseCumulativeProbability(confidence.fraction().doubleValue())
                * standardError.doubleValue();
    }

    private ShareSample scores(RoundingMode rounding) {
        long whole = observed.multiply(BigDecimal.valueOf(samples))
                .setScale(0, rounding)
                .longValueExact();
        return ShareSample.independent(samples, whole);
    }
}
