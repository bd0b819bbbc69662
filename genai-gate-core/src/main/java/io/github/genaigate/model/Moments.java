package io.github.genaigate.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * Numbers, summed exactly.
 *
 * @param count how many
 * @param sum of all
 * @param squares the sum of their squares; empty when only the sum is known, and their spread is not
 */
public record Moments(long count, BigDecimal sum, Optional<BigDecimal> squares) implements Addable<Moments> {

    public static final Moments NONE = new Moments(0, BigDecimal.ZERO, Optional.of(BigDecimal.ZERO));

    public Moments {
        if (count < 0) {
            throw new IllegalArgumentException("no such count: " + count);
        }
        sum = plain(sum);
        squares = squares.map(Moments::plain);
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    /** One number. */
    public static Moments of(BigDecimal number) {
        return new Moments(1, number, Optional.of(number.multiply(number)));
    }

    @Override
    public Moments plus(Moments other) {
        return new Moments(
                Math.addExact(count, other.count),
                sum.add(other.sum),
                squares.flatMap(mine -> other.squares.map(mine::add)));
    }

    /** The mean; empty when there is no number. */
    public Optional<BigDecimal> mean() {
        return count == 0
                ? Optional.empty()
                : Optional.of(plain(sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL128)));
    }

    /** The standard deviation with n - 1; empty when it is not known, or there are fewer than two numbers. */
    public Optional<BigDecimal> deviation() {
        if (count < 2) {
            return Optional.empty();
        }
        var n = BigDecimal.valueOf(count);
        return squares.map(square -> square.multiply(n)
                .subtract(sum.multiply(sum))
                .max(BigDecimal.ZERO)
                .divide(n.multiply(BigDecimal.valueOf(count - 1)), MathContext.DECIMAL128)
                .sqrt(MathContext.DECIMAL64));
    }
}
