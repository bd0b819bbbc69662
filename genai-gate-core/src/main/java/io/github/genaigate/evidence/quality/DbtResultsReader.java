package io.github.genaigate.evidence.quality;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.evidence.JsonCursor;
import io.github.genaigate.evidence.JsonHead;
import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Source;
import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.input.Json.Value;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Lineage;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.QualityCheck;
import io.github.genaigate.model.QualityCheck.Result;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the tests that dbt ran. Which dataset a test looks at stands in dbt's manifest alone, see {@link DbtManifestReader}.
 * Other commands write the same file with tests that they only compiled.
 */
public final class DbtResultsReader implements EvidenceReader {

    private static final Set<String> NEEDED = Set.of("unique_id", "status");
    private static final Set<String> FEWER_ROWS = Set.of("empty", "sample");
    private static final Set<String> TESTING = Set.of("test", "build");
    private static final String KIND = "run-results";
    private static final int MOST = 1_000_000;
    private static final String RUN_TESTS = "Run dbt test or dbt build, and give its run_results.json before another"
            + " command of dbt writes over it";

    @Override
    public String format() {
        return "dbt-run-results";
    }

    @Override
    public String purpose() {
        return "Tests of dbt, written by dbt test and dbt build to target/run_results.json.";
    }

    @Override
    public Shape<?> shape() {
        return Shape.LINEAGE;
    }

    @Override
    public boolean recognises(byte[] head) {
        return DbtMetadata.recognises(JsonHead.of(head), KIND);
    }

    @Override
    public Reading read(Source source, Set<Question> questions) throws UnreadableException, IOException {
        return JsonCursor.read(source, json -> new Results(Place.of(source.name())).read(json));
    }

    private static final class Results {

        private final Place file;
        private final List<Value> tests = new ArrayList<>();
        private DbtMetadata metadata = DbtMetadata.NONE;
        private Value arguments = Value.nothing();
        private boolean holdsResults;

        Results(Place file) {
            this.file = file;
        }

        Reading read(JsonCursor json) throws UnreadableException, IOException {
            json.members(key -> {
                switch (key) {
                    case "metadata" -> metadata = DbtMetadata.of(json);
                    case "args" -> arguments = json.value();
                    case "results" -> {
                        holdsResults = true;
                        json.items(() -> add(json));
                    }
                    default -> {}
                }
            });
            metadata.demand(KIND, file, RUN_TESTS);
            if (!holdsResults) {
                throw new UnreadableException(file, "The file holds no results of dbt", RUN_TESTS);
            }
            var checks = tests.stream().map(this::check).toList();
            var reading = Reading.complete(
                    new Lineage(List.of(), new TreeSet<>(), checks), Assurance.MEASURED, metadata.at());
            return doubt().map(reading::doubtedFor).orElse(reading);
        }

        private void add(JsonCursor json) throws UnreadableException, IOException {
            if (!json.isObject()) {
                throw json.unreadable("A result is not an object", RUN_TESTS);
            }
            if (tests.size() == MOST) {
                throw json.unreadable("The file holds more than " + MOST + " tests", "Run fewer tests at once");
            }
            var result = json.valueWith(NEEDED);
            if (id(result).startsWith("test.")) {
                tests.add(result);
            }
        }

        private static String id(Value result) {
            return result.get("unique_id").text().orElse("");
        }

        private QualityCheck check(Value test) {
            String status = test.get("status").text().orElse("");
            var result = switch (status) {
                case "pass" -> Result.PASSED;
                case "fail", "warn" -> Result.FAILED;
                default -> Result.NOT_RUN;
            };
            return new QualityCheck(id(test), new TreeSet<>(), result, status.equals("warn"), metadata.at());
        }

        private Optional<Absence> doubt() {
            if (!TESTING.contains(arguments.get("which").text().orElse(""))) {
                return Optional.of(Absence.of(
                        Reason.INCOMPLETE,
                        "The file was not written by dbt test or dbt build: its tests were not run",
                        RUN_TESTS,
                        file));
            }
            if (FEWER_ROWS.stream().anyMatch(this::given)) {
                return Optional.of(Absence.of(
                        Reason.INCOMPLETE,
                        "The run of dbt looked at no rows or a sample of them: it was told --empty or --sample",
                        "Run dbt without --empty and --sample",
                        file));
            }
            return tests.isEmpty()
                    ? Optional.of(Absence.of(Reason.INCOMPLETE, "The run of dbt held no test", RUN_TESTS, file))
                    : Optional.empty();
        }

        private boolean given(String argument) {
            var value = arguments.get(argument);
            return !value.isNothing() && value.flag().orElse(true);
        }
    }
}
