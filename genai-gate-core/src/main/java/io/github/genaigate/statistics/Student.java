package io.github.genaigate.statistics;

import io.github.genaigate.model.Share;
import org.apache.commons.statistics.distribution.TDistribution;

/** How many standard errors a mean may be off, at a confidence. */
final class Student {

    /** Farther out than the error of the quantile, so that what is too close to call proves nothing. */
    private static final double OUTWARD = 1 + 1e-11;

    private Student() {}

    /**
     * The quantile of Student's distribution, 0 or more.
     *
     * @param freedom the degrees of freedom
     */
    static double reach(double freedom, Share confidence) {
        var student = TDistribution.of(freedom);
        double error = confidence.complement().fraction().doubleValue();
        double near = student.inverseSurvivalProbability(error);
        // the solver stops within 1e-9, and one step of Newton's goes the rest of the way
        double nearer = near + (student.survivalProbability(near) - error) / student.density(near);
        return Math.max(0, Double.isFinite(nearer) ? nearer : near) * OUTWARD;
    }
}
