package io.github.genaigate.evidence.documents;

import static io.github.genaigate.evidence.Readings.read;
import static io.github.genaigate.evidence.Readings.source;
import static io.github.genaigate.evidence.documents.MarkdownReaderTest.sections;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.genaigate.model.Document;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a document counts. */
class SectionsTest {

    @Test
    void headingsHaveTwoFormsAndSixDepths() {
        assertThat(sections("""
                        # One #
                        a

                        Two
                        ===
                        b b B

                        Three, in
                        two lines
                        ---------
                        c d
                        ###### Six ######
                        e
                        ####### seven is none
                        #none either
                        ##
                        f
                        """)).containsExactly("One | 1", "Two | 9", "Three, in two lines | 7", "Six | 5", " | 1");
    }

    @Test
    void aSectionHoldsItsDeeperOnes() {
        assertThat(sections("# Doc\n## A\n### A1\none two\n### A2\nthree\n## B\nfour\n"))
                .containsExactly("Doc | 4", "A | 3", "A1 | 2", "A2 | 1", "B | 1");
    }

    @Test
    void aTitleIsReadAsPeopleReadIt() {
        assertThat(sections("## **Risks** of [`it`](https://acme.io) {#risks}\na\n"))
                .containsExactly("Risks of it | 1");
    }

    @Test
    void whatLooksLikeAHeadingInCodeACommentOrAListIsNone() {
        assertThat(sections("""
                        # A
                        ```sh
                        # not a heading
                        ~~~
                        ```
                        <!-- # nor this
                        # nor this -->
                            # nor this
                        - item
                        ---
                        > quote
                        ---
                        | cell |
                        ---

                        ---
                        end
                        """)).containsExactly("A | 9");
    }

    @Test
    void aBlockOfCodeOrACommentThatHasNoEndHidesTheRest() {
        assertThat(sections("# A\nx\n```\n# B\nb\n")).containsExactly("A | 2");
        assertThat(sections("# A\nx\n<!-- \n# B\nb\n")).containsExactly("A | 1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                                        | nothing stands there
                    '  ~~'                                    | nothing stands there
                    '…'                                       | nothing stands there
                    '- ~- ~'                                  | nothing stands there
                    '<!-- describe the risks -->'             | only a comment stands there
                    '<!--~describe~-->'                       | only a comment stands there
                    '<describe the risks>'                    | only text that is to be replaced stands there
                    '{{ risks }}'                             | only text that is to be replaced stands there
                    '${risks}'                                | only text that is to be replaced stands there
                    '[describe the risks here]'               | only text that is to be replaced stands there
                    '- [ ] think of risks~- [ ] write'        | only boxes that are not ticked stand there
                    'Risks.'                                  | only what stands below another heading too, or the heading again, stands there
                    'As said above.~# Other~As said  above!'  | only what stands below another heading too, or the heading again, stands there
                    'There are some. TODO: name them.'        | "TODO" stands in line 5
                    'One.~~Another: TBD'                      | "TBD" stands in line 7
                    'Lorem ipsum dolor sit amet.'             | "Lorem ipsum" stands in line 5
                    '## Deeper~FIXME'                         | "FIXME" stands in line 6
                    """)
    void aPlaceholderIsTold(String text, String why) {
        assertThat(sections("# Risks\n" + text.replace("~", "\n") + "\n").get(0))
                .endsWith(" | " + why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We keep a to-do list, todo included.",
                "Write `TODO` and `{{ name }}` where a name is missing",
                "```\n# TODO\n```",
                "- [x] Wrong answers were looked at",
                "See [the list of risks](https://acme.io/risks).",
                "Wait less than <3 s, or $5"
            })
    void whatIsMoreThanAPlaceholderIsNone(String text) {
        assertThat(sections("# Risks\n" + text + "\n").get(0)).doesNotMatch(".*\\d \\| .*");
    }

    @Test
    void wordsAreCountedOnceAndWithoutWhatIsNotText() {
        assertThat(sections(
                        "# A\nRisk risk RISK, risks; ![a plot](plot.png) <br> [risk](https://acme.io/far/away) 1.5\n"))
                .containsExactly("A | 4");
        assertThat(sections("# A\n回答が遅い。\n")).containsExactly("A | 5");
    }

    @Test
    void aSentenceInTwoSectionsCountsInNone() {
        assertThat(sections("# A\nWe look at it\nevery week. One more.\n# B\n* We look at it every week.\n"))
                .containsExactly(
                        "A | 2",
                        "B | 0 | only what stands below another heading too, or the heading again, stands there");
    }

    private static final List<String> PIECES = List.of(
            "# A", "## B", "===", "---", "```", "~~~", "<!--", "-->", "- ", "[ ] ", "[", "](x)", "`", "``", "{{", "}}",
            "<b", ">", "| ", "TODO", "word", " ", "    ", "\n", "\n\n", "\r\n", "\r", "\t", "é", "回", "😀", "#");

    /** Whatever stands there, no section has words that the file has not, and none has neither words nor an excuse. */
    @Test
    void countsNoWordThatIsNotThere() {
        var random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            var text = Stream.generate(() -> PIECES.get(random.nextInt(PIECES.size())))
                    .limit(random.nextInt(60))
                    .collect(Collectors.joining());
            int all = new HashSet<>(Prose.words(text)).size();
            var document = read(new MarkdownReader(), source("a.md", "---\n---\n" + text))
                    .measurement();
            assertThat(((Document) document).sections()).as(text).allSatisfy(section -> {
                assertThat(section.words()).isBetween(0, all);
                assertThat(section.words() > 0 || section.placeholder().isPresent())
                        .isTrue();
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"`", "<a", "<!--", "[", "{{", "[a](", "![", "#", "-", "# a\n", "*", "a.b ", "${"})
    void aMegabyteOfOneThingIsNoTrouble(String piece) {
        var text = "# A\n"
                + IntStream.range(0, 1_000_000 / piece.length())
                        .mapToObj(i -> piece)
                        .collect(Collectors.joining());
        assertTimeoutPreemptively(
                ofSeconds(30), () -> assertThat(sections(text)).isNotEmpty());
    }
}
