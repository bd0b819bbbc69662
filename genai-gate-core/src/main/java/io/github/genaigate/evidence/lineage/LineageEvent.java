package io.github.genaigate.evidence.lineage;

import io.github.genaigate.evidence.Timestamps;
import io.github.genaigate.input.Json.Value;
import io.github.genaigate.model.Lineage.Dataset;
import io.github.genaigate.model.Lineage.State;
import io.github.genaigate.model.Place;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One OpenLineage event without its facets.
 *
 * @param kind what it is about
 * @param runId the run, when it names one
 * @param job namespace and name of the job, when it names one
 * @param state what it says about the run
 * @param at its time, when the event says the zone
 * @param order its time, the zone presumed where it says none
 * @param inputs the datasets read
 * @param outputs the datasets written
 * @param mentioned the dataset that an event without a run is about
 * @param nameless how many datasets lack namespace or name
 * @param place where it begins
 */
record LineageEvent(
        Kind kind,
        Optional<String> runId,
        Optional<String> job,
        State state,
        Optional<Instant> at,
        Instant order,
        SortedSet<Dataset> inputs,
        SortedSet<Dataset> outputs,
        SortedSet<Dataset> mentioned,
        long nameless,
        Place place) {

    /** What an event is about. */
    enum Kind {
        RUN,
        JOB,
        DATASET
    }

    /** The event; empty when the value is none. */
    static Optional<LineageEvent> of(Value event, Place place) {
        return kind(event).map(kind -> {
            Optional<String> time = event.get("eventTime").text();
            return new LineageEvent(
                    kind,
                    event.at("run", "runId").text().filter(id -> !id.isBlank()),
                    named(event.get("job")).map(Dataset::toString),
                    state(event),
                    time.flatMap(Timestamps::zoned),
                    time.flatMap(Timestamps::presumed).orElse(state(event) == State.FAILED ? Instant.MAX : Instant.MIN),
                    datasets(event.get("inputs").items().stream()),
                    datasets(event.get("outputs").items().stream()),
                    datasets(Stream.of(event.get("dataset"))),
                    nameless(event),
                    place);
        });
    }

    private static Optional<Kind> kind(Value event) {
        String schema = event.get("schemaURL").text().orElse("");
        if (schema.endsWith("/RunEvent") || event.has("run")) {
            return Optional.of(Kind.RUN);
        }
        if (schema.endsWith("/DatasetEvent") || event.get("dataset").isObject()) {
            return Optional.of(Kind.DATASET);
        }
        return schema.endsWith("/JobEvent") || event.get("job").isObject() ? Optional.of(Kind.JOB) : Optional.empty();
    }

    private static State state(Value event) {
        return switch (event.get("eventType").text().orElse("").toUpperCase(Locale.ROOT)) {
            case "COMPLETE" -> State.SUCCEEDED;
            case "ABORT", "FAIL" -> State.FAILED;
            default -> State.RUNNING;
        };
    }

    private static SortedSet<Dataset> datasets(Stream<Value> values) {
        var datasets = new TreeSet<Dataset>();
        values.flatMap(value -> named(value).stream()).forEach(datasets::add);
        return datasets;
    }

    private static Optional<Dataset> named(Value value) {
        return value.get("namespace")
                .text()
                .flatMap(namespace -> value.get("name").text().map(name -> new Dataset(namespace, name)));
    }

    private static long nameless(Value event) {
        return Stream.concat(
                        event.has("dataset") ? Stream.of(event.get("dataset")) : Stream.empty(),
                        Stream.concat(event.get("inputs").items().stream(), event.get("outputs").items().stream()))
                .filter(dataset -> named(dataset).isEmpty())
                .count();
    }
}
