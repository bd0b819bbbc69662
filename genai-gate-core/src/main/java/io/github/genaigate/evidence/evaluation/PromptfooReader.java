package io.github.genaigate.evidence.evaluation;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.evidence.Excerpt;
import io.github.genaigate.evidence.JsonCursor;
import io.github.genaigate.evidence.JsonHead;
import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Source;
import io.github.genaigate.evidence.Timestamps;
import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.input.Json.Value;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Cases;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Shape;
import io.github.genaigate.model.Usage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the results of promptfoo evaluations and red-team runs, one row at a time. */
public final class PromptfooReader implements EvidenceReader {

    private static final int MOST_ROWS = 1_000_000;
    private static final String RUN_AGAIN = "Run the evaluation again, and give the file that promptfoo writes";

    @Override
    public String format() {
        return "promptfoo";
    }

    @Override
    public String purpose() {
        return "Evaluation results of promptfoo, written by promptfoo eval with --output results.json.";
    }

    @Override
    public Shape<?> shape() {
        return Shape.CASES;
    }

    @Override
    public boolean recognises(byte[] head) {
        var json = JsonHead.of(head);
        boolean wrapped = json.has("results.version")
                && (json.has("results.prompts") || json.has("results.results") || json.has("results.stats"));
        boolean bare = json.has("version") && json.has("results[].promptIdx") && json.has("results[].success");
        return wrapped || bare || (json.has("evalId") && json.has("results"));
    }

    @Override
    public Reading read(Source source, Set<Question> questions) throws UnreadableException, IOException {
        return JsonCursor.read(source, json -> new Log(Place.of(source.name())).read(json));
    }

    private static final class Log {

        private final Place file;
        private final List<PromptfooRow> rows = new ArrayList<>();
        private Optional<PromptfooStats> stats = Optional.empty();
        private Optional<String> description = Optional.empty();
        private Optional<Instant> at = Optional.empty();
        private boolean ofKnownVersion;
        private boolean holdsResults;

        Log(Place file) {
            this.file = file;
        }

        Reading read(JsonCursor json) throws UnreadableException, IOException {
            json.members(key -> {
                if (key.equals("results") && json.isObject()) {
                    holdsResults = true;
                    json.members(inner -> member(inner, json));
                } else if (key.equals("config")) {
                    description = json.valueWith(Set.of("description"))
                            .get("description")
                            .text();
                } else {
                    member(key, json);
                }
            });
            if (!holdsResults) {
                throw new UnreadableException(file, "The file holds no promptfoo results", RUN_AGAIN);
            }
            if (!ofKnownVersion) {
                throw new UnreadableException(file, "The promptfoo results do not say their version", RUN_AGAIN);
            }
            var cases = rows.stream().map(row -> row.asCase(description)).toList();
            var usage = rows.stream().flatMap(row -> row.usage().stream()).reduce(Usage::plus);
            var reading = Reading.complete(new Cases(cases, usage), Assurance.MEASURED, at);
            return doubt().map(reading::doubtedFor).orElse(reading);
        }

        private void member(String key, JsonCursor json) throws UnreadableException, IOException {
            switch (key) {
                case "version" -> version(json);
                case "timestamp" -> at = json.value().text().flatMap(Timestamps::zoned);
                case "stats" -> stats(json);
                case "results" -> {
                    holdsResults = true;
                    if (!json.isNull()) {
                        json.items(() -> row(json));
                    }
                }
                default -> {}
            }
        }

        private void stats(JsonCursor json) throws UnreadableException, IOException {
            var place = json.place();
            Value said = json.value();
            if (PromptfooStats.KEYS.stream()
                    .anyMatch(key -> said.has(key) && said.get(key).integer().isEmpty())) {
                throw new UnreadableException(place, "The stats of the promptfoo results are no counts", RUN_AGAIN);
            }
            stats = PromptfooStats.of(said);
        }

        private void version(JsonCursor json) throws UnreadableException, IOException {
            var place = json.place();
            Value version = json.value();
            if (version.integer().filter(number -> number == 2 || number == 3).isEmpty()) {
                throw new UnreadableException(
                        place,
                        "The promptfoo results are of version "
                                + Excerpt.of(version.text()
                                        .map(text -> "\"" + text + "\"")
                                        .orElse(version.toString())) + "; versions 2 and 3 are known",
                        "Run the evaluation with a promptfoo that writes results of version 3");
            }
            ofKnownVersion = true;
        }

        private void row(JsonCursor json) throws UnreadableException, IOException {
            if (rows.size() == MOST_ROWS) {
                throw json.unreadable("The file holds more than " + MOST_ROWS + " rows", "Split the evaluation");
            }
            if (!json.isObject()) {
                throw json.unreadable("A row of the results is not an object", RUN_AGAIN);
            }
            Place place = json.place();
            rows.add(PromptfooRow.of(json.valueWith(PromptfooRow.NEEDED), place));
        }

        private Optional<Absence> doubt() {
            if (rows.isEmpty()) {
                return doubt("The promptfoo results hold no row: nothing was evaluated", RUN_AGAIN);
            }
            var recount = PromptfooStats.recount(rows);
            var disagreeing = stats.filter(said -> !said.agreesWith(recount));
            if (disagreeing.isPresent()) {
                return doubt(
                        "The promptfoo file holds " + recount + ", and its own stats say " + disagreeing.get(),
                        "Give the file as promptfoo wrote it, with all its rows");
            }
            long unchecked = rows.stream().filter(PromptfooRow::unchecked).count();
            return unchecked == 0
                    ? Optional.empty()
                    : doubt(
                            unchecked + " of " + rows.size() + " rows passed without any assertion: nothing was checked"
                                    + " there",
                            "Give every test an assertion");
        }

        private Optional<Absence> doubt(String message, String mend) {
            return Optional.of(Absence.of(Reason.INCOMPLETE, message, mend, file));
        }
    }
}
