package io.github.genaigate.statistics.simulation;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** Where the failures of a simulated run come from; the true share of failures is exactly the one asked for. */
interface Source {

    /**
     * Simulates one run.
     *
     * @param draw the random numbers
     * @param share the true share of failures
     * @param trials samples in each bin or of each case, to be filled
     * @param failures to be filled
     */
    void fill(Draw draw, double share, long[] trials, long[] failures);

    /** One request after the other, so many in each bin. */
    private static Source requests(int perBin, Requests requests) {
        return (draw, share, trials, failures) -> {
            var failing = requests.start(draw, share);
            for (int i = 0; i < trials.length; i++) {
                trials[i] = perBin;
                for (int j = 0; j < perBin; j++) {
                    failures[i] += failing.next(draw) ? 1 : 0;
                }
            }
        };
    }

    /** Begins a run of requests. */
    interface Requests {
        Failing start(Draw draw, double share);
    }

    /** Whether the next request fails. */
    interface Failing {
        boolean next(Draw draw);
    }

    static Source independent(int perBin) {
        return requests(perBin, (start, share) -> draw -> draw.chance(share));
    }

    /** Latencies of a Pareto distribution without a variance, against the limit that the share asks for. */
    static Source heavyTailed(int perBin) {
        return requests(perBin, (start, share) -> {
            double limit = StrictMath.pow(share, -1 / 1.5);
            return draw -> StrictMath.pow(1 - draw.uniform(), -1 / 1.5) > limit;
        });
    }

    /** Requests that arrive by themselves, some bins remaining empty. */
    static Source arriving(double perBin) {
        return (draw, share, trials, failures) -> {
            for (int i = 0; i < trials.length; i++) {
                trials[i] = draw.poisson(perBin);
                for (int j = 0; j < trials[i]; j++) {
                    failures[i] += draw.chance(share) ? 1 : 0;
                }
            }
        };
    }

    /** Lognormal latencies whose logarithms follow an autoregressive process of first order. */
    static Source autoregressive(int perBin, double phi) {
        double rest = StrictMath.sqrt(1 - phi * phi);
        return requests(perBin, (start, share) -> {
            double limit = NormalDistribution.of(0, 1).inverseSurvivalProbability(share);
            double[] state = {start.gauss()};
            return draw -> {
                boolean fails = state[0] > limit;
                state[0] = phi * state[0] + rest * draw.gauss();
                return fails;
            };
        });
    }

    /** All requests of a burst fail and no others; bursts have this mean length, and so have their gaps at one half. */
    static Source bursts(int perBin, double mean) {
        return partialBursts(perBin, mean, 1, 0);
    }

    /**
     * Bursts in which a part of the requests fails.
     *
     * @param inside the share of failures in a burst
     * @param background the part of all failures that lies outside bursts
     */
    static Source partialBursts(int perBin, double mean, double inside, double background) {
        return requests(perBin, (start, share) -> {
            double bursting = share * (1 - background) / inside;
            double outside = share * background / (1 - bursting);
            double begin = bursting / (1 - bursting) / mean;
            boolean[] burst = {start.chance(bursting)};
            return draw -> {
                boolean fails = inside == 1 && background == 0 ? burst[0] : draw.chance(burst[0] ? inside : outside);
                if (draw.chance(burst[0] ? 1 / mean : begin)) {
                    burst[0] = !burst[0];
                }
                return fails;
            };
        });
    }

    /** A service that is down for some seconds at a time while requests arrive; a bin is a second. */
    static Source outages(double perSecond, double meanSeconds) {
        return (draw, share, trials, failures) -> {
            boolean down = draw.chance(share);
            double begin = share / (1 - share) / meanSeconds;
            for (int i = 0; i < trials.length; i++) {
                trials[i] = draw.poisson(perSecond);
                failures[i] = down ? trials[i] : 0;
                if (draw.chance(down ? 1 / meanSeconds : begin)) {
                    down = !down;
                }
            }
        };
    }

    /** The time in a queue before one server, with Poisson arrivals and exponential service, against a limit. */
    static Source queue(int perBin, double load) {
        return requests(perBin, (start, share) -> {
            double mean = 1 / (1 - load);
            double limit = -StrictMath.log(share) * mean;
            double[] time = {start.exponential(mean)};
            return draw -> {
                boolean slow = time[0] > limit;
                time[0] = Math.max(0, time[0] - draw.exponential(1 / load)) + draw.exponential(1);
                return slow;
            };
        });
    }

    /** Independent requests whose share of failures grows from nothing to twice the mean. */
    static Source drifting(int perBin) {
        return (draw, share, trials, failures) -> {
            for (int i = 0; i < trials.length; i++) {
                trials[i] = perBin;
                for (int j = 0; j < perBin; j++) {
                    failures[i] += draw.chance(2 * share * (i + 0.5) / trials.length) ? 1 : 0;
                }
            }
        };
    }

    /** Independent requests that fail only in the last half of the run, as after a release. */
    static Source stepping(int perBin) {
        return (draw, share, trials, failures) -> {
            for (int i = 0; i < trials.length; i++) {
                trials[i] = perBin;
                for (int j = 0; j < perBin; j++) {
                    failures[i] += 2 * i >= trials.length && draw.chance(2 * share) ? 1 : 0;
                }
            }
        };
    }

    /**
     * Evaluation cases of a beta-binomial distribution, by the urn of Pólya.
     *
     * @param fewest repeats of a case; they go in turn up to the most
     * @param alike the correlation of two repeats of a case
     */
    static Source repeats(int fewest, int most, double alike) {
        return (draw, share, trials, failures) -> {
            for (int i = 0; i < trials.length; i++) {
                trials[i] = fewest + i % (most - fewest + 1);
                for (int j = 0; j < trials[i]; j++) {
                    double next =
                            j == 0 ? share : (share * (1 - alike) + alike * failures[i]) / (1 - alike + alike * j);
                    failures[i] += draw.chance(next) ? 1 : 0;
                }
            }
        };
    }
}
