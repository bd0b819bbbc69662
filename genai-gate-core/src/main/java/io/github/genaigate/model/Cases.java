package io.github.genaigate.model;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Cases of an evaluation or a test run.
 *
 * @param cases in the order of the file; repeats of one case stand as several cases with one id
 * @param usage the tokens that answering them took, where the tool tells those of the whole
 */
public record Cases(List<Case> cases, Optional<Usage> usage) implements Measurement {

    public Cases {
        cases = List.copyOf(cases);
    }

    /** Cases of which it is not told how many tokens they took. */
    public Cases(List<Case> cases) {
        this(cases, Optional.empty());
    }

    /**
     * One case, run once.
     *
     * @param id what repeats of one case have in common
     * @param attributes what it can be selected by, such as {@code suite}, {@code category}, {@code provider},
     *     {@code model} or {@code judge}
     * @param result how it ended
     * @param scores what it was graded with, by the name of the score
     * @param cached whether the answer came out of a cache, so that nothing was asked
     * @param place where the file says so
     */
    public record Case(
            String id,
            Map<String, String> attributes,
            Result result,
            Map<String, BigDecimal> scores,
            boolean cached,
            Place place) {
        public Case {
            attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
            scores = Collections.unmodifiableMap(new TreeMap<>(scores));
        }

        /** A case that was asked, and was graded by nothing but its result. */
        public Case(String id, Map<String, String> attributes, Result result, Place place) {
            this(id, attributes, result, Map.of(), false, place);
        }
    }

    /** How a case ended. An error is not a pass. */
    public enum Result {
        PASSED,
        FAILED,
        ERRORED
    }

    @Override
    public Cases merge(Measurement other) {
        var that = Measurement.as(Cases.class, other);
        return new Cases(Stream.concat(cases.stream(), that.cases.stream()).toList(), Usage.both(usage, that.usage));
    }
}
