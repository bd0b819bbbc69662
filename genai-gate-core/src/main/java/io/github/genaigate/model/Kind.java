package io.github.genaigate.model;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a value in a manifest or a policy looks like. The loaders check by it, and the JSON Schemas are generated from it.
 *
 * @param <T> the Java type of the value
 */
public sealed interface Kind<T> {

    /** What the value is, with an article, for messages: {@code a duration such as 800 ms}. */
    String description();

    /**
     * One scalar. A scalar is text until its kind converts it.
     *
     * @param name the stable name of the kind, such as {@code duration}
     * @param description what it is, with an example
     * @param pattern a regular expression that every accepted text matches, for schemas; empty for any text
     * @param words the accepted words when there are few; else empty
     * @param parse converts the text
     */
    record Scalar<T>(
            String name, String description, String pattern, List<String> words, Function<String, Parsed<T>> parse)
            implements Kind<T> {
        public Scalar {
            words = List.copyOf(words);
        }
    }

    /** One or more values of one kind. An empty list is refused. */
    record ListOf<T>(Kind<T> element) implements Kind<List<T>> {
        @Override
        public String description() {
            return "a list, each entry being " + element.description();
        }
    }

    /** Values of one kind under names that the writer chooses. An empty map is refused. */
    record MapOf<T>(String keys, Kind<T> value) implements Kind<Map<String, T>> {
        @Override
        public String description() {
            return "a map from " + keys + " to " + value.description();
        }
    }

    /** Named fields. */
    record Group(List<Field<?>> fields) implements Kind<Entry> {
        public Group {
            fields = List.copyOf(fields);
            if (fields.stream().map(Field::name).distinct().count() != fields.size()) {
                throw new IllegalArgumentException("two fields of one name: " + fields);
            }
        }

        @Override
        public String description() {
            return "a map with "
                    + String.join(", ", fields.stream().map(Field::name).toList());
        }
    }

    /** Named fields, for which a lone scalar may stand that is the value of one of them. */
    record ShortForm(Field<?> field, Group group) implements Kind<Entry> {
        @Override
        public String description() {
            return "the " + field.name() + " alone, or " + group.description();
        }
    }

    /** Any text that is not empty. */
    Scalar<String> TEXT = new Scalar<>(
            "text", "a text", "", List.of(), text -> text.isBlank() ? Parsed.wrong("it is empty") : Parsed.of(text));

    Scalar<Share> SHARE =
            new Scalar<>("share", "a share such as 95 %", "^\\d{1,3}(\\.\\d{1,12})? ?%$", List.of(), Share::parse);

    Scalar<Duration> DURATION = new Scalar<>(
            "duration",
            "a duration such as 800 ms or 30 d",
            "^\\d{1,12}(\\.\\d{1,9})? ?(us|ms|s|min|h|d)$",
            List.of(),
            Spans::parse);

    /** A whole number from 0 to a billion. */
    Scalar<Integer> COUNT =
            new Scalar<>("count", "a whole number such as 2", "^(0|[1-9]\\d{0,8})$", List.of(), text -> {
                boolean digits = text.matches("0|[1-9]\\d{0,8}");
                return digits
                        ? Parsed.of(Integer.parseInt(text))
                        : Parsed.wrong("a whole number has only digits and no leading zero, and is below one billion");
            });

    Scalar<LocalDate> DATE =
            new Scalar<>("date", "a date such as 2026-12-15", "^\\d{4}-\\d{2}-\\d{2}$", List.of(), text -> {
                try {
                    var strict = DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
                    return text.length() == 10
                            ? Parsed.of(LocalDate.parse(text, strict))
                            : Parsed.wrong("a date is written year-month-day");
                } catch (DateTimeParseException notADay) {
                    return Parsed.wrong("there is no such day");
                }
            });

    Scalar<Boolean> FLAG = new Scalar<>("flag", "true or false", "", List.of("true", "false"), text -> switch (text) {
        case "true" -> Parsed.of(true);
        case "false" -> Parsed.of(false);
        default -> Parsed.wrong("only true and false are known");
    });

    /** The name of an entry under {@code evidence} of the manifest. The loader checks that it is declared there. */
    Scalar<String> EVIDENCE =
            new Scalar<>("evidence", "the name of an entry under evidence", "", List.of(), TEXT.parse());

    /** A path or a glob below the base directory, with {@code /}. */
    Scalar<String> PATH = new Scalar<>("path", "a path relative to the manifest's folder", "", List.of(), text -> {
        if (text.isBlank()) {
            return Parsed.wrong("it is empty");
        }
        if (text.indexOf('\\') >= 0) {
            return Parsed.wrong("a path is written with /");
        }
        if (text.startsWith("/")
                || text.matches("^[A-Za-z]:.*")
                || Stream.of(text.split("/", -1)).anyMatch(".."::equals)) {
            return Parsed.wrong("a path must stay below the manifest's folder");
        }
        return Parsed.of(text);
    });

    /** One of the words of an enum. */
    static <E extends Enum<E> & Word> Scalar<E> word(Class<E> type) {
        var words = new ArrayList<String>();
        for (E constant : type.getEnumConstants()) {
            words.add(constant.word());
        }
        return new Scalar<>(
                "word",
                "one of " + String.join(", ", words),
                "",
                words,
                text -> Stream.of(type.getEnumConstants())
                        .filter(constant -> constant.word().equals(text))
                        .findFirst()
                        .map(Parsed::of)
                        .orElse(Parsed.wrong("only " + String.join(", ", words) + " are known")));
    }

    /** One of the words given. */
    static Scalar<String> word(String... words) {
        var known = List.of(words);
        return new Scalar<>(
                "word",
                "one of " + String.join(", ", known),
                "",
                known,
                text -> known.contains(text)
                        ? Parsed.of(text)
                        : Parsed.wrong("only " + String.join(", ", known) + " are known"));
    }

    static <T> ListOf<T> list(Kind<T> element) {
        return new ListOf<>(element);
    }

    static Group group(Field<?>... fields) {
        return new Group(List.of(fields));
    }
}
