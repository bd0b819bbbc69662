package io.github.genaigate.evidence.serving;

import io.github.genaigate.evidence.Excerpt;
import io.github.genaigate.evidence.PublishedQuantiles.Unit;
import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.input.Json.Value;
import io.github.genaigate.model.Metric;
import io.github.genaigate.model.Place;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A span of OpenTelemetry, read by the conventions for generative AI of today and by those up to 1.36.
 *
 * @param id of the span
 * @param parent the id of the span above it in the same trace; empty text when there is none
 * @param name of the span
 * @param isOfClient whether it says that it is the client's side of a call
 * @param isOfServer whether it is the other side of a call, or no call
 * @param failed whether it ended in an error
 * @param began when
 * @param took how long
 * @param attributes by their keys
 */
record OtlpSpan(
        Id id,
        String parent,
        String name,
        boolean isOfClient,
        boolean isOfServer,
        boolean failed,
        Instant began,
        Duration took,
        Map<String, Value> attributes) {

    static final Set<String> NEEDED = Set.of(
            "traceId",
            "spanId",
            "parentSpanId",
            "name",
            "kind",
            "startTimeUnixNano",
            "endTimeUnixNano",
            "attributes",
            "status");

    private static final String AS_WRITTEN = "Give the file as an OTLP exporter wrote it, in JSON";
    /** In the year 2223: differences and small sums still fit. */
    private static final long LATEST_NANOS = 8_000_000_000_000_000_000L;
    /** What calls a model, or an agent that calls it. Other operations, such as a tool's, are no requests to a model. */
    private static final Set<String> CALLS =
            Set.of("chat", "text_completion", "generate_content", "embeddings", "invoke_agent");

    private static final Set<String> NO_CALLS = Set.of("execute_tool", "create_agent", "invoke_workflow", "retrieval");

    OtlpSpan {
        attributes = Map.copyOf(attributes);
    }

    /** A span's id is unique within its trace. */
    record Id(String trace, String span) {

        String brief() {
            return Excerpt.of(trace + "/" + span);
        }
    }

    static OtlpSpan of(Value span, Place place) throws UnreadableException {
        var trace = span.get("traceId").text().orElse("");
        var id = span.get("spanId").text().orElse("");
        if (trace.isBlank() || id.isBlank()) {
            throw new UnreadableException(place, "A span has no traceId or no spanId", AS_WRITTEN);
        }
        long start = nanos(span, "startTimeUnixNano", place);
        long end = nanos(span, "endTimeUnixNano", place);
        if (end < start) {
            throw new UnreadableException(place, "A span ends before it starts", AS_WRITTEN);
        }
        var attributes = new HashMap<String, Value>();
        for (Value attribute : span.get("attributes").items()) {
            attribute.get("key").text().ifPresent(key -> attributes.put(key, attribute.get("value")));
        }
        String kind = word(span.get("kind"));
        String code = word(span.at("status", "code"));
        return new OtlpSpan(
                new Id(trace, id),
                span.get("parentSpanId").text().orElse(""),
                span.get("name").text().orElse(""),
                kind.equals("3") || kind.equals("SPAN_KIND_CLIENT"),
                kind.matches("[245]|SPAN_KIND_(SERVER|PRODUCER|CONSUMER)"),
                code.equals("2") || code.equals("STATUS_CODE_ERROR") || attributes.containsKey("error.type"),
                Instant.ofEpochSecond(0, start),
                Duration.ofNanos(end - start),
                attributes);
    }

    private static String word(Value value) {
        return value.text().or(() -> value.integer().map(String::valueOf)).orElse("");
    }

    private static long nanos(Value span, String key, Place place) throws UnreadableException {
        return whole(span.get(key))
                .filter(nanos -> nanos > 0 && nanos <= LATEST_NANOS)
                .orElseThrow(() -> new UnreadableException(place, "A span has no " + key, AS_WRITTEN));
    }

    /** OTLP writes whole numbers of 64 bits as text; some exporters write them as numbers. */
    private static Optional<Long> whole(Value value) {
        return value.integer()
                .or(() -> value.text()
                        .filter(text -> text.matches("[0-9]{1,18}|[1-8][0-9]{18}"))
                        .map(Long::valueOf));
    }

    /** The request that it stands for, when it is the client's side of a call of a model. */
    Optional<ServedRequest> call() {
        var operation = text("gen_ai.operation.name").filter(name -> !name.isBlank());
        boolean isCall = operation
                .map(name -> CALLS.contains(name) || (isOfClient && !NO_CALLS.contains(name)))
                .orElse(isOfClient && text("gen_ai.request.model").isPresent());
        return isCall && !isOfServer
                ? Optional.of(new ServedRequest(operation.orElse(name), failed, Optional.of(began), times(), tokens()))
                : Optional.empty();
    }

    private Map<Metric, Duration> times() {
        var times = new EnumMap<Metric, Duration>(Metric.class);
        times.put(Metric.DURATION, took);
        firstToken().ifPresent(first -> {
            times.put(Metric.TIME_TO_FIRST_TOKEN, first);
            ServedRequest.meanGap(took.minus(first), tokens().output())
                    .ifPresent(gap -> times.put(Metric.INTER_TOKEN_LATENCY, gap));
        });
        return times;
    }

    private Optional<Duration> firstToken() {
        return Optional.ofNullable(attributes.get("gen_ai.response.time_to_first_chunk"))
                .flatMap(value -> Stream.of("doubleValue", "intValue")
                        .map(value::get)
                        .filter(number -> !number.isNothing())
                        .findFirst())
                .flatMap(number -> number.number()
                        .or(() -> whole(number).map(BigDecimal::valueOf))
                        .flatMap(seconds -> ServedRequest.time(seconds, Unit.SECONDS)));
    }

    private ServedRequest.Tokens tokens() {
        return new ServedRequest.Tokens(
                text("gen_ai.response.model")
                        .or(() -> text("gen_ai.request.model"))
                        .orElse(""),
                count("gen_ai.usage.input_tokens").or(() -> count("gen_ai.usage.prompt_tokens")),
                count("gen_ai.usage.output_tokens").or(() -> count("gen_ai.usage.completion_tokens")),
                count("gen_ai.usage.cache_read.input_tokens").orElse(0L));
    }

    private Optional<String> text(String key) {
        return Optional.ofNullable(attributes.get(key))
                .flatMap(value -> value.get("stringValue").text());
    }

    private Optional<Long> count(String key) {
        return Optional.ofNullable(attributes.get(key))
                .flatMap(value -> whole(value.get("intValue"))
                        .or(() -> value.get("doubleValue").integer()))
                .filter(count -> count >= 0 && count <= 1L << 53);
    }
}
