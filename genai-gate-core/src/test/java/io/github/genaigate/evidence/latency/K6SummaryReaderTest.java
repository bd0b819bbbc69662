package io.github.genaigate.evidence.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Source;
import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Metric;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Samples;
import io.github.genaigate.model.Tally;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class K6SummaryReaderTest {

    private static final String REQUESTS = "'http_reqs': {'count': 101, 'rate': 1.5}";
    private static final String NO_FAILURES = "'http_req_failed': {'passes': 0, 'fails': 101, 'value': 0}";
    private static final Question WITHIN_800 = question(null, Metric.DURATION, 800);

    @ParameterizedTest
    @ValueSource(strings = {"""
                {'root_group': {}, 'state': {'testRunDurationMs': 1}, 'metrics': {
                  'http_reqs': {'type': 'counter', 'contains': 'default', 'values': {'count': 101, 'rate': 1}},
                  'http_req_failed': {'type': 'rate', 'contains': 'default', 'values': {'rate': 0.01, 'passes': 1, 'fails': 100},
                    'thresholds': {'rate<0.1': {'ok': true}}},
                  'http_req_duration': {'type': 'trend', 'contains': 'time', 'values': {'p(95)': 800, 'max': 900}}}}
                """, """
                {'root_group': {'checks': {}}, 'metrics': {
                  'http_reqs': {'count': 101, 'rate': 1},
                  'http_req_failed': {'value': 0.01, 'passes': 1, 'fails': 100, 'thresholds': {'rate<0.1': true}},
                  'http_req_duration': {'p(95)': 800, 'max': 900, 'thresholds': {'p(95)<1': false}}}}
                """, """
                {'config': {'duration': 1.5, 'execution': 'local', 'script': 'chat.js'},
                 'metadata': {'k6_version': '2.2.0'},
                 'results': {'checks': {'metrics': [], 'results': []}, 'metrics': [
                  {'name': 'http_reqs', 'type': 'counter', 'contains': 'default', 'values': {'count': 101}},
                  {'name': 'http_req_failed', 'type': 'rate', 'contains': 'default', 'values': {'matches': 1, 'rate': 0.01, 'total': 101}},
                  {'name': 'http_req_duration', 'type': 'trend', 'contains': 'time', 'values': {'p95': 800, 'max': 900}}]},
                 'version': '1.0.0'}
                """})
    void readsTheThreeShapes(String summary) throws Exception {
        var reading = read(summary, WITHIN_800);

        assertThat(new K6SummaryReader().recognises(bytes(summary))).isTrue();
        assertThat(reading.assurance()).isEqualTo(Assurance.SUMMARY);
        assertThat(reading.doubt()).isEmpty();
        assertThat(reading.takenAt()).isEmpty();
        assertThat(samples(reading).answers()).isEqualTo(Map.of(WITHIN_800, new Tally(101, 1, 6, 0)));
        assertThat(samples(reading).operations()).isEmpty();
        assertThat(samples(reading).remedy())
                .contains("Run k6 with --out json=results.json and name that file, which holds every request, or add a"
                        + " percentile to summaryTrendStats in the options of the k6 script");
        assertThat(samples(reading).histogram(WITHIN_800).total()).isZero();
    }

    @Test
    void takesTheTimeInsideOfTheMachineReadableSummary() throws Exception {
        var times = "{'metadata': {'generated_at': '%s'}, 'results': {'metrics': []}}";

        assertThat(read(times.formatted("2026-11-20T10:00:00.123456789+01:00")).takenAt())
                .contains(Instant.parse("2026-11-20T09:00:00.123456789Z"));
        assertThat(read(times.formatted("yesterday")).takenAt()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            no request over the limit       | 'http_req_duration': {'max': 800}                                    | 0   | 101 | 0 | 0
            failures are over every limit   | 'http_req_duration': {'max': 800}                                    | 7   | 94  | 7 | 7
            they may be the slow ones       | 'http_req_duration': {'med': 1, 'p(90)': 801}                        | 7   | 94  | 11 | 57
            or fewer than the slow ones     | 'http_req_duration': {'med': 801}                                    | 7   | 94  | 51 | 101
            the good ones stand apart       | 'http_req_duration': {'max': 9000}, 'http_req_duration{expected_response:true}': {'max': 800}  | 7 | 94 | 7 | 7
            and add to the failed ones      | 'http_req_duration{expected_response:true}': {'med': 801, 'max': 900} | 7   | 94  | 54 | 101
            not all tell how they ended     | 'http_req_duration': {'max': 800}                                    | 1   | 90  | 1 | 11
            nothing is published            | 'http_req_duration': {'avg': 5}                                      | 0   | 101 | u | 101
            zero is not fast                | 'http_req_duration': {'min': 0, 'max': 0}                            | 7   | 94  | u | 94
            all failed                      | 'http_req_duration{expected_response:true}': {'max': 0}, 'http_req_duration': {'max': 5} | 101 | 0 | 101 | 101
            more values than good requests  | 'http_req_duration{expected_response:true}': {'max': 5, 'count': 95} | 7   | 94  | u | 94
            fewer values than good requests | 'http_req_duration': {'max': 5, 'count': 90}                         | 7   | 94  | f | 4
            """)
    void boundsTheDuration(String what, String trends, long failed, long good, String atLeast, long atMost)
            throws Exception {
        var rate = "'http_req_failed': {'passes': %d, 'fails': %d}".formatted(failed, good);
        var tally = samples(read("{'metrics': {" + String.join(", ", REQUESTS, rate, trends) + "}}", WITHIN_800))
                .answer(WITHIN_800);

        assertThat(tally)
                .isEqualTo(
                        switch (atLeast) {
                            case "u" -> new Tally(101 - atMost, failed, 101 - atMost, atMost);
                            case "f" -> new Tally(101 - atMost, failed, failed, atMost);
                            default -> new Tally(101, Long.parseLong(atLeast), atMost, 0);
                        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            every good request has one      | {'max': 500, 'count': 94}      | 101 | 7 | 7  | 0
            some have none                  | {'max': 500, 'count': 90}      | 97  | 7 | 7  | 4
            some are over                   | {'p(50)': 501, 'count': 94}    | 101 | 47 | 101 | 0
            their number is not told        | {'max': 500}                   | 7   | 7 | 7  | 94
            one for each token, not request | {'max': 500, 'count': 5000}    | 7   | 7 | 7  | 94
            there is none                   | {'max': 0, 'count': 0}         | 7   | 7 | 7  | 94
            """)
    void boundsTheTimeToTheFirstToken(
            String what, String trend, long trials, long atLeast, long atMost, long unmeasured) throws Exception {
        var question = question(null, Metric.TIME_TO_FIRST_TOKEN, 500);
        var summary = "{'metrics': {" + REQUESTS
                + ", 'http_req_failed': {'passes': 7, 'fails': 94}, 'time_to_first_token': " + trend + "}}";

        assertThat(samples(read(summary, question)).answer(question))
                .isEqualTo(new Tally(trials, atLeast, atMost, unmeasured));
    }

    @Test
    void aMetricThatIsNotThereIsUnmeasured() throws Exception {
        var gap = question(null, Metric.INTER_TOKEN_LATENCY, 20);

        assertThat(samples(read("{'metrics': {" + REQUESTS + ", " + NO_FAILURES + "}}", gap))
                        .answer(gap))
                .isEqualTo(new Tally(0, 0, 0, 101));
    }

    @Test
    void readsOperationsFromTags() throws Exception {
        var chat = question("chat", Metric.DURATION, 800);
        var search = question("search, deep", Metric.DURATION, 800);
        var main = question("main", Metric.DURATION, 800);
        var vague = question("vague", Metric.DURATION, 800);
        var none = question("translate", Metric.DURATION, 800);
        var samples =
                samples(read("{'metrics': {" + REQUESTS + ", " + NO_FAILURES + """
                , 'http_reqs{name:chat}': {'count': 60}
                , 'http_req_failed{name:chat}': {'passes': 2, 'fails': 58}
                , 'http_req_duration{name:chat}': {'max': 700}
                , 'http_req_failed{ scenario: main }': {'passes': 1, 'fails': 19}
                , 'http_req_duration{scenario:main}': {'max': 900}
                , 'http_req_duration{name:vague}': {'max': 1}
                }}""", chat, search, main, vague, none));

        assertThat(samples.operations()).isEqualTo(Map.of("chat", new Samples.Count(60, 2)));
        assertThat(samples.answer(chat)).isEqualTo(new Tally(60, 2, 2, 0));
        assertThat(samples.answer(main)).isEqualTo(new Tally(20, 1, 20, 0));
        assertThat(samples.answer(vague)).isEqualTo(new Tally(0, 0, 0, 1));
        assertThat(samples.answer(none)).isEqualTo(Tally.NONE);
        assertThat(samples.answer(search)).isEqualTo(Tally.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'vus': {'value': 1}                                        | summary.json holds no requests | Let the load test send requests and run it to its end
            'http_reqs': {'count': 0}                                  | summary.json holds no requests | Let the load test send requests and run it to its end
            'grpc_req_duration': {'max': 1}                            | summary.json does not say how many requests there were | Add count to summaryTrendStats in the options of the k6 script
            'http_reqs': {'count': 5}                                  | summary.json does not say how many requests failed | Leave the response callback of k6 as it is, so that it counts http_req_failed
            'grpc_req_duration': {'max': 1, 'count': 5}                | summary.json does not say how many requests failed | Add a Rate named grpc_req_failed to the k6 script that is true for each request that fails
            """)
    void doubtsWhatTellsTooLittle(String metrics, String message, String mend) throws Exception {
        var reading = read("{'metrics': {" + metrics + "}}", WITHIN_800);

        assertThat(reading.doubt()).hasValueSatisfying(doubt -> {
            assertThat(doubt.reason()).isEqualTo(Reason.INCOMPLETE);
            assertThat(doubt.message()).isEqualTo(message);
            assertThat(doubt.mend()).isEqualTo(mend);
        });
        assertThat(samples(reading).answer(WITHIN_800))
                .satisfies(tally -> assertThat(tally.failuresAtMost() + tally.unmeasured())
                        .isEqualTo(tally.trials() + tally.unmeasured()));
    }

    @Test
    void readsGrpcWhenTheScriptCountsFailures() throws Exception {
        var reading = read(
                "{'metrics': {'grpc_req_duration': {'max': 1}, 'grpc_req_failed': {'passes': 1, 'fails': 9}}}",
                WITHIN_800);

        assertThat(reading.doubt()).isEmpty();
        assertThat(samples(reading).answer(WITHIN_800)).isEqualTo(Tally.exact(10, 1, 0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                                  | summary.json   | The file is empty
            {'metrics': {                                       | summary.json:1 | The file is cut off
            hello                                               | summary.json:1 | The file is not JSON
            {'metrics': {'vus': 1, 'vus': 2}}                   | summary.json:1 | The file is not JSON
            {'metrics': {}} {}                                  | summary.json:1:17 | Something follows the end of the summary
            {'metrics': []}                                     | summary.json   | The file holds no metrics of k6
            {'results': {'metrics': {}}}                        | summary.json   | The file holds no metrics of k6
            {'metrics': {'http_req_duration': {'p(95)': 9, 'max': 8}}} | summary.json | The percentiles of http_req_duration are negative or do not rise towards its maximum
            {'metrics': {'time_to_first_token{a:b}': {'min': -1}}} | summary.json | The percentiles of time_to_first_token are negative or do not rise towards its maximum
            {'metrics': {'http_reqs': {'count': 5}, 'http_req_failed': {'passes': 3, 'fails': 3}}} | summary.json | http_req_failed counts more requests than http_reqs
            {'metrics': {'http_reqs': {'count': -1}}}           | summary.json   | In http_reqs the number count is no count
            {'metrics': {'http_req_failed': {'passes': NaN, 'fails': 3}}} | summary.json | In http_req_failed the number passes is no count
            {'metrics': {'http_req_duration': {'max': 5, 'count': 1.5}}} | summary.json | In http_req_duration the number count is no count
            """)
    void refusesWhatIsNoSummary(String text, String place, String message) {
        assertThatThrownBy(() -> read(text, WITHIN_800)).isInstanceOfSatisfying(UnreadableException.class, e -> {
            assertThat(e).hasMessage(message);
            assertThat(e.place()).hasToString(place);
            assertThat(e.absence().mend())
                    .isEqualTo("Let k6 run to its end and name the summary that it wrote, unchanged");
        });
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        var large = new Source() {
            @Override
            public String name() {
                return "summary.json";
            }

            @Override
            public long size() {
                return (16 << 20) + 1;
            }

            @Override
            public InputStream open() {
                throw new AssertionError("not to be opened");
            }
        };
        assertThatThrownBy(() -> new K6SummaryReader().read(large, Set.of()))
                .isInstanceOf(UnreadableException.class)
                .hasMessage("The file is larger than 16 MiB, which no summary of k6 is");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{'metrics': {}}",
                "{'metrics': {'accuracy': 1}}",
                "{'results': {'metrics': []}}",
                "{'root_grou"
            })
    void doesNotRecogniseOtherDocuments(String text) {
        assertThat(new K6SummaryReader().recognises(bytes(text))).isFalse();
    }

    private static Question question(String operation, Metric metric, long millis) {
        return new Question(Optional.ofNullable(operation), metric, Duration.ofMillis(millis));
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static Reading read(String text, Question... questions) throws Exception {
        return new K6SummaryReader().read(Source.of("summary.json", bytes(text)), Set.of(questions));
    }

    private static Samples samples(Reading reading) {
        return (Samples) reading.measurement();
    }
}
