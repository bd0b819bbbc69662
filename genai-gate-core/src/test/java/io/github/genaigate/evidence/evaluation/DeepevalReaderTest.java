package io.github.genaigate.evidence.evaluation;

import static io.github.genaigate.evidence.Readings.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Readings;
import io.github.genaigate.evidence.SampleFolder;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Cases;
import io.github.genaigate.model.Cases.Case;
import io.github.genaigate.model.Cases.Result;
import io.github.genaigate.model.Place;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeepevalReaderTest {

    private static final String GOOD = "{\"name\": \"Bias\", \"success\": true, \"score\": 0.1}";

    private static Reading read(String text) {
        return Readings.read(new DeepevalReader(), source("run.json", text));
    }

    private static Reading run(String cases, String counts) {
        return read("{\"testRunData\": {\"testCases\": [" + cases + "], \"metricsScores\": []" + counts + "}}");
    }

    private static List<Case> cases(Reading reading) {
        return ((Cases) reading.measurement()).cases();
    }

    private static Case only(String members) {
        return cases(run("{" + members + "}", "")).get(0);
    }

    @Test
    void readsCasesWithWhatTheyWereGradedWith() {
        Reading reading = read("""
                {"testRunData": {"testFile": "test_a.py", "testCases": [
                  {"name": "test_x", "input": "What is it?", "success": true, "metadata": {"category": "grounded", "judge": "me"},
                   "metricsData": [
                     {"name": "Faithfulness", "success": true, "score": 0.9, "evaluationModel": "gpt-4.1"},
                     {"name": "Bias", "success": true, "score": 0, "evaluationModel": "a-model"},
                     {"name": "Exact", "success": true, "score": 1}]}],
                 "conversationalTestCases": [{"name": "talk", "scenario": "A reset", "success": false,
                   "metricsData": [{"name": "Knows", "success": false, "score": 0.2}]}],
                 "metricsScores": [], "hyperparameters": {"model": "gpt-4o", "prompt": {"a": 1}},
                 "testPassed": 1, "testFailed": 1}}""");
        assertThat(reading.doubt()).isEmpty();
        assertThat(reading.assurance()).isEqualTo(Assurance.MEASURED);
        assertThat(reading.takenAt()).isEmpty();
        assertThat(cases(reading)).extracting(Case::result).containsExactly(Result.PASSED, Result.FAILED);
        assertThat(cases(reading).get(0).attributes())
                .isEqualTo(Map.of(
                        "suite", "test_a.py",
                        "name", "test_x",
                        "category", "grounded",
                        "model", "gpt-4o",
                        "graded", "model",
                        "judge", "a-model, gpt-4.1"));
        assertThat(cases(reading).get(0).scores())
                .isEqualTo(Map.of(
                        "Faithfulness", new BigDecimal("0.9"), "Bias", BigDecimal.ZERO, "Exact", BigDecimal.ONE));
        assertThat(cases(reading).get(0).place()).isEqualTo(new Place("run.json", 2, 3));
        assertThat(cases(reading).get(1).attributes())
                .containsEntry("graded", "code")
                .doesNotContainKey("judge");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"success\": true, \"metricsData\": [{\"success\": true, \"score\": 1}]` | PASSED",
                "`\"success\": false, \"metricsData\": [{\"success\": false, \"score\": 0}]` | FAILED",
                // less is better for this metric: the score says nothing
                "`\"success\": true, \"metricsData\": [{\"success\": true, \"score\": 0, \"threshold\": 0.5}]` | PASSED",
                // the tool contradicts itself: the worse counts
                "`\"success\": true, \"metricsData\": [{\"success\": true}, {\"success\": false}]` | FAILED",
                "`\"success\": true, \"metricsData\": [{\"success\": true}, {\"error\": \"429\", \"success\": false}]` | ERRORED",
                "`\"success\": true, \"metricsData\": [{\"success\": true, \"error\": \"429\"}]` | ERRORED",
                "`\"success\": true, \"metricsData\": [{\"score\": null}]` | ERRORED",
                // a metric that does not decide decides nothing
                "`\"success\": true, \"metricsData\": [{\"success\": true}, {\"success\": false, \"flaky\": true}]` | PASSED",
                "`\"metricsData\": [{\"success\": true}]` | ERRORED",
                "`` | ERRORED",
            })
    void anErrorIsNoPassAndNoPlainFailure(String members, Result expected) {
        assertThat(only(members).result()).isEqualTo(expected);
    }

    @Test
    void repeatsHaveOneIdWhateverTheirNames() {
        assertThat(only("\"name\": \"test_x[1-3]\", \"input\": \"What?\", \"actualOutput\": \"a\"")
                        .id())
                .isEqualTo("What? #32b29389ebb4")
                .isEqualTo(only("\"name\": \"test_x[2-3]\", \"input\": \"What?\", \"actualOutput\": \"b\"")
                        .id());
        assertThat(List.of(
                        only("\"input\": \"What?\"").id(),
                        only("\"input\": \"Who?\"").id(),
                        only("\"input\": \"What?\", \"expectedOutput\": \"x\"").id(),
                        only("\"input\": \"What?\", \"context\": [\"x\"]").id(),
                        only("\"scenario\": \"What?\"").id(),
                        only("\"name\": \"What?\"").id()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{\"success\": true, \"metricsData\": [{\"success\": true}]}` | `, \"testPassed\": 1, \"testFailed\": 0` | none",
                "`{\"success\": true, \"metricsData\": [{\"success\": true}]}` | `` | INCOMPLETE: run.json: The test run does not"
                        + " say how many cases passed and failed: it did not end; Let deepeval finish, and give the file that"
                        + " it writes",
                "`{\"success\": true, \"metricsData\": [{\"success\": true}]}` | `, \"testPassed\": 1, \"testFailed\": 3` | INCOMPLETE:"
                        + " run.json: The test run holds 1 passed and 0 failed cases, and says itself that it has 1 and 3; Give"
                        + " the file as DeepEval wrote it, with all its cases",
                "`` | `, \"testPassed\": 0, \"testFailed\": 0` | INCOMPLETE: run.json: The test run holds no case: nothing was"
                        + " evaluated; Let deepeval finish, and give the file that it writes",
                "`{\"success\": true, \"metricsData\": []}` | `, \"testPassed\": 1, \"testFailed\": 0` | INCOMPLETE: run.json: 1 of 1"
                        + " cases passed without any metric: nothing was checked there; Give every case a metric",
                "`{\"success\": true, \"metricsData\": [{\"success\": true, \"flaky\": true}]}`"
                        + " | `, \"testPassed\": 1, \"testFailed\": 0` | INCOMPLETE: run.json: 1 of 1"
                        + " cases passed without any metric: nothing was checked there; Give every case a metric",
            })
    void doubtsRunsThatDidNotEndOrCheckedNothing(String cases, String counts, String expected) {
        assertThat(Readings.doubt(run(cases, counts == null ? "" : counts))).isEqualTo(expected);
    }

    @Test
    void readsTheRunWithoutItsWrapperToo() {
        var bare = "{\"testCases\": [{\"input\": \"x\", \"success\": true, \"metricsData\": [" + GOOD
                + "]}], \"testPassed\": 1, \"testFailed\": 0}";
        assertThat(new DeepevalReader().recognises(bare.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(read(bare).doubt()).isEmpty();
        assertThat(cases(read(bare))).extracting(Case::result).containsExactly(Result.PASSED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{\"testRunData\": {\"metricsScores\": []}}` | UNREADABLE: run.json: The file holds no test run of DeepEval;"
                        + " Let deepeval finish, and give the file that it writes",
                "`{\"testCases\": [3]}` | UNREADABLE: run.json:1:16: A test case is not an object;"
                        + " Let deepeval finish, and give the file that it writes",
            })
    void refusesWhatIsNoRun(String text, String expected) {
        assertThat(Readings.refusal(new DeepevalReader(), source("run.json", text)))
                .isEqualTo(expected);
    }

    @Test
    void readsTheSampleOfARealProject() throws Exception {
        Reading reading = Readings.read(new DeepevalReader(), SampleFolder.sample("deepeval/one-fail.json"));
        assertThat(reading.doubt()).isEmpty();
        assertThat(cases(reading)).hasSize(1);
        assertThat(cases(reading).get(0).result()).isEqualTo(Result.FAILED);
        assertThat(cases(reading).get(0).scores()).isEqualTo(Map.of("Coherence [GEval]", new BigDecimal("0.3")));
        assertThat(cases(reading).get(0).attributes()).containsEntry("judge", "proxy-gpt-4.1");
    }
}
