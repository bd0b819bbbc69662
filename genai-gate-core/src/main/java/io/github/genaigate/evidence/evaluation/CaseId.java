package io.github.genaigate.evidence.evaluation;

import io.github.genaigate.evidence.Excerpt;
import io.github.genaigate.input.Json.Value;
import io.github.genaigate.model.Sha256;
import java.math.BigDecimal;
import java.util.List;

/** Builds the id that repeats of one case have in common: a title, and a digest of all that was asked. */
final class CaseId {

    private static final int TITLE = 60;
    private static final int DIGITS = 12;

    private CaseId() {}

    /** The id of what was asked: equal for equal values, whatever the order of the members in objects. */
    static String of(String title, List<Value> asked) {
        var text = new StringBuilder();
        asked.forEach(value -> append(value, text));
        String end = Sha256.of(text.toString()).substring(0, DIGITS);
        return (Excerpt.of(title, TITLE) + " #" + end).strip();
    }

    private static void append(Value value, StringBuilder text) {
        if (value.isObject()) {
            text.append('{');
            value.keys().stream().sorted().forEach(key -> {
                append(key, text);
                append(value.get(key), text);
            });
            text.append('}');
        } else if (value.isArray()) {
            text.append('[');
            value.items().forEach(item -> append(item, text));
            text.append(']');
        } else {
            append(
                    value.number()
                            .map(BigDecimal::stripTrailingZeros)
                            .map(Object::toString)
                            .orElse(value.toString()),
                    text);
        }
    }

    private static void append(String scalar, StringBuilder text) {
        text.append(scalar.length()).append(':').append(scalar);
    }
}
