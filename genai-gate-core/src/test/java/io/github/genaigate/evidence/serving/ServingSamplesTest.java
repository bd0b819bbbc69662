package io.github.genaigate.evidence.serving;

import static io.github.genaigate.evidence.SampleFolder.sample;
import static io.github.genaigate.evidence.serving.Asking.read;
import static io.github.genaigate.evidence.serving.Asking.samples;
import static io.github.genaigate.evidence.serving.Asking.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.evidence.Readings;
import io.github.genaigate.model.Metric;
import io.github.genaigate.model.Moments;
import io.github.genaigate.model.Tally;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that real tools wrote, and their key figures; where the folder with them lies beside the repository. */
class ServingSamplesTest {

    /** The limit lies just above and just below the p99 of the index: of eight values its rank is 6.93. */
    @ParameterizedTest
    @CsvSource({
        "bench_serve_v0.25.1.json, TIME_TO_FIRST_TOKEN, 734.405, 8, 0, 1, 0",
        "bench_serve_v0.25.1.json, TIME_TO_FIRST_TOKEN, 734.404, 8, 1, 4, 0",
        "bench_serve_v0.25.1.json, DURATION, 5000, 0, 0, 0, 8",
        "bench_serve_v0.25.1.json, INTER_TOKEN_LATENCY, 5000, 0, 0, 0, 8",
        "sweep4_run1.json, TIME_TO_FIRST_TOKEN, 57.5830, 8, 0, 1, 0",
        "sweep4_run1.json, DURATION, 169.637, 8, 0, 1, 0",
        "sweep4_run1.json, DURATION, 169.636, 8, 1, 4, 0",
        "all_requests_failed_v0.25.1.json, TIME_TO_FIRST_TOKEN, 5000, 8, 8, 8, 0",
        "all_requests_failed_v0.25.1.json, DURATION, 5000, 8, 8, 8, 0"
    })
    void vllm(String file, Metric metric, String limit, long trials, long least, long most, long unmeasured)
            throws Exception {
        var question = within(metric, limit);
        var source = sample("vllm-bench/" + file, "run.json");

        assertThat(Readings.doubt(read(new VllmBenchReader(), source, question)))
                .isEqualTo("none");
        assertThat(samples(new VllmBenchReader(), source, question).answer(question))
                .isEqualTo(new Tally(trials, least, most, unmeasured));
    }

    /** Of 64 values the rank of p95 is 59.85, of p99 62.37; the index rounds to a microsecond. */
    @ParameterizedTest
    @CsvSource({
        "DURATION, 3909.335, 1, 1",
        "DURATION, 3909.333, 1, 4",
        "TIME_TO_FIRST_TOKEN, 33.045, 1, 4",
        "TIME_TO_FIRST_TOKEN, 33.043, 4, 7",
        "INTER_TOKEN_LATENCY, 19.482, 1, 1"
    })
    void aiperf(Metric metric, String limit, long least, long most) throws Exception {
        var question = within(metric, limit);
        var source = sample("aiperf/qwen_concurrency1/profile_export_aiperf.json", "run.json");
        var reading = read(new AiperfReader(), source, question);

        assertThat(Readings.doubt(reading)).isEqualTo("none");
        assertThat(reading.takenAt())
                .hasValueSatisfying(at -> assertThat(at)
                        .isBetween(Instant.parse("2025-11-07T21:38:54Z"), Instant.parse("2025-11-07T21:38:55Z")));
        assertThat(samples(new AiperfReader(), source, question).answer(question))
                .isEqualTo(new Tally(64, least, most, 0));
    }

    @Test
    void tokensOfAiperf() throws Exception {
        var source = sample("aiperf/qwen_concurrency1/profile_export_aiperf.json", "run.json");

        assertThat(samples(new AiperfReader(), source).usage()).hasValueSatisfying(usage -> {
            var tokens = usage.models().get("Qwen/Qwen3-0.6B");
            assertThat(tokens.input()).isEqualTo(moments("6400", "640000"));
            assertThat(tokens.output()).isEqualTo(moments("12799", "2559603"));
        });
    }

    private static Moments moments(String sum, String squares) {
        return new Moments(64, new BigDecimal(sum), Optional.of(new BigDecimal(squares)));
    }

    @Test
    void aiperfOfEarly2025() throws Exception {
        var first = within(Metric.TIME_TO_FIRST_TOKEN, "101.598");
        var gap = within(Metric.INTER_TOKEN_LATENCY, "5");
        var whole = within(Metric.DURATION, "564.828");
        var source = sample("aiperf/early-2025/profile_export_aiperf.json", "run.json");
        var samples = samples(new AiperfReader(), source, first, gap, whole);

        assertThat(Readings.doubt(read(new AiperfReader(), source))).isEqualTo("none");
        assertThat(samples.answer(first)).isEqualTo(Tally.exact(10, 0, 0));
        assertThat(samples.answer(gap)).isEqualTo(new Tally(10, 1, 3, 0));
        assertThat(samples.answer(whole)).isEqualTo(Tally.exact(10, 0, 0));
    }

    /** The index gives 32.77 ms for the p95 of the time to the first token, 3658.952 ms for the p99 of the duration. */
    @Test
    void aiperfRecords() throws Exception {
        var first = within(Metric.TIME_TO_FIRST_TOKEN, "32.77");
        var whole = within(Metric.DURATION, "3658.952");
        var source = sample("aiperf/qwen_concurrency1/profile_export.jsonl", "run.jsonl");
        var samples = samples(new AiperfRecordsReader(), source, first, whole);

        assertThat(samples.answer(first)).isEqualTo(Tally.exact(10, 1, 0));
        assertThat(samples.answer(whole)).isEqualTo(Tally.exact(10, 1, 0));
        assertThat(samples.isTimed()).isTrue();
    }

    @Test
    void anOtlpTraceWithoutACallOfAModel() throws Exception {
        assertThat(Readings.doubt(read(new OtlpTracesReader(), sample("otlp-json/proto-trace.json", "traces.json"))))
                .startsWith("INCOMPLETE: traces.json: traces.json holds no call of a model among its 1 spans");
    }
}
