package io.github.genaigate.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Values of settings as people write them. */
public final class Values {

    private Values() {}

    /** The value as it would stand in a policy, on one line. */
    public static String text(Object value) {
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
            return text(entry.values());
        }
        if (value instanceof Collection<?> all) {
            return all.stream().map(Values::text).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(member -> member.getKey() + ": " + text(member.getValue()))
                    .collect(Collectors.joining(", ", "{ ", " }"));
        }
        return value.toString();
    }
}
