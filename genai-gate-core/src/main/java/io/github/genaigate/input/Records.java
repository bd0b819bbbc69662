package io.github.genaigate.input;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.genaigate.model.Lookup;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes records as JSON and reads them again, as short as can be: a record is an array of its components in their order, a map
 * an array of pairs, an empty optional value {@code null}, and a value of a sealed family an array of its simple class name and
 * the record. Texts that are not what the type says, missing and additional components are refused. The types decide what is
 * read, so that no text chooses a class.
 */
public final class Records {

    private final MethodHandles.Lookup lookup;
    private final Map<RecordType, RecordForm<?>> forms = new HashMap<>();

    /**
     * The forms of records.
     *
     * @param lookup of whoever may see the records
     */
    public Records(MethodHandles.Lookup lookup) {
        this.lookup = lookup;
    }

    /** Writes a record. */
    public <T extends Record> void write(Class<T> type, T value, JsonGenerator json) throws IOException {
        form(type).write(value, json);
    }

    /**
     * Reads a record; the parser stands at its beginning, and afterwards at its end.
     *
     * @throws IOException when there is something else
     */
    public <T extends Record> T read(Class<T> type, JsonParser json) throws IOException {
        try {
            return form(type).read(json);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException | ClassCastException wrong) {
            throw new JsonParseException(json, "Not a " + type.getSimpleName() + ": " + wrong.getMessage());
        }
    }

    @SuppressWarnings("unchecked") // the form of a type reads and writes values of that type
    private <T> RecordForm<T> form(Class<T> type) {
        return (RecordForm<T>) form(RecordType.of(type));
    }

    @SuppressWarnings("unchecked") // as above
    private RecordForm<Object> form(RecordType type) {
        var known = forms.get(type);
        if (known == null) {
            known = make(type);
            forms.put(type, known);
        }
        return (RecordForm<Object>) known;
    }

    private RecordForm<?> make(RecordType type) {
        Class<?> raw = type.raw();
        var scalar = ScalarForms.of(raw);
        if (scalar.isPresent()) {
            return scalar.get();
        } else if (raw == Optional.class) {
            return optional(type);
        } else if (raw == Lookup.class) {
            return lookup(type);
        } else if (Map.class.isAssignableFrom(raw)) {
            return map(type);
        } else if (Collection.class.isAssignableFrom(raw)) {
            return list(type);
        } else if (raw.isRecord()) {
            return record(type);
        } else if (raw.isSealed()) {
            return family(type);
        }
        throw new IllegalArgumentException("no form for " + raw);
    }

    private RecordForm<Object> optional(RecordType type) {
        var form = form(type.argument(0));
        return new RecordForm<>() {
            @Override
            public void write(Object value, JsonGenerator json) throws IOException {
                var optional = (Optional<?>) value;
                if (optional.isPresent()) {
                    form.write(optional.get(), json);
                } else {
                    json.writeNull();
                }
            }

            @Override
            public Object read(JsonParser json) throws IOException {
                return json.currentToken() == JsonToken.VALUE_NULL ? Optional.empty() : Optional.of(form.read(json));
            }
        };
    }

    private RecordForm<Object> lookup(RecordType type) {
        var form = form(new RecordType(Lookup.Written.class, type.arguments()));
        return new RecordForm<>() {
            @Override
            public void write(Object value, JsonGenerator json) throws IOException {
                form.write(((Lookup<?>) value).written(), json);
            }

            @Override
            public Object read(JsonParser json) throws IOException {
                return ((Lookup.Written<?>) form.read(json)).lookup();
            }
        };
    }

    private RecordForm<Object> list(RecordType type) {
        var form = form(type.argument(0));
        return new RecordForm<>() {
            @Override
            public void write(Object value, JsonGenerator json) throws IOException {
                json.writeStartArray();
                for (Object element : (Collection<?>) value) {
                    form.write(element, json);
                }
                json.writeEndArray();
            }

            @Override
            public Object read(JsonParser json) throws IOException {
                ScalarForms.expect(JsonToken.START_ARRAY, json);
                var all = new ArrayList<Object>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    all.add(form.read(json));
                }
                if (SortedSet.class.isAssignableFrom(type.raw())) {
                    return new TreeSet<>(all);
                }
                return Set.class.isAssignableFrom(type.raw()) ? new LinkedHashSet<>(all) : List.copyOf(all);
            }
        };
    }

    private RecordForm<Object> map(RecordType type) {
        var keys = form(type.argument(0));
        var values = form(type.argument(1));
        return new RecordForm<>() {
            @Override
            public void write(Object value, JsonGenerator json) throws IOException {
                json.writeStartArray();
                for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
                    keys.write(entry.getKey(), json);
                    values.write(entry.getValue(), json);
                }
                json.writeEndArray();
            }

            @Override
            public Object read(JsonParser json) throws IOException {
                ScalarForms.expect(JsonToken.START_ARRAY, json);
                Map<Object, Object> all =
                        SortedMap.class.isAssignableFrom(type.raw()) ? new TreeMap<>() : new LinkedHashMap<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    var key = keys.read(json);
                    json.nextToken();
                    if (all.put(key, values.read(json)) != null) {
                        throw new JsonParseException(json, "The same key twice");
                    }
                }
                return all;
            }
        };
    }

    private RecordForm<Object> record(RecordType type) {
        var parts = new RecordParts(type, lookup);
        forms.put(type, parts);
        parts.of(type.components().stream().map(this::form).toList());
        return parts;
    }

    private RecordForm<Object> family(RecordType type) {
        var members = new LinkedHashMap<String, RecordForm<Object>>();
        for (Class<?> member : type.raw().getPermittedSubclasses()) {
            members.put(member.getSimpleName(), form(new RecordType(member, List.of())));
        }
        return new RecordForm<>() {
            @Override
            public void write(Object value, JsonGenerator json) throws IOException {
                json.writeStartArray();
                var name = value.getClass().getSimpleName();
                json.writeString(name);
                member(name).write(value, json);
                json.writeEndArray();
            }

            @Override
            public Object read(JsonParser json) throws IOException {
                ScalarForms.expect(JsonToken.START_ARRAY, json);
                json.nextToken();
                ScalarForms.expect(JsonToken.VALUE_STRING, json);
                var form = member(json.getText());
                json.nextToken();
                var value = form.read(json);
                if (json.nextToken() != JsonToken.END_ARRAY) {
                    throw new JsonParseException(json, "A " + type.raw().getSimpleName() + " is a name and a value");
                }
                return value;
            }

            private RecordForm<Object> member(String name) {
                return Optional.ofNullable(members.get(name))
                        .orElseThrow(() ->
                                new IllegalArgumentException("no " + type.raw().getSimpleName() + " " + name));
            }
        };
    }
}
