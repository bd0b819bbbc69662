package io.github.genaigate.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Cases of an evaluation or a test run.
 *
 * @param cases in the order of the file; repeats of one case stand as several cases with one id
 */
public record Cases(List<Case> cases) implements Measurement {

    public Cases {
        cases = List.copyOf(cases);
    }

    /**
     * One case, run once.
     *
     * @param id what repeats of one case have in common
     * @param attributes what it can be selected by, such as {@code suite}, {@code category} or {@code provider}
     * @param result how it ended
     * @param place where the file says so
     */
    public record Case(String id, Map<String, String> attributes, Result result, Place place) {
        public Case {
            attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
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
        return new Cases(Stream.concat(cases.stream(), Measurement.as(Cases.class, other).cases.stream())
                .toList());
    }
}
