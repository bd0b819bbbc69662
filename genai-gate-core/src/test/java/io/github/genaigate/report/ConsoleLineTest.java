package io.github.genaigate.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.report.ConsoleLine.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConsoleLineTest {

    private static final List<String> REPORTS = List.of("target/genai-gate/decision.json");

    @ParameterizedTest
    @CsvSource({"READY, INFORMATION", "NOT_READY, ERROR", "SKIPPED, WARNING", "UNUSABLE, ERROR", "REHEARSAL, ERROR"})
    void givesTheVerdictItsTone(Decisions decision, Tone tone) {
        assertThat(ConsoleReport.log(decision.decision(), false, REPORTS).get(0).tone())
                .isEqualTo(tone);
    }

    @Test
    void givesEachGroupItsTone() {
        var tones = Map.of(
                "BLOCKING", Tone.ERROR,
                "WAIVED", Tone.WARNING,
                "WARNINGS", Tone.WARNING,
                "FOR INFORMATION", Tone.INFORMATION,
                "SATISFIED", Tone.INFORMATION,
                "NOT YET IN FORCE", Tone.INFORMATION,
                "WAIVERS", Tone.WARNING);
        var seen = new ArrayList<String>();
        Tone expected = null;
        for (var line : ConsoleReport.log(Decisions.NOT_READY.decision(), false, REPORTS)) {
            var title = line.text().replaceFirst(" \\(\\d+\\)$", "");
            if (tones.containsKey(title)) {
                seen.add(title);
                expected = tones.get(title);
            } else if (line.text().startsWith("holds until") || line.text().startsWith("report:")) {
                expected = Tone.INFORMATION;
            }
            if (expected != null && !line.text().isEmpty() && !line.text().startsWith("off at")) {
                assertThat(line.tone()).as(line.text()).isEqualTo(expected);
            }
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(tones.keySet());
    }

    @ParameterizedTest
    @EnumSource(Decisions.class)
    void hasTheSameTextWithoutTone(Decisions decision) {
        var log = ConsoleReport.log(decision.decision(), true, REPORTS);
        assertThat(ConsoleReport.lines(decision.decision(), true, REPORTS))
                .isEqualTo(log.stream().map(ConsoleLine::text).toList());
        assertThat(log.get(log.size() - 1).text()).isNotEmpty();
        assertThat(log).filteredOn(line -> line.text().isEmpty()).allMatch(line -> line.tone() == Tone.INFORMATION);
    }

    @ParameterizedTest
    @EnumSource(Decisions.class)
    void summaryEndsTheBuildInFewPlainLines(Decisions decision) {
        var summary = ConsoleReport.summary(decision.decision(), REPORTS);
        assertThat(summary)
                .hasSizeLessThan(15)
                .allSatisfy(line ->
                        assertThat(line).doesNotContain("\u001b", "\n", "\r").isNotBlank());
        assertThat(summary.get(0)).isEqualTo(ConsoleReport.headline(decision.decision()));
        assertThat(summary.get(summary.size() - 1)).isEqualTo("report: target/genai-gate/decision.json");
    }
}
