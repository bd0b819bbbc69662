package io.github.genaigate.evidence;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.genaigate.input.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the beginning of a JSON file holds, by which formats are recognised. A path is written {@code a.b[].c}; in an
 * array of documents, or in documents one after the other, it is the path within a document.
 */
public final class JsonHead {

    private static final int DEEPEST = 5;

    private final Map<String, String> firstValues = new HashMap<>();

    private JsonHead() {}

    /** The first document as far as the bytes hold it; nothing when they are not JSON. */
    public static JsonHead of(byte[] bytes) {
        var head = new JsonHead();
        try (JsonParser parser = Json.parser(new ByteArrayInputStream(bytes))) {
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                parser.nextToken();
            }
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                head.note(parser, "", 0);
            }
        } catch (IOException endOfHeadOrNotJson) {
            // What was seen until here has to do.
        }
        return head;
    }

    private void note(JsonParser parser, String path, int depth) throws IOException {
        JsonToken token = parser.currentToken();
        firstValues.putIfAbsent(path, token.isScalarValue() ? parser.getText() : "");
        if (depth == DEEPEST) {
            parser.skipChildren();
        } else if (token == JsonToken.START_OBJECT) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                parser.nextToken();
                note(parser, path.isEmpty() ? key : path + "." + key, depth + 1);
            }
        } else if (token == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                note(parser, path + "[]", depth + 1);
            }
        }
    }

    /** Whether there is a value at the path. */
    public boolean has(String path) {
        return firstValues.containsKey(path);
    }

    /** Whether there is a value at a path that the regular expression matches as a whole. */
    public boolean hasLike(String path) {
        var pattern = Pattern.compile(path);
        return firstValues.keySet().stream()
                .anyMatch(key -> pattern.matcher(key).matches());
    }

    /** Whether some path holds the text given, such as {@code .cost.} for a member {@code cost} below any other. */
    public boolean hasWithin(String part) {
        return firstValues.keySet().stream().anyMatch(path -> path.contains(part));
    }

    /** The first scalar at the path; empty text when there is none. */
    public String text(String path) {
        return firstValues.getOrDefault(path, "");
    }
}
