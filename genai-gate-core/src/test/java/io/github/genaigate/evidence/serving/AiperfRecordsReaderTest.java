package io.github.genaigate.evidence.serving;

import static io.github.genaigate.evidence.serving.Asking.json;
import static io.github.genaigate.evidence.serving.Asking.own;
import static io.github.genaigate.evidence.serving.Asking.read;
import static io.github.genaigate.evidence.serving.Asking.samples;
import static io.github.genaigate.evidence.serving.Asking.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.evidence.Readings;
import io.github.genaigate.model.Load;
import io.github.genaigate.model.Metric;
import io.github.genaigate.model.Samples;
import io.github.genaigate.model.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AiperfRecordsReaderTest {

    private static final AiperfRecordsReader READER = new AiperfRecordsReader();
    private static final String OWN = own("aiperf-records/profile_export.jsonl");

    /** Durations 500 and 1000 ms, and one failed request; the warm-up of 9000 ms is left out. */
    @ParameterizedTest
    @CsvSource({
        "DURATION, 1000, 1",
        "DURATION, 999, 2",
        "TIME_TO_FIRST_TOKEN, 40, 1",
        "INTER_TOKEN_LATENCY, 47, 2",
        "INTER_TOKEN_LATENCY, 46, 3"
    })
    void countsSingleRequestsExactly(Metric metric, String limit, long failures) {
        var question = within(metric, limit);

        assertThat(samples(READER, json(OWN), question).answer(question)).isEqualTo(Tally.exact(3, failures, 0));
    }

    @Test
    void tellsWhenRequestsBegan() {
        var question = within(Metric.DURATION, "600");
        var reading = read(READER, json(OWN), question);
        var samples = (Samples) reading.measurement();

        assertThat(reading.doubt()).isEmpty();
        assertThat(reading.takenAt()).contains(Instant.parse("2026-11-20T08:00:00Z"));
        assertThat(samples.isTimed()).isTrue();
        assertThat(samples.last()).contains(Instant.parse("2026-11-20T08:00:03Z"));
        assertThat(samples.operations()).isEqualTo(Map.of("requests", new Samples.Count(3, 1)));
        assertThat(samples.runs())
                .singleElement()
                .satisfies(load -> assertThat(load.timeline().counts())
                        .containsExactly(
                                new Load.Moment(1, 0, 500_000),
                                new Load.Moment(1, 0, 1_000_000),
                                new Load.Moment(1, 1, 0)));
        assertThat(samples.without(Duration.ofSeconds(2)).answer(question)).isEqualTo(Tally.exact(1, 1, 0));
        assertThat(samples.usage()).hasValueSatisfying(usage -> {
            assertThat(usage.models().get("").input().sum()).isEqualByComparingTo("220");
            assertThat(usage.models().get("").output().count()).isEqualTo(2);
        });
    }

    @Test
    void aCancelledRequestFailedAndOneWithoutTheMetricIsUnmeasured() {
        var question = within(Metric.DURATION, "600");
        var samples = samples(READER, json("""
                {'metadata': {'request_start_ns': 1, 'benchmark_phase': 'profiling', 'was_cancelled': true}, 'metrics': {}}
                {'metadata': {'request_start_ns': 1, 'benchmark_phase': 'profiling'}, 'metrics': {'request_latency': {'unit': 'ms', 'value': 0}}}
                """), question);

        assertThat(samples.answer(question)).isEqualTo(Tally.exact(1, 1, 1));
    }

    @Test
    void aWarmUpAloneProvesNothing() {
        assertThat(Readings.doubt(read(READER, json(OWN.lines().findFirst().orElseThrow()))))
                .isEqualTo("INCOMPLETE: run.json: run.json holds no requests after the warm-up; Run AIPerf to its end");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'metrics': {}}                                                    | This is not a request that AIPerf recorded
            {'metadata': {'request_start_ns': 0}, 'metrics': {}}               | This is not a request that AIPerf recorded
            {'metadata': {'request_start_ns': 5}}                              | This is not a request that AIPerf recorded
            {'metadata': {'request_start_ns': 5}, 'metrics': {'request_latency': {'value': 3, 'unit': 'h'}}} | The unit of request_latency is "h"; ns, us, ms and sec are known
            """)
    void refusesOtherLines(String line, String refusal) {
        assertThat(Readings.refusal(READER, json(line)))
                .isEqualTo("UNREADABLE: run.json:1:1: " + refusal + "; Give profile_export.jsonl as AIPerf wrote it");
    }
}
