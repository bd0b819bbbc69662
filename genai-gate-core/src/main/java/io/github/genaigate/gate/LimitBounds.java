package io.github.genaigate.gate;

import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Histogram;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Measurement;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Samples;
import io.github.genaigate.model.Slice;
import io.github.genaigate.model.Spans;
import io.github.genaigate.model.Tally;
import io.github.genaigate.model.Timeline;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Answers to questions that were not asked when requests were counted (rule R4). No more requests fail at a limit than at a tighter
 * one, and no fewer than at a looser one; where no successful request took longer, only those fail that failed by themselves.
 *
 * @param most whether as many are taken to fail as can have failed; else as few
 */
record LimitBounds(boolean most) implements FactsView.Answers {

    @Override
    public Lookup<Measurement> apply(Lookup<Measurement> measurement, Set<Question> questions) {
        return measurement.then(known -> known instanceof Samples samples ? answered(samples, questions) : measurement);
    }

    /** Whether it makes a difference which bounds are taken. */
    static boolean areNeeded(Lookup<Measurement> measurement, Set<Question> questions) {
        return Known.of(measurement)
                .filter(Samples.class::isInstance)
                .map(samples -> !((Samples) samples).answers().keySet().containsAll(questions))
                .orElse(false);
    }

    private Lookup<Measurement> answered(Samples samples, Set<Question> questions) {
        var answers = new LinkedHashMap<>(samples.answers());
        var series = new LinkedHashMap<>(samples.series());
        for (Question question : questions) {
            if (answers.containsKey(question)) {
                continue;
            }
            var same = samples.answers().keySet().stream()
                    .filter(asked ->
                            asked.operation().equals(question.operation()) && asked.metric() == question.metric())
                    .toList();
            var bound = bound(samples, question, same);
            if (bound.isEmpty()) {
                return Lookup.absent(Recorded.unknown("how many requests "
                        + question.operation().map(name -> "of " + name + " ").orElse("") + "were within "
                        + Spans.format(question.limit())));
            }
            answers.put(question, bound.get().tally());
            bound.get().series().ifPresent(timeline -> series.put(question, timeline));
        }
        return Lookup.found(
                new Samples(
                        samples.first(),
                        samples.last(),
                        samples.operations(),
                        answers,
                        samples.histograms(),
                        series,
                        samples.loads(),
                        samples.usage(),
                        samples.warmUp(),
                        samples.remedy()),
                Assurance.ATTESTED);
    }

    private record Bound(Tally tally, Optional<Timeline<Slice>> series) {}

    private Optional<Bound> bound(Samples samples, Question question, List<Question> same) {
        Stream<Question> candidates =
                same.stream().filter(asked -> most == (asked.limit().compareTo(question.limit()) < 0));
        var order = Comparator.comparing(Question::limit);
        var nearest = most ? candidates.max(order) : candidates.min(order);
        if (nearest.isPresent()) {
            return Optional.of(new Bound(
                    samples.answer(nearest.get()),
                    Optional.ofNullable(samples.series().get(nearest.get()))));
        }
        return same.stream()
                .filter(asked -> !most || allWithin(samples.histogram(asked), question.limit(), samples.answer(asked)))
                .findFirst()
                .map(asked -> onlyErrors(samples, asked));
    }

    /** Whether every successful request is known to have been within the limit. */
    private static boolean allWithin(Histogram histogram, Duration limit, Tally tally) {
        if (histogram.counts().isEmpty()
                || !tally.isExact()
                || histogram.total() + tally.failuresAtMost() < tally.trials()) {
            return false;
        }
        long slowest = Histogram.upperBound(histogram.counts().lastKey());
        return Duration.of(slowest, ChronoUnit.MICROS).compareTo(limit) <= 0;
    }

    private static Bound onlyErrors(Samples samples, Question asked) {
        var tally = samples.answer(asked);
        long errors = Math.min(samples.errors(asked), tally.trials());
        var series = Optional.ofNullable(samples.series().get(asked)).map(timeline -> {
            Map<Long, Slice> bins = new TreeMap<>();
            timeline.bins()
                    .forEach((bin, slice) -> bins.put(
                            bin,
                            new Slice(
                                    Tally.exact(
                                            slice.tally().trials(),
                                            Math.min(
                                                    slice.errors(),
                                                    slice.tally().trials()),
                                            slice.tally().unmeasured()),
                                    slice.errors())));
            return new Timeline<>(timeline.power(), new TreeMap<>(bins));
        });
        return new Bound(Tally.exact(tally.trials(), errors, tally.unmeasured()), series);
    }
}
