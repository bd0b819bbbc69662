package io.github.genaigate.input;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A list or a set as an array. A set without an order of its own is written in the order of its texts. */
record ListForm(RecordType type, RecordForm<Object> elements) implements RecordForm<Object> {

    @Override
    public void write(Object value, RecordOut out) throws IOException {
        out.json().writeStartArray();
        boolean unordered = value instanceof Set<?> && !SortedSet.class.isAssignableFrom(type.raw());
        var all = unordered ? RecordOrder.of((Collection<?>) value, elements) : (Collection<?>) value;
        @Nullable Object before = null;
        for (Object element : all) {
            RecordParts.writeUnlessSame(before, element, elements, out);
            before = element;
        }
        out.json().writeEndArray();
    }

    @Override
    public Object read(RecordIn in) throws IOException {
        in.expect(JsonToken.START_ARRAY);
        var all = new ArrayList<Object>();
        while (in.json().nextToken() != JsonToken.END_ARRAY) {
            all.add(RecordParts.readOrSame(all.isEmpty() ? null : all.get(all.size() - 1), elements, in));
        }
        if (SortedSet.class.isAssignableFrom(type.raw())) {
            return new TreeSet<>(all);
        }
        return Set.class.isAssignableFrom(type.raw()) ? new LinkedHashSet<>(all) : List.copyOf(all);
    }
}
