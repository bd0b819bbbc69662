package io.github.genaigate.evidence.evaluation;

import static io.github.genaigate.evidence.Readings.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Readings;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Cases;
import io.github.genaigate.model.Cases.Case;
import io.github.genaigate.model.Cases.Result;
import io.github.genaigate.model.Place;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptfooReaderTest {

    private static Reading read(String text) {
        return Readings.read(new PromptfooReader(), source("evals.json", text));
    }

    private static Reading rows(String rows, String stats) {
        return read("{\"results\": {\"version\": 3, \"results\": [" + rows + "]" + stats + "}}");
    }

    private static List<Case> cases(Reading reading) {
        return ((Cases) reading.measurement()).cases();
    }

    private static Case only(String row) {
        var cases = cases(rows(row, ""));
        assertThat(cases).hasSize(1);
        return cases.get(0);
    }

    private static String id(String row) {
        return only(row).id();
    }

    @Test
    void readsRowsWithWhatTheyCanBeSelectedBy() {
        Reading reading = read("""
                {"evalId": "e", "results": {"version": 3, "timestamp": "2026-11-20T10:00:00.000Z", "results": [
                  {"success": true, "failureReason": 0, "promptId": "p", "provider": {"id": "openai:chat:gpt-4o"},
                   "vars": {"q": "What is it?"}, "response": {"output": "long"},
                   "testCase": {"description": "First", "assert": [{"type": "is-json"}], "metadata": {"category": "grounded", "pluginId": "pii:direct",
                     "strategyId": "basic", "weight": 2, "gold": true, "nothing": null, "list": [1], "model": "claimed"}}},
                  {"success": false, "failureReason": 1, "provider": "echo", "vars": {"q": "And that?"}}],
                  "stats": {"successes": 1, "failures": 1, "errors": 0}},
                 "config": {"description": "Handbook", "tests": [{"description": "no"}]}}""");
        assertThat(reading.doubt()).isEmpty();
        assertThat(reading.assurance()).isEqualTo(Assurance.MEASURED);
        assertThat(reading.takenAt()).contains(Instant.parse("2026-11-20T10:00:00Z"));
        assertThat(cases(reading))
                .extracting(Case::attributes, Case::result, Case::place)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Map.of(
                                        "suite", "First",
                                        "category", "grounded",
                                        "pluginId", "pii:direct",
                                        "strategyId", "basic",
                                        "weight", "2",
                                        "gold", "true",
                                        "graded", "code",
                                        "provider", "openai:chat:gpt-4o",
                                        "model", "gpt-4o"),
                                Result.PASSED,
                                new Place("evals.json", 2, 3)),
                        org.assertj.core.groups.Tuple.tuple(
                                Map.of("suite", "Handbook", "provider", "echo", "model", "echo"),
                                Result.FAILED,
                                new Place("evals.json", 6, 3)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"success\": true, \"failureReason\": 0` | PASSED",
                "`\"success\": true` | PASSED",
                "`\"success\": false, \"failureReason\": 1, \"error\": \"Expected\"` | FAILED",
                "`\"success\": false, \"failureReason\": 2, \"error\": \"429\"` | ERRORED",
                // the tool contradicts itself: the worse counts
                "`\"success\": true, \"failureReason\": 1` | FAILED",
                "`\"success\": true, \"failureReason\": 2` | ERRORED",
                "`\"success\": true, \"gradingResult\": {\"pass\": false}` | FAILED",
                // nothing known of the reason
                "`\"success\": false, \"failureReason\": 0` | FAILED",
                "`\"success\": false` | FAILED",
                "`\"success\": false, \"error\": \"429\"` | ERRORED",
                "`\"success\": false, \"error\": \"429\", \"gradingResult\": null` | ERRORED",
                "`\"success\": false, \"error\": \" \"` | FAILED",
                "`\"success\": false, \"error\": \"Expected\", \"gradingResult\": {\"pass\": false}` | FAILED",
                // nothing known at all
                "`` | ERRORED",
                "`\"success\": \"true\"` | ERRORED",
                "`\"success\": null, \"failureReason\": 0` | ERRORED",
            })
    void anErrorIsNoPassAndNoPlainFailure(String members, Result expected) {
        assertThat(only("{" + members + "}").result()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "openai:chat:gpt-4o, gpt-4o",
        "openai:gpt-4o, gpt-4o",
        "anthropic:messages:claude-sonnet-4, claude-sonnet-4",
        "bedrock:eu.anthropic.claude-v1:0, eu.anthropic.claude-v1:0",
        "ollama:chat:llama3:8b, llama3:8b",
        "echo, echo",
        "file://provider.py, file://provider.py",
        "https://acme.example/chat, https://acme.example/chat",
    })
    void tellsTheModelFromTheProvider(String provider, String model) {
        assertThat(only("{\"provider\": {\"id\": \"" + provider + "\"}}").attributes())
                .containsEntry("provider", provider)
                .containsEntry("model", model);
    }

    @Test
    void repeatsHaveOneId() {
        String id = id("{\"testIdx\": 0, \"promptId\": \"p\", \"provider\": {\"id\": \"echo\"}, \"success\": true,"
                + " \"vars\": {\"a\": 1, \"q\": \"What is it?\"}}");
        assertThat(id).isEqualTo("What is it? #2cb603b21c3c");
        assertThat(id("{\"testIdx\": 5, \"promptId\": \"p\", \"provider\": {\"id\": \"echo\"}, \"success\": false,"
                        + " \"vars\": {\"q\": \"What is it?\", \"a\": 1.0}}"))
                .isEqualTo(id);
    }

    @Test
    void anotherProviderPromptDescriptionOrVariableIsAnotherCase() {
        assertThat(List.of(
                        id("{\"promptId\": \"p\", \"provider\": \"echo\", \"vars\": {\"q\": \"x\"}}"),
                        id("{\"promptId\": \"o\", \"provider\": \"echo\", \"vars\": {\"q\": \"x\"}}"),
                        id("{\"promptId\": \"p\", \"provider\": \"other\", \"vars\": {\"q\": \"x\"}}"),
                        id("{\"promptId\": \"p\", \"provider\": \"echo\", \"vars\": {\"q\": \"y\"}}"),
                        id("{\"promptId\": \"p\", \"provider\": \"echo\", \"vars\": {\"q\": [\"x\"]}}"),
                        id("{\"promptId\": \"p\", \"provider\": \"echo\", \"vars\": {\"q\": \"x\"},"
                                + " \"testCase\": {\"description\": \"d\"}}"),
                        id("{\"promptIdx\": 1, \"provider\": \"echo\", \"vars\": {\"q\": \"x\"}}"),
                        id("{\"prompt\": {\"label\": \"l\"}, \"provider\": \"echo\", \"vars\": {\"q\": \"x\"}}")))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{\"gradingResult\": {}, \"success\": true, \"failureReason\": 0}, {\"success\": false, \"failureReason\": 1}`"
                        + " | `\"successes\": 1, \"failures\": 1, \"errors\": 0` | none",
                "`{\"gradingResult\": {}, \"success\": true}, {\"success\": false}` | `\"successes\": 1, \"failures\": 1` | none",
                "`{\"gradingResult\": {}, \"success\": true}, {\"success\": false}` | `\"successes\": 1, \"failures\": 0, \"errors\": 1` | none",
                "`{\"gradingResult\": {}, \"success\": true, \"failureReason\": 0}, {\"success\": false, \"failureReason\": 2}`"
                        + " | `\"successes\": 1, \"failures\": 1, \"errors\": 0` | INCOMPLETE: evals.json: The promptfoo file"
                        + " holds 1 passed, 0 failed and 1 errored rows, and its own stats say 1 passed, 1 failed and"
                        + " 0 errored rows; Give the file as promptfoo wrote it, with all its rows",
                "`{\"gradingResult\": {}, \"success\": true, \"failureReason\": 0}` | `\"successes\": 1, \"failures\": 9, \"errors\": 0`"
                        + " | INCOMPLETE: evals.json: The promptfoo file holds 1 passed, 0 failed and 0 errored rows, and its"
                        + " own stats say 1 passed, 9 failed and 0 errored rows;"
                        + " Give the file as promptfoo wrote it, with all its rows",
                "`{\"success\": false}` | `\"successes\": 12, \"failures\": 1` | INCOMPLETE: evals.json: The promptfoo file"
                        + " holds 0 passed and 1 other rows, and its own stats say 12 passed and 1 other rows;"
                        + " Give the file as promptfoo wrote it, with all its rows",
                "`` | `\"successes\": 0, \"failures\": 0, \"errors\": 0` | INCOMPLETE: evals.json: The promptfoo results hold"
                        + " no row: nothing was evaluated; Run the evaluation again, and give the file that promptfoo writes",
            })
    void doubtsRowsThatDisagreeWithTheirOwnCount(String rows, String stats, String expected) {
        assertThat(Readings.doubt(rows(rows, ", \"stats\": {" + stats + "}"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"gradingResult\": {\"pass\": true, \"reason\": \"No assertions\"}` | 1",
                "`\"gradingResult\": null` | 1",
                "`\"gradingResult\": null, \"testCase\": {\"assert\": [{\"type\": \"is-json\"}]}` | 1",
                "`\"score\": 1` | 1",
                "`\"testCase\": {\"vars\": {}}` | 1",
                "`\"testCase\": {\"assert\": []}` | 1",
                "`\"testCase\": {\"assert\": null}` | 1",
                "`\"testCase\": {\"assert\": [{\"type\": \"is-json\"}]}` | 0",
                "`\"gradingResult\": {\"pass\": true, \"reason\": \"All assertions passed\"}` | 0",
            })
    void doubtsRowsThatCheckedNothing(String members, int unchecked) {
        var graded = "{\"success\": true, \"failureReason\": 0, \"gradingResult\": {\"pass\": true}}";
        assertThat(Readings.doubt(rows(graded + ", {\"success\": true, \"failureReason\": 0, " + members + "}", "")))
                .isEqualTo(
                        unchecked == 0
                                ? "none"
                                : "INCOMPLETE: evals.json: " + unchecked
                                        + " of 2 rows passed without any assertion: nothing was checked there;"
                                        + " Give every test an assertion");
    }

    @Test
    void readsOlderResultsAndTheBareSummary() {
        Reading older = read("""
                {"results": {"version": 2, "table": {"body": []}, "stats": {"successes": 1, "failures": 1},
                  "results": [{"success": true, "testCase": {"assert": [{"type": "is-json"}]}},
                               {"success": false, "error": "429"}]}}""");
        assertThat(older.doubt()).isEmpty();
        assertThat(cases(older)).extracting(Case::result).containsExactly(Result.PASSED, Result.ERRORED);

        Reading bare = read("""
                {"version": 3, "timestamp": "2026-11-20T10:00:00Z", "results": [
                   {"success": true, "failureReason": 0, "gradingResult": {"pass": true}}],
                 "stats": {"successes": 1, "failures": 0, "errors": 0}}""");
        assertThat(bare.doubt()).isEmpty();
        assertThat(cases(bare)).extracting(Case::result).containsExactly(Result.PASSED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{\"evalId\": \"e\"}` | UNREADABLE: evals.json: The file holds no promptfoo results;"
                        + " Run the evaluation again, and give the file that promptfoo writes",
                "`{\"results\": {\"results\": []}}` | UNREADABLE: evals.json: The promptfoo results do not say their version;"
                        + " Run the evaluation again, and give the file that promptfoo writes",
                "`{\"results\": {\"version\": 4}}` | UNREADABLE: evals.json:1:25: The promptfoo results are of version 4;"
                        + " versions 2 and 3 are known; Run the evaluation with a promptfoo that writes results of version 3",
                "`{\"results\": {\"version\": \"3\"}}` | UNREADABLE: evals.json:1:25: The promptfoo results are of version"
                        + " \"3\"; versions 2 and 3 are known;"
                        + " Run the evaluation with a promptfoo that writes results of version 3",
                "`{\"results\": {\"version\": 3, \"results\": [[]]}}` | UNREADABLE: evals.json:1:40:"
                        + " A row of the results is not an object;"
                        + " Run the evaluation again, and give the file that promptfoo writes",
                "`{\"results\": {\"version\": 3, \"stats\": {\"successes\": NaN}}}` | UNREADABLE: evals.json:1:37:"
                        + " The stats of the promptfoo results are no counts;"
                        + " Run the evaluation again, and give the file that promptfoo writes",
                "`{\"results\": {\"version\": 3, \"results\": {}}}` | UNREADABLE: evals.json:1:39: A list is expected here;"
                        + " Give the file as the tool wrote it",
            })
    void refusesWhatIsNoResult(String text, String expected) {
        assertThat(Readings.refusal(new PromptfooReader(), source("evals.json", text)))
                .isEqualTo(expected);
    }

    @Test
    void cutAnywhereItIsNeverWhole() {
        String whole = "{\"results\": {\"version\": 3, \"results\": [{\"success\": true, \"failureReason\": 0}]}}";
        for (int end = 0; end < whole.length(); end++) {
            assertThat(Readings.refusal(new PromptfooReader(), source("evals.json", whole.substring(0, end))))
                    .startsWith("UNREADABLE: evals.json");
        }
    }
}
