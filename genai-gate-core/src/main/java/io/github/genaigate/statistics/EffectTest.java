package io.github.genaigate.statistics;

import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Share;
import java.math.BigDecimal;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The question whether a treatment changes a share or a mean by as much as is claimed: treatment less control, against a
 * target. Two means that Student's bounds are good for are compared after Welch; all others by the bounds of both, each at half
 * of the error allowed.
 *
 * @param treatment with the change
 * @param control without it
 * @param direction the side of the target that is claimed
 * @param target the least or the greatest effect claimed
 * @param confidence how sure each answer is, from 50 % to below 100 %
 */
public record EffectTest(Arm treatment, Arm control, Direction direction, BigDecimal target, Share confidence) {

    public EffectTest {
        if (!ShareTest.usable(confidence) || !treatment.getClass().equals(control.getClass())) {
            throw new IllegalArgumentException("no such effect: " + treatment + ", " + control + " at " + confidence);
        }
    }

    public Outcome outcome() {
        return isNothing(treatment) || isNothing(control)
                ? Outcome.UNPROVEN
                : interval().outcome(direction, target);
    }

    /** The observed effect. */
    public BigDecimal observed() {
        return treatment.observed().subtract(control.observed());
    }

    /** The true effect is at least this; minus infinity where nothing is known. */
    public double lowerBound() {
        return interval().lower();
    }

    /** The true effect is at most this; infinity where nothing is known. */
    public double upperBound() {
        return interval().upper();
    }

    /** The figures for people to read. */
    public BoundsText text() {
        return new BoundsText(direction, target, observed(), lowerBound(), upperBound(), outcome());
    }

    private Interval interval() {
        return treatment instanceof Mean one && control instanceof Mean other && good(one) && good(other)
                ? welch(one, other)
                : split(treatment, control, confidence);
    }

    /** Without bounds there is no other way for means that are spread at all. */
    private static boolean good(Mean mean) {
        return mean.bounded() ? mean.isPlain() : mean.isSpread();
    }

    private static boolean isNothing(Arm arm) {
        return arm instanceof ShareSample share && share.trials() == 0;
    }

    /** Each bound fails in half of the error allowed, so both hold at the confidence. */
    static Interval split(Arm one, Arm other, Share confidence) {
        var half = new Simultaneous(confidence, 2).bonferroni();
        return new Interval(one.lower(half) - other.upper(half), one.upper(half) - other.lower(half));
    }

    /** Welch, The generalization of Student's problem, Biometrika 34, 1947, with Satterthwaite's degrees of freedom. */
    private Interval welch(Mean one, Mean other) {
        double first = square(one.standardError());
        double second = square(other.standardError());
        double freedom = (first + second)
                * (first + second)
                / (first * first / (one.samples() - 1.0) + second * second / (other.samples() - 1.0));
        double margin = TDistribution.of(freedom)
                        .inverseCumulativeProbability(confidence.fraction().doubleValue())
                * Math.sqrt(first + second);
        double effect = observed().doubleValue();
        return new Interval(effect - margin, effect + margin);
    }

    private static double square(BigDecimal value) {
        return value.doubleValue() * value.doubleValue();
    }
}
