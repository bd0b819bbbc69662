package io.github.genaigate.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.github.genaigate.model.Place;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * JSON that tools wrote, read under limits: nesting to 200, strings to 20 million characters, numbers to 1,000 digits, no
 * key twice. The bare words {@code NaN} and {@code Infinity} that Python writes, and numbers with an exponent beyond
 * 1,400, are read as missing values.
 */
public final class Json {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(200)
                    .maxStringLength(20_000_000)
                    .maxNumberLength(1_000)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    /** Beyond what a double holds. */
    private static final int LARGEST_EXPONENT = 1_400;

    private Json() {}

    /** A parser at the beginning of UTF-8 text, a byte-order mark skipped. Closing it closes the stream. */
    public static JsonParser parser(InputStream in) throws IOException {
        return FACTORY.createParser(in);
    }

    /** Where the parser stands. */
    public static Place place(String file, JsonParser parser) {
        var at = parser.currentTokenLocation();
        return new Place(file, Math.max(0, at.getLineNr()), Math.max(0, at.getColumnNr()));
    }

    /** The value that begins at the parser's current token, wholly in memory. */
    public static Value value(JsonParser parser) throws IOException {
        return valueWithout(Set.of(), parser);
    }

    /** The same without the members of these names, wherever they stand: what is not needed takes no memory. */
    public static Value valueWithout(Set<String> names, JsonParser parser) throws IOException {
        return new Value(tree(names, parser));
    }

    /** The object that begins at the parser's current token with these of its members only. */
    public static Value valueWith(Set<String> names, JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return value(parser);
        }
        var object = new LinkedHashMap<String, @Nullable Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            if (names.contains(key)) {
                object.put(key, tree(Set.of(), parser));
            } else {
                parser.skipChildren();
            }
        }
        return new Value(object);
    }

    private static @Nullable Object tree(Set<String> without, JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            return null;
        }
        switch (token) {
            case START_OBJECT -> {
                var object = new LinkedHashMap<String, @Nullable Object>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String key = parser.currentName();
                    parser.nextToken();
                    if (without.contains(key)) {
                        parser.skipChildren();
                    } else {
                        object.put(key, tree(without, parser));
                    }
                }
                return object;
            }
            case START_ARRAY -> {
                var array = new ArrayList<@Nullable Object>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    array.add(tree(without, parser));
                }
                return array;
            }
            case VALUE_STRING -> {
                return parser.getText();
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                return parser.isNaN() ? null : number(parser);
            }
            case VALUE_TRUE -> {
                return true;
            }
            case VALUE_FALSE -> {
                return false;
            }
            default -> {
                return null;
            }
        }
    }

    /** A few digits can stand for a number whose sum with another takes gigabytes; no tool measures such numbers. */
    private static @Nullable BigDecimal number(JsonParser parser) throws IOException {
        try {
            BigDecimal number = parser.getDecimalValue();
            return Math.abs((long) number.scale()) <= LARGEST_EXPONENT ? number : null;
        } catch (NumberFormatException beyond) {
            throw new JsonParseException(parser, "Number with an exponent beyond any use");
        }
    }

    /** A JSON value, of which one asks what one expects and gets nothing when it is something else. */
    public static final class Value {

        private final @Nullable Object raw;

        private Value(@Nullable Object raw) {
            this.raw = raw;
        }

        /** What is absent. */
        public static Value nothing() {
            return new Value(null);
        }

        /** The member of an object; a value that is nothing when there is none. */
        public Value get(String key) {
            return new Value(raw instanceof Map<?, ?> map ? map.get(key) : null);
        }

        /** The member at the end of a path of keys. */
        public Value at(String... keys) {
            Value value = this;
            for (String key : keys) {
                value = value.get(key);
            }
            return value;
        }

        /** Whether an object has the key, with whatever value. */
        public boolean has(String key) {
            return raw instanceof Map<?, ?> map && map.containsKey(key);
        }

        /** The keys of an object in the order written; none for anything else. */
        public List<String> keys() {
            return raw instanceof Map<?, ?> map
                    ? map.keySet().stream().map(String::valueOf).toList()
                    : List.of();
        }

        /** The elements of an array; none for anything else. */
        public List<Value> items() {
            return raw instanceof List<?> list ? list.stream().map(Value::new).toList() : List.of();
        }

        public boolean isObject() {
            return raw instanceof Map;
        }

        public boolean isArray() {
            return raw instanceof List;
        }

        /** Whether it is absent, {@code null} or not a number. */
        public boolean isNothing() {
            return raw == null;
        }

        public Optional<String> text() {
            return raw instanceof String text ? Optional.of(text) : Optional.empty();
        }

        public Optional<BigDecimal> number() {
            return raw instanceof BigDecimal number ? Optional.of(number) : Optional.empty();
        }

        /** A number without fraction that fits; empty for anything else. */
        public Optional<Long> integer() {
            return number().filter(n -> n.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0
                            && n.compareTo(BigDecimal.valueOf(Long.MIN_VALUE)) >= 0
                            && (n.signum() == 0 || n.stripTrailingZeros().scale() <= 0))
                    .map(BigDecimal::longValue);
        }

        public Optional<Boolean> flag() {
            return raw instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
        }

        /** The members of an object in the order written. */
        public Stream<Map.Entry<String, Value>> members() {
            Map<?, ?> map = raw instanceof Map<?, ?> object ? object : Collections.emptyMap();
            return map.entrySet().stream()
                    .map(member -> Map.entry(String.valueOf(member.getKey()), new Value(member.getValue())));
        }

        @Override
        public String toString() {
            return String.valueOf(raw);
        }
    }
}
