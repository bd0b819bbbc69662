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
import java.util.Optional;
import java.util.Set;

/** Reads the summary of a run of NVIDIA AIPerf, in the shapes of its versions since 2025. */
public final class AiperfReader implements EvidenceReader {

    private static final Set<String> NOT_NEEDED = Set.of("telemetry_data", "server_metrics", "timeslices");

    @Override
    public String format() {
        return "aiperf";
    }

    @Override
    public String purpose() {
        return "The summary of an AIPerf run, profile_export_aiperf.json, which aiperf profile writes.";
    }

    @Override
    public Shape<Samples> shape() {
        return Shape.SAMPLES;
    }

    @Override
    public long limit() {
        return 64L << 20;
    }

    @Override
    public boolean recognises(byte[] head) {
        var json = JsonHead.of(head);
        return json.has("aiperf_version")
                || AiperfSummary.NAMES.stream()
                        .anyMatch(name -> json.has(name + ".unit") || json.has("records." + name + ".unit"));
    }

    @Override
    public Reading read(Source source, Set<Question> questions) throws UnreadableException, IOException {
        var file = Place.of(source.name());
        var export = JsonCursor.read(source, json -> new AiperfSummary(file, json.valueWithout(NOT_NEEDED)));
        var reading = Reading.complete(
                export.summary()
                        .samples(
                                questions,
                                "Name profile_export.jsonl of the same run, in which AIPerf writes every request"),
                Assurance.SUMMARY,
                export.began());
        return doubt(export, file).map(reading::doubtedFor).orElse(reading);
    }

    private static Optional<Absence> doubt(AiperfSummary export, Place file) throws UnreadableException {
        if (export.wasCancelled()) {
            return incomplete(file, "is of a run that was cancelled", "Let AIPerf run to its end");
        }
        if (export.completed().isEmpty()) {
            return incomplete(
                    file, "does not say how many requests there were", "Run a newer AIPerf, which counts requests");
        }
        if (export.failed().isEmpty()) {
            return incomplete(
                    file, "does not say how many requests failed", "Run a newer AIPerf, which counts failed requests");
        }
        var contradiction = export.contradiction();
        if (contradiction.isPresent()) {
            return incomplete(file, contradiction.get(), "Give the file as AIPerf wrote it");
        }
        return export.completed().get() + export.failed().get() == 0
                ? incomplete(file, "holds no requests", "Run AIPerf to its end")
                : Optional.empty();
    }

    private static Optional<Absence> incomplete(Place file, String what, String mend) {
        return Optional.of(Absence.of(Reason.INCOMPLETE, file.file() + " " + what, mend, file));
    }
}
