package io.github.genaigate.statistics;

import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Share;
import java.math.BigDecimal;
import java.util.OptionalLong;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The one question that every number of the gate answers: is the share of failures at most the limit? The answer rests on
 * the exact one-sided bounds of Clopper and Pearson, each at the confidence given.
 *
 * <p>A limit of 0 is never met, because no number of samples without a failure proves that there is none; one failure
 * refutes it. Without a trial nothing is met.
 *
 * @param trials how many requests or cases were looked at
 * @param failuresAtLeast how many of them certainly failed
 * @param failuresAtMost how many of them possibly failed; equal to the former when counted exactly
 * @param limit the greatest share of failures allowed
 * @param confidence how sure each bound is, from 50 % to below 100 %
 */
public record ShareTest(long trials, long failuresAtLeast, long failuresAtMost, Share limit, Share confidence) {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** Counts beyond this are judged as so many of the same share, which proves less and never more. */
    private static final long MOST = 1_000_000_000_000L;

    public ShareTest {
        if (failuresAtLeast < 0 || failuresAtLeast > failuresAtMost || failuresAtMost > trials) {
            throw new IllegalArgumentException(
                    "no such counts: " + trials + ", " + failuresAtLeast + ".." + failuresAtMost);
        }
        if (!usable(confidence)) {
            throw new IllegalArgumentException("no such confidence: " + confidence);
        }
    }

    /** Every failure was counted. */
    public static ShareTest exact(long trials, long failures, Share limit, Share confidence) {
        return new ShareTest(trials, failures, failures, limit, confidence);
    }

    /** Whether samples can be judged at this confidence: below one half both answers could hold, at one none can. */
    public static boolean usable(Share confidence) {
        return confidence.fraction().compareTo(HALF) >= 0
                && confidence.fraction().compareTo(BigDecimal.ONE) < 0;
    }

    /** Met when even the upper bound is within the limit, not met when even the lower bound is beyond it. */
    public Outcome outcome() {
        if (provesWithin(scaledUp(failuresAtMost), scaledTrials())) {
            return Outcome.MET;
        }
        return provesBeyond(scaledDown(failuresAtLeast), scaledTrials()) ? Outcome.NOT_MET : Outcome.UNPROVEN;
    }

    public boolean isExact() {
        return failuresAtLeast == failuresAtMost;
    }

    /** The share of failures is at least this, at the confidence given. */
    public double lowerBound() {
        long n = scaledTrials();
        long k = scaledDown(failuresAtLeast);
        return k == 0 ? 0 : BetaDistribution.of((double) k, n - k + 1.0).inverseCumulativeProbability(level());
    }

    /** The share of failures is at most this, at the confidence given. */
    public double upperBound() {
        long n = scaledTrials();
        long k = scaledUp(failuresAtMost);
        return k == n ? 1 : BetaDistribution.of(k + 1.0, n - (double) k).inverseSurvivalProbability(level());
    }

    /**
     * Where more samples with the same share of failures would lead: met when the share is below the limit, not met when
     * it is above, nowhere when it lies on the limit. Without any trial, the share of clean samples. Speaks of the
     * greatest number of failures possible.
     */
    public Outcome tendency() {
        var failures = BigDecimal.valueOf(failuresAtMost);
        int side = trials == 0
                ? -limit.fraction().signum()
                : failures.compareTo(limit.fraction().multiply(BigDecimal.valueOf(trials)));
        return side == 0 ? Outcome.UNPROVEN : side < 0 ? Outcome.MET : Outcome.NOT_MET;
    }

    /** How many further samples would just settle it if the share of failures stays; empty when no number would. */
    public OptionalLong furtherSamples() {
        return outcome() == Outcome.UNPROVEN ? new Forecast(this).furtherSamples() : OptionalLong.of(0);
    }

    /** The greatest number of failures among as many trials with which it would be met; empty when there is none. */
    public OptionalLong tolerated() {
        if (!provesWithin(0, scaledTrials())) {
            return OptionalLong.empty();
        }
        if (limit.fraction().compareTo(BigDecimal.ONE) == 0) {
            return OptionalLong.of(trials);
        }
        long n = scaledTrials();
        long most = Forecast.first(1, n, k -> compare(k, n, BinomialTail.FOR_A_FORECAST) > 0)
                        .orElse(n + 1)
                - 1;
        return OptionalLong.of(most);
    }

    private boolean provesWithin(long failures, long samples) {
        boolean certain = limit.fraction().compareTo(BigDecimal.ONE) == 0;
        return samples > 0 && (certain || compare(failures, samples, BinomialTail.FOR_A_VERDICT) <= 0);
    }

    private boolean provesBeyond(long failures, long samples) {
        return failures > 0 && compareBeyond(failures, samples, BinomialTail.FOR_A_VERDICT) < 0;
    }

    /** The probability of at most so many failures at the limit, against the level. */
    int compare(long failures, long samples, long effort) {
        return BinomialTail.compare(samples, failures, limit.fraction(), exactLevel(), effort);
    }

    /** The probability of at least so many failures at the limit, against the level: at most the rest succeeds. */
    int compareBeyond(long failures, long samples, long effort) {
        return BinomialTail.compare(
                samples, samples - failures, limit.complement().fraction(), exactLevel(), effort);
    }

    private BigDecimal exactLevel() {
        return confidence.complement().fraction();
    }

    private double level() {
        return exactLevel().doubleValue();
    }

    private long scaledTrials() {
        return Math.min(trials, MOST);
    }

    private long scaledDown(long failures) {
        return trials <= MOST ? failures : scaled(failures, BigDecimal.ZERO);
    }

    private long scaledUp(long failures) {
        return trials <= MOST ? failures : scaled(failures, BigDecimal.valueOf(trials - 1));
    }

    private long scaled(long failures, BigDecimal slack) {
        return BigDecimal.valueOf(failures)
                .multiply(BigDecimal.valueOf(MOST))
                .add(slack)
                .divideToIntegralValue(BigDecimal.valueOf(trials))
                .longValueExact();
    }
}
