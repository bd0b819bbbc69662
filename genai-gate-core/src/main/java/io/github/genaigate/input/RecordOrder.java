package io.github.genaigate.input;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Collection;
import java.util.TreeMap;

/** The one order of values that have none: two machines hash them differently, and must write the same. */
final class RecordOrder {

    private RecordOrder() {}

    /** The values in the order of their texts. */
    static Collection<Object> of(Collection<?> values, RecordForm<Object> form) throws IOException {
        var byText = new TreeMap<String, Object>();
        for (Object value : values) {
            var text = new StringWriter();
            try (var json = new JsonFactory().createGenerator(text)) {
                form.write(value, RecordOut.to(json));
            }
            byText.put(text.toString(), value);
        }
        return byText.values();
    }
}
