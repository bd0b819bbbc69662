package io.github.genaigate.statistics;

import io.github.genaigate.model.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * How many samples it takes to prove that the share of failures is at most the limit, told before any are taken.
 *
 * @param limit the greatest share of failures allowed
 * @param confidence how sure the proof is to be, from 50 % to below 100 %
 */
public record SamplePlan(Share limit, Share confidence) {

    public SamplePlan {
        if (!ShareTest.usable(confidence)) {
            throw new IllegalArgumentException("no such confidence: " + confidence);
        }
    }

    /**
     * The fewest samples from which on the proof succeeds with the probability wanted. That probability goes up and down
     * like the teeth of a saw as samples are added, because failures are whole: it never falls below what is wanted at any
     * greater number.
     *
     * @param assumed the true share of failures, as far as can be guessed
     * @param probability with which the proof is to succeed, below 100 %
     * @return empty when no number up to a billion does
     */
    public OptionalLong samples(Share assumed, Share probability) {
        return samples(assumed, probability, BigDecimal.ONE);
    }

    /** The same for dependent samples, each of which says as much as a fraction of an independent one. */
    public OptionalLong samples(Share assumed, Share probability, BigDecimal designEffect) {
        return samples(assumed.fraction().doubleValue(), probability.fraction().doubleValue(), designEffect);
    }

    OptionalLong samples(double assumed, double probability, BigDecimal designEffect) {
        var independent = independent(assumed, probability);
        return independent.isEmpty()
                ? independent
                : OptionalLong.of(BigDecimal.valueOf(independent.getAsLong())
                        .multiply(designEffect)
                        .setScale(0, RoundingMode.CEILING)
                        .longValueExact());
    }

    /** The probability that so many independent samples prove it. */
    public double probability(long samples, Share assumed) {
        var tolerated = new CountedTail(samples, limit, confidence).tolerated();
        return tolerated.isEmpty()
                ? 0
                : atMost(tolerated.getAsLong(), samples, assumed.fraction().doubleValue());
    }

    private OptionalLong independent(double assumed, double probability) {
        if (assumed == 0) {
            return proving(0);
        }
        if (limit.fraction().doubleValue() <= assumed || probability >= 1) {
            return limit.fraction().compareTo(BigDecimal.ONE) == 0 ? OptionalLong.of(1) : OptionalLong.empty();
        }
        var tolerated = Forecast.first(0, Forecast.MOST, k -> {
            var next = proving(k + 1);
            return next.isEmpty() || atMost(k, next.getAsLong() - 1, assumed) >= probability;
        });
        return tolerated.isEmpty() ? tolerated : proving(tolerated.getAsLong());
    }

    /** The fewest samples that prove the limit with so many failures. */
    OptionalLong proving(long failures) {
        var tail = new CountedTail(0, limit, confidence);
        return Forecast.first(
                failures + 1,
                Forecast.MOST,
                samples -> tail.compare(failures, samples, BinomialTail.FOR_A_FORECAST) <= 0);
    }

    /** The probability of at most so many failures. */
    private static double atMost(long failures, long samples, double share) {
        return failures >= samples
                ? 1
                : BetaDistribution.of(failures + 1.0, samples - (double) failures)
                        .survivalProbability(share);
    }
}
