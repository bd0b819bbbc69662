package io.github.genaigate.statistics.simulation;

import io.github.genaigate.model.Share;
import io.github.genaigate.statistics.Dependence;
import java.util.function.BiFunction;

/**
 * One kind of run.
 *
 * @param what happens in it
 * @param source where its failures come from
 * @param bins of time, or cases
 * @param limit the share of failures allowed
 * @param estimator of the dependence
 */
record Scenario(String what, Source source, int bins, Share limit, BiFunction<long[], long[], Dependence> estimator) {

    static Scenario inTime(String what, Source source, int bins, String limit) {
        return new Scenario(what, source, bins, share(limit), Dependence::inTime);
    }

    static Scenario ofRepeats(String what, Source source, int cases, String limit) {
        return new Scenario(what, source, cases, share(limit), Dependence::ofRepeats);
    }

    private static Share share(String text) {
        return Share.parse(text).value().orElseThrow();
    }
}
