package io.github.genaigate.evidence.latency;

import io.github.genaigate.input.Json;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a k6 summary publishes of one trend: order statistics, and sometimes their number.
 *
 * <p>k6 sorts the n values and calculates the quantile at the fraction q as the value at the rank r = q(n − 1), counted
 * from 0; where r is not whole it goes in a straight line from the value at ⌊r⌋ to the value at ⌈r⌉. A quantile within the
 * limit therefore puts the values at the ranks 0 to ⌊r⌋ within it, so that at most n − 1 − ⌊r⌋ are over; a quantile over
 * the limit puts the values at the ranks ⌈r⌉ to n − 1 over it, so that at least n − ⌈r⌉ are. Nothing more follows, and
 * nothing more is said: no value between two published ones is made up. The minimum and the maximum are the quantiles
 * at 0 and 1. The rank is calculated in the same floating-point steps as k6 does, so that rounding goes the same way.
 *
 * @param count how many values there are, when published
 * @param quantiles by rising fraction
 */
record K6Trend(Optional<Long> count, List<Quantile> quantiles) {

    private static final Pattern PERCENTILE = Pattern.compile("p\\(?(\\d{1,3}(?:\\.\\d{1,12})?)\\)?");
    /** One nanosecond: interpolation in floating point may end so much above the upper of two values. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.000001");

    K6Trend {
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
    record Quantile(double fraction, BigDecimal millis) {}

    /** How many values are over a limit, certainly and possibly. */
    record Over(long atLeast, long atMost) {}

    static K6Trend of(Json.Value values) {
        return new K6Trend(
                K6Summary.whole(values, "count"),
                values.members().flatMap(K6Trend::quantile).toList());
    }

    private static Stream<Quantile> quantile(Map.Entry<String, Json.Value> member) {
        var fraction = fraction(member.getKey());
        var millis = member.getValue().number();
        return fraction.isPresent() && millis.isPresent()
                ? Stream.of(new Quantile(fraction.get(), millis.get()))
                : Stream.empty();
    }

    private static Optional<Double> fraction(String name) {
        var percentile = PERCENTILE.matcher(name);
        if (percentile.matches()) {
            return Optional.of(Double.parseDouble(percentile.group(1)) / 100.0).filter(fraction -> fraction <= 1);
        }
        return switch (name) {
            case "min" -> Optional.of(0.0);
            case "med" -> Optional.of(0.5);
            case "max" -> Optional.of(1.0);
            default -> Optional.empty();
        };
    }

    /** Whether it measured nothing: k6 writes zeros when no value came. */
    boolean isBlank() {
        return quantiles.stream().allMatch(quantile -> quantile.millis().signum() == 0);
    }

    /** Whether no sorted values can have these quantiles. */
    boolean contradictsItself() {
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

    /** What the published values imply about n values in all; n is at least 1. */
    Over over(BigDecimal limit, long n) {
        long atLeast = 0;
        long atMost = n;
        for (var quantile : quantiles) {
            double rank = quantile.fraction() * ((double) n - 1.0);
            if (quantile.millis().compareTo(limit) <= 0) {
                atMost = Math.min(atMost, n - 1 - (long) Math.floor(rank));
            } else if (quantile.millis().compareTo(limit.add(ROUNDING)) > 0) {
                atLeast = Math.max(atLeast, n - (long) Math.ceil(rank));
            }
        }
        return new Over(Math.min(atLeast, atMost), atMost);
    }
}
