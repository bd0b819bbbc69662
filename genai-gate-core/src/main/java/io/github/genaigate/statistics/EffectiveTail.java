package io.github.genaigate.statistics;

import io.github.genaigate.model.Share;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalLong;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The tail of dependent samples: trials and failures divided by the design effect, with the beta distribution for real
 * numbers in place of the binomial one. What is too close to call proves nothing.
 */
record EffectiveTail(long trials, BigDecimal designEffect, Share limit, Share confidence) implements Tail {

    private static final double CLOSE = 1e-9;

    /** The bounds when there were so many samples of the same share and dependence. */
    static EffectiveTail of(ShareSample sample, long samples, Share confidence) {
        var factor = scaled(sample.dependence().designEffect(confidence), sample.trials(), samples);
        return new EffectiveTail(sample.trials(), factor, confidence, confidence);
    }

    /** So many samples of the same share and dependence count as the same counts with a smaller design effect. */
    static BigDecimal scaled(BigDecimal designEffect, long trials, long samples) {
        return designEffect
                .multiply(BigDecimal.valueOf(trials))
                .divide(BigDecimal.valueOf(samples), MathContext.DECIMAL64);
    }

    @Override
    public boolean provesWithin(long failures) {
        double p = limit.fraction().doubleValue();
        return trials > 0
                && (p == 1 || (failures < trials && within(failures).survivalProbability(p) <= level() * (1 - CLOSE)));
    }

    @Override
    public boolean provesBeyond(long failures) {
        double p = limit.fraction().doubleValue();
        return failures > 0 && beyond(failures).cumulativeProbability(p) < level() * (1 - CLOSE);
    }

    @Override
    public double lowerBound(long failures) {
        return failures == 0 ? 0 : beyond(failures).inverseCumulativeProbability(level());
    }

    @Override
    public double upperBound(long failures) {
        return failures == trials ? 1 : within(failures).inverseSurvivalProbability(level());
    }

    @Override
    public OptionalLong tolerated() {
        if (!provesWithin(0)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                Forecast.first(1, trials, failures -> !provesWithin(failures)).orElse(trials + 1) - 1);
    }

    private BetaDistribution within(long failures) {
        return BetaDistribution.of(effective(failures) + 1, effective(trials - failures));
    }

    private BetaDistribution beyond(long failures) {
        return BetaDistribution.of(effective(failures), effective(trials - failures) + 1);
    }

    private double effective(long count) {
        return count / designEffect.doubleValue();
    }

    private double level() {
        return confidence.complement().fraction().doubleValue();
    }
}
