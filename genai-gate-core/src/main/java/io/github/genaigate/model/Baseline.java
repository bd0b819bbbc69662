package io.github.genaigate.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was blessed as good enough to be compared with.
 *
 * @param commit the commit that was judged
 * @param evaluatedAt when
 * @param parts what was counted, by requirement and name of the part
 * @param place the file
 */
public record Baseline(
        Optional<String> commit, Instant evaluatedAt, Map<String, Map<String, Counted>> parts, Place place) {

    public Baseline {
        var copy = new TreeMap<String, Map<String, Counted>>();
        parts.forEach(
                (requirement, counted) -> copy.put(requirement, Collections.unmodifiableMap(new TreeMap<>(counted))));
        parts = Collections.unmodifiableMap(copy);
    }

    /**
     * The counts behind one part.
     *
     * @param samples how many requests or cases
     * @param failures how many of them failed
     * @param limit in milliseconds, for a share of requests within a limit
     * @param designEffect of how many samples each says as much as one independent one, at least 1
     */
    public record Counted(long samples, long failures, Optional<BigDecimal> limit, BigDecimal designEffect) {
        public Counted {
            if (failures < 0 || failures > samples || designEffect.compareTo(BigDecimal.ONE) < 0) {
                throw new IllegalArgumentException("no such counts: " + failures + " of " + samples);
            }
        }
    }

    /** What was counted for a part; empty when the part was not there. */
    public Optional<Counted> part(String requirement, String name) {
        return Optional.ofNullable(parts.getOrDefault(requirement, Map.of()).get(name));
    }
}
