package io.github.genaigate.model;

import java.util.Optional;
import java.util.function.Function;

/**
 * The value that a text stands for, or why it stands for none.
 *
 * @param <T> the type of the value
 * @param value the value, empty when the text is wrong
 * @param complaint what is wrong with the text, empty when it is right
 */
public record Parsed<T>(Optional<T> value, String complaint) {

    /** The text is right. */
    public static <T> Parsed<T> of(T value) {
        return new Parsed<>(Optional.of(value), "");
    }

    /** The text is wrong; the complaint is a clause without a full stop. */
    public static <T> Parsed<T> wrong(String complaint) {
        return new Parsed<>(Optional.empty(), complaint);
    }

    /** The same for another type of value. */
    public <R> Parsed<R> map(Function<? super T, ? extends R> function) {
        return new Parsed<>(value.map(function), complaint);
    }
}
