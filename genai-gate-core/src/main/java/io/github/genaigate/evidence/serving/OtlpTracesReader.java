package io.github.genaigate.evidence.serving;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.evidence.JsonCursor;
import io.github.genaigate.evidence.JsonHead;
import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Source;
import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Samples;
import io.github.genaigate.model.Shape;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the calls of models from OpenTelemetry traces in OTLP's JSON form: one export, a list of them, or one after the
 * other as the Collector's file exporter writes them.
 *
 * <p>A call within a call is one request, not two: an agent's span holds those of its chats, a framework's chat that of the
 * client library below it. Only the innermost count, which are the ones that went out.
 */
public final class OtlpTracesReader implements EvidenceReader {

    private static final int MOST_SPANS = 1_000_000;
    private static final String AS_WRITTEN = "Give the file as an OTLP exporter wrote it, in JSON";
    private static final Set<String> OTHER_SIGNALS = Set.of("resourceMetrics", "resourceLogs", "resourceProfiles");

    private final int mostSpans;

    public OtlpTracesReader() {
        this(MOST_SPANS);
    }

    /** A reader that refuses files of more spans. */
    OtlpTracesReader(int mostSpans) {
        this.mostSpans = mostSpans;
    }

    @Override
    public String format() {
        return "otlp-traces";
    }

    @Override
    public String purpose() {
        return "OpenTelemetry traces with gen_ai attributes in OTLP JSON, as the Collector's file exporter writes them.";
    }

    @Override
    public Shape<Samples> shape() {
        return Shape.SAMPLES;
    }

    @Override
    public boolean recognises(byte[] head) {
        return JsonHead.of(head).has("resourceSpans");
    }

    @Override
    public Reading read(Source source, Set<Question> questions) throws UnreadableException, IOException {
        return JsonCursor.read(source, json -> new Log(Place.of(source.name()), mostSpans, questions).read(json));
    }

    private static final class Log {

        private final Place file;
        private final int mostSpans;
        private final RequestLog requests;
        /** The parent of every span, empty text where there is none: a call's parent need not be a call. */
        private final Map<OtlpSpan.Id, String> parents = new HashMap<>();

        private final Map<OtlpSpan.Id, ServedRequest> calls = new LinkedHashMap<>();

        Log(Place file, int mostSpans, Set<Question> questions) {
            this.file = file;
            this.mostSpans = mostSpans;
            this.requests = new RequestLog(file, questions);
        }

        Reading read(JsonCursor json) throws UnreadableException, IOException {
            do {
                if (json.isArray()) {
                    json.items(() -> export(json));
                } else {
                    export(json);
                }
            } while (json.next());
            var around = around();
            for (var call : calls.entrySet()) {
                if (!around.contains(call.getKey())) {
                    requests.add(call.getValue());
                }
            }
            var samples = requests.samples();
            var reading = Reading.complete(samples, Assurance.MEASURED, samples.first());
            return requests.requests() > 0
                    ? reading
                    : reading.doubtedFor(Absence.of(
                            Reason.INCOMPLETE,
                            file.file() + " holds no call of a model among its " + parents.size() + " spans",
                            "Trace the client of the model by OpenTelemetry's conventions for GenAI (gen_ai attributes)",
                            file));
        }

        private void export(JsonCursor json) throws UnreadableException, IOException {
            var place = json.place();
            var known = new boolean[1];
            json.members(key -> {
                if (key.equals("resourceSpans")) {
                    known[0] = true;
                    json.items(() -> json.members(inner -> resource(inner, json)));
                } else if (OTHER_SIGNALS.contains(key)) {
                    known[0] = true;
                }
            });
            if (!known[0]) {
                throw new UnreadableException(
                        place, "This is not an export of OTLP: it has no resourceSpans", AS_WRITTEN);
            }
        }

        private void resource(String key, JsonCursor json) throws UnreadableException, IOException {
            if (key.equals("scopeSpans") || key.equals("instrumentationLibrarySpans")) {
                json.items(() -> json.members(inner -> {
                    if (inner.equals("spans")) {
                        json.items(() -> span(json));
                    }
                }));
            }
        }

        private void span(JsonCursor json) throws UnreadableException, IOException {
            var place = json.place();
            if (parents.size() == mostSpans) {
                throw json.unreadable("The file holds more than " + mostSpans + " spans", "Export a shorter time");
            }
            var span = OtlpSpan.of(json.valueWith(OtlpSpan.NEEDED), place);
            var call = span.call();
            var before = parents.putIfAbsent(span.id(), span.parent());
            if (before == null) {
                call.ifPresent(request -> calls.put(span.id(), request));
            } else if (!before.equals(span.parent()) || !call.equals(Optional.ofNullable(calls.get(span.id())))) {
                throw new UnreadableException(
                        place, "Two different spans have the id " + span.id().brief(), AS_WRITTEN);
            }
        }

        /** The calls that hold another call, directly or through other spans. */
        private Set<OtlpSpan.Id> around() throws UnreadableException {
            var seen = new HashSet<OtlpSpan.Id>();
            var around = new HashSet<OtlpSpan.Id>();
            for (var id : calls.keySet()) {
                var above = id;
                for (var parent = parents.get(above);
                        parent != null && !parent.isEmpty();
                        parent = parents.get(above)) {
                    above = new OtlpSpan.Id(above.trace(), parent);
                    if (above.equals(id)) {
                        throw new UnreadableException(
                                file, "The spans of trace " + id.brief() + " hold one another without end", AS_WRITTEN);
                    }
                    if (calls.containsKey(above)) {
                        around.add(above);
                    }
                    if (!seen.add(above)) {
                        break;
                    }
                }
            }
            return around;
        }
    }
}
