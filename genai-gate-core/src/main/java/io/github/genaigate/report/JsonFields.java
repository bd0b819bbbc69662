package io.github.genaigate.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.genaigate.model.Observation;
import io.github.genaigate.model.Origin;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Share;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The members of a JSON object, written one after another. What is not known is {@code null}; what there is none of is an
 * empty array.
 */
final class JsonFields {

    private final JsonGenerator generator;

    JsonFields(JsonGenerator generator) {
        this.generator = generator;
    }

    /** Writes what stands between the braces of an object. */
    interface Members {
        void write() throws IOException;
    }

    /** Writes what stands between the braces of the object that tells a value. */
    interface MembersOf<T> {
        void write(T value) throws IOException;
    }

    void text(String name, String value) throws IOException {
        generator.writeStringField(name, wellFormed(value));
    }

    void text(String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            text(name, value.get());
        } else {
            generator.writeNullField(name);
        }
    }

    /** What is JSON already. */
    void raw(String name, Optional<String> value) throws IOException {
        generator.writeFieldName(name);
        generator.writeRawValue(value.orElse("null"));
    }

    void texts(String name, List<String> values) throws IOException {
        generator.writeArrayFieldStart(wellFormed(name));
        for (var value : values) {
            generator.writeString(wellFormed(value));
        }
        generator.writeEndArray();
    }

    void number(String name, int value) throws IOException {
        generator.writeNumberField(name, value);
    }

    void number(String name, Optional<Integer> value) throws IOException {
        if (value.isPresent()) {
            number(name, value.get());
        } else {
            generator.writeNullField(name);
        }
    }

    /** In percent, as observations are. */
    void share(String name, Share share) throws IOException {
        generator.writeFieldName(name);
        generator.writeNumber(Observation.digits(share.fraction().movePointRight(2)));
    }

    void flag(String name, boolean value) throws IOException {
        generator.writeBooleanField(name, value);
    }

    void object(String name, Members members) throws IOException {
        generator.writeObjectFieldStart(wellFormed(name));
        members.write();
        generator.writeEndObject();
    }

    <T> void object(String name, Optional<T> value, MembersOf<T> members) throws IOException {
        if (value.isPresent()) {
            object(name, () -> members.write(value.get()));
        } else {
            generator.writeNullField(name);
        }
    }

    <T> void objects(String name, List<T> values, MembersOf<T> members) throws IOException {
        generator.writeArrayFieldStart(name);
        for (var value : values) {
            generator.writeStartObject();
            members.write(value);
            generator.writeEndObject();
        }
        generator.writeEndArray();
    }

    void problems(List<Problem> problems) throws IOException {
        objects("problems", problems, problem -> {
            object("place", () -> place(problem.place()));
            text("what", problem.what());
            text("mend", problem.mend());
        });
    }

    void place(Place place) throws IOException {
        text("file", place.file());
        position("line", place.line());
        position("column", place.column());
    }

    void origin(Origin origin) throws IOException {
        text("layer", origin.layer());
        object("place", () -> place(origin.place()));
    }

    private void position(String name, int value) throws IOException {
        if (value == 0) {
            generator.writeNullField(name);
        } else {
            number(name, value);
        }
    }

    void observation(Observation observation) throws IOException {
        text("name", observation.name());
        if (observation.value() instanceof BigDecimal number) {
            generator.writeFieldName("value");
            generator.writeNumber(Observation.digits(number));
        } else {
            text("value", observation.value().toString());
        }
        text("unit", Optional.of(observation.unit()).filter(unit -> !unit.isEmpty()));
    }

    /** Half a surrogate pair cannot be written as UTF-8. */
    private static String wellFormed(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints()
                .map(character -> Character.getType(character) == Character.SURROGATE ? 0xfffd : character)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
