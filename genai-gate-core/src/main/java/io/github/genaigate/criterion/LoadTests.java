package io.github.genaigate.criterion;

import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Addable;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Observation;
import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Samples;
import io.github.genaigate.model.Setting;
import io.github.genaigate.model.Settings;
import io.github.genaigate.model.Spans;
import io.github.genaigate.model.Strictness;
import io.github.genaigate.model.Timeline;
import io.github.genaigate.statistics.Dependence;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.ToLongFunction;

/** What the criteria that rest on load tests have in common. */
final class LoadTests {

    static final Setting<Duration> MAXIMUM_WARM_UP = Setting.of(
            "maximumWarmUp",
            Kind.DURATION,
            Strictness.smaller(),
            "How much of the beginning of a load test may be left out as its warm-up.");

    static final Setting<Integer> MINIMUM_SAMPLES = Setting.of(
            "minimumSamples",
            Kind.COUNT,
            Strictness.larger(),
            "The fewest requests that prove anything, whatever their share within the limit.");

    private static final int MICROS = 6;

    private LoadTests() {}

    /** How much less dependent requests say than independent ones: from bins of time, the empty ones among them included. */
    static <V extends Addable<V>> Dependence dependence(
            Timeline<V> timeline, ToLongFunction<V> trials, ToLongFunction<V> failures) {
        var bins = timeline.bins();
        if (bins.isEmpty()) {
            return Dependence.NONE;
        }
        long first = bins.firstKey();
        int length = (int) (bins.lastKey() - first + 1);
        long[] tried = new long[length];
        long[] failed = new long[length];
        bins.forEach((bin, count) -> {
            tried[(int) (bin - first)] = trials.applyAsLong(count);
            failed[(int) (bin - first)] = failures.applyAsLong(count);
        });
        return Dependence.inTime(tried, failed);
    }

    /** What was left out is told. */
    static String warmUpNote(Samples samples) {
        return samples.warmUp()
                .map(cut -> "; " + Words.count(cut.requests(), "request") + " of the first "
                        + Spans.format(cut.duration()) + " left out as warm-up")
                .orElse("");
    }

    static Part observed(Part part, Samples samples) {
        var timed = samples.isTimed() ? part.observing(seconds("duration", samples.duration())) : part;
        return samples.warmUp()
                .map(cut -> timed.observing(
                        seconds("warmUp", cut.duration()),
                        Observation.of("warmUpRequests", cut.requests(), "requests")))
                .orElse(timed);
    }

    static Observation seconds(String name, Duration duration) {
        var seconds = BigDecimal.valueOf(duration.toNanos() / 1_000, MICROS).stripTrailingZeros();
        return Observation.of(name, seconds.scale() < 0 ? seconds.setScale(0) : seconds, "s");
    }

    /** A policy may limit what is left out. */
    static Part warmUpAllowed(Part part, Samples samples, String evidence, Settings settings) {
        var most = settings.find(MAXIMUM_WARM_UP);
        return samples.warmUp()
                .filter(cut -> most.filter(limit -> cut.duration().compareTo(limit) > 0)
                        .isPresent())
                .map(cut -> unproven(
                        part,
                        Absence.of(
                                Reason.NOT_ALLOWED,
                                Words.brief(evidence) + " leaves out the first " + Spans.format(cut.duration())
                                        + " as warm-up, and at most " + Spans.format(most.orElseThrow())
                                        + " are allowed",
                                "Warm the service up before the load test, and declare a warmUp of at most "
                                        + Spans.format(most.orElseThrow()))))
                .orElse(part);
    }

    /** A part that would be met is unproven for the reason given. */
    static Part unproven(Part part, Absence why) {
        return part.outcome() == Outcome.MET ? part.unlessRefuted(why) : part;
    }
}
