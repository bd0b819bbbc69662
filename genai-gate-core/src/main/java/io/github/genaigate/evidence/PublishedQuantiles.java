package io.github.genaigate.evidence;

import io.github.genaigate.input.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The order statistics that a tool publishes of n values, and what they imply of the values themselves.
 *
 * <p>k6 and numpy sort the values and calculate the quantile at the fraction q as the value at the rank r = q(n − 1), counted
 * from 0; where r is not whole they go in a straight line from the value at ⌊r⌋ to the value at ⌈r⌉ (R-7 in Hyndman and
 * Fan, "Sample Quantiles in Statistical Packages", 1996). A quantile within the limit therefore puts the values at the
 * ranks 0 to ⌊r⌋ within it, so that at most n − 1 − ⌊r⌋ are over; a quantile over the limit puts the values at the ranks ⌈r⌉
 * to n − 1 over it, so that at least n − ⌈r⌉ are. Nothing more follows, and nothing more is said: no value between two
 * published ones is made up. The minimum and the maximum are the quantiles at 0 and 1. The rank is calculated in the same
 * floating-point steps as the tools do, so that rounding goes the same way.
 *
 * @param quantiles by rising fraction
 */
public record PublishedQuantiles(List<Quantile> quantiles) {

    private static final Pattern PERCENTILE = Pattern.compile("p\\(?(\\d{1,3}(?:\\.\\d{1,12})?)\\)?");
    /** One nanosecond: interpolation in floating point may end so much above the upper of two values. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.000001");

    public PublishedQuantiles {
        quantiles = quantiles.stream()
                .sorted(Comparator.comparingDouble(Quantile::fraction))
                .toList();
    }

    /**
     * A value that is published.
     *
     * @param fraction from 0 for the minimum to 1 for the maximum
     * @param millis the value
     */
    public record Quantile(double fraction, BigDecimal millis) {}

    /** How many values are over a limit, certainly and possibly. */
    public record Over(long atLeast, long atMost) {}

    /** In what a tool publishes times. */
    public enum Unit {
        SECONDS(3),
        MILLISECONDS(0),
        MICROSECONDS(-3),
        NANOSECONDS(-6);

        private final int power;

        Unit(int power) {
            this.power = power;
        }

        /** A time in this unit, in milliseconds. */
        public BigDecimal millis(BigDecimal time) {
            return time.scaleByPowerOfTen(power);
        }
    }

    /**
     * Those among the statistics that are quantiles: {@code p95}, {@code p(99.9)}, {@code min}, {@code med},
     * {@code median} and {@code max}. What is no number is left out.
     */
    public static PublishedQuantiles of(Stream<Map.Entry<String, Json.Value>> statistics, Unit unit) {
        return new PublishedQuantiles(
                statistics.flatMap(statistic -> quantile(statistic, unit)).toList());
    }

    private static Stream<Quantile> quantile(Map.Entry<String, Json.Value> statistic, Unit unit) {
        var fraction = fraction(statistic.getKey());
        var value = statistic.getValue().number();
        return fraction.isPresent() && value.isPresent()
                ? Stream.of(new Quantile(fraction.get(), unit.millis(value.get())))
                : Stream.empty();
    }

    private static Optional<Double> fraction(String name) {
        var percentile = PERCENTILE.matcher(name);
        if (percentile.matches()) {
            return Optional.of(Double.parseDouble(percentile.group(1)) / 100.0).filter(fraction -> fraction <= 1);
        }
        return switch (name) {
            case "min" -> Optional.of(0.0);
            case "med", "median" -> Optional.of(0.5);
            case "max" -> Optional.of(1.0);
            default -> Optional.empty();
        };
    }

    /** Whether they tell nothing: tools write zeros when no value came. */
    public boolean areBlank() {
        return quantiles.stream().allMatch(quantile -> quantile.millis().signum() == 0);
    }

    /** Whether no sorted values can have these quantiles. */
    public boolean contradictThemselves() {
        for (int i = 0; i < quantiles.size(); i++) {
            boolean falling = i > 0
                    && quantiles
                                    .get(i)
                                    .millis()
                                    .add(ROUNDING)
                                    .compareTo(quantiles.get(i - 1).millis())
                            < 0;
            if (falling || quantiles.get(i).millis().signum() < 0) {
                return true;
            }
        }
        return false;
    }

    /** What they imply about n values in all; n is at least 1. */
    public Over over(Duration limit, long n) {
        BigDecimal millis =
                BigDecimal.valueOf(limit.getSeconds()).movePointRight(3).add(BigDecimal.valueOf(limit.getNano(), 6));
        long atLeast = 0;
        long atMost = n;
        for (var quantile : quantiles) {
            double rank = quantile.fraction() * ((double) n - 1.0);
            if (quantile.millis().compareTo(millis) <= 0) {
                atMost = Math.min(atMost, n - 1 - (long) Math.floor(rank));
            } else if (quantile.millis().compareTo(millis.add(ROUNDING)) > 0) {
                atLeast = Math.max(atLeast, n - (long) Math.ceil(rank));
            }
        }
        return new Over(Math.min(atLeast, atMost), atMost);
    }
}
