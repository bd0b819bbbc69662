package io.github.genaigate.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Security issues that scanners found.
 *
 * @param runs one for each run of a tool
 */
public record Issues(List<Run> runs) implements Measurement {

    private static final int DIGITS = 16;

    public Issues {
        runs = List.copyOf(runs);
    }

    /**
     * One run of one tool.
     *
     * @param tool the tool's name as it gives it
     * @param version the tool's version, when it gives one
     * @param doubt why the run proves nothing about what it did not find: it failed, or scanned nothing
     * @param issues what it found
     */
    public record Run(String tool, Optional<String> version, Optional<Absence> doubt, List<Issue> issues) {
        public Run {
            issues = List.copyOf(issues);
        }

        /**
         * What tells an issue from every other, for people to read and to copy: the rule, the place, and the first 16 digits of
         * a digest over all that is known of it. An issue that gets worse or moves is another one.
         */
        public String identity(Issue issue) {
            var all = List.of(
                    tool,
                    issue.rule(),
                    issue.severity().word(),
                    issue.title(),
                    issue.place().toString());
            var text = new StringBuilder();
            all.forEach(one -> text.append(one.length()).append(':').append(one).append('\n'));
            return issue.rule() + " at " + issue.place() + " ("
                    + Sha256.of(text.toString()).substring(0, DIGITS) + ")";
        }
    }

    /**
     * One issue.
     *
     * @param rule the rule's id
     * @param severity how bad it is
     * @param title what it is, in a few words
     * @param place where it was found
     * @param state whether it counts
     * @param justification why it is suppressed, when somebody said so
     */
    public record Issue(
            String rule, Severity severity, String title, Place place, State state, Optional<String> justification) {}

    /** Whether an issue counts against a limit. */
    public enum State {
        OPEN,
        /** Somebody decided that it does not matter; counted apart. */
        SUPPRESSED,
        /** Reported as fixed or as not a failure; not counted. */
        CLOSED
    }

    @Override
    public Issues merge(Measurement other) {
        return new Issues(Stream.concat(runs.stream(), Measurement.as(Issues.class, other).runs.stream())
                .toList());
    }
}
