package io.github.genaigate.model;

import io.github.genaigate.model.Lineage.Dataset;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One check of the quality of datasets, with its latest result.
 *
 * @param id what reports about one check have in common
 * @param datasets what it looks at; empty when that is not told
 * @param result how it ended
 * @param warning whether the tool calls its failure a warning
 * @param at when it ended, when that is told
 */
public record QualityCheck(
        String id, SortedSet<Dataset> datasets, Result result, boolean warning, Optional<Instant> at) {

    public QualityCheck {
        datasets = Collections.unmodifiableSortedSet(new TreeSet<>(datasets));
    }

    /** How a check ended, the worse later. Only a check that looked can pass. */
    public enum Result {
        /** It is defined, and nothing is said of a run. */
        DEFINED,
        PASSED,
        /** It was skipped, or could not look. */
        NOT_RUN,
        FAILED
    }

    /** Both reports together: the latest result. Order does not matter; a result without a time is not undone by a better one. */
    QualityCheck plus(QualityCheck other) {
        var latest = Comparator.comparing((QualityCheck check) -> check.result != Result.DEFINED)
                                .thenComparing(check ->
                                        check.at.orElse(check.result == Result.PASSED ? Instant.MIN : Instant.MAX))
                                .thenComparing(QualityCheck::result)
                                .thenComparing(check -> !check.warning)
                                .compare(this, other)
                        >= 0
                ? this
                : other;
        var all = new TreeSet<>(datasets);
        all.addAll(other.datasets);
        return new QualityCheck(id, all, latest.result, latest.warning, latest.at);
    }
}
