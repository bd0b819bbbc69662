package io.github.genaigate.evidence.latency;

import io.github.genaigate.model.Histogram;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Tally;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the requests that questions about one operation and one metric are about; limits are compared exactly. */
final class RequestCounter {

    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);
    private static final int BUCKETS = Histogram.bucket(Long.MAX_VALUE) + 1;

    private final int column;
    private final List<Question> questions;
    private final long[] limits;
    private final long[] over;
    private final long[] buckets = new long[BUCKETS];
    private long trials;
    private long failed;
    private long open;
    private long unmeasured;

    /**
     * @param column the column that holds the metric, or -1
     * @param questions that differ in their limits only
     */
    RequestCounter(int column, List<Question> questions) {
        this.column = column;
        this.questions = List.copyOf(questions);
        this.limits = questions.stream()
                .mapToLong(question -> nanos(question.limit()))
                .toArray();
        this.over = new long[limits.length];
    }

    int column() {
        return column;
    }

    boolean isAbout(String operation) {
        return questions.get(0).operation().map(operation::equals).orElse(true);
    }

    /** A request that failed is a failure whatever it took. */
    void failed() {
        trials++;
        failed++;
    }

    /** A successful request that took this long. */
    void succeeded(long nanos) {
        trials++;
        for (int i = 0; i < limits.length; i++) {
            if (nanos > limits[i]) {
                over[i]++;
            }
        }
        buckets[Histogram.bucket((nanos + 999) / 1_000)]++;
    }

    /** A successful request of which the file does not say how long it took. */
    void unmeasured() {
        unmeasured++;
    }

    /** Several requests in one row: each that did not fail may have been over the limit or within it. */
    void several(long requests, long errors) {
        trials += requests;
        failed += errors;
        open += requests - errors;
    }

    void report(Map<Question, Tally> answers, Map<Question, Histogram> histograms) {
        var counts = new TreeMap<Integer, Long>();
        for (int i = 0; i < buckets.length; i++) {
            if (buckets[i] > 0) {
                counts.put(i, buckets[i]);
            }
        }
        var histogram = new Histogram(counts);
        for (int i = 0; i < limits.length; i++) {
            long atLeast = failed + over[i];
            answers.put(questions.get(i), new Tally(trials, atLeast, atLeast + open, unmeasured));
            histograms.put(questions.get(i), histogram);
        }
    }

    private static long nanos(Duration limit) {
        return limit.compareTo(LONGEST) >= 0 ? Long.MAX_VALUE : limit.toNanos();
    }
}
