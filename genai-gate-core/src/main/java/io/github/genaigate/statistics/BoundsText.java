package io.github.genaigate.statistics;

import io.github.genaigate.model.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A figure with its bounds and its target for people to read, rounded away from the flattering side with as many digits as
 * it takes, so that none contradicts the verdict.
 *
 * @param direction the side of the target that is wanted
 * @param target what is demanded
 * @param figure what was observed
 * @param low the bound below, minus infinity for none
 * @param high the bound above, infinity for none
 * @param outcome the verdict
 */
public record BoundsText(
        Direction direction, BigDecimal target, BigDecimal figure, double low, double high, Outcome outcome) {

    private static final int LEAST_DIGITS = 3;
    private static final BigDecimal HAIR = new BigDecimal("1e-15");

    public BigDecimal demanded() {
        return target;
    }

    /** What was observed: on the right side of what is demanded exactly when it is. */
    public BigDecimal observed() {
        return direction == Direction.AT_LEAST ? floor(figure) : ceiling(figure);
    }

    /** The true figure is at least this; empty when nothing is known. */
    public Optional<BigDecimal> lower() {
        if (Double.isInfinite(low)) {
            return Optional.empty();
        }
        var bound = new BigDecimal(low);
        return Optional.of(
                switch (direction) {
                    case AT_LEAST -> proving(bound, outcome == Outcome.MET);
                    case AT_MOST -> outcome == Outcome.NOT_MET ? above(bound) : floor(bound.min(target));
                });
    }

    /** The true figure is at most this; empty when nothing is known. */
    public Optional<BigDecimal> upper() {
        var mirrored = new BoundsText(
                direction == Direction.AT_LEAST ? Direction.AT_MOST : Direction.AT_LEAST,
                target.negate(),
                figure.negate(),
                -high,
                -low,
                outcome);
        return mirrored.lower().map(BigDecimal::negate).map(BoundsText::plain);
    }

    /** At or above the target exactly when it proves the claim. */
    private BigDecimal proving(BigDecimal bound, boolean met) {
        return floor(met ? bound.max(target) : bound.min(target.subtract(HAIR)));
    }

    /** Above the target, with as many digits as it takes. */
    private BigDecimal above(BigDecimal bound) {
        var honest = bound.max(target.add(HAIR));
        int digits = digits();
        while (honest.setScale(digits, RoundingMode.FLOOR).compareTo(target) <= 0) {
            digits++;
        }
        return plain(honest.setScale(digits, RoundingMode.FLOOR));
    }

    private BigDecimal floor(BigDecimal value) {
        return plain(value.setScale(digits(), RoundingMode.FLOOR));
    }

    private BigDecimal ceiling(BigDecimal value) {
        return plain(value.setScale(digits(), RoundingMode.CEILING));
    }

    private int digits() {
        return Math.max(LEAST_DIGITS, target.stripTrailingZeros().scale());
    }

    private static BigDecimal plain(BigDecimal value) {
        var stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
