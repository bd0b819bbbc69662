package io.github.genaigate.cel;

import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.StructType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One type of the facts as expressions see it: named and typed fields, each with what it means.
 *
 * @param <T> what it shows
 * @param name the name of the type, such as {@code Cases}
 * @param fields by name, in the order of the documentation
 */
record View<T>(String name, Map<String, Field<T>> fields) {

    View {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /**
     * One field.
     *
     * @param type its type
     * @param meaning what it is, for the documentation
     * @param always whether it is known of every fact
     * @param value its value; empty when it is not known, and an expression that asks for it proves nothing
     */
    record Field<T>(CelType type, String meaning, boolean always, Function<T, Optional<?>> value) {}

    /** A type without fields yet. */
    static <T> View<T> of(String name) {
        return new View<>(name, Map.of());
    }

    /** The same with a field that is always known. */
    View<T> with(String field, CelType type, String meaning, Function<T, ?> value) {
        return and(field, new Field<>(type, meaning, true, value.andThen(Optional::of)));
    }

    /** The same with a field that may not be known. */
    View<T> maybe(String field, CelType type, String meaning, Function<T, Optional<?>> value) {
        return and(field, new Field<>(type, meaning, false, value));
    }

    private View<T> and(String field, Field<T> about) {
        var all = new LinkedHashMap<>(fields);
        all.put(field, about);
        return new View<>(name, all);
    }

    /** As the type checker knows it. */
    StructType type() {
        var types = new LinkedHashMap<String, CelType>();
        fields.forEach((field, about) -> types.put(field, about.type()));
        var known = ImmutableMap.copyOf(types);
        return StructType.create(name, known.keySet(), field -> Optional.ofNullable(known.get(field)));
    }

    /** As the expression reads it: the fields that are known. */
    Map<String, Object> show(T fact) {
        var known = new LinkedHashMap<String, Object>();
        fields.forEach((field, about) -> about.value().apply(fact).ifPresent(value -> known.put(field, value)));
        return known;
    }
}
