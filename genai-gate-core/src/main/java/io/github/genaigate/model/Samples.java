package io.github.genaigate.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/**
 * Requests of a load test, counted.
 *
 * @param first when the earliest request began
 * @param last when the latest request began
 * @param operations requests and errors by operation, all operations of the file, asked for or not
 * @param answers the tally for every question asked
 * @param histograms by question, for showing percentiles; empty where only a summary is at hand
 * @param series by question, the answers over time; empty where the times of the requests are not told
 * @param loads what each file put on the service over time, sorted; empty where the times of the requests are not told
 * @param usage the tokens that the requests took, where the tool tells those of the whole
 * @param warmUp what was cut off at the beginning of each run
 * @param remedy how the tool is made to tell more than it did, a sentence without a full stop; empty where it tells all
 */
public record Samples(
        Optional<Instant> first,
        Optional<Instant> last,
        SortedMap<String, Count> operations,
        Map<Question, Tally> answers,
        Map<Question, Histogram> histograms,
        Map<Question, Timeline<Slice>> series,
        List<Load> loads,
        Optional<Usage> usage,
        Optional<WarmUp> warmUp,
        Optional<String> remedy)
        implements Measurement {

    public Samples {
        operations = Collections.unmodifiableSortedMap(new TreeMap<>(operations));
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        histograms = Collections.unmodifiableMap(new LinkedHashMap<>(histograms));
        series = Collections.unmodifiableMap(new LinkedHashMap<>(series));
        loads = Loads.sorted(loads);
    }

    /** Requests of which it is not told when each began. */
    public Samples(
            Optional<Instant> first,
            Optional<Instant> last,
            SortedMap<String, Count> operations,
            Map<Question, Tally> answers,
            Map<Question, Histogram> histograms) {
        this(first, last, operations, answers, histograms, Map.of(), List.of(), Optional.empty(), Optional.empty());
    }

    /** Requests of which the tool tells all that it knows. */
    public Samples(
            Optional<Instant> first,
            Optional<Instant> last,
            SortedMap<String, Count> operations,
            Map<Question, Tally> answers,
            Map<Question, Histogram> histograms,
            Map<Question, Timeline<Slice>> series,
            List<Load> loads,
            Optional<Usage> usage,
            Optional<WarmUp> warmUp) {
        this(first, last, operations, answers, histograms, series, loads, usage, warmUp, Optional.empty());
    }

    /**
     * Requests of one operation.
     *
     * @param requests all of them
     * @param errors those that failed
     */
    public record Count(long requests, long errors) {

        public static final Count NONE = new Count(0, 0);

        public Count plus(Count other) {
            return new Count(Math.addExact(requests, other.requests), Math.addExact(errors, other.errors));
        }
    }

    /**
     * What was cut off.
     *
     * @param duration from the earliest request of each run; bins that begin within it are cut off as a whole
     * @param requests how many requests that removed
     */
    public record WarmUp(Duration duration, long requests) {}

    /** The same with the sentence that says how the tool is made to tell more. */
    public Samples withRemedy(String howToTellMore) {
        return new Samples(
                first, last, operations, answers, histograms, series, loads, usage, warmUp, Optional.of(howToTellMore));
    }

    /** The answer to a question; no trials when it was never asked or there is no such operation. */
    public Tally answer(Question question) {
        return answers.getOrDefault(question, Tally.NONE);
    }

    public Histogram histogram(Question question) {
        return histograms.getOrDefault(question, Histogram.EMPTY);
    }

    /** The answer to a question over time; nothing where times are not told. */
    public Timeline<Slice> series(Question question) {
        return series.getOrDefault(question, Timeline.empty());
    }

    /** How many of the requests that a question is about failed, whatever they took. */
    public long errors(Question question) {
        if (warmUp.isPresent()) {
            return series(question).total(Slice.NONE).errors();
        }
        return question.operation()
                .map(name -> operations.getOrDefault(name, Count.NONE))
                .orElseGet(() -> operations.values().stream().reduce(Count.NONE, Count::plus))
                .errors();
    }

    /** Whether it is told of every request when it began. */
    public boolean isTimed() {
        var told = loads.stream().mapToLong(Load::requests);
        long cut = warmUp.map(WarmUp::requests).orElse(0L);
        return !loads.isEmpty()
                && told.reduce(cut, Samples::sum)
                        == operations.values().stream()
                                .mapToLong(Count::requests)
                                .reduce(0, Samples::sum)
                && series.keySet().containsAll(answers.keySet());
    }

    /** Counts that a file makes up must not overflow. */
    private static long sum(long one, long other) {
        return other > Long.MAX_VALUE - one ? Long.MAX_VALUE : one + other;
    }

    /** The load of each run, in order. Files that overlap in time by half of the shorter are of one run. */
    public List<Load> runs() {
        return Loads.runs(loads);
    }

    /** How long load was put on, all runs together: see {@link Load#duration}. */
    public Duration duration() {
        return runs().stream().map(Load::duration).reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * The same without the beginning of each run. Whole bins are cut off, so that what is left holds nothing of the warm-up;
     * percentiles are no longer shown, and {@code operations} stay those of the whole.
     *
     * @throws IllegalStateException when it is not told of every request when it began
     */
    public Samples without(Duration beginning) {
        if (!isTimed()) {
            throw new IllegalStateException("the warm-up cannot be told from the rest");
        }
        var runs = runs();
        var rest = new LinkedHashMap<Question, Timeline<Slice>>();
        series.forEach((question, timeline) -> rest.put(question, timeline.without(within(timeline, runs, beginning))));
        var answered = new LinkedHashMap<Question, Tally>();
        rest.forEach((question, timeline) ->
                answered.put(question, timeline.total(Slice.NONE).tally()));
        var later = loads.stream()
                .map(load -> new Load(
                        load.first(), load.last(), load.timeline().without(within(load.timeline(), runs, beginning))))
                .toList();
        long removed = loads.stream().mapToLong(Load::requests).sum()
                - later.stream().mapToLong(Load::requests).sum();
        return new Samples(
                first,
                last,
                operations,
                answered,
                Map.of(),
                rest,
                later,
                usage,
                Optional.of(new WarmUp(beginning, removed)),
                remedy);
    }

    private static LongPredicate within(Timeline<?> timeline, List<Load> runs, Duration beginning) {
        return bin -> runs.stream()
                .anyMatch(run -> bin >= timeline.bin(run.first())
                        && timeline.begin(bin).isBefore(run.first().plus(beginning)));
    }

    @Override
    public Samples merge(Measurement other) {
        var that = Measurement.as(Samples.class, other);
        return new Samples(
                Stream.of(first, that.first).flatMap(Optional::stream).min(Instant::compareTo),
                Stream.of(last, that.last).flatMap(Optional::stream).max(Instant::compareTo),
                new TreeMap<>(both(operations, that.operations, Count::plus)),
                both(answers, that.answers, Tally::plus),
                both(histograms, that.histograms, Histogram::plus),
                both(series, that.series, Timeline::plus),
                Stream.concat(loads.stream(), that.loads.stream()).toList(),
                Usage.both(usage, that.usage),
                Stream.of(warmUp, that.warmUp).flatMap(Optional::stream).findFirst(),
                Stream.of(remedy, that.remedy).flatMap(Optional::stream).min(String::compareTo));
    }

    private static <K, V> Map<K, V> both(Map<K, V> one, Map<K, V> other, BinaryOperator<V> sum) {
        var all = new LinkedHashMap<>(one);
        other.forEach((key, value) -> all.merge(key, value, sum));
        return all;
    }
}
