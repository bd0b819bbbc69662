package io.github.genaigate.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * How likely it is to see at most so many failures by chance, held against a level. Double precision decides when it is
 * clear; close to the level the sum is taken in sixty decimal digits, so that a boundary lies exactly where it should.
 */
final class BinomialTail {

    private static final MathContext DIGITS = new MathContext(60, RoundingMode.HALF_EVEN);
    private static final BigDecimal NEGLIGIBLE = new BigDecimal("1e-55");
    private static final BigDecimal TIE = new BigDecimal("1e-45");
    private static final double CLEAR = 1e-6;
    private static final int LARGEST_POWER = 999_999_999;

    /** How many factors the exact way may take when a verdict hangs on it. */
    static final long FOR_A_VERDICT = 1_000_000;

    /** How many it may take when only a forecast does. */
    static final long FOR_A_FORECAST = 10_000;

    private BinomialTail() {}

    /**
     * Compares the probability of at most {@code failures} failures with the level.
     *
     * @param trials how many trials
     * @param failures how many of them failed
     * @param share the probability of a failure in each
     * @param level what is compared with, above 0 and below 1
     * @param effort how many factors the exact way may take; beyond it, a case too close to call counts as above
     * @return negative, zero or positive as the probability is below, at or above the level
     */
    static int compare(long trials, long failures, BigDecimal share, BigDecimal level, long effort) {
        if (failures >= trials || share.signum() == 0) {
            return BigDecimal.ONE.compareTo(level);
        }
        BigDecimal rest = BigDecimal.ONE.subtract(share);
        if (rest.signum() == 0) {
            return -1;
        }
        double ratio = approximate(trials, failures, share, rest) / level.doubleValue();
        if (Math.abs(ratio - 1) > CLEAR) {
            return Double.compare(ratio, 1);
        }
        boolean affordable = Math.min(failures, trials - failures) <= effort && trials <= LARGEST_POWER;
        if (!affordable) {
            return 1;
        }
        var difference = exact(trials, failures, share, rest).subtract(level);
        return difference.abs().compareTo(TIE.multiply(level)) <= 0 ? 0 : difference.signum();
    }

    /** The smaller of the two shares is the argument, because its double is the more precise one. */
    private static double approximate(long trials, long failures, BigDecimal share, BigDecimal rest) {
        double a = failures + 1.0;
        double b = trials - (double) failures;
        return share.compareTo(rest) <= 0
                ? BetaDistribution.of(a, b).survivalProbability(share.doubleValue())
                : BetaDistribution.of(b, a).cumulativeProbability(rest.doubleValue());
    }

    /** Adds from the last term downwards until the terms no longer matter. */
    private static BigDecimal exact(long trials, long failures, BigDecimal share, BigDecimal rest) {
        BigDecimal term = share.pow((int) failures, DIGITS)
                .multiply(rest.pow((int) (trials - failures), DIGITS), DIGITS)
                .multiply(ways(trials, Math.min(failures, trials - failures)), DIGITS);
        BigDecimal sum = term;
        for (long j = failures; j > 0; j--) {
            BigDecimal next = term.multiply(BigDecimal.valueOf(j), DIGITS)
                    .multiply(rest, DIGITS)
                    .divide(BigDecimal.valueOf(trials - j + 1).multiply(share), DIGITS);
            sum = sum.add(next, DIGITS);
            if (next.compareTo(term) < 0 && next.compareTo(sum.multiply(NEGLIGIBLE)) < 0) {
                break;
            }
            term = next;
        }
        return sum;
    }

    /** The ways to choose so many of the trials. */
    private static BigDecimal ways(long trials, long chosen) {
        BigDecimal product = BigDecimal.ONE;
        for (long i = 1; i <= chosen; i++) {
            product = product.multiply(BigDecimal.valueOf(trials - chosen + i), DIGITS)
                    .divide(BigDecimal.valueOf(i), DIGITS);
        }
        return product;
    }
}
