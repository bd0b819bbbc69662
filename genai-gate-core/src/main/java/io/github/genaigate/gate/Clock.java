package io.github.genaigate.gate;

import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Spans;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The one clock of a decision.
 *
 * @param at what is judged by, to the second
 * @param rehearsal whether it is so far from the real one that nothing can be ready
 * @param problems why it is refused
 */
record Clock(Instant at, boolean rehearsal, List<Problem> problems) {

    private static final Duration USUAL_DIFFERENCE = Duration.ofHours(24);

    /**
     * The clock of a request.
     *
     * @param maxDifference how far the policy lets it be from the real one
     */
    static Clock of(GateRequest request, Optional<Duration> maxDifference) {
        Instant at = request.asOf().orElse(request.now()).truncatedTo(ChronoUnit.SECONDS);
        Duration allowed = maxDifference.orElse(USUAL_DIFFERENCE);
        boolean far = request.asOf()
                .filter(given -> Duration.between(given, request.now()).abs().compareTo(allowed) > 0)
                .isPresent();
        if (!far) {
            return new Clock(at, false, List.of());
        }
        return request.rehearsal()
                ? new Clock(at, true, List.of())
                : new Clock(
                        at,
                        true,
                        List.of(new Problem(
                                Place.of("genai-gate.asOf"),
                                "The clock given, " + at + ", is more than " + Spans.format(allowed)
                                        + " from the real one",
                                "Leave genai-gate.asOf out, or rehearse with genai-gate:report")));
    }

    /** The day, in UTC. */
    LocalDate today() {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
