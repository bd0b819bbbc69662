package io.github.genaigate.input;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** How single values are written: times and decimal numbers as text, so that nothing is rounded. */
final class ScalarForms {

    private ScalarForms() {}

    static Optional<RecordForm<Object>> of(Class<?> raw) {
        if (raw == String.class) {
            return Optional.of(text(text -> text));
        } else if (raw == Instant.class) {
            return Optional.of(text(Instant::parse));
        } else if (raw == LocalDate.class) {
            return Optional.of(text(LocalDate::parse));
        } else if (raw == Duration.class) {
            return Optional.of(text(Duration::parse));
        } else if (raw == BigDecimal.class) {
            return Optional.of(text(ScalarForms::decimal));
        } else if (raw.isEnum()) {
            return Optional.of(word(raw));
        } else if (raw == long.class || raw == Long.class || raw == int.class || raw == Integer.class) {
            return Optional.of(whole(raw));
        } else if (raw == boolean.class || raw == Boolean.class) {
            return Optional.of(flag());
        } else if (raw == OptionalLong.class) {
            return Optional.of(optionalLong());
        }
        return Optional.empty();
    }

    /** No count has more digits, and more cost time. */
    private static BigDecimal decimal(String text) {
        if (text.length() > 400) {
            throw new NumberFormatException("a number of " + text.length() + " digits");
        }
        return new BigDecimal(text);
    }

    private static Object constant(Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + type.getSimpleName() + " " + name));
    }

    private static RecordForm<Object> word(Class<?> type) {
        return new RecordForm<>() {
            @Override
            public void write(Object value, RecordOut out) throws IOException {
                out.text(((Enum<?>) value).name());
            }

            @Override
            public Object read(RecordIn in) throws IOException {
                return constant(type, in.text());
            }
        };
    }

    private static RecordForm<Object> text(Function<String, Object> parse) {
        return new RecordForm<>() {
            @Override
            public void write(Object value, RecordOut out) throws IOException {
                out.text(value.toString());
            }

            @Override
            public Object read(RecordIn in) throws IOException {
                return parse.apply(in.text());
            }
        };
    }

    private static RecordForm<Object> whole(Class<?> raw) {
        boolean small = raw == int.class || raw == Integer.class;
        return new RecordForm<>() {
            @Override
            public void write(Object value, RecordOut out) throws IOException {
                out.json().writeNumber(((Number) value).longValue());
            }

            @Override
            public Object read(RecordIn in) throws IOException {
                in.expect(JsonToken.VALUE_NUMBER_INT);
                return small
                        ? (Object) in.json().getIntValue()
                        : (Object) in.json().getLongValue();
            }
        };
    }

    private static RecordForm<Object> flag() {
        return new RecordForm<>() {
            @Override
            public void write(Object value, RecordOut out) throws IOException {
                out.json().writeBoolean((Boolean) value);
            }

            @Override
            public Object read(RecordIn in) throws IOException {
                return in.json().getBooleanValue();
            }
        };
    }

    private static RecordForm<Object> optionalLong() {
        return new RecordForm<>() {
            @Override
            public void write(Object value, RecordOut out) throws IOException {
                var optional = (OptionalLong) value;
                if (optional.isPresent()) {
                    out.json().writeNumber(optional.getAsLong());
                } else {
                    out.json().writeNull();
                }
            }

            @Override
            public Object read(RecordIn in) throws IOException {
                return in.isNull()
                        ? OptionalLong.empty()
                        : OptionalLong.of(in.json().getLongValue());
            }
        };
    }
}
