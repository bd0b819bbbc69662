package io.github.genaigate.input;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.genaigate.model.Lookup;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.time.DateTimeException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes records as JSON and reads them again, as short as can be: a record is an array of its components in their order, an
 * empty optional value {@code null}, and a value of a sealed family an array of its simple class name and the record. A text that
 * comes again is the number of its first, and a record that equals the one before it is {@code null}. Texts that are not what
 * the type says, missing and additional components are refused. The types decide what is read, so that no text chooses a class;
 * equal values are written as equal texts, on whatever machine.
 */
public final class Records {

    private final MethodHandles.Lookup lookup;
    private final Map<RecordType, RecordForm<?>> forms = new HashMap<>();

    /**
     * The forms of records, which never change again, so that all threads may share them.
     *
     * @param lookup of whoever may see the records
     * @param types the records that documents consist of
     */
    @SafeVarargs
    public Records(MethodHandles.Lookup lookup, Class<? extends Record>... types) {
        this.lookup = lookup;
        for (Class<? extends Record> type : types) {
            form(RecordType.of(type));
        }
    }

    /** Writes a record. */
    public <T extends Record> void write(Class<T> type, T value, JsonGenerator json) throws IOException {
        known(type).write(value, RecordOut.to(json));
    }

    /**
     * Reads a record; the parser stands at its beginning, and afterwards at its end.
     *
     * @throws IOException when there is something else
     */
    public <T extends Record> T read(Class<T> type, JsonParser json) throws IOException {
        try {
            return known(type).read(RecordIn.from(json));
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException | ClassCastException wrong) {
            throw new JsonParseException(json, "Not a " + type.getSimpleName() + ": " + wrong.getMessage());
        }
    }

    @SuppressWarnings("unchecked") // the form of a type reads and writes values of that type
    private <T> RecordForm<T> known(Class<T> type) {
        var form = forms.get(RecordType.of(type));
        if (form == null) {
            throw new IllegalArgumentException("nobody said that there are documents of " + type);
        }
        return (RecordForm<T>) form;
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
            return new MapForm(type, form(type.argument(0)), form(type.argument(1)));
        } else if (Collection.class.isAssignableFrom(raw)) {
            return new ListForm(type, form(type.argument(0)));
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
            public void write(Object value, RecordOut out) throws IOException {
                var optional = (Optional<?>) value;
                if (optional.isPresent()) {
                    form.write(optional.get(), out);
                } else {
                    out.json().writeNull();
                }
            }

            @Override
            public Object read(RecordIn in) throws IOException {
                return in.isNull() ? Optional.empty() : Optional.of(form.read(in));
            }
        };
    }

    private RecordForm<Object> lookup(RecordType type) {
        var form = form(new RecordType(Lookup.Written.class, type.arguments()));
        return new RecordForm<>() {
            @Override
            public void write(Object value, RecordOut out) throws IOException {
                form.write(((Lookup<?>) value).written(), out);
            }

            @Override
            public Object read(RecordIn in) throws IOException {
                return ((Lookup.Written<?>) form.read(in)).lookup();
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
            public void write(Object value, RecordOut out) throws IOException {
                out.json().writeStartArray();
                var name = value.getClass().getSimpleName();
                out.text(name);
                member(name).write(value, out);
                out.json().writeEndArray();
            }

            @Override
            public Object read(RecordIn in) throws IOException {
                in.expect(JsonToken.START_ARRAY);
                in.json().nextToken();
                var form = member(in.text());
                in.json().nextToken();
                var value = form.read(in);
                if (in.json().nextToken() != JsonToken.END_ARRAY) {
                    throw in.wrong("A " + type.raw().getSimpleName() + " is a name and a value");
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
