package io.github.genaigate.gate;

import io.github.genaigate.model.Histogram;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Samples;
import io.github.genaigate.model.Slice;
import io.github.genaigate.model.Tally;
import io.github.genaigate.model.Timeline;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of the requests that fail at a limit that nobody counted (rule R4). They are among those that fail at a tighter
 * limit, and those that fail at a looser one, or by themselves, are among them; the histogram bounds how many they are.
 *
 * @param tally from the fewest that fail to the most
 * @param fewest those that fail in any case, over time
 * @param histogram how long the requests took
 * @param settled whether the counts leave but one set of requests, so that tally and series are those of a gate that counted
 */
record Bracket(Tally tally, Optional<Timeline<Slice>> fewest, Histogram histogram, boolean settled) {

    /** A set of requests of which it is known how many they are, and when. */
    private record Failing(Tally tally, Optional<Timeline<Slice>> series) {

        static Failing at(Samples samples, Question asked) {
            return new Failing(
                    samples.answer(asked), Optional.ofNullable(samples.series().get(asked)));
        }

        /** Those that failed by themselves, whatever they took. */
        static Failing byThemselves(Samples samples, Question asked) {
            var tally = samples.answer(asked);
            var series = Optional.ofNullable(samples.series().get(asked)).map(timeline -> {
                var bins = new TreeMap<Long, Slice>();
                timeline.bins().forEach((bin, slice) -> bins.put(bin, errorsOf(slice)));
                return new Timeline<>(timeline.power(), bins);
            });
            return new Failing(errorsOf(tally, samples.errors(asked)), series);
        }

        private static Slice errorsOf(Slice slice) {
            return new Slice(errorsOf(slice.tally(), slice.errors()), slice.errors());
        }

        private static Tally errorsOf(Tally tally, long errors) {
            return Tally.exact(tally.trials(), Math.min(errors, tally.trials()), tally.unmeasured());
        }

        /** Whether it holds exactly so many. */
        boolean are(long number) {
            return tally.isExact() && tally.failuresAtMost() == number;
        }

        Bracket alone(Histogram histogram) {
            return new Bracket(tally, series, histogram, true);
        }
    }

    /** What is known; empty when nothing was asked about the operation and the metric, or the counts contradict each other. */
    static Optional<Bracket> of(Samples samples, Question question) {
        var order = Comparator.comparing(Question::limit);
        var asked = samples.answers().keySet().stream()
                .filter(one -> one.operation().equals(question.operation()) && one.metric() == question.metric())
                .sorted(order)
                .toList();
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        var any = asked.get(0);
        var limit = question.limit();
        var tighter = asked.stream()
                .filter(one -> one.limit().compareTo(limit) < 0)
                .max(order)
                .map(one -> Failing.at(samples, one));
        var looser = asked.stream()
                .filter(one -> one.limit().compareTo(limit) > 0)
                .findFirst()
                .map(one -> Failing.at(samples, one))
                .orElseGet(() -> Failing.byThemselves(samples, any));
        long trials = looser.tally().trials();
        long least = looser.tally().failuresAtLeast();
        long most = tighter.map(one -> one.tally().failuresAtMost()).orElse(trials);
        var histogram = samples.histogram(any);
        long errors = samples.errors(any);
        if (errors >= 0 && trials - errors == histogram.total() && histogram.total() > 0) {
            least = Math.max(least, errors + slower(histogram, limit, false));
            most = Math.min(most, errors + slower(histogram, limit, true));
        }
        if (least > most || most > trials) {
            return Optional.empty();
        }
        if (tighter.isPresent() && tighter.get().are(least)) {
            return Optional.of(tighter.get().alone(histogram));
        }
        return Optional.of(
                looser.are(most)
                        ? looser.alone(histogram)
                        : new Bracket(
                                new Tally(trials, least, most, looser.tally().unmeasured()),
                                looser.series(),
                                histogram,
                                false));
    }

    /** How many took longer: for certain, or with those of the bucket in which the limit lies. */
    private static long slower(Histogram histogram, Duration limit, boolean atMost) {
        long micros = limit.compareTo(Duration.ofDays(365)) > 0 ? Long.MAX_VALUE : (limit.toNanos() + 999) / 1_000;
        int bucket = Histogram.bucket(micros);
        boolean within = limit.compareTo(Duration.of(Histogram.upperBound(bucket), ChronoUnit.MICROS)) >= 0;
        return histogram.counts().tailMap(atMost && !within ? bucket : bucket + 1).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
