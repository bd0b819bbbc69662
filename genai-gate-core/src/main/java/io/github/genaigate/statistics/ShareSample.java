package io.github.genaigate.statistics;

import io.github.genaigate.model.Share;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A share as it was sampled.
 *
 * @param trials how many were looked at
 * @param hits how many of them are in the share: failures, or successes, whatever the share is of
 * @param dependence of the samples
 */
public record ShareSample(long trials, long hits, Dependence dependence) implements Arm {

    /** More than the error of the bounds, so that what is too close to call proves nothing. */
    private static final double HAIR = 1e-9;

    public ShareSample {
        if (hits < 0 || hits > trials) {
            throw new IllegalArgumentException("no such counts: " + trials + ", " + hits);
        }
    }

    public static ShareSample independent(long trials, long hits) {
        return new ShareSample(trials, hits, Dependence.NONE);
    }

    @Override
    public long samples() {
        return trials;
    }

    @Override
    public BigDecimal observed() {
        return trials == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(hits).divide(BigDecimal.valueOf(trials), MathContext.DECIMAL128);
    }

    @Override
    public double lower(Share confidence) {
        return Math.max(0, test(confidence).lowerBound() - HAIR);
    }

    /** Too few clusters to tell how many there will be leave it at 1. */
    @Override
    public double upper(Share confidence) {
        return dependence.tooFewClusters() ? 1 : Math.min(1, test(confidence).upperBound() + HAIR);
    }

    boolean isIndependent(Share confidence) {
        return !dependence.tooFewClusters()
                && dependence.designEffect(confidence).compareTo(BigDecimal.ONE) == 0;
    }

    /** The bounds do not depend on the limit. */
    private ShareTest test(Share confidence) {
        return ShareTest.exact(trials, hits, confidence, confidence).under(dependence);
    }
}
