package io.github.genaigate.gate.suite;

import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Finding;
import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a decision has to say, held against what it says.
 *
 * @param written as the suite says it
 */
record Expectation(Entry written) {

    /** By requirement. */
    Map<String, Entry> requirements() {
        return written.find(SuiteShape.REQUIREMENTS).orElse(Map.of());
    }

    /** The requirements that are expected to fail, or to be met. */
    List<String> expecting(boolean failing) {
        return requirements().entrySet().stream()
                .filter(entry -> failing ? outcome(entry.getValue()).fails() : outcome(entry.getValue()) == Outcome.MET)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What is expected and is not so. */
    List<String> differences(Decision decision) {
        var all = new ArrayList<String>();
        var problem = written.find(SuiteShape.PROBLEM);
        if (problem.isEmpty() && !decision.problems().isEmpty()) {
            all.add("The input cannot be used: "
                    + decision.problems().stream().map(Problem::toString).collect(Collectors.joining("; ")));
            return all;
        }
        problem.filter(text ->
                        decision.problems().stream().map(Problem::toString).noneMatch(new Pattern(text)::isIn))
                .ifPresent(text -> all.add("A problem " + quoted(text) + " is expected, and there "
                        + (decision.problems().isEmpty()
                                ? "is none"
                                : "are: "
                                        + decision.problems().stream()
                                                .map(Problem::toString)
                                                .collect(Collectors.joining("; ")))));
        written.find(SuiteShape.VERDICT)
                .filter(verdict -> !verdict.equals(decision.verdict().name()))
                .ifPresent(
                        verdict -> all.add("The verdict " + verdict + " is expected, and it is " + verdict(decision)));
        requirements().forEach((id, expected) -> all.addAll(differences(id, expected, decision)));
        return all;
    }

    private static String verdict(Decision decision) {
        var blocking = decision.blocking().stream().map(Finding::requirement).toList();
        return decision.verdict() + (blocking.isEmpty() ? "" : ", for " + String.join(", ", blocking));
    }

    private static List<String> differences(String id, Entry expected, Decision decision) {
        var found = Stream.concat(decision.findings().stream(), decision.upcoming().stream())
                .filter(finding -> finding.requirement().equals(id))
                .findFirst();
        if (found.isEmpty()) {
            return List.of(id + " is expected to be " + outcome(expected) + ", and is not in force");
        }
        return differences(id, expected, found.get());
    }

    private static List<String> differences(String id, Entry expected, Finding finding) {
        var all = new ArrayList<String>();
        var judgement = finding.judgement();
        if (outcome(expected) != finding.outcome()) {
            all.add(id + " is expected to be " + outcome(expected) + ", and is " + finding.outcome() + ": "
                    + judgement.message());
            return all;
        }
        expected.find(SuiteShape.REASON)
                .filter(reason -> !reasons(finding).contains(reason))
                .ifPresent(reason -> all.add(id + " is expected to fail for the reason " + reason + ", and fails for "
                        + String.join(", ", reasons(finding))));
        expected.find(SuiteShape.LEVEL)
                .filter(level -> !level.equals(finding.level().word()))
                .ifPresent(level -> all.add(id + " is expected at the level " + level + ", and is at "
                        + finding.level().word()));
        expected.find(SuiteShape.MESSAGE)
                .filter(text -> messages(finding).stream().noneMatch(new Pattern(text)::isIn))
                .ifPresent(text -> all.add(id + " is expected to say " + quoted(text) + ", and says: "
                        + String.join("; ", messages(finding))));
        return all;
    }

    private static List<String> reasons(Finding finding) {
        return finding.judgement().failing().stream()
                .flatMap(part -> part.reason().stream())
                .map(Reason::word)
                .distinct()
                .toList();
    }

    private static List<String> messages(Finding finding) {
        var failing = finding.judgement().failing();
        return (failing.isEmpty() ? finding.judgement().parts() : failing)
                .stream().map(Part::message).toList();
    }

    private static Outcome outcome(Entry expected) {
        return Outcome.valueOf(expected.get(SuiteShape.OUTCOME));
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
