package io.github.genaigate.input;

import io.github.genaigate.model.Problem;
import java.util.ArrayList;
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

    static final int MOST_PROBLEMS = 100;

    public Loaded {
        problems = first(problems.stream().sorted().distinct().toList());
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

    /** Nobody mends more in one go, and hostile input has a problem in every byte. */
    private static List<Problem> first(List<Problem> all) {
        if (all.size() <= MOST_PROBLEMS) {
            return all;
        }
        var first = new ArrayList<>(all.subList(0, MOST_PROBLEMS));
        first.add(new Problem(all.get(MOST_PROBLEMS).place(), "More is wrong from here on", "Mend the rest first"));
        return List.copyOf(first);
    }
}
