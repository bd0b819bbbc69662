package io.github.genaigate.input;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where one document of records is read from.
 *
 * @param texts those that were read before, in their order
 */
record RecordIn(JsonParser json, List<String> texts) {

    /** The beginning of a document. */
    static RecordIn from(JsonParser json) {
        return new RecordIn(json, new ArrayList<>());
    }

    void expect(JsonToken token) throws IOException {
        if (json.currentToken() != token) {
            throw wrong("Expected " + token + " and not " + json.currentToken());
        }
    }

    boolean isNull() {
        return json.currentToken() == JsonToken.VALUE_NULL;
    }

    /** A text, or the number of one that was read before. */
    String text() throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            int number = json.getIntValue();
            if (number < 0 || number >= texts.size()) {
                throw wrong("There is no text " + number + " before");
            }
            return texts.get(number);
        }
        expect(JsonToken.VALUE_STRING);
        var text = json.getText();
        if (text.length() >= RecordOut.SHORTEST) {
            texts.add(text);
        }
        return text;
    }

    JsonParseException wrong(String what) {
        return new JsonParseException(json, what);
    }
}
