package io.github.genaigate.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Values of settings as people write them. */
public final class Values {

    private Values() {}

    /** The value as it would stand in a policy, on one line. */
    public static String text(Object value) {
        return text(value, UnaryOperator.identity());
    }

    /**
     * The value as it would stand in a policy, on one line.
     *
     * @param spelling of what is text, keys of maps included
     */
    public static String text(Object value, UnaryOperator<String> spelling) {
        if (value instanceof String text) {
            return spelling.apply(text);
        }
        if (value instanceof Duration duration) {
            return Spans.format(duration);
        }
        if (value instanceof Word word) {
            return word.word();
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Entry entry) {
            return text(entry.values(), spelling);
        }
        if (value instanceof Collection<?> all) {
            return all.stream().map(one -> text(one, spelling)).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(member -> text(member.getKey(), spelling) + ": " + text(member.getValue(), spelling))
                    .collect(Collectors.joining(", ", "{ ", " }"));
        }
        return value.toString();
    }
}
