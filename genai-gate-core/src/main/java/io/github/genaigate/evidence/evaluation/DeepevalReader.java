package io.github.genaigate.evidence.evaluation;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.evidence.JsonCursor;
import io.github.genaigate.evidence.JsonHead;
import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Source;
import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Cases;
import io.github.genaigate.model.Cases.Case;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the test run that DeepEval leaves behind. It says no time, and the next run writes over it. Metrics of which less is
 * better exist, and thresholds are their author's, so that what passed is told by {@code success} alone.
 */
public final class DeepevalReader implements EvidenceReader {

    private static final int MOST_CASES = 1_000_000;
    private static final String RUN_AGAIN = "Let deepeval finish, and give the file that it writes";

    @Override
    public String format() {
        return "deepeval";
    }

    @Override
    public String purpose() {
        return "The test run of DeepEval, written by deepeval test run to .deepeval/.latest_test_run.json.";
    }

    @Override
    public Shape<?> shape() {
        return Shape.CASES;
    }

    @Override
    public boolean recognises(byte[] head) {
        var json = JsonHead.of(head);
        return isRun(json, "testRunData.") || isRun(json, "");
    }

    private static boolean isRun(JsonHead json, String before) {
        return json.has(before + "testCases")
                && (json.has(before + "testCases[].metricsData")
                        || json.has(before + "metricsScores")
                        || json.has(before + "conversationalTestCases"));
    }

    @Override
    public Reading read(Source source, Set<Question> questions) throws UnreadableException, IOException {
        return JsonCursor.read(source, json -> new Run(Place.of(source.name())).read(json));
    }

    private static final class Run {

        private final Place file;
        private final List<DeepevalCase> cases = new ArrayList<>();
        private Optional<Long> passed = Optional.empty();
        private Optional<Long> failed = Optional.empty();
        private Optional<String> suite = Optional.empty();
        private Optional<String> model = Optional.empty();
        private boolean holdsCases;

        Run(Place file) {
            this.file = file;
        }

        Reading read(JsonCursor json) throws UnreadableException, IOException {
            json.members(key -> {
                if (key.equals("testRunData") && json.isObject()) {
                    json.members(inner -> member(inner, json));
                } else {
                    member(key, json);
                }
            });
            if (!holdsCases) {
                throw new UnreadableException(file, "The file holds no test run of DeepEval", RUN_AGAIN);
            }
            var reading = Reading.complete(
                    new Cases(cases.stream().map(this::named).toList()), Assurance.MEASURED, Optional.empty());
            return doubt().map(reading::doubtedFor).orElse(reading);
        }

        private void member(String key, JsonCursor json) throws UnreadableException, IOException {
            switch (key) {
                case "testCases", "conversationalTestCases" -> {
                    holdsCases = true;
                    if (!json.isNull()) {
                        json.items(() -> add(json));
                    }
                }
                case "testPassed" -> passed = json.value().integer();
                case "testFailed" -> failed = json.value().integer();
                case "testFile", "datasetAlias" -> {
                    var name = json.value().text();
                    suite = suite.isPresent() ? suite : name;
                }
                case "hyperparameters" -> model = json.value().get("model").text();
                default -> {}
            }
        }

        private void add(JsonCursor json) throws UnreadableException, IOException {
            if (cases.size() == MOST_CASES) {
                throw json.unreadable("The file holds more than " + MOST_CASES + " cases", "Split the evaluation");
            }
            if (!json.isObject()) {
                throw json.unreadable("A test case is not an object", RUN_AGAIN);
            }
            Place place = json.place();
            cases.add(DeepevalCase.of(json.valueWith(DeepevalCase.NEEDED), place));
        }

        /** The case with what the run says of all cases. */
        private Case named(DeepevalCase read) {
            Map<String, String> attributes = new HashMap<>(read.of().attributes());
            suite.ifPresent(name -> attributes.putIfAbsent("suite", DeepevalCase.shortened(name)));
            model.ifPresent(name -> attributes.put("model", DeepevalCase.shortened(name)));
            var one = read.of();
            return new Case(one.id(), attributes, one.result(), one.scores(), one.cached(), one.place());
        }

        private Optional<Absence> doubt() {
            if (cases.isEmpty()) {
                return doubt("The test run holds no case: nothing was evaluated", RUN_AGAIN);
            }
            if (passed.isEmpty() || failed.isEmpty()) {
                return doubt("The test run does not say how many cases passed and failed: it did not end", RUN_AGAIN);
            }
            long success = count(Optional.of(true));
            long failure = count(Optional.of(false));
            if (passed.get() != success || failed.get() != failure) {
                return doubt(
                        "The test run holds " + success + " passed and " + failure
                                + " failed cases, and says itself that" + " it has " + passed.get() + " and "
                                + failed.get(),
                        "Give the file as DeepEval wrote it, with all its cases");
            }
            long unchecked = cases.stream().filter(DeepevalCase::unchecked).count();
            return unchecked == 0
                    ? Optional.empty()
                    : doubt(
                            unchecked + " of " + cases.size() + " cases passed without any metric: nothing was checked"
                                    + " there",
                            "Give every case a metric");
        }

        private long count(Optional<Boolean> success) {
            return cases.stream().filter(one -> one.success().equals(success)).count();
        }

        private Optional<Absence> doubt(String message, String mend) {
            return Optional.of(Absence.of(Reason.INCOMPLETE, message, mend, file));
        }
    }
}
