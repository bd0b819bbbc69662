package io.github.genaigate.evidence.serving;

import io.github.genaigate.evidence.PublishedQuantiles;
import io.github.genaigate.input.Json;
import io.github.genaigate.model.Metric;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Samples;
import io.github.genaigate.model.Tally;
import io.github.genaigate.model.Usage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a benchmark of a model server publishes of a run without its single requests. Failed requests are not among the
 * values of any metric.
 *
 * @param operation the one operation that was asked for
 * @param completed requests that did not fail
 * @param failed all others
 * @param metrics what is published of the completed ones
 * @param usage the tokens that they took
 */
record ServingSummary(
        String operation, long completed, long failed, Map<Metric, Published> metrics, Optional<Usage> usage) {

    private static final long MOST = 1L << 53;

    ServingSummary {
        metrics = Map.copyOf(metrics);
    }

    /**
     * One metric.
     *
     * @param quantiles of its values
     * @param values how many requests have one; empty when that is not told
     */
    record Published(PublishedQuantiles quantiles, Optional<Long> values) {}

    /** A count, as far as a floating-point number tells counts apart. */
    static Optional<Long> count(Json.Value value) {
        return value.integer().filter(count -> count >= 0 && count <= MOST);
    }

    /** The bounds of how many failed or were over the limit; completed ones that nothing is known of are unmeasured. */
    Tally answer(Question question) {
        if (!question.operation().map(operation::equals).orElse(true)) {
            return Tally.NONE;
        }
        var published = Optional.ofNullable(metrics.get(question.metric()))
                .filter(metric -> !metric.quantiles().areBlank());
        long values = published
                .flatMap(Published::values)
                .filter(count -> count <= completed)
                .orElse(0L);
        if (published.isEmpty() || values == 0) {
            return new Tally(failed, failed, failed, completed);
        }
        var over = published.get().quantiles().over(question.limit(), values);
        return new Tally(failed + values, failed + over.atLeast(), failed + over.atMost(), completed - values);
    }

    /** The answers to all questions. */
    Samples samples(Set<Question> questions, String remedy) {
        var answers = new LinkedHashMap<Question, Tally>();
        questions.forEach(question -> answers.put(question, answer(question)));
        return new Samples(
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(Map.of(operation, new Samples.Count(completed + failed, failed))),
                answers,
                Map.of(),
                Map.of(),
                List.of(),
                usage,
                Optional.empty(),
                Optional.of(remedy));
    }
}
