package io.github.genaigate.evidence.evaluation;

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
import io.github.genaigate.model.Figures;
import io.github.genaigate.model.Figures.Figure;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Shape;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads the results of lm-evaluation-harness: each metric of each task as a figure {@code task/metric}, with the filter
 * behind a comma where there is one. A group has no number of samples of its own, and its figures come without.
 */
public final class LmEvalReader implements EvidenceReader {

    /** The year 10000, in seconds since 1970. */
    private static final BigDecimal LAST = BigDecimal.valueOf(253_402_300_800L);

    private static final String WHOLE = "Run the evaluation without --limit, and give the file that it writes";

    @Override
    public String format() {
        return "lm-eval";
    }

    @Override
    public String purpose() {
        return "Results of lm-evaluation-harness, written by lm_eval with --output_path.";
    }

    @Override
    public Shape<?> shape() {
        return Shape.FIGURES;
    }

    @Override
    public boolean recognises(byte[] head) {
        // Every metric has its standard error beside it, at least as N/A.
        return JsonHead.of(head).hasLike("results\\.[^\\[\\]]+_stderr(,[^,]+)?");
    }

    @Override
    public Reading read(Source source, Set<Question> questions) throws UnreadableException, IOException {
        return JsonCursor.read(source, json -> new Results(Place.of(source.name())).read(json));
    }

    private static final class Results {

        private final Place file;
        private final Map<String, Task> tasks = new TreeMap<>();
        private Value samples = Value.nothing();
        private Value config = Value.nothing();
        private Optional<Instant> at = Optional.empty();
        private boolean holdsResults;

        /** The metrics of one task as they are written. */
        private record Task(Value metrics, Place place) {}

        Results(Place file) {
            this.file = file;
        }

        Reading read(JsonCursor json) throws UnreadableException, IOException {
            json.members(key -> {
                switch (key) {
                    case "results" -> {
                        holdsResults = true;
                        json.members(task -> add(task, json));
                    }
                    case "groups" -> {
                        if (json.isObject()) {
                            json.members(group -> add(group, json));
                        }
                    }
                    case "n-samples" -> samples = json.value();
                    case "config" -> config = json.valueWith(Set.of("limit"));
                    case "date" -> at = json.value().number().flatMap(Results::instant);
                    default -> {}
                }
            });
            if (!holdsResults) {
                throw new UnreadableException(
                        file,
                        "The file holds no results of lm-evaluation-harness",
                        "Give the results that lm_eval writes");
            }
            var figures = new ArrayList<Figure>();
            tasks.forEach((name, task) -> figures.addAll(figures(name, task)));
            var reading = Reading.complete(new Figures(figures), Assurance.SUMMARY, at);
            return doubt(figures).map(reading::doubtedFor).orElse(reading);
        }

        /** Groups stand among the tasks, and once more apart. */
        private void add(String task, JsonCursor json) throws IOException {
            var place = json.place();
            tasks.putIfAbsent(task, new Task(json.value(), place));
        }

        private static Optional<Instant> instant(BigDecimal seconds) {
            return Optional.of(seconds)
                    .filter(number -> number.signum() > 0 && number.compareTo(LAST) < 0)
                    .map(number -> Instant.ofEpochSecond(number.longValue()));
        }

        private List<Figure> figures(String name, Task task) {
            var count = samples.at(name, "effective").integer().filter(number -> number > 0);
            return LmEvalMetric.of(task.metrics()).stream()
                    .map(metric -> new Figure(
                            Excerpt.of(name + "/" + metric.name(), 200),
                            Optional.empty(),
                            metric.value(count),
                            task.place()))
                    .toList();
        }

        private Optional<Absence> doubt(List<Figure> figures) {
            if (figures.isEmpty()) {
                return doubt("The results hold no metric: nothing was evaluated", WHOLE);
            }
            if (!config.get("limit").isNothing()) {
                return doubt(
                        "The evaluation was cut short by limit " + config.get("limit") + ": it is part of a run",
                        WHOLE);
            }
            var cut = samples.keys().stream()
                    .filter(task -> samples.at(task, "original")
                            .number()
                            .flatMap(original -> samples.at(task, "effective")
                                    .number()
                                    .map(effective -> effective.compareTo(original) < 0))
                            .orElse(true))
                    .findFirst();
            return cut.flatMap(task -> doubt(
                    "Of the task " + Excerpt.of(task) + " not all samples were evaluated: it is part of a run", WHOLE));
        }

        private Optional<Absence> doubt(String message, String mend) {
            return Optional.of(Absence.of(Reason.INCOMPLETE, message, mend, file));
        }
    }
}
