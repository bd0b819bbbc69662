package io.github.genaigate.input;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Where one document of records is written to.
 *
 * @param texts those that were written before, by their number: a text that comes again is its number
 */
record RecordOut(JsonGenerator json, Map<String, Integer> texts) {

    /** A shorter text is as short as its number. */
    static final int SHORTEST = 3;

    /** The beginning of a document. */
    static RecordOut to(JsonGenerator json) {
        return new RecordOut(json, new HashMap<>());
    }

    void text(String text) throws IOException {
        Integer before = text.length() < SHORTEST ? null : texts.putIfAbsent(text, texts.size());
        if (before == null) {
            json.writeString(text);
        } else {
            json.writeNumber(before);
        }
    }
}
