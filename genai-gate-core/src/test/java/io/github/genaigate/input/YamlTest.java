package io.github.genaigate.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Problem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTest {

    private static final String EMPTY = "The file is empty; Write a document with apiVersion and kind";
    private static final String ALIAS = "An alias is not allowed;"
            + " Write the value out, or put it in quotes when it is a glob that begins with *";
    private static final String TAG = "Remove it, or put the value in quotes when it begins with !";
    private static final String KEY =
            "Write a text before the colon, or put the value in quotes when it begins with { or [";
    private static final String HIDDEN = "is not allowed; Remove it, or write it as an escape inside double quotes";
    private static final String LOOK =
            "Look at the indentation, the colons, the quotes and the brackets of this line and the one before";
    private static final String FOREIGN = "This does not belong to what stands before it;"
            + " Indent it as its neighbours are, or put quotes around the whole value before it";
    private static final String OPEN =
            "A list or map in brackets is not closed here;" + " Close its bracket, or put a comma between its entries";
    private static final String COLON = "This colon follows a value that is complete;"
            + " Put the value in quotes when the colon belongs to it, or mend the indentation";
    private static final String QUOTES = "The quotes that open here are not closed; Close them";

    static Stream<Arguments> refused() {
        return Stream.of(
                table("", "a.yaml: " + EMPTY),
                table("# nothing but a comment\n", "a.yaml: " + EMPTY),
                table("---\n", "a.yaml:2:1: " + EMPTY),
                table("~", "a.yaml:1:1: " + EMPTY),
                table("null\n", "a.yaml:1:1: " + EMPTY),
                table(
                        "a: 1\nb:\n  c: 1\n  c: 2\na: 3\n\"a\": 4",
                        "a.yaml:4:3: The key \"c\" is written twice, first in line 3; Keep one of them",
                        "a.yaml:5:1: The key \"a\" is written twice, first in line 1; Keep one of them",
                        "a.yaml:6:1: The key \"a\" is written twice, first in line 1; Keep one of them"),
                table("a: *b\n*c: d", "a.yaml:1:4: " + ALIAS, "a.yaml:2:1: " + ALIAS),
                table(
                        "a: &b c\nd: &e\n  f: g",
                        "a.yaml:1:4: An anchor is not allowed; Remove &b, or put the value in quotes when it begins with &",
                        "a.yaml:2:4: An anchor is not allowed; Remove &e, or put the value in quotes when it begins with &"),
                table(
                        "<<: *b\n\"<<\": fine",
                        "a.yaml:1:1: A merge key is not allowed; Write the members out",
                        "a.yaml:1:5: " + ALIAS),
                table(
                        "a: !!str b\nc: !team [d]",
                        "a.yaml:1:4: The tag \"!!str\" is not allowed; " + TAG,
                        "a.yaml:2:4: The tag \"!team\" is not allowed; " + TAG),
                table("%TAG ! x:\n---\na: b", "a.yaml:1:1: A tag directive is not allowed; Remove the %TAG line"),
                table(
                        "? [a]\n: b\n{c: d}: e",
                        "a.yaml:1:3: A key is a list, not a text; " + KEY,
                        "a.yaml:3:1: A key is a map, not a text; " + KEY),
                table("a: {{ version }}", "a.yaml:1:5: A key is a map, not a text; " + KEY),
                table("a: b\n---\nc: d", "a.yaml:2:1: A second document begins here; Keep one document in a file"),
                table("a: b\n...\nc: d", "a.yaml:3:1: The document has ended before this; Keep one document in a file"),
                table(
                        "a: [**/*.py, *.js]\nb: @team\nc: [@x, \"y\", `z`]\nd: %5\ne: & f\n",
                        "a.yaml:1:5: " + unquoted("*", "**/*.py"),
                        "a.yaml:1:14: " + unquoted("*", "*.js"),
                        "a.yaml:2:4: " + unquoted("@", "@team"),
                        "a.yaml:3:5: " + unquoted("@", "@x"),
                        "a.yaml:3:14: " + unquoted("`", "`z`"),
                        "a.yaml:4:4: " + unquoted("%", "%5"),
                        "a.yaml:5:4: " + unquoted("&", "&")),
                table("a:\n\tb: c", "a.yaml:2:1: A tab stands in the indentation; Indent with spaces"),
                table("\ta: b", "a.yaml:1:1: A tab stands in the indentation; Indent with spaces"),
                table("a: b: c", "a.yaml:1:5: " + COLON),
                table("a: [b", "a.yaml:1:6: " + OPEN),
                table("a: {b: c", "a.yaml:1:9: " + OPEN),
                table("a: \"b", "a.yaml:1:4: " + QUOTES),
                table("a: 'b\n---\n", "a.yaml:1:4: " + QUOTES),
                table("a: 'b' c", "a.yaml:1:8: " + FOREIGN),
                table("a:\n  b: 1\n c: 2", "a.yaml:3:2: " + FOREIGN),
                table("- a\nb: c", "a.yaml:2:1: " + FOREIGN),
                table("a: 1\nb", "a.yaml:2:2: This key has no colon; Put a colon and a space behind it"),
                table(
                        "a: \"\\q\"",
                        "a.yaml:1:6: This escape is not known inside double quotes;"
                                + " Write \\\\ for a backslash, or use single quotes"),
                table(
                        "a: [b,,c]",
                        "a.yaml:1:7: The file is not YAML here: expected the node content, but found ','; " + LOOK),
                table("a: -", "a.yaml:1:4: The file is not YAML here: sequence entries are not allowed here; " + LOOK),
                table(
                        "%YAML 2.0\n---\na: b",
                        "a.yaml:1:1: The file is not YAML here:"
                                + " found incompatible YAML document (version 1.* is required); " + LOOK),
                table(
                        "a: 1\na: 2\nb: @c\nd: [e",
                        "a.yaml:2:1: The key \"a\" is written twice, first in line 1; Keep one of them",
                        "a.yaml:3:4: " + unquoted("@", "@c"),
                        "a.yaml:4:6: " + OPEN),
                table("a: \u0000", "a.yaml:1:4: The character U+0000 " + HIDDEN),
                table(
                        "a: \u0001\u0002\nb: \u202e\r\nc: \u0085\rd: \u007f",
                        "a.yaml:1:4: The character U+0001 " + HIDDEN,
                        "a.yaml:2:4: The character U+202E " + HIDDEN,
                        "a.yaml:3:4: The character U+0085 " + HIDDEN,
                        "a.yaml:4:4: The character U+007F " + HIDDEN),
                table("# \u2028a: b", "a.yaml:1:3: The character U+2028 " + HIDDEN),
                table("a: b\ufeff", "a.yaml:1:5: The character U+FEFF " + HIDDEN),
                table("\ufeff\ufeffa: b", "a.yaml:1:1: The character U+FEFF " + HIDDEN),
                table(
                        "\ufeff😀: 1\r\n😀: @x\r\n\"😀😀\": @y",
                        "a.yaml:2:1: The key \"😀\" is written twice, first in line 1; Keep one of them",
                        "a.yaml:2:4: " + unquoted("@", "@x"),
                        "a.yaml:3:7: " + unquoted("@", "@y")),
                table("[".repeat(60), "a.yaml:1:51: The document is nested more than 50 deep here; Write it flatter"),
                table(
                        "- ".repeat(60),
                        "a.yaml:1:101: The document is nested more than 50 deep here; Write it flatter"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void tellsAllThatIsWrong(String text, List<String> problems) {
        assertThat(problems(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(problems);
    }

    static Stream<Arguments> notUtf8() {
        var utf16 = "a.yaml: The file is UTF-16 text, not UTF-8; Save it as UTF-8";
        return Stream.of(
                Arguments.of("a: b", "UTF-16", utf16),
                Arguments.of("a: b", "UTF-16LE", utf16),
                Arguments.of("a: b", "UTF-16BE", utf16),
                Arguments.of("\ufeffa: b", "UTF-16LE", utf16),
                Arguments.of("a: b", "UTF-32BE", "a.yaml:1:1: The character U+0000 " + HIDDEN),
                Arguments.of(
                        "a: b\ncafé: c",
                        "ISO-8859-1",
                        "a.yaml:2:4: The file is not UTF-8 text: the byte 0xE9 stands here; Save it as UTF-8"));
    }

    @ParameterizedTest
    @MethodSource("notUtf8")
    void refusesOtherEncodings(String text, String charset, String problem) {
        assertThat(problems(text.getBytes(Charset.forName(charset)))).containsExactly(problem);
    }

    @Test
    void refusesACharacterCutInHalf() {
        var bytes = new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', ':', ' ', (byte) 0xE2, (byte) 0x82};

        assertThat(problems(bytes))
                .containsExactly("a.yaml:1:4: The file is not UTF-8 text: the byte 0xE2 stands here; Save it as UTF-8");
    }

    @Test
    void refusesLargeFiles() {
        assertThat(problems(new byte[Yaml.LONGEST + 1]))
                .containsExactly(
                        "a.yaml: The file is larger than 1 MiB;" + " Move what is not a claim or a demand out of it");
    }

    @Test
    void readsUpToTheLimit() {
        var text = "a: |\n" + " x\n".repeat((Yaml.LONGEST - 5) / 3);

        assertThat(Yaml.read("a.yaml", text.getBytes(StandardCharsets.UTF_8)).value())
                .isPresent();
    }

    @Test
    void readsTextAsItIsWritten() {
        var text = "a: no\nb: 010\nc: 1:30\nd: 1_000\ne: 2026-12-15\nf: .inf\ng: 'null'\nh: 0x1F\ni: [on, ~, \"\"]\n";

        var root = (Node.Members) Yaml.read("a.yaml", text.getBytes(StandardCharsets.UTF_8))
                .value()
                .orElseThrow();

        assertThat(root.members().stream()
                        .filter(member -> member.value() instanceof Node.Scalar)
                        .map(member -> ((Node.Scalar) member.value()).text()))
                .containsExactly("no", "010", "1:30", "1_000", "2026-12-15", ".inf", "null", "0x1F");
        assertThat(((Node.Items) root.get("i").orElseThrow())
                        .nodes().stream().map(node -> ((Node.Scalar) node).isNull()))
                .containsExactly(false, true, false);
        assertThat(((Node.Scalar) root.get("g").orElseThrow()).isNull()).isFalse();
        assertThat(root.get("z")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: \"\\u0000\\u202e\"", "a: 👩‍👩‍👧", "a: b # @c *d &e", "a: '@b'", "%FOO x\n---\na: b"})
    void readsWhatIsUnusualAndHarmless(String text) {
        assertThat(problems(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "{",
                "- ",
                "? ",
                "*a, ",
                "[*a, ",
                "@a,",
                "a: ",
                "\"",
                "a: b\n",
                "&a ",
                "!",
                "\u0001\n",
                "- @\n"
            })
    void stopsEarlyOnHostileInput(String piece) {
        var bytes = piece.repeat((Yaml.LONGEST - 4) / piece.length()).getBytes(StandardCharsets.UTF_8);

        var problems = Assertions.assertTimeout(Duration.ofSeconds(60), () -> problems(bytes));

        assertThat(problems).hasSizeBetween(1, 101);
    }

    @Test
    void tellsThatThereIsMore() {
        assertThat(problems("a: b\n".repeat(1_000).getBytes(StandardCharsets.UTF_8)))
                .hasSize(101)
                .last()
                .isEqualTo("a.yaml:102:1: More is wrong from here on; Mend the rest first");
    }

    private static String unquoted(String first, String word) {
        return "A value without quotes cannot begin with " + first + "; Put it in quotes: \"" + word + "\"";
    }

    private static Arguments table(String text, String... problems) {
        return Arguments.of(text, List.of(problems));
    }

    private static List<String> problems(byte[] bytes) {
        return Yaml.read("a.yaml", bytes).problems().stream()
                .map(Problem::toString)
                .toList();
    }
}
