package io.github.genaigate.evidence;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.github.genaigate.input.Json;
import io.github.genaigate.model.Place;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.Set;

/**
 * The place in a JSON file at which a reader stands. The one spot where what the parser complains about becomes an
 * {@link UnreadableException}.
 */
public final class JsonCursor {

    private static final String AS_WRITTEN = "Give the file as the tool wrote it";

    private final String file;
    private final JsonParser parser;

    private JsonCursor(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /** Reads a file from its first value on. */
    public interface Walk<T> {
        T read(JsonCursor json) throws UnreadableException, IOException;
    }

    /** Reads the value of a member. What it leaves unread is skipped. */
    public interface Member {
        void read(String key) throws UnreadableException, IOException;
    }

    /** Reads an element of an array. What it leaves unread is skipped. */
    public interface Item {
        void read() throws UnreadableException, IOException;
    }

    /**
     * Walks through a file once.
     *
     * @throws UnreadableException when it is empty, is not JSON, is cut short, goes beyond a limit, or holds more after
     *     what the walk reads
     */
    public static <T> T read(Source source, Walk<T> walk) throws UnreadableException, IOException {
        String file = source.name();
        try (var in = source.open();
                var parser = Json.parser(in)) {
            var json = new JsonCursor(file, parser);
            if (!json.next()) {
                throw new UnreadableException(Place.of(file), "The file is empty", "Let the tool write it again");
            }
            T result = walk.read(json);
            if (json.next()) {
                throw json.unreadable("More follows after the end of the document", AS_WRITTEN);
            }
            return result;
        } catch (StreamConstraintsException beyond) {
            throw new UnreadableException(
                    place(file, beyond),
                    "The JSON goes beyond a limit: " + Excerpt.of(beyond.getOriginalMessage()),
                    "Let the tool write less into one file");
        } catch (JsonProcessingException wrong) {
            throw unreadable(place(file, wrong), wrong.getOriginalMessage());
        } catch (CharConversionException wrong) {
            throw unreadable(Place.of(file), "Invalid UTF-32");
        }
    }

    private static UnreadableException unreadable(Place place, String complaint) {
        if (complaint.startsWith("Unexpected end-of-input")) {
            return new UnreadableException(
                    place,
                    "The JSON ends before it is complete",
                    "Let the tool finish, and give the file as it wrote it");
        }
        return complaint.startsWith("Invalid UTF-")
                ? new UnreadableException(place, "The file is not text in UTF-8", AS_WRITTEN)
                : new UnreadableException(place, "The file is not valid JSON: " + Excerpt.of(complaint), AS_WRITTEN);
    }

    private static Place place(String file, JsonProcessingException exception) {
        var at = exception.getLocation();
        return at == null || at.getLineNr() < 1
                ? Place.of(file)
                : new Place(file, at.getLineNr(), Math.max(0, at.getColumnNr()));
    }

    /** Steps to the next of several documents that stand one after the other; false after the last. */
    public boolean next() throws IOException {
        return parser.nextToken() != null;
    }

    /** Goes through the members of the object that begins here. */
    public void members(Member member) throws UnreadableException, IOException {
        expect(JsonToken.START_OBJECT, "An object");
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            member.read(key);
            skipRest();
        }
    }

    /** Goes through the elements of the array that begins here. */
    public void items(Item item) throws UnreadableException, IOException {
        expect(JsonToken.START_ARRAY, "A list");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            item.read();
            skipRest();
        }
    }

    private void expect(JsonToken token, String noun) throws UnreadableException {
        if (parser.currentToken() != token) {
            throw unreadable(noun + " is expected here", AS_WRITTEN);
        }
    }

    private void skipRest() throws IOException {
        // A value that was read leaves the parser at its end, never at its beginning.
        if (parser.currentToken().isStructStart()) {
            parser.skipChildren();
        }
    }

    public boolean isObject() {
        return parser.currentToken() == JsonToken.START_OBJECT;
    }

    public boolean isArray() {
        return parser.currentToken() == JsonToken.START_ARRAY;
    }

    public boolean isNull() {
        return parser.currentToken() == JsonToken.VALUE_NULL;
    }

    /** The value that begins here, wholly in memory. */
    public Json.Value value() throws IOException {
        return Json.value(parser);
    }

    /** The same without the members of these names, wherever they stand. */
    public Json.Value valueWithout(Set<String> names) throws IOException {
        return Json.valueWithout(names, parser);
    }

    /** The object that begins here with these of its members only. */
    public Json.Value valueWith(Set<String> names) throws IOException {
        return Json.valueWith(names, parser);
    }

    public Place place() {
        return Json.place(file, parser);
    }

    /** The complaint that something is wrong right here. */
    public UnreadableException unreadable(String what, String mend) {
        return new UnreadableException(place(), what, mend);
    }
}
