package io.github.genaigate.criterion;

import io.github.genaigate.model.CommonSettings;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Effort;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Share;
import io.github.genaigate.statistics.SamplePlan;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Tells the effort for a share claim. */
final class Efforts {

    private final Demand demand;
    private final Share failing;
    private final Share probability;

    Efforts(Demand demand, Share failing, Share probability) {
        this.demand = demand;
        this.failing = failing;
        this.probability = probability;
    }

    /**
     * One claim.
     *
     * @param demanded the share that must succeed
     * @param minimum the fewest samples that prove anything
     */
    Effort of(
            String claim,
            String thing,
            Share demanded,
            int minimum,
            Optional<BigDecimal> rate,
            Optional<Duration> minimumDuration,
            Place place) {
        var confidence = demand.settings().get(CommonSettings.CONFIDENCE);
        var limit = demanded.complement();
        var assumed = new Share(limit.fraction().multiply(failing.fraction()));
        var plan = new SamplePlan(limit, confidence);
        return new Effort(
                claim,
                thing,
                demanded,
                assumed.complement(),
                confidence,
                atLeast(plan.samples(new Share(BigDecimal.ZERO), probability), minimum),
                atLeast(plan.samples(assumed, probability), minimum),
                rate,
                minimumDuration,
                place);
    }

    private static OptionalLong atLeast(OptionalLong samples, int minimum) {
        return samples.isPresent() ? OptionalLong.of(Math.max(samples.getAsLong(), minimum)) : samples;
    }
}
