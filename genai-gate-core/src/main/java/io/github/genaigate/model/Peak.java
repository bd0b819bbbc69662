package io.github.genaigate.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A load that a service stands: so many requests in a time, written {@code 20 requests/s} or {@code 600 requests/min}, or so
 * many in flight at once, written {@code 50 concurrent requests}.
 *
 * @param amount requests in an hour, or requests in flight; without trailing zeros, so that equal loads are equal
 * @param concurrent whether it counts those in flight
 */
public record Peak(BigDecimal amount, boolean concurrent) implements Comparable<Peak> {

    static final String RATE = "\\d{1,9}(\\.\\d{1,6})? ?requests?/(s|min|h)";
    static final String CONCURRENT = "\\d{1,9}(\\.\\d{1,6})? ?concurrent requests?";

    private static final Pattern TEXT =
            Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?) ?(?:requests?/(s|min|h)|concurrent requests?)");
    private static final Map<String, Long> PER_HOUR = Map.of("s", 3_600L, "min", 60L, "h", 1L);
    private static final BigDecimal SECONDS = BigDecimal.valueOf(3_600);
    private static final int DIGITS = 9;

    public Peak {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("no such load: " + amount);
        }
        amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }

    /** Reads a load of either sort. */
    public static Parsed<Peak> parse(String text) {
        var matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Parsed.wrong("a load is a number of requests/s, requests/min, requests/h or concurrent requests");
        }
        var number = new BigDecimal(matcher.group(1));
        String unit = matcher.group(2);
        return Parsed.of(
                unit == null
                        ? new Peak(number, true)
                        : new Peak(number.multiply(BigDecimal.valueOf(PER_HOUR.getOrDefault(unit, 1L))), false));
    }

    /** Reads so many requests in a time. */
    static Parsed<Peak> parseRate(String text) {
        var parsed = parse(text);
        return parsed.value().filter(Peak::concurrent).isPresent()
                ? Parsed.wrong("a rate is a number of requests/s, requests/min or requests/h")
                : parsed;
    }

    /** So many requests in a time of seconds, rounded to a tenth, or to the first digit that is not zero. */
    public static Peak rate(long requests, long seconds) {
        var perSecond = BigDecimal.valueOf(requests).divide(BigDecimal.valueOf(seconds), DIGITS, RoundingMode.FLOOR);
        return new Peak(brief(perSecond).multiply(SECONDS), false);
    }

    /** So many requests in flight, rounded likewise. */
    public static Peak inFlight(BigDecimal mean) {
        return new Peak(brief(mean), true);
    }

    /** Rounded down, so that nothing looks like more than it is. */
    private static BigDecimal brief(BigDecimal exact) {
        int first = exact.scale() - exact.precision() + 1;
        return exact.setScale(Math.max(1, exact.signum() == 0 ? 1 : first), RoundingMode.FLOOR);
    }

    /** Requests in a second, as near as makes no difference; or requests in flight. */
    public double perSecond() {
        return concurrent ? amount.doubleValue() : amount.doubleValue() / SECONDS.doubleValue();
    }

    /** The order of loads of one sort; those in flight stand behind. */
    @Override
    public int compareTo(Peak other) {
        return concurrent == other.concurrent
                ? amount.compareTo(other.amount)
                : Boolean.compare(concurrent, other.concurrent);
    }

    @Override
    public String toString() {
        if (concurrent) {
            return amount.toPlainString() + " concurrent " + noun(amount);
        }
        for (var unit : new String[] {"s", "min"}) {
            var hours = BigDecimal.valueOf(PER_HOUR.getOrDefault(unit, 1L));
            var inUnit = amount.divide(hours, DIGITS, RoundingMode.FLOOR);
            if (inUnit.multiply(hours).compareTo(amount) == 0) {
                var text = inUnit.signum() == 0 ? BigDecimal.ZERO : inUnit.stripTrailingZeros();
                return text.toPlainString() + " " + noun(text) + "/" + unit;
            }
        }
        return amount.toPlainString() + " " + noun(amount) + "/h";
    }

    private static String noun(BigDecimal amount) {
        return amount.compareTo(BigDecimal.ONE) == 0 ? "request" : "requests";
    }
}
