package io.github.genaigate.criterion;

import io.github.genaigate.model.Cases.Case;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is demanded of the way in which a suite was answered and judged.
 *
 * @param suite what the suite is called
 * @param judge how exactly the models that judge must be named
 * @param model how exactly the model that answers must be named
 * @param cached whether answers out of a cache count
 */
record Grading(String suite, Optional<Naming> judge, Optional<Naming> model, CachedAnswers cached) {

    /** One part for each demand. That no model judges itself needs no demand: such a pass is its own opinion. */
    List<Part> judge(List<Case> runs) {
        var parts = new ArrayList<Part>();
        var own = runs.stream().filter(Grading::judgesItself).toList();
        if (own.isEmpty()) {
            judge.ifPresent(naming -> parts.add(judged(naming, runs)));
        } else {
            parts.add(judgedByItself(own, runs));
        }
        model.ifPresent(naming -> parts.add(answered(naming, runs)));
        if (cached == CachedAnswers.REFUSED) {
            parts.add(fresh(runs));
        }
        return parts;
    }

    /** The same demands of evidence that says nothing of it. */
    List<Part> unknown(String evidence) {
        var parts = new ArrayList<Part>();
        judge.ifPresent(naming -> parts.add(unknown("judge", evidence)));
        model.ifPresent(naming -> parts.add(unknown("model", evidence)));
        if (cached == CachedAnswers.REFUSED) {
            parts.add(unknown("cached answers", evidence));
        }
        return parts;
    }

    private Part unknown(String what, String evidence) {
        return Part.unproven(
                what + " of suite " + suite,
                Reason.INCOMPLETE,
                subject() + ": " + evidence + " holds means alone, and tells nothing of " + what,
                "Give evidence that holds the cases");
    }

    private static boolean judgesItself(Case run) {
        var judges = ids(run, "judge");
        return !judges.isEmpty()
                && ids(run, "model").stream()
                        .map(ModelId::new)
                        .anyMatch(answering -> judges.stream().map(ModelId::new).anyMatch(answering::isAlike));
    }

    private Part judgedByItself(List<Case> own, List<Case> runs) {
        return Part.unproven(
                        "judge of suite " + suite,
                        Reason.NOT_INDEPENDENT,
                        subject() + ": " + of(own, runs) + " judged by " + Words.few(ids(own, "judge"))
                                + ", and the model under test is " + Words.few(ids(own, "model")),
                        "Let another model judge")
                .at(places(own));
    }

    private Part judged(Naming naming, List<Case> runs) {
        var judges = ids(runs, "judge");
        var nameless = runs.stream()
                .filter(run -> ids(run, "judge").isEmpty()
                        && !"code".equals(run.attributes().get("graded")))
                .toList();
        if (!nameless.isEmpty()) {
            return nameless(
                    "judge",
                    nameless,
                    runs,
                    "Name the judge in the evaluation; in promptfoo it is the provider of the assertion, or of"
                            + " defaultTest.options");
        }
        return named(
                "judge",
                naming,
                judges,
                judges.isEmpty() ? "graded by code, and by no judge" : "judged by " + Words.few(judges));
    }

    private Part answered(Naming naming, List<Case> runs) {
        var models = ids(runs, "model");
        var nameless = runs.stream().filter(run -> ids(run, "model").isEmpty()).toList();
        return nameless.isEmpty()
                ? named("model", naming, models, "answered by " + Words.few(models))
                : nameless("model", nameless, runs, "Let the evaluation write down which model it asks");
    }

    private Part nameless(String role, List<Case> nameless, List<Case> runs, String mend) {
        return Part.unproven(
                        role + " of suite " + suite,
                        Reason.MISSING,
                        subject() + ": no " + role + " is named in " + of(nameless, runs),
                        mend)
                .at(places(nameless));
    }

    private Part named(String role, Naming naming, SortedSet<String> ids, String said) {
        var part = role + " of suite " + suite;
        boolean pinned = ids.stream().map(ModelId::new).allMatch(ModelId::isPinned);
        return naming == Naming.NAMED || pinned
                ? Part.met(part, subject() + ": " + said)
                : Part.notMet(
                        part,
                        Reason.NOT_ALLOWED,
                        subject() + ": " + said + ", and the " + role + " must be pinned",
                        "Name an id that stands for one snapshot, such as gpt-4o-2024-08-06");
    }

    private Part fresh(List<Case> runs) {
        var part = "cached answers of suite " + suite;
        var old = runs.stream().filter(Case::cached).toList();
        return old.isEmpty()
                ? Part.met(part, subject() + ": no answer came out of a cache")
                : Part.unproven(
                                part,
                                Reason.STALE,
                                subject() + ": the answers of " + of(old, runs)
                                        + " came out of a cache, and such answers are refused",
                                "Run the evaluation without its cache, promptfoo with --no-cache")
                        .at(places(old));
    }

    private String subject() {
        return "Suite " + suite;
    }

    private static String of(List<Case> some, List<Case> runs) {
        return Words.count(some.size()) + " of " + Words.count(runs.size(), "run");
    }

    static List<String> ids(Case run, String role) {
        return Arrays.stream(run.attributes().getOrDefault(role, "").split(", ", -1))
                .filter(id -> !id.isBlank())
                .toList();
    }

    private static SortedSet<String> ids(List<Case> runs, String role) {
        var all = new TreeSet<String>();
        runs.forEach(run -> all.addAll(ids(run, role)));
        return all;
    }

    private static Place[] places(List<Case> runs) {
        return Words.first(runs).stream().map(Case::place).toArray(Place[]::new);
    }
}
