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
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Shape;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads the validation result of Great Expectations, or the result of a checkpoint that holds several. */
public final class GreatExpectationsReader implements EvidenceReader {

    private static final String VALIDATE =
            "Let the validation finish, and give its result as Great Expectations wrote it";

    @Override
    public String format() {
        return "great-expectations";
    }

    @Override
    public String purpose() {
        return "Validation and checkpoint results of Great Expectations in JSON.";
    }

    @Override
    public Shape<?> shape() {
        return Shape.LINEAGE;
    }

    /** A result is held in memory; with a summary of each expectation it is far smaller. */
    @Override
    public long limit() {
        return 32L << 20;
    }

    @Override
    public boolean recognises(byte[] head) {
        var json = JsonHead.of(head);
        return json.has("results[].expectation_config")
                || json.has("statistics.evaluated_expectations")
                || (json.hasWithin("run_results") && json.hasWithin(".validation_result"))
                || json.hasLike("run_results(\\.[^.]*|\\[\\])\\.statistics\\.evaluated_expectations");
    }

    @Override
    public Reading read(Source source, Set<Question> questions) throws UnreadableException, IOException {
        return JsonCursor.read(source, json -> {
            if (!json.isObject()) {
                throw json.unreadable("The file is not a result of Great Expectations", VALIDATE);
            }
            return reading(json.value(), Place.of(source.name()));
        });
    }

    private static Reading reading(Value root, Place file) throws UnreadableException {
        if (!root.has("run_results") && !root.get("results").isArray()) {
            throw new UnreadableException(file, "The file holds no validation result", VALIDATE);
        }
        var checks = new ArrayList<QualityCheck>();
        var times = new ArrayList<Optional<Instant>>();
        Optional<Absence> doubt = Optional.empty();
        for (Value result : validations(root)) {
            var validation = new Validation(result);
            checks.addAll(validation.checks());
            times.add(validation.at());
            doubt = doubt.or(
                    () -> validation.complaint().map(what -> Absence.of(Reason.INCOMPLETE, what, VALIDATE, file)));
        }
        if (checks.isEmpty()) {
            doubt = doubt.or(() -> Optional.of(Absence.of(
                    Reason.INCOMPLETE,
                    "The validation evaluated no expectation: nothing was checked",
                    VALIDATE,
                    file)));
        }
        Optional<Instant> oldest = times.stream().allMatch(Optional::isPresent)
                ? times.stream().flatMap(Optional::stream).min(Comparator.naturalOrder())
                : Optional.empty();
        var reading = Reading.complete(new Lineage(List.of(), new TreeSet<>(), checks), Assurance.MEASURED, oldest);
        return doubt.map(reading::doubtedFor).orElse(reading);
    }

    private static List<Value> validations(Value root) {
        if (!root.has("run_results")) {
            return List.of(root);
        }
        var all = root.get("run_results");
        return Stream.concat(all.items().stream(), all.members().map(member -> member.getValue()))
                .map(result -> result.has("validation_result") ? result.get("validation_result") : result)
                .toList();
    }
}
