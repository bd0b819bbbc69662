package io.github.genaigate.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.genaigate.model.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every report that is found through the service loader must keep to. */
class RendererContractTest {

    static List<Report> reports() {
        return ServiceLoader.load(Report.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    static Stream<Arguments> everyReportOfEveryDecision() {
        return reports().stream()
                .flatMap(report -> Arrays.stream(Decisions.values()).map(fixture -> Arguments.of(report, fixture)));
    }

    @Test
    void reports_have_distinct_ids_and_file_names() {
        assertThat(reports()).extracting(Report::format).containsExactly("html", "json", "markdown");
        assertThat(reports())
                .extracting(Report::fileName)
                .containsExactly("report.html", "decision.json", "summary.md");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyReportOfEveryDecision")
    void is_the_same_twice_and_leaves_the_decision_alone(Report report, Decisions fixture) {
        var decision = fixture.decision();

        var first = report.render(decision);

        assertThat(report.render(decision)).isEqualTo(first);
        assertThat(report.render(fixture.decision())).isEqualTo(first);
        assertThat(decision).isEqualTo(fixture.decision());
        assertThat(first).endsWith("\n").doesNotContain("\r");
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyReportOfEveryDecision")
    void loses_nothing(Report report, Decisions fixture) throws Exception {
        var decision = fixture.decision();
        var expected = new ArrayList<String>();
        Decisions.findings(decision).forEach(finding -> {
            expected.add(finding.requirement());
            for (Part part : finding.judgement().failing()) {
                expected.add(part.message());
                expected.add(part.mend().orElseThrow());
            }
        });
        decision.problems().forEach(problem -> {
            expected.add(problem.place().toString());
            expected.add(problem.what());
            expected.add(problem.mend());
        });
        decision.evidence().forEach(file -> expected.add(file.path()));
        decision.waivers().forEach(waiver -> expected.add(waiver.message()));
        expected.addAll(decision.notes());
        expected.addAll(decision.off());
        if (report.format().equals("json")) { // places are split into their members there
            expected.removeAll(decision.problems().stream()
                    .map(problem -> problem.place().toString())
                    .toList());
        }

        var text = readBack(report, report.render(decision));

        assertThat(expected).allSatisfy(wanted -> assertThat(text).contains(words(Visible.text(wanted))));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyReportOfEveryDecision")
    void holds_nothing_that_acts(Report report, Decisions fixture) {
        var text = report.render(fixture.decision());

        assertThat(text.replaceFirst("(?s)<style>.*?</style>", "")).doesNotContain("<script", "</style", "<img");
        assertThat(text.codePoints().filter(character -> character != '\n' && Visible.acts(character)))
                .isEmpty();
    }

    /** All that a reader of the report can see, as one line without what marks it up. */
    private static String readBack(Report report, String rendered) throws Exception {
        if (report.format().equals("json")) {
            var texts = new ArrayList<String>();
            collect(new ObjectMapper().readTree(rendered), texts);
            return words(Visible.text(String.join(" ", texts)));
        }
        return words(rendered.replace("&#8203;", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&"));
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node.isTextual()) {
            texts.add(node.textValue());
        }
        node.forEach(child -> collect(child, texts));
    }

    /** Half a surrogate pair is told differently in JSON, and backslashes are markup elsewhere. */
    private static String words(String text) {
        return text.replaceAll("ud800|\ufffd|\\\\", "").replaceAll("\\s+", " ").strip();
    }
}
