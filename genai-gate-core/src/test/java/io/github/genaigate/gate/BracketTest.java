package io.github.genaigate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Histogram;
import io.github.genaigate.model.Load;
import io.github.genaigate.model.Metric;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Samples;
import io.github.genaigate.model.Slice;
import io.github.genaigate.model.Tally;
import io.github.genaigate.model.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said of a limit that nobody counted is what a gate that counts it would say, or bounds around it. */
class BracketTest {

    /** One request, in a second of its own. */
    private record Request(long micros, boolean failed) {}

    private static Question within(long micros) {
        return new Question(Optional.empty(), Metric.DURATION, Duration.ofNanos(micros * 1_000));
    }

    private static Samples counted(List<Request> requests, boolean timed, List<Long> limits) {
        var answers = new HashMap<Question, Tally>();
        var histograms = new HashMap<Question, Histogram>();
        var series = new HashMap<Question, Timeline<Slice>>();
        var buckets = new TreeMap<Integer, Long>();
        requests.stream()
                .filter(one -> !one.failed())
                .forEach(one -> buckets.merge(Histogram.bucket(one.micros()), 1L, Long::sum));
        for (long limit : limits) {
            var bins = new TreeMap<Long, Slice>();
            for (int i = 0; i < requests.size(); i++) {
                var one = requests.get(i);
                boolean beyond = one.failed() || one.micros() > limit;
                bins.put((long) i, new Slice(Tally.exact(1, beyond ? 1 : 0, 0), one.failed() ? 1 : 0));
            }
            var timeline = new Timeline<>(0, bins);
            answers.put(within(limit), timeline.total(Slice.NONE).tally());
            histograms.put(within(limit), new Histogram(buckets));
            if (timed) {
                series.put(within(limit), timeline);
            }
        }
        long errors = requests.stream().filter(Request::failed).count();
        return new Samples(
                Optional.of(Instant.EPOCH),
                Optional.of(Instant.EPOCH),
                new TreeMap<>(Map.of("chat", new Samples.Count(requests.size(), errors))),
                answers,
                histograms,
                series,
                List.<Load>of(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void neverSaysWhatACountWouldNot() {
        var random = new Random(11);
        int settled = 0;
        for (int i = 0; i < 5_000; i++) {
            settled += agrees(random) ? 1 : 0;
        }

        assertThat(settled).as("both sorts were seen").isBetween(1_000, 4_500);
    }

    /** Whether it was settled. */
    private static boolean agrees(Random random) {
        int spread = random.nextInt(5, 3_000);
        var requests = IntStream.range(0, random.nextInt(1, 60))
                .mapToObj(i -> new Request(random.nextInt(spread), random.nextInt(10) == 0))
                .toList();
        long limit = random.nextInt(3_000);
        var limits = IntStream.range(0, random.nextInt(1, 4))
                .mapToObj(i -> (long) random.nextInt(spread))
                .map(one -> one == limit ? limit + 1 : one)
                .distinct()
                .toList();
        boolean timed = random.nextBoolean();
        var bracket =
                Bracket.of(counted(requests, timed, limits), within(limit)).orElseThrow();
        var real = counted(requests, timed, List.of(limit));
        var tally = real.answer(within(limit));

        assertThat(bracket.tally().trials()).isEqualTo(tally.trials());
        assertThat(tally.failuresAtMost())
                .isBetween(bracket.tally().failuresAtLeast(), bracket.tally().failuresAtMost());
        if (bracket.settled()) {
            assertThat(bracket.tally()).isEqualTo(tally);
            assertThat(bracket.fewest())
                    .isEqualTo(Optional.ofNullable(real.series().get(within(limit))));
            assertThat(bracket.histogram()).isEqualTo(real.histogram(within(limit)));
        }
        return bracket.settled();
    }

    private static final List<Request> ONE_SLOW = List.of(
            new Request(100, false), new Request(100, false), new Request(5_000, false), new Request(100, true));

    private static Optional<Bracket> bracket(long limit, Long... counted) {
        return Bracket.of(counted(ONE_SLOW, true, List.of(counted)), within(limit));
    }

    @Test
    void settlesWhatTheHistogramTellsApart() {
        assertThat(bracket(1_000, 2_000L).orElseThrow().settled())
                .as("the slow one and the failed one, as at 2 ms")
                .isTrue();
        assertThat(bracket(9_000, 2_000L).orElseThrow().settled())
                .as("only the failed one")
                .isTrue();
        assertThat(bracket(9_000, 2_000L).orElseThrow().tally()).isEqualTo(Tally.exact(4, 1, 0));
    }

    @Test
    void leavesOpenWhatLiesInOneBucket() {
        var open = bracket(5_000, 2_000L, 20_000L).orElseThrow();

        assertThat(open.settled()).isFalse();
        assertThat(open.tally()).isEqualTo(new Tally(4, 1, 2, 0));
    }

    @Test
    void knowsNothingWhereNothingWasAsked() {
        var samples = counted(ONE_SLOW, true, List.of(2_000L));

        assertThat(Bracket.of(samples, new Question(Optional.of("chat"), Metric.DURATION, Duration.ofSeconds(1))))
                .isEmpty();
    }
}
