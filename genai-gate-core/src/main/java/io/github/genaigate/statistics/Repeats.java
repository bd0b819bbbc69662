package io.github.genaigate.statistics;

import java.util.Arrays;

/**
 * The failures of an evaluation by case, each case run one or more times, and what their scatter says of the dependence of
 * the repeats. At worst all repeats of a case end alike: then a case counts once, and where too few cases failed to say
 * more, it does.
 */
final class Repeats {

    private final long[] trials;
    private final long[] failures;

    Repeats(long[] trials, long[] failures) {
        this.trials = trials;
        this.failures = failures;
        Counts.check(trials, failures);
    }

    Dependence dependence() {
        double samples = Arrays.stream(trials).sum();
        double failed = Arrays.stream(failures).sum();
        double squares = 0;
        for (long repeats : trials) {
            squares += (double) repeats * repeats;
        }
        long cases = Arrays.stream(trials).filter(repeats -> repeats > 0).count();
        if (cases == samples) {
            return Dependence.NONE;
        }
        double most = squares / samples;
        var clusters = clusters(failed <= samples - failed);
        if (clusters.number() < Dependence.FEWEST_CLUSTERS) {
            return Dependence.estimated(most, 0, most, cases, clusters.number(), false);
        }
        double share = failed / samples;
        double variance = 0;
        for (int i = 0; i < trials.length; i++) {
            double excess = failures[i] - share * trials[i];
            variance += excess * excess;
        }
        double estimate = Math.max(1, variance * cases / ((cases - 1) * samples * share * (1 - share)));
        double freedom = Math.max(0, Math.min(cases - 1.0, clusters.freedom(estimate) - 1));
        return Dependence.estimated(estimate, freedom, most, cases, clusters.number(), false);
    }

    /** The failures of each case, or its successes where these are rarer. */
    private Clusters clusters(boolean failuresAreRarer) {
        var clusters = new Clusters();
        for (int i = 0; i < trials.length; i++) {
            clusters.add((double) (failuresAreRarer ? failures[i] : trials[i] - failures[i]));
        }
        return clusters;
    }
}
