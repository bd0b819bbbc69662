package io.github.genaigate.evidence.security;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.evidence.Excerpt;
import io.github.genaigate.evidence.JsonCursor;
import io.github.genaigate.evidence.JsonHead;
import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Source;
import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Issues;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Shape;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the SARIF logs of security scanners, one result at a time. */
public final class SarifReader implements EvidenceReader {

    private static final String VERSION = "2.1.0";
    private static final String OTHER_VERSION = "Let the tool write SARIF " + VERSION + ", or convert the log";

    @Override
    public String format() {
        return "sarif";
    }

    @Override
    public String purpose() {
        return "Static analysis results in SARIF 2.1.0, as CodeQL, Semgrep, SpotBugs, PMD, Trivy and Grype write them.";
    }

    @Override
    public Shape<?> shape() {
        return Shape.ISSUES;
    }

    @Override
    public boolean recognises(byte[] head) {
        var json = JsonHead.of(head);
        return json.has("runs")
                && (json.text("$schema").contains("sarif")
                        || json.text("version").startsWith("2.")
                        || json.has("runs[].tool.driver"));
    }

    @Override
    public Reading read(Source source, Set<Question> questions) throws UnreadableException, IOException {
        return JsonCursor.read(source, json -> new Log(Place.of(source.name())).read(json));
    }

    private static final class Log {

        private final Place file;
        private final List<Issues.Run> runs = new ArrayList<>();
        private @Nullable Instant oldest;
        private boolean undated;
        private boolean ofThisVersion;
        private boolean holdsRuns;
        private boolean scattered;

        Log(Place file) {
            this.file = file;
        }

        Reading read(JsonCursor json) throws UnreadableException, IOException {
            json.members(key -> {
                switch (key) {
                    case "version" -> version(json);
                    case "runs" -> {
                        holdsRuns = true;
                        if (!json.isNull()) {
                            json.items(() -> run(json));
                        }
                    }
                    case "inlineExternalProperties" -> scattered = !json.isNull();
                    default -> {}
                }
            });
            if (!ofThisVersion) {
                throw new UnreadableException(file, "The SARIF log does not say its version", OTHER_VERSION);
            }
            if (!holdsRuns) {
                throw new UnreadableException(
                        file, "The SARIF log has no member runs", "Give the file as the tool wrote it");
            }
            var reading = Reading.complete(
                    new Issues(runs), Assurance.MEASURED, undated ? Optional.empty() : Optional.ofNullable(oldest));
            return doubt().map(reading::doubtedFor).orElse(reading);
        }

        private void version(JsonCursor json) throws UnreadableException, IOException {
            var place = json.place();
            String version = json.value().toString();
            if (!version.equals(VERSION)) {
                throw new UnreadableException(
                        place, "The SARIF version is " + Excerpt.of(version) + ", not " + VERSION, OTHER_VERSION);
            }
            ofThisVersion = true;
        }

        private void run(JsonCursor json) throws UnreadableException, IOException {
            var run = SarifRun.read(json);
            runs.add(run.issues());
            undated |= run.at().isEmpty();
            run.at().filter(at -> oldest == null || at.isBefore(oldest)).ifPresent(at -> oldest = at);
        }

        private Optional<Absence> doubt() {
            if (scattered) {
                return Optional.of(Absence.of(
                        Reason.INCOMPLETE,
                        "The SARIF log keeps parts of its runs apart (inlineExternalProperties), which are not read",
                        "Let the tool write its results into the runs themselves",
                        file));
            }
            return runs.isEmpty()
                    ? Optional.of(Absence.of(
                            Reason.INCOMPLETE,
                            "The SARIF log holds no run: nothing was scanned",
                            "Scan again, and give the log that the scanner writes",
                            file))
                    : Optional.empty();
        }
    }
}
