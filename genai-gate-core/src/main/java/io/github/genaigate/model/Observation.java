package io.github.genaigate.model;

import java.math.BigDecimal;

/**
 * One number or text behind a sentence.
 *
 * @param name what it is, in camel case, such as {@code withinLimit}
 * @param value a {@link BigDecimal} or a {@link String}
 * @param unit such as {@code ms}, {@code %} or {@code requests}; empty for a text
 */
public record Observation(String name, Object value, String unit) {
    public Observation {
        if (!(value instanceof BigDecimal) && !(value instanceof String)) {
            throw new IllegalArgumentException("neither a number nor a text: " + value);
        }
    }

    public static Observation of(String name, long value, String unit) {
        return new Observation(name, BigDecimal.valueOf(value), unit);
    }

    public static Observation of(String name, BigDecimal value, String unit) {
        return new Observation(name, value, unit);
    }

    public static Observation of(String name, String value) {
        return new Observation(name, value, "");
    }

    /** The value as people read it. */
    public String text() {
        var number = value instanceof BigDecimal decimal ? digits(decimal) : value.toString();
        return unit.isEmpty() ? number : number + " " + unit;
    }

    /** All digits of a number, without an exponent unless the number would fill pages. */
    public static String digits(BigDecimal number) {
        return Math.abs((long) number.scale()) > 1_000 ? number.toString() : number.toPlainString();
    }
}
