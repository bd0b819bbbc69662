package io.github.genaigate.model;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * An exact decimal share from 0 to 1, written {@code 95 %}.
 *
 * @param fraction the share as a fraction of one, without trailing zeros
 */
public record Share(BigDecimal fraction) implements Comparable<Share> {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,12})?) ?%");

    public Share {
        if (fraction.signum() < 0 || fraction.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("not between 0 and 1: " + fraction);
        }
        fraction = fraction.signum() == 0 ? BigDecimal.ZERO : fraction.stripTrailingZeros();
    }

    /** Reads {@code 95 %} or {@code 99.9%}. */
    public static Parsed<Share> parse(String text) {
        var matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Parsed.wrong("a share is a number with a percent sign");
        }
        var fraction = new BigDecimal(matcher.group(1)).movePointLeft(2);
        return fraction.compareTo(BigDecimal.ONE) > 0
                ? Parsed.wrong("a share is at most 100 %")
                : Parsed.of(new Share(fraction));
    }

    /** What is left of the whole, exactly. */
    public Share complement() {
        return new Share(BigDecimal.ONE.subtract(fraction));
    }

    @Override
    public int compareTo(Share other) {
        return fraction.compareTo(other.fraction);
    }

    @Override
    public String toString() {
        var percent = fraction.movePointRight(2).stripTrailingZeros();
        return (percent.scale() < 0 ? percent.setScale(0) : percent).toPlainString() + " %";
    }
}
