package io.github.genaigate.evidence.ownership;

import static io.github.genaigate.evidence.Readings.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Readings;
import io.github.genaigate.evidence.Source;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Glob;
import io.github.genaigate.model.Ownership;
import io.github.genaigate.model.Ownership.Part;
import io.github.genaigate.model.Ownership.Rule;
import io.github.genaigate.model.Place;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeownersReaderTest {

    private static Reading read(String text) {
        return read("CODEOWNERS", text);
    }

    private static Reading read(String file, String text) {
        return Readings.read(new CodeownersReader(), source(file, text));
    }

    private static Ownership ownership(String text) {
        return (Ownership) read(text).measurement();
    }

    private static Rule rule(String glob, int line, String... owners) {
        return new Rule(new Glob(glob), List.of(owners), false, new Place("CODEOWNERS", line, 0));
    }

    @Test
    void readsTheDialectOfGitHub() {
        Reading reading = read("""
                # who approves
                * @acme/support-ai
                  docs\t@kim kim@acme.example   # the texts

                /docs/drafts/
                """);
        assertThat(reading.doubt()).isEmpty();
        assertThat(reading.assurance()).isEqualTo(Assurance.MEASURED);
        assertThat(reading.takenAt()).isEmpty();
        assertThat(reading.measurement())
                .isEqualTo(new Ownership(List.of(new Part(
                        "",
                        false,
                        List.of(
                                rule("**", 2, "@acme/support-ai"),
                                rule("**/docs", 3, "@kim", "kim@acme.example"),
                                rule("**/docs/**", 3, "@kim", "kim@acme.example"),
                                rule("docs/drafts/**", 5))))));
    }

    @Test
    void theLastLineThatMatchesDecides() {
        var ownership = ownership("""
                * @acme/support-ai
                /docs/ @kim
                /docs/drafts/
                """);
        assertThat(ownership.owners("src/Main.java")).containsExactly("@acme/support-ai");
        assertThat(ownership.owners("docs/a.md")).containsExactly("@kim");
        assertThat(ownership.owners("docs/drafts/a.md")).isEmpty();
    }

    @Test
    void readsTheDialectOfGitLab() {
        var reading = read("""
                * @lead
                /unowned/

                [Prompts][2] @acme/prompts @@maintainer # who writes them
                /prompts/
                /prompts/legal/ legal@acme.example
                !/prompts/draft/

                ^[Docs] @docs
                /docs/

                [PROMPTS] @later
                /late/
                [Empty]
                /nobody/
                """);
        var ownership = (Ownership) reading.measurement();
        assertThat(reading.doubt()).isEmpty();
        assertThat(ownership.sections())
                .extracting(Part::name, Part::optional)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("", false),
                        org.assertj.core.groups.Tuple.tuple("Prompts", false),
                        org.assertj.core.groups.Tuple.tuple("Docs", true),
                        org.assertj.core.groups.Tuple.tuple("Empty", false));
        assertThat(ownership.owners("a.txt")).containsExactly("@lead");
        assertThat(ownership.owners("unowned/a.txt")).isEmpty();
        assertThat(ownership.owners("prompts/a.txt")).containsExactly("@@maintainer", "@acme/prompts", "@lead");
        assertThat(ownership.owners("prompts/legal/a.txt")).containsExactly("@lead", "legal@acme.example");
        assertThat(ownership.owners("prompts/draft/a.txt")).containsExactly("@lead");
        assertThat(ownership.owners("docs/a.txt")).as("optional").containsExactly("@lead");
        assertThat(ownership.owners("late/a.txt")).containsExactly("@later", "@lead");
        assertThat(ownership.owners("nobody/a.txt")).containsExactly("@lead");
    }

    @Test
    void aSectionIsRequiredAsSoonAsOneOfItsHeadersIs() {
        assertThat(ownership("^[Docs] @a\n/a/\n[docs] @b\n/b/\n").owners("a/x")).containsExactly("@a");
        assertThat(ownership("[Docs] @a\n/a/\n^[docs] @b\n/b/\n").owners("b/x")).containsExactly("@b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                ".github/CODEOWNERS | `* @kim\n!/docs/ @kim\n/a[0-9]/ @kim` | UNREADABLE: .github/CODEOWNERS:2: Line 2 of the"
                        + " code owners does not do what it says on GitHub: a pattern that begins with ! is not supported;"
                        + " and 1 more; Rewrite the line as GitHub understands it",
                "CODEOWNERS | `* @kim\r\n/docs/ kim\r\n` | UNREADABLE: CODEOWNERS:2: Line 2 of the code owners does not do"
                        + " what it says on GitHub: kim is no owner; Rewrite the line as GitHub understands it",
                ".gitlab/CODEOWNERS | `[Docs @kim\n/docs/ @kim` | UNREADABLE: .gitlab/CODEOWNERS:1: Line 1 of the code owners"
                        + " does not do what it says on GitLab: [Docs @kim is no section;"
                        + " Rewrite the line as GitLab understands it",
                "CODEOWNERS | `[Docs] kim\n/docs/` | UNREADABLE: CODEOWNERS:1: Line 1 of the code owners"
                        + " does not do what it says on GitLab: kim is no owner; Rewrite the line as GitLab understands it",
                "CODEOWNERS | `# nothing yet\n` | INCOMPLETE: CODEOWNERS: The code owners file names no path;"
                        + " Write one pattern with its owners on each line",
            })
    void doubtsALineThatThePlatformReadsOtherwise(String file, String text, String expected) {
        assertThat(Readings.doubt(read(file, text))).isEqualTo(expected);
    }

    @Test
    void aLineThatGitHubSkipsOwnsNothing() {
        assertThat(ownership("* @lead\n/docs/ @kim nobody\n").owners("docs/a")).containsExactly("@lead");
    }

    @Test
    void refusesWhatIsNoText() {
        var reader = new CodeownersReader();
        assertThat(Readings.refusal(reader, source("CODEOWNERS", " \n")))
                .isEqualTo("UNREADABLE: CODEOWNERS: The file is empty; Write one pattern with its owners on each line");
        assertThat(Readings.refusal(reader, source("CODEOWNERS", "* @kim\n\u001B[2J @kim\n")))
                .isEqualTo("UNREADABLE: CODEOWNERS:2: The line holds control characters;"
                        + " Write one pattern with its owners on each line");
        assertThat(Readings.refusal(reader, source("CODEOWNERS", "# comment\r* @kim\n")))
                .isEqualTo("UNREADABLE: CODEOWNERS:1: The line holds control characters;"
                        + " Write one pattern with its owners on each line");
        assertThat(Readings.refusal(reader, Source.of("CODEOWNERS", new byte[] {'*', ' ', '@', (byte) 0xE9})))
                .isEqualTo("UNREADABLE: CODEOWNERS: The file is not text in UTF-8; Save it in UTF-8");
    }

    @Test
    void refusesWhatPlatformsIgnoreForItsSize() {
        byte[] large = "* @kim\n".repeat(3 * 1024 * 1024 / 7 + 1).getBytes(StandardCharsets.UTF_8);
        assertThat(Readings.refusal(new CodeownersReader(), Source.of("CODEOWNERS", large)))
                .isEqualTo(
                        "UNREADABLE: CODEOWNERS: The code owners file is larger than 3 MB, and platforms ignore it then;"
                                + " Shorten it, for example by naming folders in place of files");
    }

    @Test
    void refusesMoreLinesThanCanBeHeldAgainstEveryPath() {
        assertThat(Readings.refusal(new CodeownersReader(), source("CODEOWNERS", "/a* @kim\n".repeat(20_000))))
                .isEqualTo("UNREADABLE: CODEOWNERS: The code owners file has 20001 lines, more than the 20000 that are"
                        + " read; Shorten it, for example by naming folders in place of files");
        assertThat(read("/a* @kim\n".repeat(19_999)).doubt()).isEmpty();
    }

    @Test
    void readsTheSameBehindAByteOrderMarkAndWithOtherLineEnds() {
        var expected = read("* @kim\n/a/ @lee\n");
        assertThat(read("\uFEFF* @kim\n/a/ @lee\n")).isEqualTo(expected);
        assertThat(read("* @kim\r\n/a/ @lee")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`* @kim` | true",
                "`# only owners\n/docs/ @acme/docs kim@acme.example\n/docs/drafts/\n` | true",
                "`[Docs] @kim\n/docs/\n` | true",
                "`* @kim\n/cut/of` | true",
                "`/docs/\n` | false",
                "`` | false",
                "`# nothing\n` | false",
                "`timeStamp,elapsed,label\n1,2,kim@acme.example\n` | false",
                "`{\"owner\": \"@kim\"}` | false",
                "`owner: kim@acme.example\n` | false",
                "`- kim@acme.example\n` | false",
                "`Please write to kim@acme.example\n` | false",
                "`<a href=\"x\"> @kim` | false",
            })
    void recognisesCodeOwnersAndNothingElse(String text, boolean expected) {
        assertThat(new CodeownersReader().recognises(text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(expected);
    }
}
