package io.github.genaigate.statistics;

import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Share;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalLong;

/**
 * The question whether a true mean lies on the right side of a target, answered by its one-sided bounds, each at the
 * confidence given. When that is right is told at {@link Mean}.
 *
 * @param mean as reported
 * @param direction the side
 * @param target the least or greatest mean wanted
 * @param confidence how sure each bound is, from 50 % to below 100 %
 */
public record MeanTest(Mean mean, Direction direction, BigDecimal target, Share confidence) {

    public MeanTest {
        if (!ShareTest.usable(confidence)) {
            throw new IllegalArgumentException("no such confidence: " + confidence);
        }
    }

    public Outcome outcome() {
        return interval().outcome(direction, target);
    }

    public double lowerBound() {
        return interval().lower();
    }

    public double upperBound() {
        return interval().upper();
    }

    /** Where more samples of the same mean and spread would lead; nowhere when the mean is the target. */
    public Outcome tendency() {
        int side = mean.observed().compareTo(target);
        boolean right = direction == Direction.AT_LEAST ? side > 0 : side < 0;
        return side == 0 ? Outcome.UNPROVEN : right ? Outcome.MET : Outcome.NOT_MET;
    }

    /** How many further samples would just settle it if mean and spread stay; empty when no number would. */
    public OptionalLong furtherSamples() {
        if (outcome() != Outcome.UNPROVEN) {
            return OptionalLong.of(0);
        }
        boolean knowsNothing = !mean.bounded() && !mean.isSpread();
        if (knowsNothing || tendency() == Outcome.UNPROVEN) {
            return OptionalLong.empty();
        }
        var all = Forecast.first(
                mean.samples() + 1, Forecast.MOST, samples -> of(samples).outcome() != Outcome.UNPROVEN);
        return all.isEmpty() ? all : OptionalLong.of(all.getAsLong() - mean.samples());
    }

    /** The figures for people to read. */
    public BoundsText text() {
        return new BoundsText(direction, target, mean.observed(), lowerBound(), upperBound(), outcome());
    }

    private MeanTest of(long samples) {
        var error = BigDecimal.valueOf(Math.sqrt((double) mean.samples() / samples))
                .multiply(mean.standardError(), MathContext.DECIMAL64);
        return new MeanTest(new Mean(samples, mean.observed(), error, mean.bounded()), direction, target, confidence);
    }

    private Interval interval() {
        return new Interval(mean.lower(confidence), mean.upper(confidence));
    }
}
