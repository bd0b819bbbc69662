package io.github.genaigate.statistics;

import java.util.Arrays;

/**
 * The failures of a run by bins of time, and what their scatter says of their dependence: the variance of their number, by
 * the autocovariances of the bins up to where they vanish in noise (Geyer, Practical Markov Chain Monte Carlo,
 * Statistical Science 7, 1992: the initial monotone sequence), over that of independent failures.
 */
final class TimeSeries {

    /** Fewer bins tell nothing. */
    static final int FEWEST_BINS = 2;

    /** What takes longer than this part of the run is a trend, and not chance that would even out. */
    private static final int FEWEST_BLOCKS = 8;

    private final long[] trials;
    private final long[] failures;
    private final double samples;
    private final double failed;
    private final double share;

    TimeSeries(long[] trials, long[] failures) {
        this.trials = trials;
        this.failures = failures;
        Counts.check(trials, failures);
        samples = Arrays.stream(trials).sum();
        failed = Arrays.stream(failures).sum();
        share = failed / samples;
    }

    Dependence dependence() {
        int bins = trials.length;
        if (bins < FEWEST_BINS || Math.min(failed, samples - failed) <= 1) {
            return Dependence.NONE;
        }
        double[] excess = new double[bins];
        for (int i = 0; i < bins; i++) {
            excess[i] = failures[i] - share * trials[i];
        }
        double independent = samples * share * (1 - share);
        double variance = covariance(excess, 0);
        int reach = 0;
        double last = Double.MAX_VALUE;
        double noise = Math.max(variance, independent) * noise(1);
        for (int lag = 1; FEWEST_BLOCKS * width(lag + 1) <= bins; lag += 2) {
            double pair = Math.min(last, covariance(excess, lag) + covariance(excess, lag + 1));
            if (pair <= (lag == 1 ? noise : 0)) {
                break;
            }
            variance += 2 * pair;
            last = pair;
            reach = lag + 1;
        }
        int width = width(reach);
        // The mean is estimated too, which takes this much of the variance away.
        variance /= 1 - Math.min(0.9, (double) width / bins);
        return dependence(width, variance / independent);
    }

    /** Bins whose middle does not depend on what lies outside of them. */
    private static int width(int reach) {
        return 2 * reach + 1;
    }

    /** One standard deviation of the estimate when failures are independent and blocks are so wide. */
    private double noise(int width) {
        return Math.sqrt(2.0 * width / trials.length * (1 - 1 / failed));
    }

    private static double covariance(double[] values, int lag) {
        double sum = 0;
        for (int i = lag; i < values.length; i++) {
            sum += values[i] * values[i - lag];
        }
        return sum;
    }

    /** What blocks so wide, in bins, that they do not depend on each other say. */
    private Dependence dependence(int width, double ratio) {
        var clusters = clusters(width);
        long blocks = Math.max(clusters.number(), trials.length / width);
        if (ratio <= 1 + noise(width)) {
            return Dependence.estimated(1, 0, samples, blocks, clusters.number(), false);
        }
        double freedom = Math.min((double) trials.length / width - 1, clusters.freedom(ratio));
        return Dependence.estimated(
                ratio, Math.max(0, freedom), samples, blocks, clusters.number(), clusters.several());
    }

    /** Failures, or successes where these are rarer, that lie within so many bins of the first of them. */
    private Clusters clusters(int width) {
        boolean failuresAreRarer = failed <= samples - failed;
        var clusters = new Clusters();
        int start = -width;
        double inside = 0;
        for (int i = 0; i < trials.length; i++) {
            long rare = failuresAreRarer ? failures[i] : trials[i] - failures[i];
            if (rare > 0 && i - start >= width) {
                clusters.add(inside);
                inside = 0;
                start = i;
            }
            inside += rare;
        }
        clusters.add(inside);
        return clusters;
    }
}
