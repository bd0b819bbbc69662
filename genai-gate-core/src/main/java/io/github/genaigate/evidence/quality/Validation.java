package io.github.genaigate.evidence.quality;

import io.github.genaigate.evidence.Timestamps;
import io.github.genaigate.input.Json.Value;
import io.github.genaigate.model.Lineage.Dataset;
import io.github.genaigate.model.QualityCheck;
import io.github.genaigate.model.QualityCheck.Result;
import io.github.genaigate.model.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One validation of one batch by Great Expectations.
 *
 * @param result as written
 */
record Validation(Value result) {

    private static final Set<String> WARNINGS = Set.of("info", "warning");

    Optional<Instant> at() {
        return result.at("meta", "run_id", "run_time").text().flatMap(Timestamps::zoned);
    }

    /** What keeps it from being whole. */
    Optional<String> complaint() {
        long held = result.get("results").items().size();
        var evaluated = result.at("statistics", "evaluated_expectations").integer();
        if (evaluated.isEmpty() || evaluated.get() != held) {
            return Optional.of("The validation holds " + held + " expectations, and says itself that it evaluated "
                    + evaluated.map(String::valueOf).orElse("nobody knows how many"));
        }
        boolean allPassed = checks().stream().allMatch(check -> check.result() == Result.PASSED);
        return allPassed && !result.get("success").flag().orElse(false)
                ? Optional.of("The validation does not say that it succeeded, and none of its expectations failed")
                : Optional.empty();
    }

    List<QualityCheck> checks() {
        var looked = datasets();
        // Where the dataset is not told, one check must not be taken for the same check of another dataset.
        var among = looked.isEmpty() ? Sha256.of(result.toString()) : suite();
        return result.get("results").items().stream()
                .map(one -> check(one, looked, among))
                .toList();
    }

    private QualityCheck check(Value one, SortedSet<Dataset> looked, String among) {
        var config = one.get("expectation_config");
        var type = config.get("type")
                .text()
                .or(() -> config.get("expectation_type").text())
                .orElse("");
        var which = Sha256.of(among + " " + type + " " + config.get("kwargs"));
        return new QualityCheck(
                looked + " " + type + " " + which,
                looked,
                outcome(one),
                config.get("severity").text().filter(WARNINGS::contains).isPresent(),
                at());
    }

    private String suite() {
        return Stream.of(result.get("suite_name"), result.at("meta", "expectation_suite_name"))
                .flatMap(name -> name.text().stream())
                .findFirst()
                .orElse("");
    }

    /** An expectation that raised an exception did not look, whatever it says of success. */
    private static Result outcome(Value one) {
        var exception = one.get("exception_info");
        boolean raised = Stream.concat(Stream.of(exception), exception.members().map(member -> member.getValue()))
                .filter(info -> info.has("raised_exception"))
                .anyMatch(info -> info.get("raised_exception").flag().orElse(true));
        return raised
                ? Result.NOT_RUN
                : one.get("success")
                        .flag()
                        .map(success -> success ? Result.PASSED : Result.FAILED)
                        .orElse(Result.NOT_RUN);
    }

    /** The data asset in its data source; nothing where the result does not name both. */
    private SortedSet<Dataset> datasets() {
        var meta = result.get("meta");
        var all = new TreeSet<Dataset>();
        dataset(meta.get("active_batch_definition"), "datasource_name")
                .or(() -> dataset(meta.get("batch_kwargs"), "datasource"))
                .ifPresent(all::add);
        return all;
    }

    private static Optional<Dataset> dataset(Value batch, String source) {
        return batch.get(source)
                .text()
                .flatMap(namespace -> batch.get("data_asset_name").text().map(name -> new Dataset(namespace, name)));
    }
}
