package io.github.genaigate.statistics;

import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Share;
import java.math.BigDecimal;
import java.util.OptionalLong;

/**
 * The question whether a share is no greater than a baseline's plus a margin.
 *
 * <p>With independent samples and no margin, Fisher's exact test answers it. Otherwise the bounds of both shares do, each at
 * half of the error allowed, so that both hold at the confidence given, whatever the true shares are; with
 * dependent samples that is as true as their design effects are.
 *
 * @param current the share in question
 * @param baseline what it is compared with
 * @param margin how much greater it may be, negative where it has to be less
 * @param confidence how sure each answer is, from 50 % to below 100 %
 */
public record ShareComparison(ShareSample current, ShareSample baseline, BigDecimal margin, Share confidence) {

    private static final double CLOSE = 1e-9;

    public ShareComparison {
        if (!ShareTest.usable(confidence) || margin.abs().compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("no such comparison: " + margin + " at " + confidence);
        }
    }

    /** Met when it is shown to be no greater, not met when it is shown to be greater. */
    public Outcome outcome() {
        if (current.trials() == 0 || baseline.trials() == 0) {
            return Outcome.UNPROVEN;
        }
        if (!isExact()) {
            return interval().outcome(Direction.AT_MOST, margin);
        }
        double level = confidence.complement().fraction().doubleValue() * (1 - CLOSE);
        if (FisherTail.atMost(current, baseline) <= level) {
            return Outcome.MET;
        }
        return FisherTail.atMost(baseline, current) <= level ? Outcome.NOT_MET : Outcome.UNPROVEN;
    }

    /** Whether Fisher's test decides. */
    public boolean isExact() {
        return margin.signum() == 0
                && current.isIndependent(confidence)
                && baseline.isIndependent(confidence)
                && current.trials() < FisherTail.MOST
                && baseline.trials() < FisherTail.MOST;
    }

    /** The share less the baseline's is at least this. */
    public double lowerBound() {
        return interval().lower();
    }

    /** The share less the baseline's is at most this. */
    public double upperBound() {
        return interval().upper();
    }

    /** Where more samples of the same shares would lead; nowhere when the difference is the margin. */
    public Outcome tendency() {
        int side = difference().compareTo(margin);
        return side == 0 ? Outcome.UNPROVEN : side < 0 ? Outcome.MET : Outcome.NOT_MET;
    }

    /**
     * How many further samples of the share in question would do if both shares stay and the baseline remains as it is;
     * empty when no number would. By the bounds, which Fisher's test may be ahead of.
     */
    public OptionalLong furtherSamples() {
        if (outcome() != Outcome.UNPROVEN) {
            return OptionalLong.of(0);
        }
        if (tendency() == Outcome.UNPROVEN || current.trials() == 0 || baseline.trials() == 0) {
            return OptionalLong.empty();
        }
        var half = half();
        double lower = baseline.lower(half);
        double upper = baseline.upper(half);
        var all = Forecast.first(current.trials() + 1, Forecast.MOST, samples -> {
            var tail = EffectiveTail.of(current, samples, half);
            return new Interval(tail.lowerBound(current.hits()) - upper, tail.upperBound(current.hits()) - lower)
                            .outcome(Direction.AT_MOST, margin)
                    != Outcome.UNPROVEN;
        });
        return all.isEmpty() ? all : OptionalLong.of(all.getAsLong() - current.trials());
    }

    /** The difference for people to read. */
    public BoundsText text() {
        return new BoundsText(Direction.AT_MOST, margin, difference(), lowerBound(), upperBound(), outcome());
    }

    private BigDecimal difference() {
        return current.observed().subtract(baseline.observed());
    }

    private Interval interval() {
        return EffectTest.split(current, baseline, BigDecimal.ONE, confidence);
    }

    private Share half() {
        return new Family(confidence, 2).bonferroni();
    }
}
