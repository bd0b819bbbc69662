package io.github.genaigate.evidence.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Readings;
import io.github.genaigate.evidence.SampleFolder;
import io.github.genaigate.evidence.Source;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Issues;
import io.github.genaigate.model.Issues.State;
import io.github.genaigate.model.Severity;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures are those that INDEX.tsv names; levels are told as severities, since no rule there has a score. */
class SarifSamplesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "codeql.sarif           | CodeQL 2.5.4      | {HIGH=11, LOW=57, MEDIUM=4} | 0 | 15 | none | none",
                "dockle.sarif           | Dockle            | {HIGH=1, LOW=3}             | 0 | 1  | none | none",
                "njsscan.sarif          | nodejsscan 0.2.3  | {HIGH=1, MEDIUM=1}          | 0 | 2  | 2021-03-23T00:10:48Z | none",
                "spec-appendix_k4.sarif | CodeScanner 2.1.0 | {HIGH=1}                    | 1 | 0  | 2016-07-16T14:19:01Z"
                        + " | CodeScanner reports an error of its own: Exception evaluating rule \"C2001\"."
                        + " Rule disabled; run continues.",
                "suppression_test.sarif | CodeScanner       | {MEDIUM=5}                  | 3 | 2  | none | none",
            })
    void readsTheFiguresOfTheIndex(
            String file,
            String tool,
            String severities,
            long suppressed,
            long openErrorsAndWarnings,
            String takenAt,
            String doubt)
            throws Exception {
        Reading reading = Readings.read(new SarifReader(), SampleFolder.sample("sarif/" + file));
        var runs = ((Issues) reading.measurement()).runs();
        assertThat(runs).hasSize(1);
        var run = runs.get(0);
        assertThat(reading.doubt()).isEmpty();
        assertThat(run.doubt().map(Absence::message).orElse("none")).isEqualTo(doubt);
        assertThat(run.tool() + run.version().map(version -> " " + version).orElse(""))
                .isEqualTo(tool);
        var bySeverity = run.issues().stream()
                .collect(Collectors.groupingBy(issue -> issue.severity().name(), TreeMap::new, Collectors.counting()));
        assertThat(bySeverity.toString()).isEqualTo(severities);
        assertThat(run.issues())
                .filteredOn(issue -> issue.state() == State.SUPPRESSED)
                .hasSize((int) suppressed);
        assertThat(run.issues())
                .filteredOn(issue -> issue.state() == State.OPEN)
                .filteredOn(issue -> issue.severity().compareTo(Severity.LOW) > 0)
                .hasSize((int) openErrorsAndWarnings);
        assertThat(reading.takenAt().map(Object::toString).orElse("none")).isEqualTo(takenAt);
    }

    @Test
    void aLogWithoutRunsIsNotClean() throws Exception {
        Reading reading = Readings.read(new SarifReader(), SampleFolder.sample("sarif/no_runs.sarif", "no_runs.sarif"));
        assertThat(Readings.doubt(reading))
                .isEqualTo("INCOMPLETE: no_runs.sarif: The SARIF log holds no run: nothing was scanned;"
                        + " Scan again, and give the log that the scanner writes");
    }

    @Test
    void readsTheSameBehindAByteOrderMark() throws Exception {
        var source = SampleFolder.sample("sarif/njsscan.sarif", "scan.sarif");
        String text;
        try (var in = source.open()) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Source marked = Readings.source("scan.sarif", "\uFEFF" + text);
        assertThat(Readings.read(new SarifReader(), marked)).isEqualTo(Readings.read(new SarifReader(), source));
    }
}
