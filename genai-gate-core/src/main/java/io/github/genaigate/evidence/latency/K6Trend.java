package io.github.genaigate.evidence.latency;

import io.github.genaigate.evidence.PublishedQuantiles;
import io.github.genaigate.input.Json;
import java.util.Optional;

/**
 * What a k6 summary publishes of one trend, in milliseconds.
 *
 * @param count how many values there are, when published
 * @param quantiles of the values
 */
record K6Trend(Optional<Long> count, PublishedQuantiles quantiles) {

    static K6Trend of(Json.Value values) {
        return new K6Trend(
                K6Summary.whole(values, "count"),
                PublishedQuantiles.of(values.members(), PublishedQuantiles.Unit.MILLISECONDS));
    }

    /** Whether it measured nothing: k6 writes zeros when no value came. */
    boolean isBlank() {
        return quantiles.areBlank();
    }
}
