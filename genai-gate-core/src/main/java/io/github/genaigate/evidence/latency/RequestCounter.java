package io.github.genaigate.evidence.latency;

import static java.util.stream.Collectors.groupingBy;

import io.github.genaigate.model.Histogram;
import io.github.genaigate.model.Metric;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Samples;
import io.github.genaigate.model.Slice;
import io.github.genaigate.model.Tally;
import io.github.genaigate.model.Timeline;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;
import java.util.function.ToIntFunction;

/** Counts the requests that questions about one operation and one metric are about; limits are compared exactly. */
final class RequestCounter {

    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);
    private static final int BUCKETS = Histogram.bucket(Long.MAX_VALUE) + 1;

    private static final int FAILED = 0;
    private static final int MEASURED = 1;
    private static final int OPEN = 2;
    private static final int UNMEASURED = 3;
    /** The first of the columns that count, limit by limit, the requests over it. */
    private static final int OVER = 4;

    private final int column;
    private final List<Question> questions;
    private final long[] limits;
    private final Bins bins;
    private final long[] buckets = new long[BUCKETS];

    /**
     * @param column the column that holds the metric, or -1
     * @param questions that differ in their limits only
     */
    private RequestCounter(int column, List<Question> questions) {
        this.column = column;
        this.questions = List.copyOf(questions);
        this.limits = questions.stream()
                .mapToLong(question -> nanos(question.limit()))
                .toArray();
        this.bins = new Bins(OVER + limits.length);
    }

    /**
     * A counter for each operation and metric that is asked about.
     *
     * @param column the column that holds a metric, or -1
     */
    static List<RequestCounter> of(Collection<Question> questions, ToIntFunction<Metric> column) {
        record Subject(Optional<String> operation, Metric metric) {}
        return questions.stream()
                .collect(groupingBy(question -> new Subject(question.operation(), question.metric())))
                .values()
                .stream()
                .map(same -> new RequestCounter(column.applyAsInt(same.get(0).metric()), same))
                .toList();
    }

    /** What a file holds. */
    static Samples samples(
            SortedMap<String, Samples.Count> operations, List<RequestCounter> counters, LoadCounter load) {
        var answers = new HashMap<Question, Tally>();
        var histograms = new HashMap<Question, Histogram>();
        var series = new HashMap<Question, Timeline<Slice>>();
        for (var counter : counters) {
            counter.report(answers, histograms);
            if (load.isTimed()) {
                counter.report(series);
            }
        }
        return new Samples(
                load.first(),
                load.last(),
                operations,
                answers,
                histograms,
                series,
                load.loads(),
                Optional.empty(),
                Optional.empty());
    }

    int column() {
        return column;
    }

    boolean isAbout(String operation) {
        return questions.get(0).operation().map(operation::equals).orElse(true);
    }

    /**
     * What is counted next began at this moment.
     *
     * @param millis since 1970; all the same where times are not told
     */
    void at(long millis) {
        bins.at(millis);
    }

    /** A request that failed is a failure whatever it took. */
    void failed() {
        bins.add(FAILED, 1);
    }

    /** A successful request that took this long. */
    void succeeded(long nanos) {
        bins.add(MEASURED, 1);
        for (int i = 0; i < limits.length; i++) {
            if (nanos > limits[i]) {
                bins.add(OVER + i, 1);
            }
        }
        buckets[Histogram.bucket((nanos + 999) / 1_000)]++;
    }

    /** A successful request of which the file does not say how long it took. */
    void unmeasured() {
        bins.add(UNMEASURED, 1);
    }

    /** Several requests in one row: each that did not fail may have been over the limit or within it. */
    void several(long requests, long errors) {
        bins.add(FAILED, errors);
        bins.add(OPEN, requests - errors);
    }

    /** Tells the answers and the histograms. */
    void report(Map<Question, Tally> answers, Map<Question, Histogram> histograms) {
        var counts = new TreeMap<Integer, Long>();
        for (int i = 0; i < buckets.length; i++) {
            if (buckets[i] > 0) {
                counts.put(i, buckets[i]);
            }
        }
        var histogram = new Histogram(counts);
        for (int i = 0; i < limits.length; i++) {
            answers.put(questions.get(i), tally(bins::total, i));
            histograms.put(questions.get(i), histogram);
        }
    }

    /** Tells the answers over time. */
    void report(Map<Question, Timeline<Slice>> series) {
        for (int i = 0; i < limits.length; i++) {
            int limit = i;
            series.put(
                    questions.get(i),
                    bins.timeline(count -> new Slice(tally(count, limit), count.applyAsLong(FAILED))));
        }
    }

    private static Tally tally(IntToLongFunction count, int limit) {
        long atLeast = count.applyAsLong(FAILED) + count.applyAsLong(OVER + limit);
        long open = count.applyAsLong(OPEN);
        return new Tally(
                count.applyAsLong(FAILED) + count.applyAsLong(MEASURED) + open,
                atLeast,
                atLeast + open,
                count.applyAsLong(UNMEASURED));
    }

    private static long nanos(Duration limit) {
        return limit.compareTo(LONGEST) >= 0 ? Long.MAX_VALUE : limit.toNanos();
    }
}
