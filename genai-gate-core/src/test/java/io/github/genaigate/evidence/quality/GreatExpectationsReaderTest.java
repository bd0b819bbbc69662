package io.github.genaigate.evidence.quality;

import static io.github.genaigate.evidence.Readings.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Readings;
import io.github.genaigate.evidence.SampleFolder;
import io.github.genaigate.model.Lineage;
import io.github.genaigate.model.QualityCheck;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GreatExpectationsReaderTest {

    private static final GreatExpectationsReader READER = new GreatExpectationsReader();
    private static final String MEND =
            "; Let the validation finish, and give its result as Great Expectations wrote it";
    private static final String TIME = "2026-11-20T10:00:00+00:00";
    private static final String HANDBOOK =
            "\"active_batch_definition\": {\"datasource_name\": \"files\", \"data_asset_name\": \"handbook\"}";

    private static String validation(boolean success, int evaluated, String time, String batch, String... results) {
        return """
                {"success": %s, "suite_name": "fit", "statistics": {"evaluated_expectations": %d},
                 "meta": {"run_id": {"run_time": "%s"}, %s}, "results": [%s]}""".formatted(success, evaluated, time, batch, String.join(", ", results));
    }

    private static String expectation(String column, String rest) {
        return "{\"expectation_config\": {\"type\": \"not_null\", \"kwargs\": {\"column\": \"" + column + "\"}}, "
                + rest + "}";
    }

    private static String expectation(String column, boolean success) {
        return expectation(column, "\"success\": " + success + ", \"exception_info\": {\"raised_exception\": false}");
    }

    private static String one(String rest) {
        return validation(false, 1, TIME, HANDBOOK, expectation("id", rest));
    }

    private static Reading read(String text) {
        return Readings.read(READER, source("validation.json", text));
    }

    /** Result and datasets of each check; its id ends in a digest. */
    private static List<String> told(Reading reading) {
        return checks(reading).stream()
                .map(check -> check.datasets() + " " + check.result() + (check.warning() ? " warning" : ""))
                .sorted()
                .toList();
    }

    private static List<QualityCheck> checks(Reading reading) {
        return ((Lineage) reading.measurement()).checks();
    }

    @Test
    void tellsHowEveryExpectationEnded() {
        var text = validation(
                false,
                3,
                TIME,
                HANDBOOK,
                expectation("id", true),
                expectation("title", false),
                expectation("text", "\"success\": false").replace("\"type\"", "\"severity\": \"warning\", \"type\""));
        var reading = read(text);
        assertThat(told(reading))
                .containsExactly(
                        "[files handbook] FAILED", "[files handbook] FAILED warning", "[files handbook] PASSED");
        assertThat(checks(reading)).allMatch(check -> check.id().matches("\\[files handbook\\] not_null [0-9a-f]{64}"));
        assertThat(checks(reading)).allMatch(check -> check.at().equals(reading.takenAt()));
        assertThat(reading.takenAt()).contains(Instant.parse("2026-11-20T10:00:00Z"));
        assertThat(Readings.doubt(reading)).isEqualTo("none");
        assertThat(READER.recognises(text.getBytes(StandardCharsets.UTF_8))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"success\": true, \"exception_info\": {\"raised_exception\": true}",
                "\"success\": true, \"exception_info\": {\"raised_exception\": \"true\"}",
                "\"success\": true, \"exception_info\": {\"raised_exception\": null}",
                "\"success\": true, \"exception_info\": {\"('table.rows',)\": {\"raised_exception\": true}}",
                "\"success\": false, \"exception_info\": {\"raised_exception\": true}",
                "\"success\": \"true\"",
                "\"success\": null",
                "\"success\": 1",
                "\"meta\": {}"
            })
    void anExpectationThatCouldNotLookDidNotPass(String rest) {
        assertThat(told(read(one(rest)))).containsExactly("[files handbook] NOT_RUN");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "2, 2",
        "1.5, nobody knows how many",
        "'\"1\"', nobody knows how many",
        "null, nobody knows how many"
    })
    void theResultsMustBeAsManyAsWereEvaluated(String evaluated, String told) {
        var text = one("\"success\": false").replace("expectations\": 1}", "expectations\": " + evaluated + "}");
        assertThat(Readings.doubt(read(text)))
                .isEqualTo("INCOMPLETE: validation.json: The validation holds 1 expectations, and says itself that it"
                        + " evaluated " + told + MEND);
    }

    @ParameterizedTest
    @CsvSource({"false", "null", "'\"true\"'"})
    void aValidationThatContradictsItselfIsDoubted(String success) {
        var text = validation(true, 1, TIME, HANDBOOK, expectation("id", true));
        assertThat(Readings.doubt(read(text))).isEqualTo("none");
        assertThat(Readings.doubt(read(text.replaceFirst("true", success))))
                .isEqualTo("INCOMPLETE: validation.json: The validation does not say that it succeeded, and none of its"
                        + " expectations failed" + MEND);
    }

    @Test
    void noExpectationIsNoProof() {
        var nothing =
                "INCOMPLETE: validation.json: The validation evaluated no expectation: nothing was checked" + MEND;
        assertThat(Readings.doubt(read(validation(true, 0, TIME, HANDBOOK)))).isEqualTo(nothing);
        assertThat(Readings.doubt(read("{\"run_results\": {}}"))).isEqualTo(nothing);
        assertThat(Readings.doubt(read("{\"run_results\": 7}"))).isEqualTo(nothing);
        assertThat(Readings.doubt(read("{\"run_results\": [null]}")))
                .isEqualTo("INCOMPLETE: validation.json: The validation holds 0 expectations, and says itself that it"
                        + " evaluated nobody knows how many" + MEND);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"run_results\": {\"a\": {\"validation_result\": %s}, \"b\": {\"validation_result\": %s}}}",
                "{\"run_results\": {\"a\": %s, \"b\": %s}}",
                "{\"run_results\": [%s, %s]}"
            })
    void aCheckpointIsAsOldAsItsOldestValidation(String form) {
        var old = validation(true, 1, "2026-11-19T10:00:00+00:00", HANDBOOK, expectation("a", true));
        var young = validation(true, 1, TIME, HANDBOOK.replace("handbook", "mails"), expectation("a", true));
        var reading = read(form.formatted(old, young));
        assertThat(told(reading)).containsExactly("[files handbook] PASSED", "[files mails] PASSED");
        assertThat(reading.takenAt()).contains(Instant.parse("2026-11-19T10:00:00Z"));
        assertThat(read(form.formatted(old.replace("+00:00", ""), young)).takenAt())
                .isEmpty();
    }

    @Test
    void ofOneExpectationTheLatestResultCounts() {
        var failed = validation(false, 1, "2026-11-19T10:00:00+00:00", HANDBOOK, expectation("a", false));
        var passed = validation(true, 1, TIME, HANDBOOK, expectation("a", true));
        for (String both : List.of(failed + ", " + passed, passed + ", " + failed)) {
            assertThat(told(read("{\"run_results\": [" + both + "]}"))).containsExactly("[files handbook] PASSED");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"active_batch_definition\": {\"datasource_name\": \"files\"}",
                "\"batch_kwargs\": {\"data_asset_name\": \"handbook\"}",
                "\"batch_kwargs\": {\"datasource\": 1, \"data_asset_name\": \"handbook\"}"
            })
    void resultsOfUnknownDatasetsAreNeverTheSame(String batch) {
        var failed = validation(false, 1, "2026-11-19T10:00:00+00:00", batch, expectation("a", false));
        var passed = validation(true, 1, TIME, batch, expectation("a", true));
        assertThat(told(read("{\"run_results\": [" + failed + ", " + passed + "]}")))
                .containsExactly("[] FAILED", "[] PASSED");
    }

    @Test
    void refusesWhatIsNoResult() {
        var place = "UNREADABLE: validation.json";
        assertThat(refusal("[]")).isEqualTo(place + ":1:1: The file is not a result of Great Expectations" + MEND);
        assertThat(refusal("{\"results\": {}}")).isEqualTo(place + ": The file holds no validation result" + MEND);
        assertThat(refusal("{\"success\": true}")).isEqualTo(place + ": The file holds no validation result" + MEND);
        assertThat(refusal("")).isEqualTo(place + ": The file is empty; Let the tool write it again");
        assertThat(refusal(one("\"success\": false, \"success\": true")))
                .startsWith(place + ":2:")
                .endsWith(
                        ": The file is not valid JSON: Duplicate field 'success'; Give the file as the tool wrote it");
    }

    private static String refusal(String text) {
        return Readings.refusal(READER, source("validation.json", text));
    }

    @Test
    void readsWhatGreatExpectationsWrote() throws Exception {
        var one = Readings.read(READER, SampleFolder.sample("great-expectations/titanic_validate_results.json"));
        assertThat(told(one)).hasSize(10).filteredOn("[] FAILED"::equals).hasSize(1);
        assertThat(one.takenAt()).contains(Instant.parse("1955-11-05T00:00:00Z"));
        assertThat(one.doubt()).isEmpty();
        var several = Readings.read(READER, SampleFolder.sample("great-expectations/multiple_validation_results.json"));
        assertThat(told(several))
                .filteredOn(text -> !text.equals("[] PASSED"))
                .isNotEmpty()
                .containsOnly("[] FAILED");
        assertThat(several.takenAt()).contains(Instant.parse("2020-07-27T17:19:32.959193Z"));
    }
}
