package io.github.genaigate.statistics.simulation;

import io.github.genaigate.model.Outcome;
import io.github.genaigate.statistics.Direction;
import io.github.genaigate.statistics.Mean;
import io.github.genaigate.statistics.MeanTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Scores from 0 to 1, most of them skewed.
 *
 * @param what they are
 * @param next draws one
 * @param mean the true one
 */
record Scores(String what, ToDoubleFunction<Draw> next, double mean) {

    static final List<Scores> ALL = List.of(
            few("1 % are 0.2, the others 1", 0.01, 0.2, draw -> 1, 1),
            few("2 % are 0.2, the others 1", 0.02, 0.2, draw -> 1, 1),
            few("3 % are 0.2, the others 1", 0.03, 0.2, draw -> 1, 1),
            few("5 % are 0.2, the others 1", 0.05, 0.2, draw -> 1, 1),
            few("3 % are 0, the others 0.9", 0.03, 0, draw -> 0.9, 0.9),
            few("5 % are 0, the others 0.85 to 0.95", 0.05, 0, draw -> 0.85 + 0.1 * draw.uniform(), 0.9),
            few("5 % are 0, the others 0.5 to 1", 0.05, 0, draw -> 0.5 + 0.5 * draw.uniform(), 0.75),
            new Scores("beta of 0.5 and 0.05", draw -> nearlyBinary(draw, 0.5, 0.05), 0.5 / 0.55),
            beta(9, 1),
            beta(8, 2),
            beta(2, 5));

    private static Scores few(String what, double part, double low, ToDoubleFunction<Draw> others, double mean) {
        return new Scores(
                what, draw -> draw.chance(part) ? low : others.applyAsDouble(draw), part * low + (1 - part) * mean);
    }

    private static Scores beta(int one, int other) {
        return new Scores(
                "beta of " + one + " and " + other,
                draw -> {
                    double mine = gamma(draw, one);
                    return mine / (mine + gamma(draw, other));
                },
                (double) one / (one + other));
    }

    private static double gamma(Draw draw, int shape) {
        double sum = 0;
        for (int i = 0; i < shape; i++) {
            sum += draw.exponential(1);
        }
        return sum;
    }

    /** A beta distribution after Jöhnk. */
    private static double nearlyBinary(Draw draw, double one, double other) {
        while (true) {
            double x = StrictMath.pow(draw.uniform(), 1 / one);
            double y = StrictMath.pow(draw.uniform(), 1 / other);
            if (x + y <= 1 && x + y > 0) {
                return x / (x + y);
            }
        }
    }

    /**
     * How often so many scores meet the demand.
     *
     * @param demanded less than the true mean by this
     * @param bounded whether they are judged as the scores they are, else by Student alone
     * @return for each of the confidences
     */
    double[] met(int samples, double demanded, boolean bounded, int replications) {
        var random = new SplittableRandom(what.hashCode() + samples);
        var target = BigDecimal.valueOf(mean - demanded);
        double[] rates = new double[Rates.CONFIDENCES.size()];
        for (int i = 0; i < replications; i++) {
            var observed = observed(new Draw(random.split()), samples, bounded);
            for (int c = 0; c < rates.length; c++) {
                var test = new MeanTest(observed, Direction.AT_LEAST, target, Rates.CONFIDENCES.get(c));
                rates[c] += test.outcome() == Outcome.MET ? 1.0 / replications : 0;
            }
        }
        return rates;
    }

    private Mean observed(Draw draw, int samples, boolean bounded) {
        double[] scores = new double[samples];
        double sum = 0;
        for (int i = 0; i < samples; i++) {
            scores[i] = next.applyAsDouble(draw);
            sum += scores[i];
        }
        double observed = sum / samples;
        double squares = 0;
        for (double score : scores) {
            squares += (score - observed) * (score - observed);
        }
        double error = Math.sqrt(squares / (samples * (samples - 1.0)));
        return new Mean(samples, BigDecimal.valueOf(observed), BigDecimal.valueOf(error), bounded);
    }
}
