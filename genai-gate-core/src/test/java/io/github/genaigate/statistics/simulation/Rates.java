package io.github.genaigate.statistics.simulation;

import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Share;
import io.github.genaigate.statistics.ShareTest;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How often simulated runs of one scenario and one true share were met.
 *
 * @param replications how many runs
 * @param met how many of them were met, for each of the confidences
 * @param plain how many would have been, taken as independent
 * @param designEffect the variance of the number of failures over that of independent samples, as simulated
 * @param samples the mean number of samples of a run
 */
record Rates(int replications, long[] met, long[] plain, double designEffect, double samples) {

    static final List<Share> CONFIDENCES = List.of(confidence("0.9"), confidence("0.95"), confidence("0.99"));

    /**
     * Simulates.
     *
     * @param part of the limit that is the true share
     */
    static Rates of(Scenario scenario, double part, int replications, long seed) {
        double share = scenario.limit().fraction().doubleValue() * part;
        var random = new SplittableRandom(seed);
        long[] met = new long[CONFIDENCES.size()];
        long[] plain = new long[CONFIDENCES.size()];
        double all = 0;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < replications; i++) {
            long[] trials = new long[scenario.bins()];
            long[] failures = new long[scenario.bins()];
            scenario.source().fill(new Draw(random.split()), share, trials, failures);
            long n = Arrays.stream(trials).sum();
            long k = Arrays.stream(failures).sum();
            var dependence = scenario.estimator().apply(trials, failures);
            for (int c = 0; c < met.length; c++) {
                var independent = ShareTest.exact(n, k, scenario.limit(), CONFIDENCES.get(c));
                if (independent.outcome() == Outcome.MET) {
                    plain[c]++;
                    met[c] += independent.under(dependence).outcome() == Outcome.MET ? 1 : 0;
                }
            }
            double excess = k - share * n;
            all += n;
            sum += excess;
            squares += excess * excess;
        }
        double variance = (squares - sum * sum / replications) / (replications - 1);
        return new Rates(
                replications, met, plain, variance * replications / (all * share * (1 - share)), all / replications);
    }

    double rate(int confidence) {
        return (double) met[confidence] / replications;
    }

    double plainRate(int confidence) {
        return (double) plain[confidence] / replications;
    }

    double allowed(int confidence) {
        return allowed(confidence, replications);
    }

    /** The greatest rate that a true one of the level allows for, by three standard deviations. */
    static double allowed(int confidence, int replications) {
        double level = CONFIDENCES.get(confidence).complement().fraction().doubleValue();
        return level + 3 * Math.sqrt(level * (1 - level) / replications);
    }

    private static Share confidence(String fraction) {
        return new Share(new BigDecimal(fraction));
    }
}
