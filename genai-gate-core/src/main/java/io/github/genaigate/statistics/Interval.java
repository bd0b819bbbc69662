package io.github.genaigate.statistics;

import io.github.genaigate.model.Outcome;
import java.math.BigDecimal;

/**
 * Bounds on a true figure, held against a target.
 *
 * @param lower the figure is at least this
 * @param upper the figure is at most this
 */
record Interval(double lower, double upper) {

    /** Doubles are no closer than this; what is too close to call proves nothing. */
    private static final double CLOSE = 1e-12;

    /** Met when the whole of it lies on the right side of the target, not met when the whole of it lies on the wrong one. */
    Outcome outcome(Direction direction, BigDecimal target) {
        double wanted = target.doubleValue();
        double slack = CLOSE * Math.max(1, Math.abs(wanted));
        boolean above = lower >= wanted + slack;
        boolean below = upper <= wanted - slack;
        boolean met = direction == Direction.AT_LEAST ? above : below;
        boolean notMet = direction == Direction.AT_LEAST ? below : above;
        return met ? Outcome.MET : notMet ? Outcome.NOT_MET : Outcome.UNPROVEN;
    }
}
