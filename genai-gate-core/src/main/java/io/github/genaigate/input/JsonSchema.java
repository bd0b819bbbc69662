package io.github.genaigate.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Kind;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an editor knows of a {@link Kind}: a JSON Schema in the edition of 2020-12. It accepts what {@link Converter}
 * accepts; where an editor takes a plain {@code 2} or {@code true} for a number or a truth value, it is accepted as such.
 */
public final class JsonSchema {

    private final Map<String, Object> keywords;

    private JsonSchema(Map<String, Object> keywords) {
        this.keywords = keywords;
    }

    /** The schema of a value. */
    public static JsonSchema of(Kind<?> kind) {
        if (kind instanceof Kind.Scalar<?> scalar) {
            return scalar(scalar);
        }
        var keywords = new LinkedHashMap<String, Object>();
        if (kind instanceof Kind.ListOf<?> list) {
            keywords.put("type", "array");
            keywords.put("minItems", 1);
            keywords.put("items", of(list.element()));
        } else if (kind instanceof Kind.OneOrMore<?> oneOrMore) {
            keywords.put("oneOf", List.of(of(oneOrMore.list().element()), of(oneOrMore.list())));
        } else if (kind instanceof Kind.MapOf<?> map) {
            keywords.put("type", "object");
            keywords.put("minProperties", 1);
            keywords.put("propertyNames", pattern(map.key()));
            keywords.put("additionalProperties", of(map.value()));
        } else if (kind instanceof Kind.ShortForm shortForm) {
            keywords.put("oneOf", List.of(of(shortForm.field().kind()), of(shortForm.group())));
        } else {
            return object(((Kind.Group) kind).fields());
        }
        return new JsonSchema(keywords);
    }

    /** The schema of a map from names to such values. Unlike one made of a {@link Kind.MapOf}, it may be empty. */
    public static JsonSchema map(JsonSchema value) {
        var keywords = new LinkedHashMap<String, Object>();
        keywords.put("type", "object");
        keywords.put("additionalProperties", value);
        return new JsonSchema(keywords);
    }

    /** The schema of a map with these fields. Where several have one name, a value may be of any of their kinds. */
    public static JsonSchema object(Collection<Field<?>> fields) {
        var byName = new LinkedHashMap<String, List<Field<?>>>();
        fields.forEach(field ->
                byName.computeIfAbsent(field.name(), name -> new ArrayList<>()).add(field));
        var properties = new LinkedHashMap<String, Object>();
        byName.forEach((name, alike) -> properties.put(name, property(alike)));
        var required = byName.values().stream()
                .filter(alike -> alike.stream().allMatch(Field::required))
                .map(alike -> alike.get(0).name())
                .toList();
        var keywords = new LinkedHashMap<String, Object>();
        keywords.put("type", "object");
        if (required.isEmpty()) {
            keywords.put("minProperties", 1);
        } else {
            keywords.put("required", required);
        }
        keywords.put("additionalProperties", false);
        keywords.put("properties", properties);
        return new JsonSchema(keywords);
    }

    private static JsonSchema property(List<Field<?>> alike) {
        var keywords = new LinkedHashMap<String, Object>();
        keywords.put("description", alike.get(0).meaning());
        var schemas = alike.stream().map(field -> of(field.kind())).distinct().toList();
        if (schemas.size() == 1) {
            keywords.putAll(schemas.get(0).keywords);
        } else {
            keywords.put("anyOf", schemas);
        }
        return new JsonSchema(keywords);
    }

    private static JsonSchema scalar(Kind.Scalar<?> kind) {
        boolean flag = accepts(kind, "true");
        if (!kind.words().isEmpty()) {
            var words = new ArrayList<Object>(flag ? List.of(true, false) : List.of());
            words.addAll(kind.words());
            return new JsonSchema(new LinkedHashMap<>(Map.of("enum", words)));
        }
        var types = new ArrayList<String>(List.of("string"));
        if (accepts(kind, "3.2")) {
            types.add("number");
        } else if (accepts(kind, "2")) {
            types.add("integer");
        }
        if (flag) {
            types.add("boolean");
        }
        var keywords = new LinkedHashMap<String, Object>();
        keywords.put("type", types.size() == 1 ? "string" : types);
        keywords.putAll(pattern(kind).keywords);
        if (types.contains("integer")) {
            keywords.put("minimum", 0);
        }
        return new JsonSchema(keywords);
    }

    private static JsonSchema pattern(Kind.Scalar<?> kind) {
        var keywords = new LinkedHashMap<String, Object>();
        if (!kind.pattern().isEmpty()) {
            keywords.put("pattern", kind.pattern());
        }
        return new JsonSchema(keywords);
    }

    /** A scalar is text until its kind converts it, so the kind knows which other types it may look like. */
    private static boolean accepts(Kind.Scalar<?> kind, String text) {
        return kind.parse().apply(text).value().isPresent();
    }

    /** The same with one more property. */
    public JsonSchema with(String name, String meaning, JsonSchema value) {
        var described = new LinkedHashMap<String, Object>();
        described.put("description", meaning);
        described.putAll(value.keywords);
        var properties = new LinkedHashMap<String, Object>();
        if (keywords.get("properties") instanceof Map<?, ?> given) {
            given.forEach((key, schema) -> properties.put(String.valueOf(key), schema));
        }
        properties.put(name, new JsonSchema(described));
        var more = new LinkedHashMap<>(keywords);
        more.put("properties", properties);
        return new JsonSchema(more);
    }

    /** A schema document of its own, pretty-printed; the same for the same kinds. */
    public String document(String title) {
        var document = new LinkedHashMap<String, Object>();
        document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        document.put("title", title);
        document.putAll(keywords);
        return new JsonSchema(document) + "\n";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonSchema schema && keywords.equals(schema.keywords);
    }

    @Override
    public int hashCode() {
        return keywords.hashCode();
    }

    @Override
    public String toString() {
        var text = new StringWriter();
        var indenter = new DefaultIndenter("  ", "\n");
        try (var json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(indenter));
            write(this, json);
        } catch (IOException impossible) {
            throw new UncheckedIOException("text in memory can be written", impossible);
        }
        return text.toString();
    }

    private static void write(Object value, JsonGenerator json) throws IOException {
        if (value instanceof JsonSchema schema) {
            write(schema.keywords, json);
        } else if (value instanceof Map<?, ?> map) {
            json.writeStartObject();
            for (Map.Entry<?, ?> member : map.entrySet()) {
                json.writeFieldName(String.valueOf(member.getKey()));
                write(member.getValue(), json);
            }
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object item : list) {
                write(item, json);
            }
            json.writeEndArray();
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else {
            json.writeString(String.valueOf(value));
        }
    }
}
