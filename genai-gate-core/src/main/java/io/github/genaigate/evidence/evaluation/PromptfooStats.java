package io.github.genaigate.evidence.evaluation;

import io.github.genaigate.input.Json.Value;
import io.github.genaigate.model.Cases.Result;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How many rows ended how, as promptfoo counts them.
 *
 * @param successes rows that passed
 * @param failures rows that an assertion rejected; when errors are not told apart, all that did not pass
 * @param errors rows that could not be judged, empty when they are not told apart
 */
record PromptfooStats(long successes, long failures, Optional<Long> errors) {

    static final List<String> KEYS = List.of("successes", "failures", "errors");

    /** What the file says of itself; empty when it says nothing. */
    static Optional<PromptfooStats> of(Value stats) {
        return stats.get("successes")
                .integer()
                .flatMap(successes -> stats.get("failures")
                        .integer()
                        .map(failures -> new PromptfooStats(
                                successes, failures, stats.get("errors").integer())));
    }

    /** What the rows say, counted as promptfoo does. */
    static PromptfooStats recount(Collection<PromptfooRow> rows) {
        long passed = count(rows, Result.PASSED);
        return rows.stream().allMatch(row -> row.counted().isPresent())
                ? new PromptfooStats(passed, count(rows, Result.FAILED), Optional.of(count(rows, Result.ERRORED)))
                : new PromptfooStats(passed, rows.size() - passed, Optional.empty());
    }

    private static long count(Collection<PromptfooRow> rows, Result result) {
        return rows.stream()
                .filter(row -> row.counted().equals(Optional.of(result)))
                .count();
    }

    boolean agreesWith(PromptfooStats other) {
        if (errors.isPresent() && other.errors.isPresent()) {
            return equals(other);
        }
        return successes == other.successes && notPassed() == other.notPassed();
    }

    private long notPassed() {
        return failures + errors.orElse(0L);
    }

    @Override
    public String toString() {
        return errors.map(count -> successes + " passed, " + failures + " failed and " + count + " errored rows")
                .orElse(successes + " passed and " + failures + " other rows");
    }
}
