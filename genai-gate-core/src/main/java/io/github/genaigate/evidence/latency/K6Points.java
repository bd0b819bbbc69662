package io.github.genaigate.evidence.latency;

import io.github.genaigate.model.Metric;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Samples;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the points of a k6 run add up to, one point a request. */
final class K6Points {

    static final int MOST_OPERATIONS = 10_000;

    private static final int NANO_DIGITS = 6;
    private static final BigDecimal LONGEST_MILLIS = new BigDecimal("1e12");

    private final List<RequestCounter> counters;
    private final Map<String, Operation> operations = new HashMap<>();
    private final LoadCounter load = new LoadCounter();
    private long open;

    K6Points(Collection<Question> questions) {
        this.counters = RequestCounter.of(questions, metric -> metric == Metric.DURATION ? 0 : -1);
    }

    /** What is counted of one operation. */
    private static final class Operation {
        private final List<RequestCounter> counters;
        private long requests;
        private long errors;

        private Operation(List<RequestCounter> counters) {
            this.counters = counters;
        }
    }

    /** In nanoseconds, rounded up, so that nothing over a limit comes within it; empty when no request takes so long. */
    static Optional<Long> nanos(BigDecimal millis) {
        return millis.signum() < 0 || millis.compareTo(LONGEST_MILLIS) > 0
                ? Optional.empty()
                : Optional.of(millis.movePointRight(NANO_DIGITS)
                        .setScale(0, RoundingMode.CEILING)
                        .longValueExact());
    }

    /**
     * Counts one request.
     *
     * @param ended when it ended; it began as much earlier as it took
     * @param succeeded empty when it is not told, and it may have failed
     * @return false when more can not be counted
     */
    boolean add(String name, Instant ended, long nanos, Optional<Boolean> succeeded) {
        var operation = operations.computeIfAbsent(
                name,
                key -> new Operation(counters.stream()
                        .filter(counter -> counter.isAbout(key))
                        .toList()));
        long began = Math.max(0, ended.minusNanos(nanos).toEpochMilli());
        boolean failed = succeeded.filter(success -> !success).isPresent();
        operation.requests++;
        operation.errors += failed ? 1 : 0;
        open += succeeded.isEmpty() ? 1 : 0;
        for (var counter : operation.counters) {
            counter.at(began);
            if (failed) {
                counter.failed();
            } else if (succeeded.isEmpty()) {
                counter.several(1, 0);
            } else if (counter.column() < 0) {
                counter.unmeasured();
            } else {
                counter.succeeded(nanos);
            }
        }
        load.at(began);
        return load.add(1, failed ? 1 : 0, nanos) && operations.size() <= MOST_OPERATIONS;
    }

    boolean isEmpty() {
        return operations.isEmpty();
    }

    /** Requests of which it is not told whether they failed. */
    long open() {
        return open;
    }

    Samples samples() {
        var counts = new TreeMap<String, Samples.Count>();
        operations.forEach((name, counted) -> counts.put(name, new Samples.Count(counted.requests, counted.errors)));
        return RequestCounter.samples(counts, counters, load);
    }
}
