package io.github.genaigate.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConverterTest {

    private static final Field<String> TEXT = Field.optional("text", Kind.TEXT, "A text.");
    private static final Field<Integer> COUNT = Field.optional("count", Kind.COUNT, "A count.");
    private static final Field<Boolean> FLAG = Field.optional("flag", Kind.FLAG, "A flag.");
    private static final Field<List<String>> NAMES = Field.optional("names", Kind.list(Kind.NAME), "Names.");
    private static final Field<Map<String, Integer>> COUNTS =
            Field.optional("counts", new Kind.MapOf<>("names", Kind.NAME, Kind.COUNT), "Counts.");
    private static final Field<String> PATH = Field.required("path", Kind.PATH, "A path.");
    private static final Field<String> ID = Field.required("id", Kind.LINE, "An id.");
    private static final Field<Entry> SHORT =
            Field.optional("short", new Kind.ShortForm(PATH, Kind.group(PATH, TEXT)), "Short or long.");
    private static final Field<Entry> GROUP = Field.optional("group", Kind.group(ID, TEXT), "A group.");
    private static final Field<Entry> LOOSE = Field.optional("loose", Kind.group(TEXT), "A group without duties.");
    private static final Field<String> EVIDENCE = Field.optional("evidence", Kind.EVIDENCE, "Evidence.");
    private static final List<Field<?>> ALL = List.of(TEXT, COUNT, FLAG, NAMES, COUNTS, SHORT, GROUP, LOOSE, EVIDENCE);

    static Stream<Arguments> refused() {
        var number = "Write a whole number such as 2";
        var counts = "Leave the line out, or write a whole number such as 2";
        var names = "a list, each entry being a name of letters, digits, dots, hyphens and underscores,"
                + " at most 64 characters";
        var brief = "the path alone, or a map with path, text";
        return Stream.of(
                table("text:", "1:6: text has no value; Leave the line out, or write a text"),
                table("text: ~", "1:7: text has no value; Leave the line out, or write a text"),
                table("text: \"\"", "1:7: text is \"\": it is empty; Write a text"),
                table("text: [a]", "1:7: text is a list; Write a text"),
                table("text: {a: b}", "1:7: text is a map; Write a text"),
                table("count: []", "1:8: count is a list; " + number),
                table(
                        "count: 010",
                        "1:8: count is \"010\": a whole number has only digits and no leading zero,"
                                + " and is below one billion; " + number),
                table("flag: yes", "1:7: flag is \"yes\": only true and false are known; Write true or false"),
                table("flag: True", "1:7: flag is \"True\": only true and false are known; Did you mean true?"),
                table("names: []", "1:8: names is an empty list; Leave the line out, or write at least one entry"),
                table("names: a", "1:8: names is the text \"a\"; Write " + names),
                table("names: {}", "1:8: names is a map; Write " + names),
                table(
                        "names: [a, ~, 'b c', [d]]",
                        "1:12: An entry of names has no value; Leave the line out, or write a name of letters, digits,"
                                + " dots, hyphens and underscores, at most 64 characters",
                        "1:15: An entry of names is \"b c\": a name has only letters, digits, dots, hyphens and"
                                + " underscores; Write a name of letters, digits, dots, hyphens and underscores,"
                                + " at most 64 characters",
                        "1:22: An entry of names is a list; Write a name of letters, digits, dots, hyphens and"
                                + " underscores, at most 64 characters"),
                table("counts: {}", "1:9: counts is empty; Leave the line out, or write at least one entry"),
                table("counts: []", "1:9: counts is a list; Write a map from names to a whole number such as 2"),
                table(
                        "counts: {a b: 1, c: x, d: }",
                        "1:10: The entry \"a b\" of counts has no proper name: a name has only letters, digits, dots,"
                                + " hyphens and underscores; Write a name of letters, digits, dots, hyphens and"
                                + " underscores, at most 64 characters",
                        "1:21: The entry \"c\" of counts is \"x\": a whole number has only digits and no leading"
                                + " zero, and is below one billion; " + number,
                        "1:26: The entry \"d\" of counts has no value; " + counts),
                table("short: []", "1:8: short is a list; Write " + brief),
                table("short:", "1:7: short has no value; Leave the line out, or write " + brief),
                table(
                        "short: ../a",
                        "1:8: short is \"../a\": a path must stay below the manifest's folder;"
                                + " Write a path relative to the manifest's folder"),
                table("short: {text: a}", "1:8: short has no path; Add path, a path relative to the manifest's folder"),
                table("group: {}", "1:8: group has no id; Add id, a text of one line, at most 200 characters"),
                table("group: {id: }", "1:12: id has no value; Write a text of one line, at most 200 characters"),
                table("loose: {}", "1:8: loose is empty; Leave the line out, or write a map with text"),
                table(
                        "group: {id: a, txet: b, zzz: c}",
                        "1:16: The key \"txet\" is not known here; Did you mean text?",
                        "1:25: The key \"zzz\" is not known here; Known are id, text"),
                table("group: a", "1:8: group is the text \"a\"; Write a map with id, text"),
                table("group: [a]", "1:8: group is a list; Write a map with id, text"),
                table(
                        "txt: a\ncount: x\nflag: y\ngroup:\n  text: []\n",
                        "1:1: The key \"txt\" is not known here; Did you mean text?",
                        "2:8: count is \"x\": a whole number has only digits and no leading zero,"
                                + " and is below one billion; " + number,
                        "3:7: flag is \"y\": only true and false are known; Write true or false",
                        "5:3: group has no id; Add id, a text of one line, at most 200 characters",
                        "5:9: text is a list; Write a text"),
                table(
                        "count: *x\ntext: @y\nflag: maybe",
                        "1:8: An alias is not allowed;"
                                + " Write the value out, or put it in quotes when it is a glob that begins with *",
                        "2:7: A value without quotes cannot begin with @; Put it in quotes: \"@y\"",
                        "3:7: flag is \"maybe\": only true and false are known; Write true or false"),
                table(
                        "a",
                        "1:1: The document is the text \"a\"; Write a map with text, count, flag, names, counts,"
                                + " short, group, loose, evidence"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void tellsAllThatIsWrong(String yaml, List<String> problems) {
        var converter = new Converter();

        var entry = convert(converter, yaml);

        assertThat(entry).isEmpty();
        assertThat(Loaded.refused(converter.problems()).problems())
                .extracting(Problem::toString)
                .isEqualTo(problems);
    }

    @Test
    void givesValuesWithTheirPlaces() {
        var converter = new Converter();

        var entry = convert(
                        converter,
                        "text: no\ncount: 10\nflag: true\nnames: [a, b]\ncounts: {x: 1}\nshort: p\ngroup: {id: 2}\n"
                                + "evidence: load\n")
                .orElseThrow();

        assertThat(converter.problems()).isEmpty();
        assertThat(entry.get(TEXT)).isEqualTo("no");
        assertThat(entry.get(COUNT)).isEqualTo(10);
        assertThat(entry.get(FLAG)).isTrue();
        assertThat(entry.get(NAMES)).containsExactly("a", "b");
        assertThat(entry.get(COUNTS)).isEqualTo(Map.of("x", 1));
        assertThat(entry.get(SHORT).get(PATH)).isEqualTo("p");
        assertThat(entry.get(SHORT).placeOf(PATH)).isEqualTo(new Place("a.yaml", 6, 8));
        assertThat(entry.get(GROUP).get(ID)).isEqualTo("2");
        assertThat(entry.placeOf(COUNT)).isEqualTo(new Place("a.yaml", 2, 1));
        assertThat(entry.placeOf(LOOSE)).isEqualTo(new Place("a.yaml", 1, 1));
        assertThat(converter.references()).containsExactly(new Converter.Reference("load", new Place("a.yaml", 8, 11)));
    }

    private static Optional<Entry> convert(Converter converter, String yaml) {
        return converter
                .read("a.yaml", yaml.getBytes(StandardCharsets.UTF_8))
                .flatMap(root -> converter.entry("The document", root, ALL));
    }

    private static Arguments table(String yaml, String... problems) {
        return Arguments.of(
                yaml, Stream.of(problems).map(problem -> "a.yaml:" + problem).toList());
    }
}
