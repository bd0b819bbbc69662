package io.github.genaigate.input;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A map as an array of keys and values in turn. A map without an order of its own is written in the order of the texts of its
 * keys; whole numbers in order, such as those of bins, are written as steps from one to the next.
 */
record MapForm(RecordType type, RecordForm<Object> keys, RecordForm<Object> values) implements RecordForm<Object> {

    private boolean sorted() {
        return SortedMap.class.isAssignableFrom(type.raw());
    }

    private boolean inSteps() {
        var key = type.argument(0).raw();
        return sorted() && (key == Long.class || key == Integer.class);
    }

    @Override
    public void write(Object value, RecordOut out) throws IOException {
        out.json().writeStartArray();
        var map = (Map<?, ?>) value;
        long at = 0;
        @Nullable Object before = null;
        for (Object key : sorted() ? map.keySet() : RecordOrder.of(map.keySet(), keys)) {
            if (inSteps()) {
                long number = ((Number) key).longValue();
                out.json().writeNumber(number - at);
                at = number;
            } else {
                keys.write(key, out);
            }
            Object held = map.get(key);
            if (held == null) {
                throw new IllegalArgumentException("nothing is at " + key);
            }
            RecordParts.writeUnlessSame(before, held, values, out);
            before = held;
        }
        out.json().writeEndArray();
    }

    @Override
    public Object read(RecordIn in) throws IOException {
        in.expect(JsonToken.START_ARRAY);
        Map<Object, Object> all = sorted() ? new TreeMap<>() : new LinkedHashMap<>();
        long at = 0;
        @Nullable Object before = null;
        while (in.json().nextToken() != JsonToken.END_ARRAY) {
            Object key;
            if (inSteps()) {
                in.expect(JsonToken.VALUE_NUMBER_INT);
                at = Math.addExact(at, in.json().getLongValue());
                key = type.argument(0).raw() == Long.class ? (Object) at : (Object) Math.toIntExact(at);
            } else {
                key = keys.read(in);
            }
            in.json().nextToken();
            before = RecordParts.readOrSame(before, values, in);
            if (all.put(key, before) != null) {
                throw in.wrong("The same key twice");
            }
        }
        return all;
    }
}
