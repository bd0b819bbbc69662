package io.github.genaigate.evidence.serving;

import static io.github.genaigate.evidence.serving.Asking.json;
import static io.github.genaigate.evidence.serving.Asking.own;
import static io.github.genaigate.evidence.serving.Asking.read;
import static io.github.genaigate.evidence.serving.Asking.samples;
import static io.github.genaigate.evidence.serving.Asking.within;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.evidence.Readings;
import io.github.genaigate.evidence.Source;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Metric;
import io.github.genaigate.model.Samples;
import io.github.genaigate.model.Tally;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpTracesReaderTest {

    private static final OtlpTracesReader READER = new OtlpTracesReader();
    private static final String OWN = own("otlp-traces/traces.ndjson");
    private static final String TIMES = "'startTimeUnixNano': '1000000000', 'endTimeUnixNano': '1500000000'";

    private static Source export(String... spans) {
        return json("{'resourceSpans': [{'scopeSpans': [{'spans': [" + String.join(", ", spans) + "]}]}]}");
    }

    private static String span(String id, String parent, String kind, String... attributes) {
        var list = new StringBuilder();
        for (String attribute : attributes) {
            String[] pair = attribute.split("=", 2);
            list.append(list.length() == 0 ? "" : ", ")
                    .append("{'key': '%s', 'value': {'stringValue': '%s'}}".formatted(pair[0], pair[1]));
        }
        return "{'traceId': 't', 'spanId': '%s', 'parentSpanId': '%s', 'name': 'n', 'kind': %s, %s, 'attributes': [%s]}"
                .formatted(id, parent, kind, TIMES, list);
    }

    private static String chat(String id, String parent) {
        return span(id, parent, "3", "gen_ai.operation.name=chat", "gen_ai.request.model=m");
    }

    /** Two chats of 700 and 600 ms under an agent, a chat that failed, and embeddings of 40 ms. */
    @Test
    void countsTheInnermostCalls() {
        var all = within(Metric.DURATION, "650");
        var chat = within("chat", Metric.DURATION, "700");
        var agent = within("invoke_agent", Metric.DURATION, "5000");
        var reading = read(READER, json(OWN), all, chat, agent);
        var samples = (Samples) reading.measurement();

        assertThat(reading.doubt()).isEmpty();
        assertThat(reading.assurance()).isEqualTo(Assurance.MEASURED);
        assertThat(reading.takenAt()).contains(Instant.parse("2026-11-20T08:00:00.010Z"));
        assertThat(samples.answer(all)).isEqualTo(Tally.exact(4, 2, 0));
        assertThat(samples.answer(chat)).isEqualTo(Tally.exact(3, 1, 0));
        assertThat(samples.answer(agent)).isEqualTo(Tally.NONE);
        assertThat(samples.operations())
                .isEqualTo(Map.of("chat", new Samples.Count(3, 1), "embeddings", new Samples.Count(1, 0)));
        assertThat(samples.isTimed()).isTrue();
        assertThat(samples.runs())
                .singleElement()
                .satisfies(load -> assertThat(load.requests()).isEqualTo(4));
    }

    /** One chat tells its first chunk after 200 of 700 ms and has 11 tokens: a mean gap of 50 ms. */
    @Test
    void whatASpanDoesNotTellIsUnmeasured() {
        var first = within("chat", Metric.TIME_TO_FIRST_TOKEN, "200");
        var gap = within("chat", Metric.INTER_TOKEN_LATENCY, "50");
        var samples = samples(READER, json(OWN), first, gap);

        assertThat(samples.answer(first)).isEqualTo(Tally.exact(2, 1, 1));
        assertThat(samples.answer(gap)).isEqualTo(Tally.exact(2, 1, 1));
    }

    @Test
    void tellsTheTokensOfEachModelThatAnswered() {
        assertThat(samples(READER, json(OWN)).usage()).hasValueSatisfying(usage -> {
            assertThat(usage.models()).containsOnlyKeys("gpt-4o-2024-08-06", "small");
            var chat = usage.models().get("gpt-4o-2024-08-06");
            assertThat(chat.input().sum()).isEqualByComparingTo("500");
            assertThat(chat.output().sum()).isEqualByComparingTo("12");
            assertThat(chat.cached().sum()).isEqualByComparingTo("128");
            var embeddings = usage.models().get("small");
            assertThat(embeddings.input().sum()).isEqualByComparingTo("7");
            assertThat(embeddings.output().count()).isZero();
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a chat by number                   | 3                  | gen_ai.operation.name=chat                        | 1
            a chat by word                     | 'SPAN_KIND_CLIENT' | gen_ai.operation.name=chat                        | 1
            a chat inside of the process       | 1                  | gen_ai.operation.name=chat                        | 1
            a chat that tells no kind          | null               | gen_ai.operation.name=chat                        | 1
            the other side of a chat           | 2                  | gen_ai.operation.name=chat                        | 0
            the same by word                   | 'SPAN_KIND_SERVER' | gen_ai.operation.name=chat                        | 0
            an agent that traces no model      | 1                  | gen_ai.operation.name=invoke_agent                | 1
            a tool                             | 1                  | gen_ai.operation.name=execute_tool                | 0
            a tool elsewhere                   | 3                  | gen_ai.operation.name=execute_tool                | 0
            an operation of a vendor           | 3                  | gen_ai.operation.name=rerank                      | 1
            a step of a framework              | 1                  | gen_ai.operation.name=plan                        | 0
            before operations had names        | 3                  | gen_ai.request.model=m                            | 1
            the same inside of the process     | 1                  | gen_ai.request.model=m                            | 0
            something else                     | 3                  | http.request.method=POST                          | 0
            """)
    void tellsCallsOfModelsFromOthers(String what, String kind, String attribute, long requests) {
        var source = export(span("a", "", kind, attribute), chat("b", ""));

        assertThat(samples(READER, source).operations().values().stream()
                        .mapToLong(Samples.Count::requests)
                        .sum())
                .isEqualTo(1 + requests);
    }

    /** A framework's chat around the client library's, with a span of neither between them, in any order. */
    @Test
    void aCallWithinACallIsOneRequest() {
        var question = within("chat", Metric.DURATION, "1000");
        var between = span("b", "a", "1", "x=y");

        assertThat(samples(READER, export(chat("c", "b"), between, chat("a", "")), question)
                        .answer(question))
                .isEqualTo(Tally.exact(1, 0, 0));
        assertThat(samples(READER, export(chat("a", ""), chat("c", "b"), chat("d", "b"), between), question)
                        .answer(question))
                .isEqualTo(Tally.exact(2, 0, 0));
        assertThat(samples(READER, export(chat("a", "elsewhere"), chat("c", "elsewhere")), question)
                        .answer(question))
                .isEqualTo(Tally.exact(2, 0, 0));
    }

    @Test
    void aSpanThatWasSentTwiceCountsOnce() {
        var question = within(Metric.DURATION, "1000");

        assertThat(samples(READER, export(chat("a", ""), chat("a", "")), question)
                        .answer(question))
                .isEqualTo(Tally.exact(1, 0, 0));
        assertThat(Readings.refusal(READER, export(chat("a", ""), chat("a", "b"))))
                .endsWith("Two different spans have the id t/a; Give the file as an OTLP exporter wrote it, in JSON");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'status': {'code': 2}",
                "'status': {'code': 'STATUS_CODE_ERROR'}",
                "'status': {'code': 1}, 'error': 'error.type'"
            })
    void anErrorIsAFailure(String status) {
        var question = within(Metric.DURATION, "1000");
        var span = status.contains("error.type")
                ? span("a", "", "3", "gen_ai.operation.name=chat", "error.type=timeout")
                : chat("a", "").replace("'kind'", status + ", 'kind'");

        assertThat(samples(READER, export(span), question).answer(question)).isEqualTo(Tally.exact(1, 1, 0));
    }

    @Test
    void zeroIsNotFast() {
        var question = within(Metric.DURATION, "1000");
        var span = chat("a", "").replace("1500000000", "1000000000");

        assertThat(samples(READER, export(span), question).answer(question)).isEqualTo(Tally.exact(0, 0, 1));
    }

    @Test
    void refusesMoreThanItKeeps() {
        assertThat(Readings.refusal(new OtlpTracesReader(2), export(chat("a", ""), chat("b", ""), chat("c", ""))))
                .endsWith("The file holds more than 2 spans; Export a shorter time");
        var named = IntStream.rangeClosed(0, 10_000)
                .mapToObj(i -> span("s" + i, "", "3", "gen_ai.operation.name=o" + i))
                .toArray(String[]::new);
        assertThat(Readings.refusal(READER, export(named)))
                .isEqualTo(
                        "UNREADABLE: run.json: The file holds more than 10000 operations or models; Give operations names"
                                + " without anything that differs from request to request");
    }

    @Test
    void timesThatAFileMakesUpDoNoHarm() {
        var question = within(Metric.DURATION, "1000");
        var spans = IntStream.range(0, 2_000)
                .mapToObj(i -> chat("s" + i, "").replace("1500000000", "8000000000000000000"))
                .toArray(String[]::new);

        assertThat(samples(READER, export(spans), question).answer(question)).isEqualTo(Tally.exact(2_000, 2_000, 0));
    }

    @Test
    void readsListsOtherSignalsAndTheOldNameOfScopes() {
        var question = within(Metric.DURATION, "1000");
        var source = json(
                "[{'resourceLogs': []}, {'resourceSpans': [{'resource': {}, 'instrumentationLibrarySpans': [{'spans': ["
                        + chat("a", "").replace("'1000000000'", "1000000000") + "]}]}]}]");

        assertThat(samples(READER, source, question).answer(question)).isEqualTo(Tally.exact(1, 0, 0));
    }

    @Test
    void tracesWithoutACallProveNothing() {
        assertThat(Readings.doubt(read(READER, export(span("a", "", "2", "x=y")))))
                .isEqualTo(
                        "INCOMPLETE: run.json: run.json holds no call of a model among its 1 spans; Trace the client of"
                                + " the model by OpenTelemetry's conventions for GenAI (gen_ai attributes)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'spanId': 'a'   | 'spanId': ''    | A span has no traceId or no spanId
            'traceId': 't'  | 'trace': 't'    | A span has no traceId or no spanId
            '1000000000'    | '0'             | A span has no startTimeUnixNano
            '1500000000'    | 'x'             | A span has no endTimeUnixNano
            '1500000000'    | '9000000000000000000' | A span has no endTimeUnixNano
            '1500000000'    | '999999999'     | A span ends before it starts
            """)
    void refusesBrokenSpans(String whole, String broken, String refusal) {
        assertThat(Readings.refusal(READER, export(chat("a", "").replace(whole, broken))))
                .isEqualTo("UNREADABLE: run.json:1:47: " + refusal
                        + "; Give the file as an OTLP exporter wrote it, in JSON");
    }

    @Test
    void refusesWhatIsNoExportAndSpansThatHoldOneAnother() {
        assertThat(Readings.refusal(READER, json("{'trace_id': 't', 'start_time': 5}")))
                .isEqualTo(
                        "UNREADABLE: run.json:1:1: This is not an export of OTLP: it has no resourceSpans; Give the file"
                                + " as an OTLP exporter wrote it, in JSON");
        assertThat(Readings.refusal(READER, export(chat("a", "b"), chat("b", "a"))))
                .isEqualTo(
                        "UNREADABLE: run.json: The spans of trace t/a hold one another without end; Give the file as an"
                                + " OTLP exporter wrote it, in JSON");
    }
}
