package io.github.genaigate.criterion;

import io.github.genaigate.model.Observation;
import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Samples;
import io.github.genaigate.model.Share;
import io.github.genaigate.model.Spans;
import io.github.genaigate.model.Tally;
import io.github.genaigate.statistics.Dependence;
import io.github.genaigate.statistics.ShareTest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * A budget or a ceiling, to be judged on one load test.
 *
 * @param part the name of the part
 * @param evidence the name of the load test
 * @param question what is asked of it
 * @param share the share of requests demanded within the limit
 */
record LatencyClaim(String part, String evidence, Question question, Share share) {

    private static final long NANOS_PER_MILLI = 1_000_000;

    /** Whether the load test holds the operation that it is about. */
    boolean occursIn(Samples samples) {
        return question.operation()
                .map(name -> samples.operations().containsKey(name))
                .orElse(true);
    }

    Part judge(Samples samples, Share confidence, int minimum, String note) {
        if (!occursIn(samples)) {
            return noSuchOperation(samples, question.operation().orElseThrow());
        }
        Tally tally = samples.answer(question);
        if (requests(tally) == 0) {
            return nothingMeasured(samples, confidence);
        }
        if (tally.unmeasured() > 0 && !refutedAtBest(tally, confidence)) {
            return incomplete(samples, tally);
        }
        var test = new ShareTest(
                requests(tally),
                tally.failuresAtLeast(),
                sum(tally.failuresAtMost(), tally.unmeasured()),
                share.complement(),
                confidence,
                dependence(samples, tally));
        return claim(test, samples, tally)
                .judge(minimum, LoadTests.warmUpNote(samples) + note)
                .observing(observations(samples, tally));
    }

    /** Of what was counted exactly; bounds have no order in time. */
    private Dependence dependence(Samples samples, Tally tally) {
        return tally.isExact() && tally.unmeasured() == 0
                ? LoadTests.dependence(
                        samples.series(question),
                        slice -> slice.tally().trials(),
                        slice -> slice.tally().failuresAtMost())
                : Dependence.NONE;
    }

    /** Whether it would not be met even if every request without the metric had been within the limit. */
    private boolean refutedAtBest(Tally tally, Share confidence) {
        return ShareTest.exact(requests(tally), tally.failuresAtLeast(), share.complement(), confidence)
                        .outcome()
                == Outcome.NOT_MET;
    }

    private ShareClaim claim(ShareTest test, Samples samples, Tally tally) {
        return new ShareClaim(
                part,
                subject(),
                "request",
                "were within " + limit(),
                test,
                improve(samples, tally),
                measure(samples, test));
    }

    private Part noSuchOperation(Samples samples, String operation) {
        var known = samples.operations().keySet();
        return Part.unproven(
                part,
                Reason.MISSING,
                subject() + ": operation " + Words.brief(operation) + " does not occur in " + brief(evidence)
                        + (known.isEmpty() ? ", which names no operation" : ", which has " + Words.few(known)),
                Words.meant(
                        operation,
                        known,
                        "Write the operation as the load test names it, or leave it out for all requests together"));
    }

    private Part nothingMeasured(Samples samples, Share confidence) {
        boolean answered = samples.answers().containsKey(question);
        var needed = ShareTest.exact(0, 0, share.complement(), confidence).furtherSamples();
        return answered
                ? Part.unproven(
                        part,
                        Reason.TOO_FEW_SAMPLES,
                        subject() + ": " + brief(evidence) + " holds no request"
                                + question.operation()
                                        .map(name -> " of " + Words.brief(name))
                                        .orElse("")
                                + LoadTests.warmUpNote(samples),
                        "Run the load test"
                                + (needed.isPresent()
                                        ? ": " + Words.count(needed.getAsLong(), "request")
                                                + " would do if all are within the limit"
                                        : ""))
                : Part.unproven(
                        part,
                        Reason.INCOMPLETE,
                        subject() + ": " + brief(evidence) + " does not tell the " + metric(),
                        samples.remedy()
                                .map(remedy -> remedy + ": the " + metric() + " is needed")
                                .orElse("Name evidence that measures the " + metric()));
    }

