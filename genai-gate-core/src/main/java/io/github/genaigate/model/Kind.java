package io.github.genaigate.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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

    /** One or more values of one kind, of which a single one may stand alone. */
    record OneOrMore<T>(ListOf<T> list) implements Kind<List<T>> {
        @Override
        public String description() {
            return list.element().description() + ", or a list of such";
        }
    }

    /**
     * Values of one kind under names that the writer chooses. An empty map is refused.
     *
     * @param keys what the names are, in the plural
     * @param key what a name looks like
     */
    record MapOf<T>(String keys, Scalar<String> key, Kind<T> value) implements Kind<Map<String, T>> {
        public MapOf(String keys, Kind<T> value) {
            this(keys, TEXT, value);
        }

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
    Scalar<String> TEXT = Texts.scalar(
            "text",
            "a text",
            "^(?=[\\s\\S]*[^ \\t\\r\\n])[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f]{1,4000}$",
            text -> Texts.length(text) > 4000 ? "it is longer than 4000 characters" : "it has control characters");

    /** A text that stands in one line of a report. */
    Scalar<String> LINE = Texts.scalar(
            "line",
            "a text of one line, at most 200 characters",
            "^(?=.*[^ ])[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]{1,200}$",
            text -> Texts.length(text) > 200 ? "it is longer than 200 characters" : "it is not a text of one line");

    /** A name that other parts of the documents, messages and reports refer to. */
    Scalar<String> NAME = Texts.scalar(
            "name",
            "a name of letters, digits, dots, hyphens and underscores, at most 64 characters",
            "^[A-Za-z0-9._-]{1,64}$",
            text -> Texts.length(text) > 64
                    ? "it is longer than 64 characters"
                    : "a name has only letters, digits, dots, hyphens and underscores");

    Scalar<Share> SHARE = new Scalar<>(
            "share",
            "a share such as 95 %",
            "^(100(\\.0{1,12})?|0?\\d{1,2}(\\.\\d{1,12})?) ?%$",
            List.of(),
            Share::parse);

    Scalar<Duration> DURATION = new Scalar<>(
            "duration",
            "a duration such as 800 ms or 30 d",
            "^\\d{1,12}(\\.\\d{1,9})? ?(us|ms|s|min|h|d)$",
            List.of(),
            Spans::parse);

    /** So many requests in a time, or at once. */
    Scalar<Peak> PEAK = new Scalar<>(
            "peak",
            "a load such as 20 requests/s or 50 concurrent requests",
            "^(" + Peak.RATE + "|" + Peak.CONCURRENT + ")$",
            List.of(),
            Peak::parse);

    /** So many requests in a time. */
    Scalar<Peak> RATE =
            new Scalar<>("rate", "a rate such as 20 requests/s", "^" + Peak.RATE + "$", List.of(), Peak::parseRate);

    /** A whole number from 0 to a billion. */
    Scalar<Integer> COUNT =
            new Scalar<>("count", "a whole number such as 2", "^(0|[1-9]\\d{0,8})$", List.of(), text -> {
                boolean digits = text.matches("0|[1-9]\\d{0,8}");
                return digits
                        ? Parsed.of(Integer.parseInt(text))
                        : Parsed.wrong("a whole number has only digits and no leading zero, and is below one billion");
            });

    /** An exact decimal number. */
    Scalar<BigDecimal> NUMBER =
            Decimals.scalar("number", "a number such as 0.85", Decimals.NUMBER, Function.identity());

    /** How much a number changes, as a fraction of what it was; below zero when it gets smaller. */
    Scalar<BigDecimal> CHANGE = Decimals.scalar(
            "change", "a change such as -20 % or +5 %", Decimals.CHANGE, percent -> percent.movePointLeft(2));

    /** So many requests in a month. */
    Scalar<Long> VOLUME = Decimals.scalar(
            "volume", "a volume such as 200000 requests/month", Decimals.VOLUME, BigDecimal::longValueExact);

    Scalar<Spending> SPENDING =
            new Scalar<>("spending", "an amount such as 3000 USD/month", Spending.PATTERN, List.of(), Spending::parse);

    Scalar<LocalDate> DATE =
            new Scalar<>("date", "a date such as 2026-12-15", "^\\d{4}-\\d{2}-\\d{2}$", List.of(), Texts::date);

    Scalar<Boolean> FLAG = new Scalar<>("flag", "true or false", "", List.of("true", "false"), text -> switch (text) {
        case "true" -> Parsed.of(true);
        case "false" -> Parsed.of(false);
        default -> Parsed.wrong("only true and false are known");
    });

    /** The name of an entry under {@code evidence} of the manifest. The loader checks that it is declared there. */
    Scalar<String> EVIDENCE =
            new Scalar<>("evidence", "the name of an entry under evidence", NAME.pattern(), List.of(), TEXT.parse());

    /** The name of a role under {@code roles} of the policy. The loader checks that some layer defines it there. */
    Scalar<String> ROLE = new Scalar<>("role", "the name of a role", TEXT.pattern(), List.of(), TEXT.parse());

    /** A path or a glob below the base directory, with {@code /}, in the one way to write it. */
    Scalar<String> PATH =
            Texts.scalar("path", "a path relative to the manifest's folder", Texts.PATH, Texts::pathComplaint);

    /** One of the words of an enum. */
    static <E extends Enum<E> & Word> Scalar<E> word(Class<E> type) {
        var constants = List.of(type.getEnumConstants());
        return words(
                constants.stream().map(Word::word).toList(),
                text -> constants.stream()
                        .filter(constant -> constant.word().equals(text))
                        .findFirst());
    }

    /** One of the words given. */
    static Scalar<String> word(String... words) {
        var known = List.of(words);
        return words(known, text -> Optional.of(text).filter(known::contains));
    }

    private static <T> Scalar<T> words(List<String> words, Function<String, Optional<T>> parse) {
        boolean one = words.size() == 1;
        var all = String.join(", ", words);
        Parsed<T> unknown = Parsed.wrong("only " + all + (one ? " is known" : " are known"));
        return new Scalar<>(
                "word",
                one ? all : "one of " + all,
                "",
                words,
                text -> parse.apply(text).map(Parsed::of).orElse(unknown));
    }

    static <T> ListOf<T> list(Kind<T> element) {
        return new ListOf<>(element);
    }

    static <T> OneOrMore<T> oneOrMore(Kind<T> element) {
        return new OneOrMore<>(list(element));
    }

    static Group group(Field<?>... fields) {
        return new Group(List.of(fields));
    }
}
