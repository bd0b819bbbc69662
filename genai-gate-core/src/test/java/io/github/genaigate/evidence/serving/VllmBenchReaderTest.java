package io.github.genaigate.evidence.serving;

import static io.github.genaigate.evidence.serving.Asking.json;
import static io.github.genaigate.evidence.serving.Asking.own;
import static io.github.genaigate.evidence.serving.Asking.read;
import static io.github.genaigate.evidence.serving.Asking.samples;
import static io.github.genaigate.evidence.serving.Asking.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.evidence.Readings;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Metric;
import io.github.genaigate.model.Moments;
import io.github.genaigate.model.Samples;
import io.github.genaigate.model.Tally;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VllmBenchReaderTest {

    private static final VllmBenchReader READER = new VllmBenchReader();
    private static final String DETAILED = own("vllm-bench/detailed.json");

    private static String run(String... members) {
        return "{'model_id': 'm', 'num_prompts': 101, 'completed': 101, 'failed': 0"
                + (members.length == 0 ? "" : ", " + String.join(", ", members)) + "}";
    }

    /** Durations 260, 340 and 900 ms, gaps between tokens 20, 45 and 600 ms in the mean, and one failed request. */
    @ParameterizedTest
    @CsvSource({
        "TIME_TO_FIRST_TOKEN, 300, 1",
        "TIME_TO_FIRST_TOKEN, 299.999, 2",
        "TIME_TO_FIRST_TOKEN, 199, 4",
        "DURATION, 900, 1",
        "DURATION, 340, 2",
        "DURATION, 339.999999, 3",
        "INTER_TOKEN_LATENCY, 600, 1",
        "INTER_TOKEN_LATENCY, 45, 2",
        "INTER_TOKEN_LATENCY, 19, 4"
    })
    void countsSingleRequestsExactly(Metric metric, String limit, long failures) {
        var question = within(metric, limit);
        var reading = read(READER, json(DETAILED), question);

        assertThat(reading.doubt()).isEmpty();
        assertThat(reading.assurance()).isEqualTo(Assurance.MEASURED);
        assertThat(reading.takenAt()).isEmpty();
        assertThat(((Samples) reading.measurement()).answer(question)).isEqualTo(Tally.exact(4, failures, 0));
    }

    @Test
    void tellsTheTokensOfEveryCompletedRequest() {
        var samples = samples(READER, json(DETAILED));

        assertThat(samples.operations()).isEqualTo(Map.of("acme/handbook-7b", new Samples.Count(4, 1)));
        assertThat(samples.usage()).hasValueSatisfying(usage -> {
            var tokens = usage.models().get("acme/handbook-7b");
            assertThat(tokens.input()).isEqualTo(moments(3, "96", "3080"));
            assertThat(tokens.output()).isEqualTo(moments(3, "9", "29"));
            assertThat(tokens.cached()).isEqualTo(moments(3, "0", "0"));
        });
        assertThat(samples.isTimed()).isFalse();
        assertThat(samples.remedy()).isEmpty();
    }

    private static Moments moments(long count, String sum, String squares) {
        return new Moments(count, new BigDecimal(sum), Optional.of(new BigDecimal(squares)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            no first token was timed        | 'ttfts': [0, 0.1], 'itls': [[], [0.1]]            | TIME_TO_FIRST_TOKEN | 1 | 1
            nor a duration                  | 'ttfts': [0, 0.1], 'itls': [[0.1], [0.1]]         | DURATION            | 1 | 1
            an answer without a gap         | 'ttfts': [0.1, 0.1], 'itls': [[], [0.1]]          | DURATION            | 1 | 1
            no gaps at all                  | 'ttfts': [0.1, 0.1]                               | DURATION            | 0 | 2
            nor a mean of them              | 'ttfts': [0.1, 0.1]                               | INTER_TOKEN_LATENCY | 0 | 2
            latencies are told              | 'ttfts': [0.1, 0.1], 'latencies': [0.2, NaN]      | DURATION            | 1 | 1
            shorter than to the first token | 'ttfts': [0.3, 0.1], 'latencies': [0.2, 0.2]      | INTER_TOKEN_LATENCY | 1 | 1
            no first token is told          | 'latencies': [0.2, 0.2]                           | TIME_TO_FIRST_TOKEN | 0 | 2
            longer than any request takes   | 'ttfts': [1e300, -0.1]                            | TIME_TO_FIRST_TOKEN | 0 | 2
            """)
    void whatIsNotTimedIsUnmeasured(String what, String lists, Metric metric, long within, long unmeasured) {
        var question = within(metric, "100000");
        var source =
                json("{'num_prompts': 2, 'completed': 2, 'failed': 0, 'errors': ['', null], 'output_lens': [2, 2], "
                        + lists + "}");

        assertThat(Readings.doubt(read(READER, source))).isEqualTo("none");
        assertThat(samples(READER, source, question).answer(question)).isEqualTo(Tally.exact(within, 0, unmeasured));
    }

    @Test
    void anAnswerOfOneTokenHasNoGap() {
        var gap = within(Metric.INTER_TOKEN_LATENCY, "1000");
        var whole = within(Metric.DURATION, "1000");
        var samples = samples(
                READER,
                json(
                        "{'num_prompts': 1, 'completed': 1, 'errors': [''], 'output_lens': [1], 'ttfts': [0.1], 'itls': [[]]}"),
                gap,
                whole);

        assertThat(samples.answer(gap)).isEqualTo(Tally.exact(0, 0, 1));
        assertThat(samples.answer(whole)).isEqualTo(Tally.exact(1, 0, 0));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            p99 at the limit       | 'p99_ttft_ms': 500                         | TIME_TO_FIRST_TOKEN | 101 | 0  | 1   | 0
            p99 over the limit     | 'p99_ttft_ms': 501                         | TIME_TO_FIRST_TOKEN | 101 | 2  | 101 | 0
            median over the limit  | 'median_ttft_ms': 501, 'p99.9_ttft_ms': 700 | TIME_TO_FIRST_TOKEN | 101 | 51 | 101 | 0
            duration               | 'p95_e2el_ms': 500                         | DURATION            | 101 | 0  | 5   | 0
            duration not asked for | 'p99_ttft_ms': 500                         | DURATION            | 0   | 0  | 0   | 101
            zero is not fast       | 'p99_ttft_ms': 0.0, 'median_ttft_ms': 0    | TIME_TO_FIRST_TOKEN | 0   | 0  | 0   | 101
            the mean says nothing  | 'mean_ttft_ms': 1, 'std_ttft_ms': 0        | TIME_TO_FIRST_TOKEN | 0   | 0  | 0   | 101
            nobody knows of how many answers | 'p99_tpot_ms': 1                 | INTER_TOKEN_LATENCY | 0   | 0  | 0   | 101
            gaps are not requests  | 'p99_itl_ms': 1                            | INTER_TOKEN_LATENCY | 0   | 0  | 0   | 101
            """)
    void percentilesImplyBounds(
            String what, String published, Metric metric, long trials, long atLeast, long atMost, long unmeasured) {
        var question = within(metric, "500");
        var reading = read(READER, json(run(published)), question);
        var samples = (Samples) reading.measurement();

        assertThat(reading.doubt()).isEmpty();
        assertThat(reading.assurance()).isEqualTo(Assurance.SUMMARY);
        assertThat(samples.answer(question)).isEqualTo(new Tally(trials, atLeast, atMost, unmeasured));
        assertThat(samples.remedy())
                .contains("Run vllm bench serve with --save-detailed, or with --percentile-metrics ttft,tpot,e2el and"
                        + " --metric-percentiles");
    }

    @Test
    void failedRequestsAreOverEveryLimit() {
        var question = within(Metric.TIME_TO_FIRST_TOKEN, "500");
        var other = within("chat", Metric.TIME_TO_FIRST_TOKEN, "500");
        var samples = samples(
                READER,
                json("{'model_id': 'm', 'num_prompts': 110, 'completed': 101, 'failed': 9, 'p99_ttft_ms': 400}"),
                question,
                other);

        assertThat(samples.answer(question)).isEqualTo(new Tally(110, 9, 10, 0));
        assertThat(samples.answer(other)).isEqualTo(Tally.NONE);
        assertThat(samples.errors(question)).isEqualTo(9);
    }

    @Test
    void whenNothingCompletedAllFailed() {
        var question = within(Metric.TIME_TO_FIRST_TOKEN, "500");
        var reading = read(
                READER,
                json(
                        "{'model_id': 'm', 'num_prompts': 8, 'completed': 0, 'failed': 8, 'p99_ttft_ms': 0.0, 'request_rate': 'inf'}"),
                question);

        assertThat(reading.doubt()).isEmpty();
        assertThat(((Samples) reading.measurement()).answer(question)).isEqualTo(Tally.exact(8, 8, 0));
        assertThat(reading.measurement().usage()).isEmpty();
    }

    /** Before vLLM 0.12 the number of failed requests was not written. */
    @Test
    void withoutACountWhatIsMissingFailed() {
        var question = within(Metric.TIME_TO_FIRST_TOKEN, "500");
        var source = json(
                "{'model_id': 'm', 'num_prompts': 110, 'completed': 101, 'total_input': 5, 'total_output_tokens': 7,"
                        + " 'p99_ttft_ms': 400}");
        var samples = samples(READER, source, question);

        assertThat(samples.answer(question)).isEqualTo(new Tally(110, 9, 10, 0));
        assertThat(samples.usage())
                .hasValueSatisfying(usage -> assertThat(usage.models().get("m").output())
                        .isEqualTo(new Moments(101, new BigDecimal("7"), Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'num_prompts': 0, 'completed': 0, 'failed': 0} | run.json holds no requests; Run the benchmark to its end
            {'num_prompts': 9, 'completed': 5, 'failed': 1} | run.json tells how 6 of 9 requests ended; Run the benchmark to its end, with a data set that has as many prompts as are asked for
            {'num_prompts': 2, 'completed': 2, 'failed': 0, 'errors': ['', 'x'], 'ttfts': [1, 0]} | run.json lists 1 requests without and 1 with an error, and counts 2 completed and 0 failed; Give the file as vllm bench serve wrote it
            {'num_prompts': 2, 'completed': 2, 'failed': 0, 'errors': [''], 'ttfts': [1]} | run.json lists 1 requests without and 0 with an error, and counts 2 completed and 0 failed; Give the file as vllm bench serve wrote it
            """)
    void doubtsWhatDoesNotAddUp(String text, String doubt) {
        assertThat(Readings.doubt(read(READER, json(text)))).isEqualTo("INCOMPLETE: run.json: " + doubt);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{'num_prompts': 1}]                        | run.json:1:1: This is not the result of one run of vllm bench serve; Run vllm bench serve without --append-result, and name one file for each run
            {'num_prompts': 1, 'completed': 1} {'a': 1} | run.json:1:36: The file holds more than one run; Run vllm bench serve without --append-result, and name one file for each run
            {'num_prompts': 1}                          | run.json: The file does not say how many requests completed; Give the file as vllm bench serve wrote it
            {'completed': 1}                            | run.json: The file does not say how many requests were sent, or fewer than completed; Give the file as vllm bench serve wrote it
            {'completed': 2, 'num_prompts': 1}          | run.json: The file does not say how many requests were sent, or fewer than completed; Give the file as vllm bench serve wrote it
            {'completed': 1.5, 'num_prompts': 2}        | run.json: The number completed is no count; Give the file as vllm bench serve wrote it
            {'completed': 1, 'num_prompts': '2'}        | run.json: The number num_prompts is no count; Give the file as vllm bench serve wrote it
            {'completed': 1, 'num_prompts': 1, 'failed': -1} | run.json: The number failed is no count; Give the file as vllm bench serve wrote it
            {'completed': 1, 'num_prompts': 1, 'p95_ttft_ms': 9, 'p99_ttft_ms': 8} | run.json: The percentiles of time-to-first-token are negative or do not rise; Give the file as vllm bench serve wrote it
            {'completed': 1, 'num_prompts': 1, 'errors': [''], 'ttfts': [1, 2]} | run.json: The lists of single requests differ in length; Give the file as vllm bench serve wrote it
            {'completed': 1, 'num_prompts': 1, 'errors': [''], 'ttfts': [1], 'itls': []} | run.json: The lists of single requests differ in length; Give the file as vllm bench serve wrote it
            {'completed': 1, 'num_prompts': 1, 'itls': [[-1]]} | run.json:1:46: A gap in itls is no time; Give the file as vllm bench serve wrote it
            """)
    void refusesWhatCannotBe(String text, String refusal) {
        assertThat(Readings.refusal(READER, json(text))).isEqualTo("UNREADABLE: " + refusal);
    }

    @Test
    void refusesMoreRequestsThanItKeeps() {
        assertThat(Readings.refusal(READER, json("{'errors': [" + "0,".repeat(1_000_000) + "0]}")))
                .endsWith("The file holds more than 1000000 requests; Save shorter runs");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{'num_prompts': 3}",
                "{'model_id': 'm'}",
                "{'completed': 3, 'backend': 'sglang'}"
            })
    void doesNotRecogniseOtherDocuments(String text) {
        assertThat(READER.recognises(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }
}
