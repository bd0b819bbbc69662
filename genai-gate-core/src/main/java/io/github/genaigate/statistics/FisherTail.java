package io.github.genaigate.statistics;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * Fisher's exact test of two independent shares, one-sided: how likely it is, when both are equal and so many were hit in
 * all, that the first sample holds at most so many of the hits.
 */
final class FisherTail {

    /** Samples beyond this are not compared so, because the sum would take long. */
    static final long MOST = 1_000_000_000L;

    private static final double NEGLIGIBLE = 1e-18;

    private FisherTail() {}

    /** At most as many hits in the first sample as there were. */
    static double atMost(ShareSample first, ShareSample second) {
        int all = Math.toIntExact(first.trials() + second.trials());
        int hits = Math.toIntExact(first.hits() + second.hits());
        int drawn = Math.toIntExact(first.trials());
        int least = Math.max(0, hits + drawn - all);
        int most = Math.min(hits, drawn);
        int observed = Math.toIntExact(first.hits());
        var distribution = HypergeometricDistribution.of(all, hits, drawn);
        double mean = (double) hits * drawn / all;
        return observed <= mean
                ? down(distribution.probability(observed), observed, least, all, hits, drawn)
                : 1
                        - (observed == most
                                ? 0
                                : up(distribution.probability(observed + 1), observed + 1, most, all, hits, drawn));
    }

    /** This term and those below it, until they no longer matter. */
    private static double down(double term, int from, int least, int all, int hits, int drawn) {
        double sum = term;
        for (int i = from; i > least && term > sum * NEGLIGIBLE; i--) {
            term *= (double) i / (hits - i + 1) * (all - hits - drawn + (double) i) / (drawn - i + 1);
            sum += term;
        }
        return sum;
    }

    /** This term and those above it, until they no longer matter. */
    private static double up(double term, int from, int most, int all, int hits, int drawn) {
        double sum = term;
        for (int i = from; i < most && term > sum * NEGLIGIBLE; i++) {
            term *= (double) (hits - i) / (i + 1) * (drawn - i) / (all - hits - drawn + i + 1.0);
            sum += term;
        }
        return sum;
    }
}
