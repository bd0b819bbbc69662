package io.github.genaigate.evidence.quality;

import static io.github.genaigate.evidence.Readings.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Readings;
import io.github.genaigate.evidence.SampleFolder;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Lineage;
import io.github.genaigate.model.QualityCheck;
import io.github.genaigate.model.QualityCheck.Result;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DbtResultsReaderTest {

    private static final DbtResultsReader READER = new DbtResultsReader();
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00.5Z");
    private static final String MEND =
            "Run dbt test or dbt build, and give its run_results.json before another command of dbt writes over it";

    private static String file(String schema, String results, String arguments) {
        return """
                {"metadata": {"dbt_schema_version": "https://schemas.getdbt.com/dbt/%s.json",
                              "generated_at": "2026-11-20T10:00:00.500000Z"},
                 "results": %s, "elapsed_time": 1.5, "args": %s}
                """.formatted(schema, results, arguments);
    }

    private static String file(String results) {
        return file("run-results/v6", results, "{\"which\": \"test\", \"empty\": false, \"sample\": null}");
    }

    private static String test(String name, String status) {
        return "{\"unique_id\": \"test.acme." + name + "\", \"status\": " + status + ", \"failures\": 0}";
    }

    private static Reading read(String text) {
        return Readings.read(READER, source("run_results.json", text));
    }

    private static List<QualityCheck> checks(Reading reading) {
        return ((Lineage) reading.measurement()).checks();
    }

    private static QualityCheck check(String id, Result result, boolean warning) {
        return new QualityCheck(id, new TreeSet<>(), result, warning, Optional.of(AT));
    }

    @Test
    void tellsHowEveryTestEndedAndNothingOfModels() {
        var text = file("[" + test("a", "\"pass\"") + ", {\"unique_id\": \"model.acme.b\", \"status\": \"error\"},"
                + " {\"unique_id\": \"unit_test.acme.c\", \"status\": \"pass\"}, " + test("d", "\"fail\"") + ", "
                + test("e", "\"warn\"") + "]");
        var expected = new Lineage(
                List.of(),
                new TreeSet<>(),
                List.of(
                        check("test.acme.a", Result.PASSED, false),
                        check("test.acme.d", Result.FAILED, false),
                        check("test.acme.e", Result.FAILED, true)));
        assertThat(read(text)).isEqualTo(Reading.complete(expected, Assurance.MEASURED, Optional.of(AT)));
        assertThat(READER.recognises(text.getBytes(StandardCharsets.UTF_8))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"skipped\"'",
        "'\"error\"'",
        "'\"runtime error\"'",
        "'\"success\"'",
        "'\"PASS\"'",
        "'\"passed\"'",
        "'\"\"'",
        "null",
        "true",
        "7",
        "'{\"pass\": 1}'"
    })
    void onlyTheWordPassIsAPass(String status) {
        assertThat(checks(read(file("[" + test("a", status) + "]"))))
                .containsExactly(check("test.acme.a", Result.NOT_RUN, false));
    }

    @Test
    void aTestWithoutStatusDidNotRunAndOneWithoutNameIsNoTest() {
        var reading = read(file("[{\"unique_id\": \"test.acme.a\"}, {\"status\": \"pass\"}, {\"unique_id\": 3}]"));
        assertThat(checks(reading)).containsExactly(check("test.acme.a", Result.NOT_RUN, false));
    }

    @Test
    void ofOneTestToldTwiceTheWorseResultCounts() {
        assertThat(checks(read(file("[" + test("a", "\"fail\"") + "," + test("a", "\"pass\"") + "]"))))
                .containsExactly(check("test.acme.a", Result.FAILED, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"which\": \"generate\"}",
                "{\"which\": \"compile\"}",
                "{\"which\": \"run\"}",
                "{\"which\": [\"test\"]}",
                "{}",
                "null"
            })
    void otherCommandsRunNoTest(String arguments) {
        assertThat(Readings.doubt(read(file("run-results/v6", "[" + test("a", "\"pass\"") + "]", arguments))))
                .isEqualTo(
                        "INCOMPLETE: run_results.json: The file was not written by dbt test or dbt build: its tests were"
                                + " not run; " + MEND);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\"empty\": true", "\"empty\": \"yes\"", "\"sample\": \"3 days\""})
    void testsOfNoRowsOrASampleProveNothing(String argument) {
        var text =
                file("run-results/v6", "[" + test("a", "\"pass\"") + "]", "{\"which\": \"build\", " + argument + "}");
        assertThat(Readings.doubt(read(text)))
                .isEqualTo(
                        "INCOMPLETE: run_results.json: The run of dbt looked at no rows or a sample of them: it was told"
                                + " --empty or --sample; Run dbt without --empty and --sample");
    }

    @Test
    void aRunWithoutTestsProvesNothing() {
        assertThat(Readings.doubt(read(file("[]"))))
                .isEqualTo("INCOMPLETE: run_results.json: The run of dbt held no test; " + MEND);
    }

    @Test
    void aTimeWithoutZoneIsNoTime() {
        var reading = read(file("[" + test("a", "\"pass\"") + "]").replace("00.500000Z", "00"));
        assertThat(reading.takenAt()).isEmpty();
        assertThat(checks(reading).get(0).at()).isEmpty();
    }

    @Test
    void refusesWhatIsNoResult() {
        var notObject = "UNREADABLE: run_results.json:3:14: A result is not an object; " + MEND;
        assertThat(refusal(file("[7]"))).isEqualTo(notObject);
        assertThat(refusal(file("[null]"))).isEqualTo(notObject);
        var written = "; Give the file as the tool wrote it";
        assertThat(refusal(file("{}")))
                .isEqualTo("UNREADABLE: run_results.json:3:13: A list is expected here" + written);
        assertThat(refusal("[]")).isEqualTo("UNREADABLE: run_results.json:1:1: An object is expected here" + written);
        assertThat(refusal(file("[]").replace("\"results\"", "\"nodes\"")))
                .isEqualTo("UNREADABLE: run_results.json: The file holds no results of dbt; " + MEND);
        assertThat(refusal(file("[{\"unique_id\": \"test.a.b\", \"status\": \"fail\", \"status\": \"pass\"}]")))
                .isEqualTo("UNREADABLE: run_results.json:3:66: The file is not valid JSON: Duplicate field 'status'"
                        + written);
        assertThat(refusal(""))
                .isEqualTo("UNREADABLE: run_results.json: The file is empty; Let the tool write it again");
        assertThat(refusal("{\"results\": [" + test("a", "\"pass\"")))
                .isEqualTo(
                        "UNREADABLE: run_results.json:1:75: The JSON ends before it is complete; Let the tool finish, and"
                                + " give the file as it wrote it");
    }

    @Test
    void refusesOtherFilesOfDbt() {
        assertThat(refusal(file("sources/v3", "[]", "{}")))
                .isEqualTo("UNREADABLE: run_results.json: The file is not dbt's run-results: its dbt_schema_version is"
                        + " https://schemas.getdbt.com/dbt/sources/v3.json; " + MEND);
        assertThat(refusal("{\"results\": [], \"args\": {\"which\": \"test\"}}"))
                .isEqualTo(
                        "UNREADABLE: run_results.json: The file is not dbt's run-results: its dbt_schema_version is not"
                                + " there; " + MEND);
        assertThat(READER.recognises(file("sources/v3", "[]", "{}").getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    private static String refusal(String text) {
        return Readings.refusal(READER, source("run_results.json", text));
    }

    @Test
    void readsWhatDbtBuildWrote() throws Exception {
        var reading = Readings.read(READER, SampleFolder.sample("dbt/run_results_v4.json"));
        assertThat(reading.doubt()).isEmpty();
        assertThat(reading.takenAt()).contains(Instant.parse("2021-12-07T10:49:34.224220Z"));
        assertThat(checks(reading)).hasSize(20).allMatch(check -> check.result() == Result.PASSED);
    }

    @Test
    void whatDbtDocsWroteOverItProvesNothing() throws Exception {
        var reading = Readings.read(READER, SampleFolder.sample("dbt/run_results_v6_1.12.json", "run_results.json"));
        assertThat(Readings.doubt(reading))
                .startsWith("INCOMPLETE: run_results.json: The file was not written by dbt test");
        assertThat(checks(reading)).hasSize(27).allMatch(check -> check.result() == Result.NOT_RUN);
    }
}