    private Part incomplete(Samples samples, Tally tally) {
        return Part.unproven(
                        part,
                        Reason.INCOMPLETE,
                        subject() + ": " + Words.count(tally.unmeasured()) + " of "
                                + Words.count(requests(tally), "request") + " in " + brief(evidence)
                                + " succeeded without a " + metric(),
                        samples.remedy()
                                .map(remedy -> remedy + ": the " + metric() + " of every request is needed")
                                .orElse("Let the load test record the " + metric() + " of every request"))
                .observing(
                        Observation.of("samples", requests(tally), "requests"),
                        Observation.of("unmeasured", tally.unmeasured(), "requests"));
    }

    private String improve(Samples samples, Tally tally) {
        long errors = samples.errors(question);
        boolean fastEnough = percentile(samples, tally)
                .filter(at -> at.compareTo(question.limit()) <= 0)
                .isPresent();
        if (tally.isExact() && errors > 0 && (fastEnough || errors >= tally.failuresAtLeast())) {
            return "Find out why " + Words.count(errors, "request")
                    + " failed: a failed request is not within the limit";
        }
        return "Make " + share + " of the requests take at most " + limit()
                + percentile(samples, tally)
                        .map(at -> ", the load test says at most " + Spans.format(at))
                        .orElse("")
                + (errors > 0 ? "; " + Words.count(errors) + " failed, which counts as beyond the limit" : "");
    }

    /** What a summary would have to publish, when any would do. */
    private String measure(Samples samples, ShareTest test) {
        var tolerated = test.tolerated();
        if (tolerated.isEmpty()) {
            return "Measure more: " + Words.count(test.trials(), "request")
                    + " are too few even if all are within the limit";
        }
        var percentile = BigDecimal.valueOf(test.trials() - tolerated.getAsLong())
                .movePointRight(2)
                .divide(BigDecimal.valueOf(test.trials()), 1, RoundingMode.CEILING)
                .stripTrailingZeros()
                .toPlainString();
        String missing = "a percentile from p(" + percentile + ") up to p(100)";
        return samples.remedy()
                .map(remedy -> remedy + ": " + missing + " would do")
                .orElse("Let the tool publish " + missing + ", or name evidence with one row for each request");
    }

    private Observation[] observations(Samples samples, Tally tally) {
        var errors = Observation.of("errors", samples.errors(question), "requests");
        var limit = Observation.of("limit", millis(question.limit()), "ms");
        return percentile(samples, tally)
                .map(at -> new Observation[] {errors, limit, Observation.of(percentileName(), millis(at), "ms")})
                .orElse(new Observation[] {errors, limit});
    }

    private String percentileName() {
        return "p" + share.fraction().movePointRight(2).stripTrailingZeros().toPlainString() + "AtMost";
    }

    /**
     * How long the demanded share of the successful requests took at most, in whole milliseconds from ten on. The histogram
     * rounds up, so that it is told as a bound; where the exact counts say that it is within the limit, the limit is the better figure.
     */
    private Optional<Duration> percentile(Samples samples, Tally tally) {
        var histogram = samples.histogram(question);
        var rank = share.fraction()
                .multiply(BigDecimal.valueOf(histogram.total()))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        boolean within = tally.isExact() && tally.trials() - tally.failuresAtMost() >= rank;
        return histogram
                .percentile(share)
                .map(LatencyClaim::rounded)
                .map(at -> within && at.compareTo(question.limit()) > 0 ? question.limit() : at);
    }

    private static Duration rounded(Duration exact) {
        long nanos = exact.toNanos();
        return nanos < 10 * NANOS_PER_MILLI
                ? exact
                : Duration.ofMillis((nanos + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI);
    }

    private static BigDecimal millis(Duration duration) {
        var millis = BigDecimal.valueOf(duration.toNanos(), 6).stripTrailingZeros();
        return millis.scale() < 0 ? millis.setScale(0) : millis;
    }

    private static long requests(Tally tally) {
        return sum(tally.trials(), tally.unmeasured());
    }

    /** A count that a file makes up must not overflow. */
    private static long sum(long one, long other) {
        return other > Long.MAX_VALUE - one ? Long.MAX_VALUE : one + other;
    }

    private String subject() {
        return part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1);
    }

    private String limit() {
        return Spans.format(question.limit());
    }

    private String metric() {
        return question.metric().word();
    }

    private static String brief(String name) {
        return Words.brief(name);
    }
}
