package io.github.genaigate.model;

/**
 * A named place for a value in a document.
 *
 * @param <T> the Java type of the value
 * @param name the key as it is written
 * @param kind what the value looks like
 * @param meaning what it is for: one sentence, shown by {@code genai-gate:criteria} and in editors
 * @param required whether a document without it is refused
 */
public record Field<T>(String name, Kind<T> kind, String meaning, boolean required) {

    public static <T> Field<T> required(String name, Kind<T> kind, String meaning) {
        return new Field<>(name, kind, meaning, true);
    }

    public static <T> Field<T> optional(String name, Kind<T> kind, String meaning) {
        return new Field<>(name, kind, meaning, false);
    }
}
