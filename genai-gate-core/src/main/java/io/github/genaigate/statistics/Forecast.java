package io.github.genaigate.statistics;

import io.github.genaigate.model.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;
import java.util.function.LongPredicate;

/**
 * How many more samples would settle an open question if the share of failures stays. No verdict rests on it.
 *
 * @param test the open question
 */
record Forecast(ShareTest test) {

    static final long MOST = 1_000_000_000L;
    private static final double LIKELY = 0.8;

    OptionalLong furtherSamples() {
        Outcome tendency = test.tendency();
        if (tendency == Outcome.UNPROVEN || !test.isExact() || test.trials() >= MOST) {
            return OptionalLong.empty();
        }
        var needed = independent() ? needed(tendency) : neededInEffect(tendency);
        return needed.isEmpty() ? needed : OptionalLong.of(Math.max(1, needed.getAsLong() - test.trials()));
    }

    OptionalLong likelySamples() {
        var just = test.tendency() == Outcome.MET ? furtherSamples() : OptionalLong.empty();
        if (just.isEmpty()) {
            return just;
        }
        double share = test.trials() == 0 ? 0 : (double) failures() / test.trials();
        var all = new SamplePlan(test.limit(), test.confidence()).samples(share, LIKELY, test.designEffect());
        return all.isEmpty() ? all : OptionalLong.of(Math.max(just.getAsLong(), all.getAsLong() - test.trials()));
    }

    private boolean independent() {
        return test.designEffect().compareTo(BigDecimal.ONE) == 0;
    }

    private OptionalLong needed(Outcome tendency) {
        return tendency == Outcome.MET ? samplesToMeet() : samplesToRefute();
    }

    private OptionalLong neededInEffect(Outcome tendency) {
        var just = first(test.trials() + 1, MOST, samples -> {
            var factor = EffectiveTail.scaled(test.designEffect(), test.trials(), samples);
            var tail = new EffectiveTail(test.trials(), factor, test.limit(), test.confidence());
            return tendency == Outcome.MET ? tail.provesWithin(failures()) : tail.provesBeyond(failures());
        });
        boolean clusters = tendency == Outcome.MET && test.dependence().tooFewClusters();
        return just.isEmpty() || !clusters ? just : OptionalLong.of(Math.max(just.getAsLong(), samplesWithClusters()));
    }

    /** The samples that hold enough clusters when they stay as frequent. */
    private long samplesWithClusters() {
        return BigDecimal.valueOf(test.trials())
                .multiply(BigDecimal.valueOf(Dependence.FEWEST_CLUSTERS))
                .divide(BigDecimal.valueOf(test.dependence().hit()), 0, RoundingMode.CEILING)
                .longValueExact();
    }

    /** Failures come in whole numbers: take the fewest with which so many samples as hold no more of them will do. */
    private OptionalLong samplesToMeet() {
        if (failures() == 0) {
            return proving(0);
        }
        var enough = first(failures(), mostFailures(), k -> {
            var proving = proving(k);
            return proving.isPresent() && proving.getAsLong() <= samplesWith(k, RoundingMode.FLOOR);
        });
        return enough.isEmpty()
                ? enough
                : OptionalLong.of(Math.max(
                        proving(enough.getAsLong()).orElseThrow(),
                        samplesWith(enough.getAsLong() - 1, RoundingMode.FLOOR) + 1));
    }

    private OptionalLong proving(long failures) {
        return new SamplePlan(test.limit(), test.confidence()).proving(failures);
    }

    private OptionalLong samplesToRefute() {
        var enough = first(
                failures() + 1,
                mostFailures(),
                k -> tail().compareBeyond(k, samplesWith(k, RoundingMode.CEILING), BinomialTail.FOR_A_FORECAST) < 0);
        return enough.isEmpty() ? enough : OptionalLong.of(samplesWith(enough.getAsLong(), RoundingMode.CEILING));
    }

    /** The samples that hold so many failures when the share stays. */
    private long samplesWith(long failures, RoundingMode rounding) {
        return BigDecimal.valueOf(failures)
                .multiply(BigDecimal.valueOf(test.trials()))
                .divide(BigDecimal.valueOf(failures()), 0, rounding)
                .longValueExact();
    }

    /** The failures that a billion samples hold when the share stays. */
    private long mostFailures() {
        return BigDecimal.valueOf(MOST)
                .multiply(BigDecimal.valueOf(failures()))
                .divideToIntegralValue(BigDecimal.valueOf(test.trials()))
                .longValueExact();
    }

    private long failures() {
        return test.failuresAtMost();
    }

    private CountedTail tail() {
        return new CountedTail(test.trials(), test.limit(), test.confidence());
    }

    /** The first number in the range that does, when all after it do as well: by doubling steps, then by halves. */
    static OptionalLong first(long from, long to, LongPredicate does) {
        long below = from - 1;
        long step = 1;
        long reached = from;
        while (reached <= to && !does.test(reached)) {
            below = reached;
            step *= 2;
            reached = reached == to ? to + 1 : Math.min(to, reached + step);
        }
        if (reached > to) {
            return OptionalLong.empty();
        }
        while (reached - below > 1) {
            long middle = below + (reached - below) / 2;
            if (does.test(middle)) {
                reached = middle;
            } else {
                below = middle;
            }
        }
        return OptionalLong.of(reached);
    }
}
