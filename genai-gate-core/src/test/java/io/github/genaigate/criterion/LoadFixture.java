package io.github.genaigate.criterion;

import io.github.genaigate.model.Load;
import io.github.genaigate.model.Metric;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Samples;
import io.github.genaigate.model.Slice;
import io.github.genaigate.model.Tally;
import io.github.genaigate.model.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;

/** Load tests for the tests of criteria: so many requests, failures and slow ones in each second. */
final class LoadFixture {

    static final Question CHAT = new Question(Optional.of("chat"), Metric.DURATION, Duration.ofMillis(1_500));
    static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private LoadFixture() {}

    static Samples steady(int seconds, long perSecond) {
        return run(0, seconds, second -> perSecond, second -> 0);
    }

    /** Each request takes half a second; the errors are slow ones as well. */
    static Samples run(long from, int seconds, LongUnaryOperator requests, LongUnaryOperator errors) {
        var moments = new TreeMap<Long, Load.Moment>();
        var slices = new TreeMap<Long, Slice>();
        long all = 0;
        long failed = 0;
        for (long second = 0; second < seconds; second++) {
            long n = requests.applyAsLong(second);
            long k = errors.applyAsLong(second);
            if (n > 0) {
                long bin = START.getEpochSecond() + from + second;
                moments.put(bin, new Load.Moment(n, k, 500_000 * n));
                slices.put(bin, new Slice(Tally.exact(n, k, 0), k));
            }
            all += n;
            failed += k;
        }
        var first = START.plusSeconds(from);
        var last = first.plusSeconds(seconds);
        return new Samples(
                Optional.of(first),
                Optional.of(last),
                new TreeMap<>(Map.of("chat", new Samples.Count(all, failed))),
                Map.of(CHAT, Tally.exact(all, failed, 0)),
                Map.of(),
                Map.of(CHAT, new Timeline<>(0, slices)),
                List.of(new Load(first, last, new Timeline<>(0, moments))),
                Optional.empty(),
                Optional.empty());
    }

    static Samples untimed(long requests) {
        return new Samples(
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(Map.of("chat", new Samples.Count(requests, 0))),
                Map.of(CHAT, Tally.exact(requests, 0, 0)),
                Map.of());
    }
}
