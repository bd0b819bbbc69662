package io.github.genaigate.statistics;

import io.github.genaigate.model.Share;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Many claims with one promise: how sure all of them together are, and how sure each has to be for that. Nothing is assumed
 * of how the claims depend on each other.
 *
 * @param confidence of one claim, or of all of them together
 * @param claims how many there are
 */
public record Simultaneous(Share confidence, int claims) {

    private static final int DIGITS = 12;

    public Simultaneous {
        if (claims < 1 || !ShareTest.usable(confidence)) {
            throw new IllegalArgumentException("no such claims: " + claims + " at " + confidence);
        }
    }

    /** The confidence that no claim is met falsely when each is judged at the confidence given; 0 % when nothing is sure. */
    public Share together() {
        return new Share(BigDecimal.ONE
                .subtract(error().multiply(BigDecimal.valueOf(claims)))
                .max(BigDecimal.ZERO));
    }

    /** The confidence for each claim with which all of them hold together at the confidence given, after Bonferroni. */
    public Share bonferroni() {
        return holm(0);
    }

    /**
     * The same after Holm: claims that are met at this confidence are set aside, and the others judged anew with their
     * number, until no further one is met.
     *
     * @param met how many claims are set aside already
     */
    public Share holm(int met) {
        if (met < 0 || met >= claims) {
            throw new IllegalArgumentException("no such claims: " + met + " of " + claims);
        }
        var left = BigDecimal.valueOf((long) claims - met);
        var each = error().divide(left, DIGITS, RoundingMode.FLOOR);
        var some = each.signum() > 0 ? each : error().divide(left, new MathContext(1, RoundingMode.FLOOR));
        return new Share(BigDecimal.ONE.subtract(some));
    }

    private BigDecimal error() {
        return confidence.complement().fraction();
    }
}
