package io.github.genaigate.evidence.lineage;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.evidence.JsonCursor;
import io.github.genaigate.evidence.JsonHead;
import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Source;
import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Lineage;
import io.github.genaigate.model.Lineage.Dataset;
import io.github.genaigate.model.Lineage.Run;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.QualityCheck;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Shape;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads OpenLineage events: one, a list of them, or one after the other. */
public final class OpenLineageReader implements EvidenceReader {

    private static final int MOST_RUNS = 1_000_000;
    private static final int MOST_CHECKS = 1_000_000;
    private static final Set<String> NOT_NEEDED = Set.of("facets", "outputFacets");

    @Override
    public String format() {
        return "openlineage";
    }

    @Override
    public String purpose() {
        return "OpenLineage events as JSON, a list or lines, as the file and console transports of its clients write them.";
    }

    @Override
    public Shape<?> shape() {
        return Shape.LINEAGE;
    }

    @Override
    public boolean recognises(byte[] head) {
        var json = JsonHead.of(head);
        boolean timed = json.has("eventTime") && (json.has("producer") || json.has("eventType"));
        boolean named = json.has("run.runId") && json.has("job.namespace");
        return json.text("schemaURL").contains("openlineage.io/spec/")
                || named
                || (timed && (json.has("run") || json.has("job") || json.has("dataset")));
    }

    @Override
    public Reading read(Source source, Set<Question> questions) throws UnreadableException, IOException {
        return JsonCursor.read(source, json -> new Log(Place.of(source.name())).read(json));
    }

    private static final class Log {

        private final Place file;
        private final SortedMap<String, RunHistory> runs = new TreeMap<>();
        private final SortedSet<Dataset> mentioned = new TreeSet<>();
        private final List<QualityCheck> checks = new ArrayList<>();
        private final List<Place> withoutRunId = new ArrayList<>();
        private final List<Place> withoutName = new ArrayList<>();
        private @Nullable Instant latest;
        private boolean any;

        Log(Place file) {
            this.file = file;
        }

        Reading read(JsonCursor json) throws UnreadableException, IOException {
            do {
                if (json.isArray()) {
                    json.items(() -> event(json));
                } else {
                    event(json);
                }
            } while (json.next());
            List<Run> all = new ArrayList<>();
            runs.forEach((id, history) -> all.add(history.run(id)));
            var reading = Reading.complete(
                    new Lineage(all, mentioned, checks), Assurance.MEASURED, Optional.ofNullable(latest));
            return doubt().map(reading::doubtedFor).orElse(reading);
        }

        private void event(JsonCursor json) throws UnreadableException, IOException {
            Place place = json.place();
            var value = json.valueWithout(NOT_NEEDED);
            var event = LineageEvent.of(value, place)
                    .orElseThrow(() -> new UnreadableException(
                            place,
                            "This is not an OpenLineage event: it is about no run, no job and no dataset",
                            "Give the events as the OpenLineage client wrote them"));
            if (value.toString().contains("${json-unit")) {
                throw new UnreadableException(
                        place,
                        "This is a template for comparing events, not an event: it holds ${json-unit…}",
                        "Give the events as the OpenLineage client wrote them");
            }
            checks.addAll(LineageChecks.of(value));
            if (checks.size() > MOST_CHECKS) {
                throw new UnreadableException(
                        place,
                        "The file holds more than " + MOST_CHECKS + " results of checks",
                        "Give the events of fewer runs");
            }
            add(event);
        }

        private void add(LineageEvent event) throws UnreadableException {
            any = true;
            event.at().filter(at -> latest == null || at.isAfter(latest)).ifPresent(at -> latest = at);
            mentioned.addAll(event.mentioned());
            if (event.nameless() > 0) {
                withoutName.add(event.place());
            }
            if (event.kind() == LineageEvent.Kind.RUN && event.runId().isPresent()) {
                runs.computeIfAbsent(event.runId().get(), id -> new RunHistory(event))
                        .add(event);
                if (runs.size() > MOST_RUNS) {
                    throw new UnreadableException(
                            event.place(),
                            "The file holds events of more than " + MOST_RUNS + " runs",
                            "Give the events of fewer runs");
                }
                return;
            }
            if (event.kind() == LineageEvent.Kind.RUN) {
                withoutRunId.add(event.place());
            }
            mentioned.addAll(event.inputs());
            mentioned.addAll(event.outputs());
        }

        private Optional<Absence> doubt() {
            if (!any) {
                return Optional.of(Absence.of(
                        Reason.INCOMPLETE,
                        "The file holds no event",
                        "Let the OpenLineage client write its events into this file",
                        file));
            }
            if (!withoutRunId.isEmpty()) {
                return doubt(withoutRunId, "without run.runId, so that no run can be told from it");
            }
            return withoutName.isEmpty()
                    ? Optional.empty()
                    : doubt(withoutName, "with a dataset that lacks namespace or name");
        }

        private Optional<Absence> doubt(List<Place> places, String trait) {
            int more = places.size() - 1;
            String message = "The file holds an event " + trait + ", at line "
                    + places.get(0).line()
                    + (more == 0 ? "" : " and at " + more + (more == 1 ? " other place" : " other places"));
            return Optional.of(new Absence(
                    Reason.INCOMPLETE,
                    message,
                    "Mend what writes the event, and let it run again",
                    places.subList(0, Math.min(places.size(), 5))));
        }
    }
}
