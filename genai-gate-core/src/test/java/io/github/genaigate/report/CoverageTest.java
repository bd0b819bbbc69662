package io.github.genaigate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.genaigate.model.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which requirements cover which entries of frameworks. */
class CoverageTest {

    @Test
    void only_what_is_in_force_covers() {
        assertThat(Coverage.of(Decisions.NOT_READY.decision()))
                .extracting(
                        Coverage::framework,
                        Coverage::entry,
                        row -> row.findings().stream().map(Finding::requirement).toList())
                .containsExactly(
                        tuple("eu-ai-act", "Article 15", List.of("security-review", "evaluation")),
                        tuple("nist-ai-rmf", "MEASURE 2.7", List.of("security-review")),
                        tuple("x-acme-handbook", "4.2", List.of("evaluation")));
    }

    @Test
    void nothing_is_told_where_no_requirement_serves_anything() {
        assertThat(Coverage.of(Decisions.READY.decision())).isEmpty();
        assertThat(new HtmlReport().render(Decisions.READY.decision())).doesNotContain("Frameworks covered");
        assertThat(new MarkdownReport().render(Decisions.READY.decision())).doesNotContain("Frameworks covered");
    }
}
