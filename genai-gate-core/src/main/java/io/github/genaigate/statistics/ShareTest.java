package io.github.genaigate.statistics;

import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Share;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;

/**
 * The one question that every number of the gate answers: is the share of failures at most the limit? The answer rests on
 * the exact one-sided bounds of Clopper and Pearson, each at the confidence given. Dependent samples are judged as the
 * smaller number of independent ones that says as much, with real numbers in place of counts and nothing rounded.
 *
 * <p>A limit of 0 is never met, because no number of samples without a failure proves that there is none; one failure
 * refutes it. Without a trial nothing is met.
 *
 * @param trials how many requests or cases were looked at
 * @param failuresAtLeast how many of them certainly failed
 * @param failuresAtMost how many of them possibly failed; equal to the former when counted exactly
 * @param limit the greatest share of failures allowed
 * @param confidence how sure each bound is, from 50 % to below 100 %
 * @param dependence of the samples
 */
public record ShareTest(
        long trials, long failuresAtLeast, long failuresAtMost, Share limit, Share confidence, Dependence dependence) {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    public ShareTest {
        if (failuresAtLeast < 0 || failuresAtLeast > failuresAtMost || failuresAtMost > trials) {
            throw new IllegalArgumentException(
                    "no such counts: " + trials + ", " + failuresAtLeast + ".." + failuresAtMost);
        }
        if (!usable(confidence)) {
            throw new IllegalArgumentException("no such confidence: " + confidence);
        }
    }

    /** Independent samples. */
    public ShareTest(long trials, long failuresAtLeast, long failuresAtMost, Share limit, Share confidence) {
        this(trials, failuresAtLeast, failuresAtMost, limit, confidence, Dependence.NONE);
    }

    /** Every failure was counted, and the samples are independent. */
    public static ShareTest exact(long trials, long failures, Share limit, Share confidence) {
        return new ShareTest(trials, failures, failures, limit, confidence);
    }

    /** The same counts, of samples that depend on each other like this. */
    public ShareTest under(Dependence other) {
        return new ShareTest(trials, failuresAtLeast, failuresAtMost, limit, confidence, other);
    }

    /** Whether samples can be judged at this confidence: below one half both answers could hold, at one none can. */
    public static boolean usable(Share confidence) {
        return confidence.fraction().compareTo(HALF) >= 0
                && confidence.fraction().compareTo(BigDecimal.ONE) < 0;
    }

    /**
     * Met when even the upper bound is within the limit, not met when even the lower bound is beyond it. Clusters of
     * failures are never met while there are too few of them to tell how many there will be.
     */
    public Outcome outcome() {
        if (!dependence.tooFewClusters() && tail().provesWithin(failuresAtMost)) {
            return Outcome.MET;
        }
        return tail().provesBeyond(failuresAtLeast) ? Outcome.NOT_MET : Outcome.UNPROVEN;
    }

    /** How many independent samples say as much, in ten thousandths, rounded down; never more than the trials. */
    public BigDecimal effectiveTrials() {
        return BigDecimal.valueOf(trials)
                .divide(designEffect(), 4, RoundingMode.FLOOR)
                .stripTrailingZeros();
    }

    /** What the counts are divided by, at least 1. */
    public BigDecimal designEffect() {
        return dependence.designEffect(confidence);
    }

    public boolean isExact() {
        return failuresAtLeast == failuresAtMost;
    }

    /** The share of failures is at least this, at the confidence given. */
    public double lowerBound() {
        return tail().lowerBound(failuresAtLeast);
    }

    /** The share of failures is at most this, at the confidence given. */
    public double upperBound() {
        return tail().upperBound(failuresAtMost);
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

    /**
     * How many further samples it takes until a run of so many in all is met with a probability of 80 %, if the observed
     * share is the true one; empty when no number would do, or when it does not tend to be met.
     */
    public OptionalLong likelySamples() {
        return outcome() == Outcome.MET ? OptionalLong.of(0) : new Forecast(this).likelySamples();
    }

    /** The greatest number of failures among as many trials with which it would be met; empty when there is none. */
    public OptionalLong tolerated() {
        return tail().tolerated();
    }

    /** Of independent samples, the exact tail; else that of the effective ones. */
    private Tail tail() {
        var factor = designEffect();
        return factor.compareTo(BigDecimal.ONE) == 0
                ? new CountedTail(trials, limit, confidence)
                : new EffectiveTail(trials, factor, limit, confidence);
    }
}
