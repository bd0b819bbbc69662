package io.github.genaigate.statistics;

import io.github.genaigate.model.Share;
import java.math.BigDecimal;
import java.util.OptionalLong;
import org.apache.commons.statistics.distribution.BetaDistribution;

/** The tail of independent samples, exact in whole numbers. */
record CountedTail(long trials, Share limit, Share confidence) implements Tail {

    /** Counts beyond this are judged as so many of the same share, which proves less and never more. */
    private static final long MOST = 1_000_000_000_000L;

    @Override
    public boolean provesWithin(long failures) {
        boolean certain = limit.fraction().compareTo(BigDecimal.ONE) == 0;
        return trials > 0 && (certain || compare(scaledUp(failures), samples(), BinomialTail.FOR_A_VERDICT) <= 0);
    }

    @Override
    public boolean provesBeyond(long failures) {
        long scaled = scaledDown(failures);
        return scaled > 0 && compareBeyond(scaled, samples(), BinomialTail.FOR_A_VERDICT) < 0;
    }

    @Override
    public double lowerBound(long failures) {
        long k = scaledDown(failures);
        return k == 0 ? 0 : BetaDistribution.of((double) k, samples() - k + 1.0).inverseCumulativeProbability(level());
    }

    @Override
    public double upperBound(long failures) {
        long k = scaledUp(failures);
        return k == samples()
                ? 1
                : BetaDistribution.of(k + 1.0, samples() - (double) k).inverseSurvivalProbability(level());
    }

    @Override
    public OptionalLong tolerated() {
        if (!provesWithin(0)) {
            return OptionalLong.empty();
        }
        if (limit.fraction().compareTo(BigDecimal.ONE) == 0) {
            return OptionalLong.of(trials);
        }
        long most = Forecast.first(1, samples(), k -> compare(k, samples(), BinomialTail.FOR_A_FORECAST) > 0)
                        .orElse(samples() + 1)
                - 1;
        return OptionalLong.of(most);
    }

    /** The probability of at most so many failures at the limit, against the level. */
    int compare(long failures, long samples, long effort) {
        return BinomialTail.compare(samples, failures, limit.fraction(), exactLevel(), effort);
    }

    /** The probability of at least so many failures at the limit, against the level: at most the rest succeeds. */
    int compareBeyond(long failures, long samples, long effort) {
        return BinomialTail.compare(
                samples, samples - failures, limit.complement().fraction(), exactLevel(), effort);
    }

    private BigDecimal exactLevel() {
        return confidence.complement().fraction();
    }

    private double level() {
        return exactLevel().doubleValue();
    }

    private long samples() {
        return Math.min(trials, MOST);
    }

    private long scaledDown(long failures) {
        return trials <= MOST ? failures : scaled(failures, BigDecimal.ZERO);
    }

    private long scaledUp(long failures) {
        return trials <= MOST ? failures : scaled(failures, BigDecimal.valueOf(trials - 1));
    }

    private long scaled(long failures, BigDecimal slack) {
        return BigDecimal.valueOf(failures)
                .multiply(BigDecimal.valueOf(MOST))
                .add(slack)
                .divideToIntegralValue(BigDecimal.valueOf(trials))
                .longValueExact();
    }
}
