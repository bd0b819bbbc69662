package io.github.genaigate.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Requests of a load test, counted.
 *
 * @param first when the earliest request began
 * @param last when the latest request began
 * @param operations requests and errors by operation, all operations of the file, asked for or not
 * @param answers the tally for every question asked
 * @param histograms by question, for showing percentiles; empty where only a summary is at hand
 */
public record Samples(
        Optional<Instant> first,
        Optional<Instant> last,
        SortedMap<String, Count> operations,
        Map<Question, Tally> answers,
        Map<Question, Histogram> histograms)
        implements Measurement {

    public Samples {
        operations = Collections.unmodifiableSortedMap(new TreeMap<>(operations));
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        histograms = Collections.unmodifiableMap(new LinkedHashMap<>(histograms));
    }

    /**
     * Requests of one operation.
     *
     * @param requests all of them
     * @param errors those that failed
     */
    public record Count(long requests, long errors) {
        public Count plus(Count other) {
            return new Count(Math.addExact(requests, other.requests), Math.addExact(errors, other.errors));
        }
    }

    /** The answer to a question; no trials when it was never asked or there is no such operation. */
    public Tally answer(Question question) {
        return answers.getOrDefault(question, Tally.NONE);
    }

    public Histogram histogram(Question question) {
        return histograms.getOrDefault(question, Histogram.EMPTY);
    }

    @Override
    public Samples merge(Measurement other) {
        var that = Measurement.as(Samples.class, other);
        var bothOperations = new TreeMap<>(operations);
        that.operations.forEach((name, count) -> bothOperations.merge(name, count, Count::plus));
        var bothAnswers = new LinkedHashMap<>(answers);
        that.answers.forEach((question, tally) -> bothAnswers.merge(question, tally, Tally::plus));
        var bothHistograms = new LinkedHashMap<>(histograms);
        that.histograms.forEach((question, histogram) -> bothHistograms.merge(question, histogram, Histogram::plus));
        return new Samples(
                Stream.of(first, that.first).flatMap(Optional::stream).min(Instant::compareTo),
                Stream.of(last, that.last).flatMap(Optional::stream).max(Instant::compareTo),
                bothOperations,
                bothAnswers,
                bothHistograms);
    }
}
