package io.github.genaigate.evidence.serving;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.evidence.Excerpt;
import io.github.genaigate.evidence.JsonCursor;
import io.github.genaigate.evidence.JsonHead;
import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Source;
import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.input.Json.Value;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Metric;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Samples;
import io.github.genaigate.model.Shape;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the requests that NVIDIA AIPerf records one a line. Those of its warm-up are left out. */
public final class AiperfRecordsReader implements EvidenceReader {

    private static final String AS_WRITTEN = "Give profile_export.jsonl as AIPerf wrote it";
    private static final Set<String> NEEDED = Set.of("metadata", "metrics", "error");

    @Override
    public String format() {
        return "aiperf-records";
    }

    @Override
    public String purpose() {
        return "The single requests of an AIPerf run, profile_export.jsonl, which aiperf profile writes.";
    }

    @Override
    public Shape<Samples> shape() {
        return Shape.SAMPLES;
    }

    @Override
    public boolean recognises(byte[] head) {
        var json = JsonHead.of(head);
        return json.has("metadata.request_start_ns") && json.has("metadata.benchmark_phase");
    }

    @Override
    public Reading read(Source source, Set<Question> questions) throws UnreadableException, IOException {
        var file = Place.of(source.name());
        return JsonCursor.read(source, json -> {
            var log = new RequestLog(file, questions);
            do {
                Place line = json.place();
                add(json.valueWith(NEEDED), line, log);
            } while (json.next());
            var samples = log.samples();
            var reading = Reading.complete(samples, Assurance.MEASURED, samples.first());
            return log.requests() > 0
                    ? reading
                    : reading.doubtedFor(Absence.of(
                            Reason.INCOMPLETE,
                            source.name() + " holds no requests after the warm-up",
                            "Run AIPerf to its end",
                            file));
        });
    }

    private static void add(Value line, Place place, RequestLog log) throws UnreadableException {
        var metadata = line.get("metadata");
        var began = metadata.get("request_start_ns").integer().filter(nanos -> nanos > 0);
        if (began.isEmpty() || !line.get("metrics").isObject()) {
            throw new UnreadableException(place, "This is not a request that AIPerf recorded", AS_WRITTEN);
        }
        if (metadata.get("benchmark_phase").text().filter("warmup"::equals).isPresent()) {
            return;
        }
        boolean failed = !line.get("error").isNothing()
                || metadata.get("was_cancelled").flag().orElse(false);
        var metrics = line.get("metrics");
        log.add(new ServedRequest(
                "requests",
                failed,
                Optional.of(Instant.ofEpochSecond(0, began.get())),
                took(metrics, place),
                new ServedRequest.Tokens(
                        "", tokens(metrics, "input_sequence_length"), tokens(metrics, "output_sequence_length"), 0)));
    }

    private static Map<Metric, Duration> took(Value metrics, Place place) throws UnreadableException {
        var took = new EnumMap<Metric, Duration>(Metric.class);
        for (var metric : Metric.values()) {
            String name = AiperfSummary.names(metric).get(0);
            var measured = metrics.get(name);
            if (measured.isObject()) {
                String word = measured.get("unit").text().orElse("");
                var unit = AiperfSummary.unit(word)
                        .orElseThrow(() -> new UnreadableException(
                                place,
                                "The unit of " + name + " is \"" + Excerpt.of(word)
                                        + "\"; ns, us, ms and sec are known",
                                AS_WRITTEN));
                ServedRequest.time(measured.get("value"), unit).ifPresent(time -> took.put(metric, time));
            }
        }
        return took;
    }

    private static Optional<Long> tokens(Value metrics, String name) {
        return ServingSummary.count(metrics.at(name, "value"));
    }
}
