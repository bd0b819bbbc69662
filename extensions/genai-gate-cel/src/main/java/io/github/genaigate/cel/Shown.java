package io.github.genaigate.cel;

import io.github.genaigate.model.Spans;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Values as messages tell them. */
final class Shown {

    private static final int LONGEST = 160;
    private static final int FEW = 5;

    private Shown() {}

    static String value(Object value) {
        if (value instanceof Double number) {
            return number(number);
        }
        if (value instanceof Duration duration && !duration.isNegative()) {
            return Spans.format(duration);
        }
        if (value instanceof Collection<?> list) {
            var first = list.stream().limit(FEW).map(Shown::value).collect(Collectors.joining(", "));
            return list.size() > FEW ? first + " and " + (list.size() - FEW) + " more" : first;
        }
        if (value instanceof Map<?, ?> map) {
            return value(map.keySet());
        }
        return text(value.toString());
    }

    private static String number(double number) {
        var exact = BigDecimal.valueOf(number);
        return Math.abs(exact.scale()) > 12 || exact.precision() - exact.scale() > 18
                ? Double.toString(number)
                : (exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros()).toPlainString();
    }

    /** In one line, and cut when it is too long for a message. */
    static String text(String text) {
        var line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        if (line.codePointCount(0, line.length()) <= LONGEST) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
