package io.github.genaigate.criterion;

import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Issues;
import io.github.genaigate.model.Issues.Issue;
import io.github.genaigate.model.Issues.Run;
import io.github.genaigate.model.Issues.State;
import io.github.genaigate.model.Observation;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What all scanner runs together say.
 *
 * @param issues the runs and what they found
 */
record ScanResults(Issues issues) {

    private static final Absence NOTHING_SCANNED = Absence.of(
            Reason.MISSING, "No scanner ran", "Run the scanners, and name their reports under security.evidence");

    /** Whether one of the tools ran to its end and scanned something. */
    Part scan(String kind, List<String> tools) {
        var part = "scan " + Words.brief(kind);
        var subject = "Scan " + Words.brief(kind) + ": ";
        var runs = issues.runs().stream()
                .filter(run -> tools.stream().anyMatch(tool -> same(tool, run.tool())))
                .toList();
        if (runs.isEmpty()) {
            var seen = tools(issues.runs());
            return Part.unproven(
                    part,
                    Reason.MISSING,
                    subject + "no run of " + either(tools) + " is among the evidence"
                            + (seen.isEmpty() ? "" : ", only of " + Words.few(seen)),
                    "Run " + either(tools) + ", and name the report under security.evidence");
        }
        var sound = runs.stream().filter(run -> run.doubt().isEmpty()).toList();
        if (!sound.isEmpty()) {
            return Part.met(part, subject + Words.few(tools(sound)) + " ran")
                    .observing(Observation.of("runs", sound.size(), "runs"));
        }
        var doubt = runs.get(0).doubt().orElseThrow();
        return Part.unproven(part, doubt.reason(), subject + doubt.message(), doubt.mend())
                .at(doubt.places().toArray(Place[]::new));
    }

    /** Whether no more issues of the severity are open than allowed. */
    Part open(Severity severity, int allowed) {
        long suppressed = all(State.SUPPRESSED).stream()
                .filter(found -> found.issue().severity() == severity)
                .count();
        var open = all(State.OPEN).stream()
                .filter(found -> found.issue().severity() == severity)
                .toList();
        var message = "Severity " + severity.word() + ": " + Words.count(open.size(), "open issue") + ", allowed "
                + Words.areOrIs(allowed) + (suppressed > 0 ? "; " + Words.count(suppressed) + " more suppressed" : "");
        return within(
                        severity.word() + " issues",
                        open,
                        allowed,
                        message,
                        "Fix them, or have the tool suppress them with a justification: ")
                .observing(
                        Observation.of("open", open.size(), "issues"),
                        Observation.of("allowed", allowed, "issues"),
                        Observation.of("suppressed", suppressed, "issues"));
    }

    /** Whether no more issues are suppressed than allowed, of whatever severity. */
    Part suppressed(int allowed) {
        var suppressed = all(State.SUPPRESSED);
        long unjustified = suppressed.stream()
                .filter(found -> found.issue().justification().isEmpty())
                .count();
        var message = "Suppressed: " + Words.count(suppressed.size(), "issue") + ", allowed " + Words.areOrIs(allowed)
                + (unjustified > 0 ? "; " + Words.count(unjustified) + " without a justification" : "");
        return within("suppressed issues", suppressed, allowed, message, "Fix them instead of suppressing them: ")
                .observing(
                        Observation.of("suppressed", suppressed.size(), "issues"),
                        Observation.of("allowed", allowed, "issues"),
                        Observation.of("unjustified", unjustified, "issues"));
    }

    private Part within(String part, List<Found> counted, int allowed, String message, String mend) {
        var places = Words.first(counted).stream()
                .map(found -> found.issue().place())
                .toArray(Place[]::new);
        if (counted.size() > allowed) {
            var named = counted.stream()
                    .map(found -> Words.brief(found.issue().rule()) + " at "
                            + found.issue().place())
                    .toList();
            var over = Part.notMet(part, Reason.OVER_LIMIT, message, mend + Words.few(named))
                    .at(places);
            return doubt().isPresent()
                    ? over
                    : over.counting(counted.stream().map(Found::identity).toList(), allowed);
        }
        return doubt().map(why -> Part.unproven(part, why.reason(), why.message() + " (" + message + ")", why.mend())
                        .at(why.places().toArray(Place[]::new)))
                .orElseGet(() -> Part.met(part, message).at(places));
    }

    /** Why the runs together prove nothing about what they did not find. */
    private Optional<Absence> doubt() {
        return issues.runs().isEmpty()
                ? Optional.of(NOTHING_SCANNED)
                : issues.runs().stream().flatMap(run -> run.doubt().stream()).findFirst();
    }

    /** In the order of severity, rule and place, whatever the order of the files. */
    private List<Found> all(State state) {
        return issues.runs().stream()
                .flatMap(run -> run.issues().stream().map(issue -> new Found(run, issue)))
                .filter(found -> found.issue().state() == state)
                .sorted(Comparator.comparing(
                        Found::issue,
                        Comparator.comparing(Issue::severity)
                                .reversed()
                                .thenComparing(Issue::rule)
                                .thenComparing(Issue::place)))
                .toList();
    }

    /** An issue with the run that found it. */
    private record Found(Run run, Issue issue) {
        String identity() {
            return run.identity(issue);
        }
    }

    private static List<String> tools(List<Run> runs) {
        return runs.stream()
                .map(run -> Words.brief(run.tool())
                        + run.version()
                                .map(version -> " " + Words.brief(version))
                                .orElse(""))
                .distinct()
                .sorted()
                .toList();
    }

    private static String either(List<String> tools) {
        return Words.few(tools).replace(", ", " or ");
    }

    private static boolean same(String one, String other) {
        return one.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
    }
}
