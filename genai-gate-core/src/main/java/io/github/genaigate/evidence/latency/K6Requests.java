package io.github.genaigate.evidence.latency;

import io.github.genaigate.model.Metric;
import io.github.genaigate.model.Samples;
import io.github.genaigate.model.Tally;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The requests of a k6 summary that have certain tags: how many, how many failed, and what the trends imply of the others.
 *
 * @param summary where they are published
 * @param family the beginning of the metrics' names: {@code http} or {@code grpc}
 * @param tags that they have; none for all requests
 * @param total how many; empty when the summary does not say
 * @param failed how many certainly failed
 * @param good how many certainly did not fail
 */
record K6Requests(
        K6Summary summary, String family, Map<String, String> tags, Optional<Long> total, long failed, long good) {

    K6Requests {
        tags = Map.copyOf(tags);
    }

    static K6Requests of(K6Summary summary, String family, Map<String, String> tags) {
        var failures = summary.rate(family + "_req_failed", tags);
        long failed = failures.map(K6Summary.Rate::hits).orElse(0L);
        long good = failures.map(K6Summary.Rate::misses).orElse(0L);
        var total = summary.count(family + "_reqs", tags)
                .or(() -> summary.trend(duration(family), tags).flatMap(K6Trend::count))
                .or(() -> failures.map(rate -> rate.hits() + rate.misses()));
        return new K6Requests(summary, family, tags, total, failed, good);
    }

    /** Whether more requests ended than there were. */
    boolean contradictThemselves() {
        return total.filter(n -> failed > n || good > n - failed).isPresent();
    }

    /** Whether there is anything about them at all. */
    boolean exist() {
        return total.isPresent()
                || summary.has(duration(family), tags)
                || summary.has(name(Metric.TIME_TO_FIRST_TOKEN), tags)
                || summary.has(name(Metric.INTER_TOKEN_LATENCY), tags);
    }

    /** Whether the summary says which of them failed. */
    boolean tellFailures() {
        return summary.rate(family + "_req_failed", tags).isPresent();
    }

    Samples.Count count() {
        return new Samples.Count(total.orElse(0L), failed);
    }

    /**
     * The bounds of how many failed or were over the limit.
     *
     * <p>Requests of which it is not told whether they failed may have failed. A trend of the duration covers every
     * request, or, where k6 parts it by {@code expected_response:true}, every one that did not fail. A trend of the
     * script's own covers as many requests as it has values; without their number ({@code count} in
     * {@code summaryTrendStats}) nobody knows of how many requests it speaks, and all that did not fail are unmeasured. So
     * they are when it has more values than there are requests, or only zeros.
     */
    Tally answer(Metric metric, Duration limit) {
        if (total.isEmpty()) {
            return exist() ? new Tally(0, 0, 0, 1) : Tally.NONE;
        }
        long n = total.get();
        var expected = metric == Metric.DURATION ? trend(duration(family), true) : Optional.<K6Trend>empty();
        if (expected.isPresent()) {
            return answer(expected.get(), expected.get().count().orElse(good), limit, true);
        }
        var trend = trend(metric == Metric.DURATION ? duration(family) : name(metric), false);
        if (trend.isEmpty()) {
            return unmeasured(good);
        }
        var count = trend.get().count().or(() -> metric == Metric.DURATION ? Optional.of(n) : Optional.empty());
        return count.isEmpty() ? unmeasured(good) : answer(trend.get(), count.get(), limit, false);
    }

    /** @param apart whether no failed request is among the values */
    private Tally answer(K6Trend trend, long values, Duration limit, boolean apart) {
        long n = total.orElse(0L);
        if (values == 0 || values > (apart ? good : n) || trend.isBlank()) {
            return unmeasured(good);
        }
        long missing = Math.max(0, good - values);
        var over = trend.quantiles().over(limit, values);
        long trials = n - missing;
        long atMost = Math.min(trials, n - good + over.atMost());
        long atLeast = apart ? failed + over.atLeast() : Math.max(failed, over.atLeast());
        return new Tally(trials, Math.min(atLeast, atMost), atMost, missing);
    }

    private Tally unmeasured(long successful) {
        long rest = total.orElse(0L) - successful;
        return new Tally(rest, failed, rest, successful);
    }

    private Optional<K6Trend> trend(String name, boolean expected) {
        var with = new TreeMap<>(tags);
        if (expected) {
            with.put("expected_response", "true");
        }
        return summary.trend(name, with).filter(trend -> !expected || !trend.isBlank());
    }

    static String duration(String family) {
        return family + "_req_duration";
    }

    static String name(Metric metric) {
        return metric.word().replace('-', '_');
    }
}
