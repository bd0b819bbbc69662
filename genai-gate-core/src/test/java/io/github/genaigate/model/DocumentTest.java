package io.github.genaigate.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Document.Section;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTest {

    private static Document document(String file, String owner, String... titles) {
        int[] line = {0};
        return new Document(
                new TreeSet<>(List.of(file)),
                new TreeSet<>(List.of(owner)),
                List.of(titles).stream()
                        .map(title -> new Section(title, 9, Optional.empty(), new Place(file, ++line[0], 1)))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Risks                 | risks
                    3. Risks:             | risks
                    3.1) RISKS            | risks
                    12 Risks              | risks
                    **Risks**             | risks
                    Risks and  measures?  | risks and measures
                    Art. 35 (GDPR)        | art. 35 (gdpr
                    ２．Ｒｉｓｋｓ          | risks
                    24-hour rule          | 24-hour rule
                    ?!                    | ''
                    2.                    | ''
                    """)
    void titlesAreComparedWithoutWhatDoesNotMatter(String title, String key) {
        assertThat(Document.key(title)).isEqualTo(key);
    }

    @Test
    void severalFilesAreOneDocumentInAnyOrder() {
        var one = document("a.md", "kim", "1. Purpose", "2. Risks");
        var other = document("b.md", "lee", "1. Risks");
        assertThat(one.merge(other)).isEqualTo(other.merge(one));
        assertThat(one.merge(other).files()).containsExactly("a.md", "b.md");
        assertThat(one.merge(other).owners()).containsExactly("kim", "lee");
        assertThat(one.merge(other).titled("risks:"))
                .extracting(section -> section.place().toString())
                .containsExactly("a.md:2:1", "b.md:1:1");
    }

    @Test
    void alertsOfSeveralFilesAreTogetherInAnyOrder() {
        var late = new Alerts.Alert("Late", Optional.empty(), Optional.empty(), new Place("a.yml", 3, 1));
        var dear = new Alerts.Alert("Dear", Optional.empty(), Optional.empty(), new Place("b.yml", 1, 1));
        assertThat(new Alerts(List.of(dear)).merge(new Alerts(List.of(late))).alerts())
                .containsExactly(late, dear);
    }

    @Test
    void neitherIsTakenFromTheService() {
        assertThat(document("a.md", "kim").isAboutContent()).isFalse();
        assertThat(new Alerts(List.of()).isAboutContent()).isFalse();
        assertThat(new Alerts(List.of()).renewal()).isEqualTo("Go through them again, and commit them");
        assertThat(document("a.md", "kim").renewal())
                .isEqualTo("Go through it again, write the day into it under reviewed, and commit it");
    }
}
