package io.github.genaigate.evidence.documents;

import static io.github.genaigate.evidence.Readings.doubt;
import static io.github.genaigate.evidence.Readings.read;
import static io.github.genaigate.evidence.Readings.refusal;
import static io.github.genaigate.evidence.Readings.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Document;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownReaderTest {

    private static final MarkdownReader READER = new MarkdownReader();
    private static final String MEND =
            "Begin the document with a line ---, owner: and reviewed: with a date, and a line ---";

    /** Title, words and placeholder of each section of a document with this text. */
    static List<String> sections(String text) {
        return document("---\nowner: kim\n---\n" + text).sections().stream()
                .map(section -> section.title() + " | " + section.words()
                        + section.placeholder().map(why -> " | " + why).orElse(""))
                .toList();
    }

    private static Document document(String text) {
        return (Document) read(READER, source("dpia.md", text)).measurement();
    }

    @Test
    void tellsOwnerDayAndPlaces() {
        var reading = read(READER, source("docs/dpia.md", """
                        ---
                        title: Impact assessment
                        tags: [privacy, { a: b }]
                        owner: "@acme/privacy"   # who answers
                        date: 2026-10-01
                        reviewed: 2026-11-02
                        status: Approved
                        ---
                        Before the first heading stands nothing that counts.

                        # Risks
                        Wrong answers.
                        """));
        var document = (Document) reading.measurement();
        assertThat(document.files()).containsExactly("docs/dpia.md");
        assertThat(document.owners()).containsExactly("@acme/privacy");
        assertThat(document.sections()).singleElement().asString().contains("docs/dpia.md:11:1");
        assertThat(reading.takenAt()).contains(Instant.parse("2026-11-02T00:00:00Z"));
        assertThat(reading.assurance()).isEqualTo(Assurance.MEASURED);
        assertThat(reading.doubt()).isEmpty();
    }

    @Test
    void theDayOfWritingStandsForThatOfReviewing() {
        assertThat(read(READER, source("a.md", "---\ndate: 2026-10-01\n---\n# A\nb\n"))
                        .takenAt())
                .contains(Instant.parse("2026-10-01T00:00:00Z"));
        assertThat(read(READER, source("a.md", "---\n\n---\n# A\nb\n")).takenAt())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"draft", "in review", "superseded", "obsolete"})
    void whatIsNotInForceIsDoubted(String status) {
        assertThat(doubt(read(READER, source("a.md", "---\nstatus: " + status + "\n---\n# A\nb\n"))))
                .isEqualTo("INCOMPLETE: a.md:2:9: The document says that its status is " + status
                        + "; Finish it, and write status: approved");
    }

    @Test
    void aTextWithoutHeadingsIsDoubted() {
        assertThat(doubt(read(READER, source("a.md", "---\nowner: kim\n---\nAll is well.\n"))))
                .isEqualTo("INCOMPLETE: a.md: The document has no section; Divide it by headings, such as ## Risks");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    '# A~b'                              | a.md:1:1: The document does not say who owns it and when it was reviewed; MEND
                    '---~owner: kim~# A~b'               | a.md:1:1: What the document says about itself has no end: no second line is ---; MEND
                    '---~- owner~---~'                   | a.md:2:1: What the document says about itself is not a map; MEND
                    '---~owner: [kim]~---~'              | a.md:2:8: owner is not a text of one line, at most 200 characters: it is a list; Write a text of one line, at most 200 characters
                    '---~owner:~---~'                    | a.md:2:7: owner is not a text of one line, at most 200 characters: it is nothing; Write a text of one line, at most 200 characters
                    '---~reviewed: yesterday~---~'       | a.md:2:11: reviewed is not a date such as 2026-12-15: a date is written year-month-day; Write a date such as 2026-12-15
                    '---~date: 2026-02-30~---~'          | a.md:2:7: date is not a date such as 2026-12-15: there is no such day; Write a date such as 2026-12-15
                    ' '                                  | a.md: The file is empty; MEND
                    """)
    void refusesWhatDoesNotSayWhatItIs(String text, String complaint) {
        assertThat(refusal(READER, source("a.md", text.replace("~", "\n"))))
                .isEqualTo("UNREADABLE: " + complaint.replace("MEND", MEND));
    }

    @Test
    void refusesWhatYamlOfOursRefuses() {
        assertThat(refusal(READER, source("a.md", "---\nowner: &a kim\nreviewed: *a\n---\n# A\nb\n")))
                .startsWith("UNREADABLE: a.md:2:8: ");
        assertThat(refusal(READER, source("a.md", "---\nowner: kim\nowner: lee\n---\n# A\nb\n")))
                .startsWith("UNREADABLE: a.md:3:1: ");
    }

    @Test
    void refusesWhatAReviewerDoesNotSee() {
        assertThat(refusal(READER, source("a.md", "---\nowner: kim\n---\n# A\nb\u202Ec\n")))
                .isEqualTo("UNREADABLE: a.md:5:2: The character U+202E is not allowed;"
                        + " Remove it, or write it as an escape inside double quotes");
    }

    @Test
    void refusesWhatNobodyReads() {
        assertThat(refusal(READER, source("a.md", "---\nowner: kim\n---\n# A\n" + "word ".repeat(300_000))))
                .isEqualTo("UNREADABLE: a.md: The document is larger than 1 MiB; Divide it into several files");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    '---~owner: kim~---~# A'           | true
                    '---~a: b~reviewed: 2026-01-01~---~' | true
                    '---~a: b~---~# A'                 | false
                    '---~owner: kim~# A'               | false
                    '# A~---~owner: kim~---'           | false
                    '--- ~owner: kim~---'              | true
                    """)
    void recognisesADocumentByWhatItSaysOfItself(String head, boolean recognised) {
        assertThat(READER.recognises(head.replace("~", "\n").getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(recognised);
    }
}
