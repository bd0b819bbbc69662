package io.github.genaigate.model;

import java.util.Optional;

/**
 * A value that a policy may set for a requirement, with the direction in which it gets stricter.
 *
 * @param <T> the Java type of the value
 * @param field how it is written
 * @param strictness how layers merge it
 * @param fallback what holds when no layer writes it. Only values that demand nothing, and the confidence, may have one:
 *     demands live in policies
 */
public record Setting<T>(Field<T> field, Strictness<T> strictness, Optional<T> fallback) {

    /** A setting that demands nothing unless a policy writes it. */
    public static <T> Setting<T> of(String name, Kind<T> kind, Strictness<T> strictness, String meaning) {
        return new Setting<>(Field.optional(name, kind, meaning), strictness, Optional.empty());
    }

    /** The same with a value that holds when no layer writes one. */
    public Setting<T> orElse(T value) {
        return new Setting<>(field, strictness, Optional.of(value));
    }

    public String name() {
        return field.name();
    }
}
