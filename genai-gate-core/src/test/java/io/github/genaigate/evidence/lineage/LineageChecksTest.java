package io.github.genaigate.evidence.lineage;

import static io.github.genaigate.evidence.Readings.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.evidence.Readings;
import io.github.genaigate.evidence.SampleFolder;
import io.github.genaigate.model.Lineage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineageChecksTest {

    private static final String HANDBOOK = "\"namespace\": \"s3\", \"name\": \"handbook\"";

    private static String event(String time, String dataset, String facet) {
        return """
                {"eventType": "COMPLETE", "eventTime": "%s", "run": {"runId": "r1"}, "job": {"namespace": "acme", "name": "check"},
                 "inputs": [{%s, "inputFacets": {"dataQualityAssertions": %s}}], "outputs": []}""".formatted(time, dataset, facet);
    }

    private static String ten(String... assertions) {
        return event("2026-11-20T10:00:00Z", HANDBOOK, "{\"assertions\": [" + String.join(", ", assertions) + "]}");
    }

    private static String assertion(String name, String rest) {
        return "{\"assertion\": \"" + name + "\", " + rest + "}";
    }

    private static List<String> told(String text) {
        return told((Lineage) Readings.read(new OpenLineageReader(), source("events.json", text))
                .measurement());
    }

    private static List<String> told(Lineage lineage) {
        return lineage.checks().stream()
                .map(check -> check.id() + " " + check.datasets() + " " + check.result()
                        + (check.warning() ? " warning" : "")
                        + check.at().map(at -> " " + at).orElse(""))
                .toList();
    }

    @Test
    void tellsTheAssertionsOfEveryDataset() {
        assertThat(told(ten(
                        assertion("not_null", "\"column\": \"id\", \"success\": true"),
                        assertion("unique", "\"success\": false, \"severity\": \"error\""),
                        assertion("rows", "\"success\": false, \"severity\": \"warn\""))))
                .containsExactly(
                        "[s3 handbook] not_null id 1 [s3 handbook] PASSED 2026-11-20T10:00:00Z",
                        "[s3 handbook] rows  1 [s3 handbook] FAILED warning 2026-11-20T10:00:00Z",
                        "[s3 handbook] unique  1 [s3 handbook] FAILED 2026-11-20T10:00:00Z");
    }

    @Test
    void assertionsOfOneNameAreSeveralChecks() {
        assertThat(told(ten(
                        assertion("accepted", "\"success\": false"),
                        assertion("accepted", "\"success\": true"),
                        assertion("accepted", "\"success\": false"))))
                .containsExactly(
                        "[s3 handbook] accepted  1 [s3 handbook] FAILED 2026-11-20T10:00:00Z",
                        "[s3 handbook] accepted  2 [s3 handbook] PASSED 2026-11-20T10:00:00Z",
                        "[s3 handbook] accepted  3 [s3 handbook] FAILED 2026-11-20T10:00:00Z");
    }

    @Test
    void theLatestOfSeveralEventsCountsInWhateverOrder() {
        var failed = ten(assertion("rows", "\"success\": false"));
        var passed = ten(assertion("rows", "\"success\": true")).replace("T10", "T11");
        var expected = "[s3 handbook] rows  1 [s3 handbook] PASSED 2026-11-20T11:00:00Z";
        assertThat(told(failed + "\n" + passed)).containsExactly(expected);
        assertThat(told(passed + "\n" + failed)).containsExactly(expected);
        var undated = failed.replace("00Z", "00");
        assertThat(told(passed + "\n" + undated)).containsExactly("[s3 handbook] rows  1 [s3 handbook] FAILED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\"success\": \"true\"", "\"success\": null", "\"success\": 1", "\"column\": 3"})
    void onlyTrueIsAPass(String rest) {
        assertThat(told(ten(assertion("rows", rest))))
                .containsExactly("[s3 handbook] rows  1 [s3 handbook] NOT_RUN 2026-11-20T10:00:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "null",
                "{}",
                "[]",
                "{\"assertions\": {}}",
                "{\"assertions\": [7]}",
                "{\"assertions\": [null]}",
                "{\"assertions\": [[]]}"
            })
    void aFacetThatCannotBeUnderstoodIsACheckThatDidNotPass(String facet) {
        assertThat(told(event("2026-11-20T10:00:00Z", HANDBOOK, facet)))
                .containsExactly("[s3 handbook]   1 [s3 handbook] NOT_RUN 2026-11-20T10:00:00Z");
    }

    @Test
    void noAssertionIsNoCheck() {
        assertThat(told(ten())).isEmpty();
    }

    @Test
    void aCheckOfADatasetWithoutNameTellsNoDatasetAndIsDoubted() {
        var text = event(
                "2026-11-20T10:00:00Z",
                "\"namespace\": \"s3\"",
                "{\"assertions\": [" + assertion("rows", "\"success\": true") + "]}");
        assertThat(told(text)).containsExactly("[] rows  1 [] PASSED 2026-11-20T10:00:00Z");
        assertThat(Readings.doubt(Readings.read(new OpenLineageReader(), source("events.json", text))))
                .isEqualTo(
                        "INCOMPLETE: events.json:1:1: The file holds an event with a dataset that lacks namespace or name,"
                                + " at line 1; Mend what writes the event, and let it run again");
    }

    @Test
    void readsTheEventOfTheSpecification() throws Exception {
        var reading = Readings.read(new OpenLineageReader(), SampleFolder.sample("openlineage/full-run-event.json"));
        assertThat(told((Lineage) reading.measurement()))
                .hasSize(2)
                .allMatch(text -> text.contains(" PASSED 2020-12-28T19:51:01.641Z"));
    }
}
