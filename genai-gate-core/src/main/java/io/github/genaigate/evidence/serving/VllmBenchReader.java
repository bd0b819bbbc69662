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

/**
 * Reads the result of one run of {@code vllm bench serve}: the single requests where they are saved, the bounds that its
 * percentiles imply where they are not. The time inside is that of a clock in an unknown zone, so that it tells no age, and
 * the times at which requests began are those of a clock that starts anywhere.
 */
public final class VllmBenchReader implements EvidenceReader {

    private static final String REMEDY =
            "Run vllm bench serve with --save-detailed, or with --percentile-metrics ttft,tpot,e2el and --metric-percentiles";
    private static final String ONE_RUN =
            "Run vllm bench serve without --append-result, and name one file for each run";

    @Override
    public String format() {
        return "vllm-bench";
    }

    @Override
    public String purpose() {
        return "The result of vllm bench serve as JSON, written with --save-result, and for single requests --save-detailed.";
    }

    @Override
    public Shape<Samples> shape() {
        return Shape.SAMPLES;
    }

    @Override
    public boolean recognises(byte[] head) {
        var json = JsonHead.of(head);
        boolean asked = json.has("num_prompts") && json.has("model_id");
        boolean answered = json.has("completed") && json.has("burstiness");
        return (asked && (json.has("completed") || json.has("tokenizer_id"))) || answered;
    }

    @Override
    public Reading read(Source source, Set<Question> questions) throws UnreadableException, IOException {
        return JsonCursor.read(source, json -> {
            if (!json.isObject()) {
                throw json.unreadable("This is not the result of one run of vllm bench serve", ONE_RUN);
            }
            var run = VllmRun.read(Place.of(source.name()), json);
            if (json.next()) {
                throw json.unreadable("The file holds more than one run", ONE_RUN);
            }
            return reading(run, questions);
        });
    }

    private static Reading reading(VllmRun run, Set<Question> questions) throws UnreadableException {
        var summary = run.summary();
        if (!run.isDetailed()) {
            var reading = Reading.complete(summary.samples(questions, REMEDY), Assurance.SUMMARY, Optional.empty());
            return doubt(run, summary).map(reading::doubtedFor).orElse(reading);
        }
        var log = new RequestLog(run.file(), questions);
        long failed = run.addTo(log);
        var reading = Reading.complete(log.samples(), Assurance.MEASURED, Optional.empty());
        var doubt = doubt(run, summary);
        if (doubt.isEmpty() && (failed != summary.failed() || log.requests() - failed != summary.completed())) {
            doubt = Optional.of(incomplete(
                    run,
                    "lists " + (log.requests() - failed) + " requests without and " + failed
                            + " with an error, and counts " + summary.completed() + " completed and " + summary.failed()
                            + " failed",
                    "Give the file as vllm bench serve wrote it"));
        }
        return doubt.map(reading::doubtedFor).orElse(reading);
    }

    private static Optional<Absence> doubt(VllmRun run, ServingSummary summary) throws UnreadableException {
        long all = summary.completed() + summary.failed();
        if (all == 0) {
            return Optional.of(incomplete(run, "holds no requests", "Run the benchmark to its end"));
        }
        return run.prompts()
                .filter(prompts -> prompts != all)
                .map(prompts -> incomplete(
                        run,
                        "tells how " + all + " of " + prompts + " requests ended",
                        "Run the benchmark to its end, with a data set that has as many prompts as are asked for"));
    }

    private static Absence incomplete(VllmRun run, String what, String mend) {
        return Absence.of(Reason.INCOMPLETE, run.file().file() + " " + what, mend, run.file());
    }
}
