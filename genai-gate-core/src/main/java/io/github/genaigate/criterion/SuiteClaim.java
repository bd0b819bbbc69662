package io.github.genaigate.criterion;

import io.github.genaigate.model.Cases;
import io.github.genaigate.model.Cases.Case;
import io.github.genaigate.model.Cases.Result;
import io.github.genaigate.model.Observation;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Share;
import io.github.genaigate.statistics.ShareTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A suite, to be judged on an evaluation run. Repeats of one case are one sample, which passes when all of them do.
 *
 * @param name what it is called
 * @param evidence the name of the run
 * @param select which cases are in it
 * @param passing the share of cases that must pass
 * @param minimum the fewest cases that prove anything
 * @param confidence of the test
 */
record SuiteClaim(
        String name, String evidence, Map<String, String> select, Share passing, int minimum, Share confidence) {

    Part judge(Cases cases) {
        var selected = cases.cases().stream().filter(this::selects).toList();
        if (selected.isEmpty()) {
            return nothingSelected(cases);
        }
        Map<String, List<Case>> repeats = new LinkedHashMap<>();
        selected.forEach(run ->
                repeats.computeIfAbsent(run.id(), id -> new ArrayList<>()).add(run));
        var failed = repeats.values().stream()
                .filter(runs -> runs.stream().anyMatch(run -> run.result() != Result.PASSED))
                .toList();
        var test = ShareTest.exact(repeats.size(), failed.size(), passing.complement(), confidence);
        return new ShareClaim(part(), subject(), "case", "passed", test, improve(failed), "Evaluate more cases")
                .judge(
                        minimum,
                        note(selected.size(), repeats.size(), cases.cases().size()))
                .observing(
                        Observation.of("runs", selected.size(), "runs"),
                        Observation.of("runsFailed", count(selected, Result.FAILED), "runs"),
                        Observation.of("runsErrored", count(selected, Result.ERRORED), "runs"),
                        Observation.of("runsInFile", cases.cases().size(), "runs"))
                .at(Words.first(failed).stream()
                        .map(runs -> runs.stream()
                                .filter(run -> run.result() != Result.PASSED)
                                .findFirst()
                                .orElseThrow()
                                .place())
                        .toArray(Place[]::new));
    }

    private boolean selects(Case run) {
        return select.entrySet().stream()
                .allMatch(wanted -> wanted.getValue().equals(run.attributes().get(wanted.getKey())));
    }

    private Part nothingSelected(Cases cases) {
        if (cases.cases().isEmpty()) {
            return Part.unproven(
                    part(), Reason.MISSING, subject() + ": " + evidence + " holds no case", "Run the evaluation");
        }
        for (var wanted : new TreeMap<>(select).entrySet()) {
            var values = cases.cases().stream()
                    .flatMap(run -> Optional.ofNullable(run.attributes().get(wanted.getKey())).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
            if (values.isEmpty()) {
                var known = cases.cases().stream()
                        .flatMap(run -> run.attributes().keySet().stream())
                        .collect(Collectors.toCollection(TreeSet::new));
                return Part.unproven(
                        part(),
                        Reason.MISSING,
                        subject() + ": no case in " + evidence + " has an attribute " + Words.brief(wanted.getKey())
                                + (known.isEmpty() ? "" : "; they have " + Words.few(known)),
                        Words.meant(wanted.getKey(), known, "Select by an attribute that the cases have"));
            }
            if (!values.contains(wanted.getValue())) {
                return Part.unproven(
                        part(),
                        Reason.MISSING,
                        subject() + ": no case in " + evidence + " has " + Words.brief(wanted.getKey()) + " "
                                + Words.brief(wanted.getValue()) + "; there are " + Words.few(values),
                        Words.meant(wanted.getValue(), values, "Select a value that the cases have"));
            }
        }
        return Part.unproven(
                part(),
                Reason.MISSING,
                subject() + ": no case in " + evidence + " has all of " + selection(),
                "Select fewer attributes, or add such cases");
    }

    private String selection() {
        return Words.few(new TreeMap<>(select)
                .entrySet().stream()
                        .map(wanted -> wanted.getKey() + " " + wanted.getValue())
                        .toList());
    }

    private String improve(List<List<Case>> failed) {
        return failed.isEmpty()
                ? "Add cases"
                : "Look into the cases that did not pass: "
                        + Words.few(
                                failed.stream().map(runs -> runs.get(0).id()).toList());
    }

    /** Repeats and cases left out are told, so that no selection hides failures. */
    private static String note(int runs, int cases, int inFile) {
        var repeated =
                runs > cases ? "; they were run " + Words.count(runs, "time") + ", and all repeats must pass" : "";
        return inFile > runs ? repeated + "; " + Words.count(inFile - runs, "run") + " not selected" : repeated;
    }

    private static long count(List<Case> runs, Result result) {
        return runs.stream().filter(run -> run.result() == result).count();
    }

    private String part() {
        return "suite " + name;
    }

    private String subject() {
        return "Suite " + name;
    }
}
