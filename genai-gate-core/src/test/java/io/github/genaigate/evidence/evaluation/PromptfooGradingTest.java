package io.github.genaigate.evidence.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.evidence.Readings;
import io.github.genaigate.model.Cases;
import io.github.genaigate.model.Cases.Case;
import io.github.genaigate.model.Moments;
import io.github.genaigate.model.Usage;
import io.github.genaigate.model.Usage.Tokens;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who graded the rows, with what, and what answering took. */
class PromptfooGradingTest {

    private static Cases cases(String rows) {
        var text = "{\"results\": {\"version\": 3, \"results\": [" + rows + "]}}";
        return (Cases) Readings.read(new PromptfooReader(), Readings.source("evals.json", text))
                .measurement();
    }

    private static Case only(String members) {
        return cases("{\"success\": true, " + members + "}").cases().get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"vars\": {}` | {}",
                "`\"testCase\": {\"assert\": []}` | {}",
                "`\"testCase\": {\"assert\": [{\"type\": \"contains\"}, {\"type\": \"not-regex\"}]}` | {graded=code}",
                // promptfoo does not write down which model judges when nobody names one
                "`\"testCase\": {\"assert\": [{\"type\": \"llm-rubric\"}]}` | {graded=model}",
                "`\"testCase\": {\"assert\": [{\"type\": \"not-llm-rubric\", \"provider\": \"openai:chat:gpt-4.1-2025-04-14\"}]}`"
                        + " | {graded=model, judge=gpt-4.1-2025-04-14}",
                "`\"testCase\": {\"assert\": [{\"type\": \"llm-rubric\"}], \"options\": {\"provider\": {\"id\": \"anthropic:messages:claude\"}}}`"
                        + " | {graded=model, judge=claude}",
                "`\"testCase\": {\"assert\": [{\"type\": \"similar\"}], \"options\": {\"provider\":"
                        + " {\"embedding\": {\"id\": \"openai:embedding:text-embedding-3-large\"}}}}`"
                        + " | {graded=model, judge=text-embedding-3-large}",
                "`\"testCase\": {\"assert\": [{\"type\": \"llm-rubric\", \"provider\": \"openai:b\"}, {\"type\": \"equals\"},"
                        + " {\"type\": \"assert-set\", \"assert\": [{\"type\": \"g-eval\", \"provider\": \"openai:a\"}]}]}`"
                        + " | {graded=model, judge=a, b}",
                // one judge without a name leaves all open
                "`\"testCase\": {\"assert\": [{\"type\": \"llm-rubric\", \"provider\": \"openai:b\"}, {\"type\": \"g-eval\"}]}`"
                        + " | {graded=model}",
                // what graded counts, and not only what was to grade
                "`\"testCase\": {\"assert\": [{\"type\": \"equals\"}]}, \"gradingResult\": {\"pass\": true,"
                        + " \"componentResults\": [{\"assertion\": {\"type\": \"factuality\", \"provider\": \"openai:b\"}}]}`"
                        + " | {graded=model, judge=b}",
                // a red-team grader, a person, and whatever comes next are not code
                "`\"testCase\": {\"assert\": [{\"type\": \"promptfoo:redteam:pii\"}]}` | {graded=model}",
                "`\"testCase\": {\"assert\": [{\"type\": \"human\"}]}` | {graded=model}",
                "`\"testCase\": {\"assert\": [{\"type\": 1}]}` | {graded=model}",
                // the author of a test does not name the judge, nor the model
                "`\"testCase\": {\"metadata\": {\"judge\": \"gpt-4\", \"graded\": \"code\", \"model\": \"x\"},"
                        + " \"assert\": [{\"type\": \"llm-rubric\"}]}` | {graded=model}",
            })
    void tellsWhoGraded(String members, String attributes) {
        assertThat(only(members).attributes().toString()).isEqualTo(attributes);
    }

    @Test
    void scoresHaveTheNamesThatTheAssertionsGiveThem() {
        assertThat(only("\"score\": 0.75, \"namedScores\": {\"tone\": 1.5, \"length\": 1, \"no\": \"x\", \"score\": 9},"
                                + " \"gradingResult\": {\"pass\": true, \"componentResults\": ["
                                + "{\"score\": 0.5, \"assertion\": {\"type\": \"llm-rubric\", \"metric\": \"tone\"}},"
                                + "{\"score\": 1, \"assertion\": {\"type\": \"llm-rubric\", \"metric\": \"tone\"}},"
                                + "{\"score\": 0, \"assertion\": {\"type\": \"equals\"}}]}")
                        .scores())
                .isEqualTo(Map.of(
                        "score",
                        new BigDecimal("0.75"),
                        "tone",
                        new BigDecimal("0.75"),
                        "length",
                        new BigDecimal("1")));
        assertThat(only("\"score\": NaN").scores()).isEmpty();
    }

    @Test
    void anAnswerOutOfTheCacheIsToldApart() {
        assertThat(only("\"response\": {\"cached\": true}").cached()).isTrue();
        assertThat(only("\"response\": {\"cached\": false}").cached()).isFalse();
        assertThat(only("\"response\": null").cached()).isFalse();
    }

    private static String row(String model, String response) {
        return "{\"success\": true, \"provider\": {\"id\": \"openai:chat:" + model + "\"}, \"response\": {" + response
                + "}}";
    }

    @Test
    void addsUpTheTokensOfEachModel() {
        var usage = cases(row("a", "\"tokenUsage\": {\"total\": 44, \"prompt\": 43, \"completion\": 1}")
                        + ","
                        + row(
                                "a",
                                "\"tokenUsage\": {\"prompt\": 41, \"completion\": 3, \"numRequests\": 1,"
                                        + " \"completionDetails\": {\"cacheReadInputTokens\": 32}}")
                        + ","
                        + row("b", "\"tokenUsage\": {\"prompt\": 90, \"completion\": 9, \"numRequests\": 3}"))
                .usage();
        assertThat(usage)
                .contains(new Usage(new TreeMap<>(Map.of(
                        "a",
                        new Tokens(moments(2, 84, 43 * 43 + 41 * 41), moments(2, 4, 10), moments(2, 32, 32 * 32)),
                        "b",
                        new Tokens(sum(3, 90), sum(3, 9), sum(3, 0))))));
    }

    private static Moments moments(long count, long sum, long squares) {
        return new Moments(count, BigDecimal.valueOf(sum), Optional.of(BigDecimal.valueOf(squares)));
    }

    private static Moments sum(long count, long sum) {
        return new Moments(count, BigDecimal.valueOf(sum), Optional.empty());
    }

    /** What took no tokens would make the other requests look cheap. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`\"cached\": true, \"tokenUsage\": {\"cached\": 44, \"total\": 44}`",
                "`\"cached\": true, \"tokenUsage\": {\"prompt\": 43, \"completion\": 1}`",
                "`\"tokenUsage\": {\"prompt\": 0, \"completion\": 0}`",
                "`\"tokenUsage\": {\"prompt\": 43}`",
                "`\"tokenUsage\": {\"prompt\": -1, \"completion\": 1}`",
                "`\"tokenUsage\": {\"prompt\": 4.5, \"completion\": 1}`",
                "`\"output\": \"4\"`",
            })
    void takesNoTokensFromARowThatWasNotAsked(String response) {
        assertThat(cases(row("a", response)).usage()).isEmpty();
    }
}
