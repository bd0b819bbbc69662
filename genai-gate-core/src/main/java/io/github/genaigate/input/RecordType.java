package io.github.genaigate.input;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A type as a record declares it, with what its type variables stand for.
 *
 * @param raw the class
 * @param arguments of a list, a map, an optional value or a record with type variables
 */
record RecordType(Class<?> raw, List<RecordType> arguments) {

    static RecordType of(Type type) {
        return of(type, Map.of());
    }

    private static RecordType of(Type type, Map<String, RecordType> variables) {
        if (type instanceof Class<?> raw) {
            return new RecordType(raw, List.of());
        }
        if (type instanceof ParameterizedType generic) {
            return new RecordType(
                    (Class<?>) generic.getRawType(),
                    Arrays.stream(generic.getActualTypeArguments())
                            .map(argument -> of(argument, variables))
                            .toList());
        }
        if (type instanceof TypeVariable<?> variable) {
            return Optional.ofNullable(variables.get(variable.getName()))
                    .orElseThrow(() -> new IllegalArgumentException("nobody says what " + variable + " is"));
        }
        throw new IllegalArgumentException("no such type in a record: " + type);
    }

    RecordType argument(int index) {
        return arguments.get(index);
    }

    /** The types of the components of a record. */
    List<RecordType> components() {
        var variables = new LinkedHashMap<String, RecordType>();
        var declared = raw.getTypeParameters();
        for (int i = 0; i < declared.length; i++) {
            variables.put(declared[i].getName(), arguments.get(i));
        }
        return Arrays.stream(raw.getRecordComponents())
                .map(RecordComponent::getGenericType)
                .map(type -> of(type, variables))
                .toList();
    }
}
