package io.github.genaigate.gate.suite;

import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One case of a suite.
 *
 * @param written as the suite says it
 * @param day on which it is judged
 * @param history the commits that bring its files
 * @param approvals the records that are written for it
 */
record SuiteCase(Entry written, LocalDate day, List<Entry> history, List<Entry> approvals) {

    /** A case with what the suite says of all of them. */
    static SuiteCase of(Entry written, Entry suite) {
        return new SuiteCase(
                written,
                written.find(SuiteShape.CASE_AS_OF).orElse(suite.get(SuiteShape.AS_OF)),
                written.find(SuiteShape.HISTORY)
                        .or(() -> suite.find(SuiteShape.HISTORY))
                        .orElse(List.of()),
                written.find(SuiteShape.APPROVALS)
                        .or(() -> suite.find(SuiteShape.APPROVALS))
                        .orElse(List.of()));
    }

    String name() {
        return written.get(SuiteShape.NAME);
    }

    Place place() {
        return written.place();
    }

    /** The folder of the service; for a case of a service. */
    String service() {
        return written.find(SuiteShape.SERVICE).orElseThrow();
    }

    /** The decision file; empty for a case of a service. */
    Optional<String> decision() {
        return written.find(SuiteShape.DECISION);
    }

    Map<String, String> replace() {
        return written.find(SuiteShape.REPLACE).orElse(Map.of());
    }

    List<String> without() {
        return written.find(SuiteShape.WITHOUT).orElse(List.of());
    }

    Optional<String> stage() {
        return written.find(SuiteShape.STAGE);
    }

    /** The clock: the end of the day. */
    Instant now() {
        return day.atTime(LocalTime.of(23, 59, 59)).toInstant(ZoneOffset.UTC);
    }

    Expectation expectation() {
        return new Expectation(written.get(SuiteShape.EXPECT));
    }
}
