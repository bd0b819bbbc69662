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
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AiperfReaderTest {

    private static final AiperfReader READER = new AiperfReader();
    private static final String OWN = own("aiperf/profile_export_aiperf.json");
    private static final String COUNTED = "'request_count': {'unit': 'requests', 'avg': 101.0}, 'error_summary': []";

    /** Of 100 values the rank of p95 is 94.05, of p99 98.01. */
    @ParameterizedTest
    @CsvSource({
        "DURATION, 1204, 102, 2, 2, 0",
        "DURATION, 795, 102, 3, 3, 0",
        "DURATION, 790, 102, 3, 7, 0",
        "TIME_TO_FIRST_TOKEN, 44.5, 102, 3, 7, 0",
        "INTER_TOKEN_LATENCY, 25, 100, 2, 2, 2"
    })
    void percentilesImplyBounds(Metric metric, String limit, long trials, long least, long most, long unmeasured) {
        var question = within(metric, limit);
        var reading = read(READER, json(OWN), question);
        var samples = (Samples) reading.measurement();

        assertThat(reading.doubt()).isEmpty();
        assertThat(reading.assurance()).isEqualTo(Assurance.SUMMARY);
        assertThat(reading.takenAt()).contains(Instant.parse("2026-11-20T08:00:00Z"));
        assertThat(samples.answer(question)).isEqualTo(new Tally(trials, least, most, unmeasured));
        assertThat(samples.operations()).isEqualTo(Map.of("acme/handbook-7b", new Samples.Count(102, 2)));
        assertThat(samples.remedy())
                .contains("Name profile_export.jsonl of the same run, in which AIPerf writes every request");
    }

    @Test
    void derivesTheTokensFromMeanAndDeviation() {
        assertThat(samples(READER, json(OWN)).usage()).hasValueSatisfying(usage -> {
            var tokens = usage.models().get("acme/handbook-7b");
            assertThat(tokens.input()).isEqualTo(moments("55000", Optional.of("30250000")));
            assertThat(tokens.output()).isEqualTo(moments("3250", Optional.of("115625")));
            assertThat(tokens.cached()).isEqualTo(moments("0", Optional.of("0")));
        });
        assertThat(samples(READER, json(OWN.replace(", \"std\": 10.0", ""))).usage())
                .hasValueSatisfying(usage -> assertThat(
                                usage.models().get("acme/handbook-7b").output())
                        .isEqualTo(moments("3250", Optional.empty())));
        assertThat(samples(READER, json(OWN.replace("input_sequence_length", "x")))
                        .usage())
                .isEmpty();
    }

    private static Moments moments(String sum, Optional<String> squares) {
        return new Moments(100, new BigDecimal(sum), squares.map(BigDecimal::new));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            at the top           | 'time_to_first_token': {'unit': 'ms', 'p95': 500} | TIME_TO_FIRST_TOKEN | 5  | 0
            by the short tag     | 'records': {'ttft': {'unit': 'ms', 'p95': 500}, 'request_count': {'avg': 101}} | TIME_TO_FIRST_TOKEN | 5  | 0
            by the display name  | 'records': {'Time to Last Token': {'unit': 'ms', 'max': 500, 'count': 101}} | DURATION | 0 | 0
            in nanoseconds       | 'request_latency': {'unit': 'ns', 'max': 500000000} | DURATION | 0 | 0
            in microseconds      | 'request_latency': {'unit': 'us', 'max': 500000}  | DURATION | 0   | 0
            in seconds           | 'request_latency': {'unit': 'sec', 'max': 0.5}    | DURATION | 0   | 0
            not measured         | 'request_latency': null                           | DURATION | u   | 101
            zero is not fast     | 'request_latency': {'unit': 'ms', 'max': 0}       | DURATION | u   | 101
            of how many answers? | 'inter_token_latency': {'unit': 'ms', 'max': 5}   | INTER_TOKEN_LATENCY | u | 101
            some of one token    | 'output_sequence_length': {'min': 1}, 'inter_token_latency': {'unit': 'ms', 'max': 5} | INTER_TOKEN_LATENCY | u | 101
            none of one token    | 'output_sequence_length': {'min': 2}, 'inter_token_latency': {'unit': 'ms', 'max': 5} | INTER_TOKEN_LATENCY | 0 | 0
            """)
    void readsTheShapesOfItsVersions(String what, String metrics, Metric metric, String atMost, long unmeasured) {
        var question = within(metric, "500");
        var source =
                json("{" + (metrics.contains("records") ? "'errors_by_type': []" : COUNTED) + ", " + metrics + "}");

        assertThat(Readings.doubt(read(READER, source))).isEqualTo("none");
        assertThat(samples(READER, source, question).answer(question))
                .isEqualTo(
                        atMost.equals("u")
                                ? new Tally(0, 0, 0, unmeasured)
                                : new Tally(101, 0, Long.parseLong(atMost), unmeasured));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'request_count': {'avg': 3}, 'error_summary': [], 'was_cancelled': true | is of a run that was cancelled; Let AIPerf run to its end
            'request_latency': {'unit': 'ms', 'max': 3}, 'error_summary': [] | does not say how many requests there were; Run a newer AIPerf, which counts requests
            'request_count': {'avg': 3}                        | does not say how many requests failed; Run a newer AIPerf, which counts failed requests
            'request_count': {'avg': 0}, 'error_summary': []   | holds no requests; Run AIPerf to its end
            'request_count': {'avg': 3}, 'error_request_count': {'avg': 1}, 'error_summary': [{'count': 2}] | counts 1 failed requests and lists 2; Give the file as AIPerf wrote it
            'request_count': {'avg': 3}, 'error_summary': [], 'request_latency': {'unit': 'ms', 'max': 1, 'count': 4} | has 4 values of request_latency and 3 completed requests; Give the file as AIPerf wrote it
            """)
    void doubtsWhatTellsTooLittle(String members, String doubt) {
        assertThat(Readings.doubt(read(READER, json("{" + members + "}"))))
                .isEqualTo("INCOMPLETE: run.json: run.json " + doubt);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                              | The file holds no metrics of AIPerf
            {'request_latency': {'unit': 'fortnights', 'max': 1}}           | The unit of duration is "fortnights"; ns, us, ms and sec are known
            {'request_latency': {'max': 1}}                                 | The unit of duration is not told; ns, us, ms and sec are known
            {'request_latency': {'unit': 'ms', 'p50': 2, 'max': 1}}         | The percentiles of duration are negative or do not rise
            {'request_latency': {'unit': 'ms', 'count': -1}}                | The count of a metric is no count
            {'request_count': {'avg': 1.5}}                                 | The number of request_count is no count
            {'request_count': {'avg': 1}, 'error_summary': [{'count': 'x'}]} | The count of an error is no count
            {'request_count': {'avg': 1}, 'error_summary': [{'count': 9007199254740992}, {'count': 1}]} | The counts of errors are beyond any use
            """)
    void refusesWhatCannotBe(String text, String refusal) {
        assertThat(Readings.refusal(READER, json(text)))
                .isEqualTo("UNREADABLE: run.json: " + refusal + "; Give the file as AIPerf wrote it");
    }
}
