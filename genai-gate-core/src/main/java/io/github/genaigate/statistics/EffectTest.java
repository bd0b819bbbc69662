package io.github.genaigate.statistics;

import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Share;
import java.math.BigDecimal;

/**
 * The question whether a treatment changes a share or a mean by as much as is claimed: treatment less so much of the control,
 * against a target. Two means without bounds are compared after Welch; all others by the bounds of both, each at half of the
 * error allowed.
 *
 * @param treatment with the change
 * @param control without it
 * @param part how much of the control is taken away, above 0: 1 for the difference itself, 0.8 to ask for a fall by 20 %
 *     without a quotient
 * @param direction the side of the target that is claimed
 * @param target the least or the greatest effect claimed
 * @param confidence how sure each answer is, from 50 % to below 100 %
 */
public record EffectTest(
        Arm treatment, Arm control, BigDecimal part, Direction direction, BigDecimal target, Share confidence) {

    public EffectTest {
        if (!ShareTest.usable(confidence)
                || part.signum() <= 0
                || !treatment.getClass().equals(control.getClass())) {
            throw new IllegalArgumentException(
                    "no such effect: " + treatment + ", " + part + " of " + control + " at " + confidence);
        }
    }

    /** The difference itself. */
    public EffectTest(Arm treatment, Arm control, Direction direction, BigDecimal target, Share confidence) {
        this(treatment, control, BigDecimal.ONE, direction, target, confidence);
    }

    public Outcome outcome() {
        return treatment.samples() == 0 || control.samples() == 0
                ? Outcome.UNPROVEN
                : interval().outcome(direction, target);
    }

    /** The observed effect. */
    public BigDecimal observed() {
        return treatment.observed().subtract(part.multiply(control.observed()));
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
        return treatment instanceof Mean one && control instanceof Mean other && isPlain(one) && isPlain(other)
                ? welch(one, other)
                : split(treatment, control, part, confidence);
    }

    private static boolean isPlain(Mean mean) {
        return !mean.bounded() && mean.isSpread();
    }

    /** Each bound fails in half of the error allowed, so both hold at the confidence. */
    static Interval split(Arm one, Arm other, BigDecimal part, Share confidence) {
        var half = new Family(confidence, 2).bonferroni();
        double times = part.doubleValue();
        return new Interval(one.lower(half) - times * other.upper(half), one.upper(half) - times * other.lower(half));
    }

    /** Welch, The generalization of Student's problem, Biometrika 34, 1947, with Satterthwaite's degrees of freedom. */
    private Interval welch(Mean one, Mean other) {
        double mine = one.standardError().doubleValue();
        double theirs = other.standardError().doubleValue() * part.doubleValue();
        // squares of their own size neither vanish nor overflow
        double unit = Math.max(mine, theirs);
        double first = mine / unit * (mine / unit);
        double second = theirs / unit * (theirs / unit);
        double freedom = (first + second)
                * (first + second)
                / (first * first / (one.samples() - 1.0) + second * second / (other.samples() - 1.0));
        double margin = Student.reach(freedom, confidence) * unit * Math.sqrt(first + second);
        double effect = observed().doubleValue();
        return new Interval(effect - margin, effect + margin);
    }
}
