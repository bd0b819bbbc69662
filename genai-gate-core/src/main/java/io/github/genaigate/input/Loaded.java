package io.github.genaigate.input;

import io.github.genaigate.model.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What a document holds, or everything that is wrong with it.
 *
 * @param <T> what a right document gives
 * @param value present exactly when there is no problem
 * @param problems in the order of the document
 */
public record Loaded<T>(Optional<T> value, List<Problem> problems) {

    public Loaded {
        problems = problems.stream().sorted().distinct().toList();
        if (value.isPresent() != problems.isEmpty()) {
            throw new IllegalArgumentException("either a value or problems: " + problems);
        }
    }

    public static <T> Loaded<T> of(T value) {
        return new Loaded<>(Optional.of(value), List.of());
    }

    public static <T> Loaded<T> refused(List<Problem> problems) {
        return new Loaded<>(Optional.empty(), problems);
    }
}
