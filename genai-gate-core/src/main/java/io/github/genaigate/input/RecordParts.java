package io.github.genaigate.input;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record as an array of its components. They are told after the record is known, because records hold records. */
final class RecordParts implements RecordForm<Object> {

    private static final int DEEPEST = 64;

    private final String name;
    private final List<MethodHandle> accessors = new ArrayList<>();
    private final MethodHandle constructor;
    private List<RecordForm<Object>> forms = List.of();

    RecordParts(RecordType type, MethodHandles.Lookup lookup) {
        Class<?> raw = type.raw();
        name = raw.getSimpleName();
        try {
            var components = raw.getRecordComponents();
            for (RecordComponent component : components) {
                accessors.add(lookup.unreflect(component.getAccessor())
                        .asType(MethodType.methodType(Object.class, Object.class)));
            }
            var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            constructor = lookup.unreflectConstructor(raw.getDeclaredConstructor(types))
                    .asSpreader(Object[].class, types.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalArgumentException(raw + " cannot be seen", hidden);
        }
    }

    void of(List<RecordForm<Object>> components) {
        forms = List.copyOf(components);
    }

    @Override
    public void write(Object value, RecordOut out) throws IOException {
        out.json().writeStartArray();
        for (int i = 0; i < forms.size(); i++) {
            forms.get(i).write(get(accessors.get(i), value), out);
        }
        out.json().writeEndArray();
    }

    @Override
    public Object read(RecordIn in) throws IOException {
        in.expect(JsonToken.START_ARRAY);
        if (in.json().getParsingContext().getNestingDepth() > DEEPEST) {
            throw in.wrong("Nested too deeply");
        }
        var values = new Object[forms.size()];
        for (int i = 0; i < values.length; i++) {
            if (in.json().nextToken() == JsonToken.END_ARRAY) {
                throw wrongNumber(in);
            }
            values[i] = forms.get(i).read(in);
        }
        if (in.json().nextToken() != JsonToken.END_ARRAY) {
            throw wrongNumber(in);
        }
        return make(values);
    }

    private JsonParseException wrongNumber(RecordIn in) {
        return in.wrong("A " + name + " has " + forms.size() + " members");
    }

    /** A record that equals the one before it is {@code null}: bins and cases repeat each other. */
    static void writeUnlessSame(@Nullable Object before, Object value, RecordForm<Object> form, RecordOut out)
            throws IOException {
        if (form instanceof RecordParts && value.equals(before)) {
            out.json().writeNull();
        } else {
            form.write(value, out);
        }
    }

    /** What {@link #writeUnlessSame} wrote. */
    static Object readOrSame(@Nullable Object before, RecordForm<Object> form, RecordIn in) throws IOException {
        return form instanceof RecordParts && before != null && in.isNull() ? before : form.read(in);
    }

    private static Object get(MethodHandle accessor, Object value) {
        try {
            return (Object) accessor.invokeExact(value);
        } catch (RuntimeException | Error broken) {
            throw broken;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Object make(Object[] values) {
        try {
            return (Object) constructor.invokeExact(values);
        } catch (RuntimeException | Error refused) {
            throw refused;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
