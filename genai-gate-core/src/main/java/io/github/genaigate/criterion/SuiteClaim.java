package io.github.genaigate.criterion;

import io.github.genaigate.model.Cases;
import io.github.genaigate.model.Cases.Case;
import io.github.genaigate.model.Cases.Result;
import io.github.genaigate.model.Observation;
import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Share;
import io.github.genaigate.statistics.Dependence;
import io.github.genaigate.statistics.ShareTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The claim that enough of a suite passes.
 *
 * @param name what the suite is called
 * @param passing the share that must pass
 * @param ofRuns whether that is a share of runs, of which cases are clusters, or else of cases, which pass when all of their
 *     repeats do
 * @param minimum the fewest cases that prove anything
 * @param confidence of the test
 */
record SuiteClaim(String name, Share passing, boolean ofRuns, int minimum, Share confidence) {

    /**
     * Judges the cases of the suite.
     *
     * @param selected the cases, each run of each
     * @param all what the file holds
     */
    Part judge(List<Case> selected, Cases all) {
        Map<String, List<Case>> cases = new LinkedHashMap<>();
        selected.forEach(
                run -> cases.computeIfAbsent(run.id(), id -> new ArrayList<>()).add(run));
        var failed = cases.values().stream().filter(runs -> notPassed(runs) > 0).toList();
        var note = leftOut(selected, all) + cached(selected);
        var part = ofRuns
                ? runs(List.copyOf(cases.values()), failed, note)
                : cases(cases.size(), failed, repeated(selected.size(), cases.size()) + note);
        return part.observing(
                        Observation.of("runs", selected.size(), "runs"),
                        Observation.of("runsFailed", count(selected, Result.FAILED), "runs"),
                        Observation.of("runsErrored", count(selected, Result.ERRORED), "runs"),
                        Observation.of("runsInFile", all.cases().size(), "runs"),
                        Observation.of(
                                "runsCached",
                                selected.stream().filter(Case::cached).count(),
                                "runs"))
                .at(Words.first(failed).stream()
                        .map(runs -> runs.stream()
                                .filter(run -> run.result() != Result.PASSED)
                                .findFirst()
                                .orElseThrow()
                                .place())
                        .toArray(Place[]::new));
    }

    private Part cases(int cases, List<List<Case>> failed, String note) {
        return claim("case", ShareTest.exact(cases, failed.size(), passing.complement(), confidence), failed)
                .judge(minimum, note);
    }

    /** One case repeated a hundred times is one cluster, which says as much as its scatter allows. */
    private Part runs(List<List<Case>> cases, List<List<Case>> failed, String note) {
        long[] runs = cases.stream().mapToLong(List::size).toArray();
        long[] failures = cases.stream().mapToLong(SuiteClaim::notPassed).toArray();
        var test = ShareTest.exact(
                        Arrays.stream(runs).sum(), Arrays.stream(failures).sum(), passing.complement(), confidence)
                .under(Dependence.ofRepeats(runs, failures));
        var part = claim("run", test, failed)
                .judge(0, "; they are runs of " + Words.count(cases.size(), "case") + note)
                .observing(Observation.of("cases", cases.size(), "cases"));
        if (part.outcome() == Outcome.MET && cases.size() < minimum) {
            return tooFew(
                    part,
                    part.message() + ", and at least " + Words.count(minimum, "case") + " are demanded",
                    "Measure at least " + Words.count(minimum, "case"));
        }
        return part.outcome() == Outcome.UNPROVEN && test.designEffect().compareTo(BigDecimal.ONE) > 0
                ? moreCases(cases.size(), failed.size())
                        .map(mend -> tooFew(part, part.message(), mend))
                        .orElse(part)
                : part;
    }

    /** Where repeats say little, more of them are no help: cases are, even when each counts once. */
    private Optional<String> moreCases(int cases, int failed) {
        var test = ShareTest.exact(cases, failed, passing.complement(), confidence);
        var further = test.furtherSamples();
        return test.outcome() == Outcome.UNPROVEN && test.tendency() == Outcome.MET && further.isPresent()
                ? Optional.of("Add " + Words.count(further.getAsLong(), "case") + " rather than repeats: "
                        + Words.count(cases + further.getAsLong(), "case") + " would do even if each counts once")
                : Optional.empty();
    }

    private Part tooFew(Part part, String message, String mend) {
        return Part.unproven(part.name(), Reason.TOO_FEW_SAMPLES, message, mend)
                .observing(part.observations().toArray(Observation[]::new))
                .sure(confidence);
    }

    /** The name of the part. */
    String part() {
        return (ofRuns ? "runs of suite " : "suite ") + name;
    }

    private ShareClaim claim(String thing, ShareTest test, List<List<Case>> failed) {
        return new ShareClaim(part(), "Suite " + name, thing, "passed", test, improve(failed), "Evaluate more cases");
    }

    private String improve(List<List<Case>> failed) {
        return failed.isEmpty()
                ? "Add cases"
                : "Look into the cases that did not pass: "
                        + Words.few(
                                failed.stream().map(runs -> runs.get(0).id()).toList());
    }

    private static String repeated(int runs, int cases) {
        return runs > cases ? "; they were run " + Words.count(runs, "time") + ", and all repeats must pass" : "";
    }

    /** How many cases the selection leaves out, and how they ended, so that none hides failures. */
    private static String leftOut(List<Case> runs, Cases all) {
        int left = all.cases().size() - runs.size();
        long failures = notPassed(all.cases()) - notPassed(runs);
        return (left == 0 ? "" : "; " + Words.count(left, "run") + " not selected")
                + (failures == 0 ? "" : ", of which " + Words.count(failures) + " did not pass");
    }

    private static String cached(List<Case> runs) {
        long cached = runs.stream().filter(Case::cached).count();
        return cached == 0 ? "" : "; " + Words.count(cached, "answer") + " came out of a cache";
    }

    private static long notPassed(List<Case> runs) {
        return runs.size() - count(runs, Result.PASSED);
    }

    private static long count(List<Case> runs, Result result) {
        return runs.stream().filter(run -> run.result() == result).count();
    }
}
