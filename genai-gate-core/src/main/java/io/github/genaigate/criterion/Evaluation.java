package io.github.genaigate.criterion;

import io.github.genaigate.model.About;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Effort;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Judgement;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Needs;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Regression;
import io.github.genaigate.model.Section;
import io.github.genaigate.model.Setting;
import io.github.genaigate.model.Shape;
import io.github.genaigate.model.Share;
import io.github.genaigate.model.Strictness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Enough of the cases of each evaluation suite pass, or their mean score is good enough. */
public final class Evaluation implements Criterion, Foreseeing {

    private static final Field<List<Entry>> SUITES =
            Field.optional("suites", SuiteFields.claimed(), "What the team promises.");

    private static final Setting<List<Entry>> DEMANDED = Setting.of(
            "suites",
            SuiteFields.demanded(),
            SuiteFields.strictness(),
            "The suites that must exist; their selection goes before the manifest's.");
    private static final Setting<Naming> JUDGE = Setting.of(
            "judge",
            Kind.word(Naming.class),
            Strictness.larger(),
            "How exactly evidence must name each model that judges; code needs no judge.");
    private static final Setting<Naming> MODEL = Setting.of(
            "model",
            Kind.word(Naming.class),
            Strictness.larger(),
            "How exactly evidence must name the model that answers.");
    private static final Setting<CachedAnswers> CACHED = Setting.of(
            "cached",
            Kind.word(CachedAnswers.class),
            Strictness.larger(),
            "Whether answers count that came out of a cache, where the evidence tells.");

    private static final About ABOUT = new About(
            "evaluation",
            "Enough of the cases of each evaluation suite pass, or their mean score is good enough.",
            List.of(DEMANDED, JUDGE, MODEL, CACHED, Regression.MAXIMUM),
            Optional.of(new Section("evaluation", Kind.group(SUITES))));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Shape<?>> accepts() {
        return List.of(Shape.CASES, Shape.FIGURES);
    }

    @Override
    public List<Problem> check(Demand demand) {
        var check = new Check(demand)
                .confidence()
                .unique(declared(demand), SuiteFields.NAME, "Suite")
                .unique(demanded(demand), SuiteFields.NAME, "Suite");
        declared(demand).forEach(suite -> SuiteFields.check(check, suite, name(suite)));
        demanded(demand).forEach(suite -> {
            SuiteFields.check(check, suite, name(suite));
            if (suite.find(SuiteFields.SELECT).isPresent()
                    && suite.find(SuiteFields.WHOLE).orElse(false)) {
                check.problem(
                        suite.placeOf(SuiteFields.WHOLE),
                        "Suite " + name(suite) + " selects cases, and wants all of them to count",
                        "Write one of select and whole");
            }
        });
        return check.problems();
    }

    @Override
    public Needs needs(Demand demand) {
        return declared(demand).stream()
                .map(suite -> Needs.evidence(suite.get(SuiteFields.EVIDENCE)))
                .reduce(Compared.needs(demand), Needs::and);
    }

    @Override
    public Judgement judge(Demand demand, Facts facts) {
        var parts = new ArrayList<Part>();
        for (Entry suite : demandedFirst(demand)) {
            suite(demand, suite)
                    .judge(facts, suite.get(SuiteFields.EVIDENCE))
                    .forEach(part -> parts.add(part.at(suite.place())));
        }
        demanded(demand).stream()
                .filter(suite ->
                        named(declared(demand), suite.get(SuiteFields.NAME)).isEmpty())
                .forEach(suite -> parts.add(missing(demand, suite)));
        return parts.isEmpty()
                ? new Judgement(List.of(Part.unproven(
                        "suites",
                        Reason.MISSING,
                        "The manifest declares no evaluation suite",
                        "Add a suite under evaluation.suites, with the run that holds its cases")))
                : new Judgement(Compared.with(demand, facts, parts));
    }

    /** Mean scores are left out: how they scatter is not known before. */
    @Override
    public List<Effort> efforts(Demand demand, Share failing, Share probability) {
        var efforts = new Efforts(demand, failing, probability);
        return demandedFirst(demand).stream()
                .flatMap(entry -> suite(demand, entry).passing().stream()
                        .map(claim -> efforts.of(
                                claim.part(),
                                claim.ofRuns() ? "run" : "case",
                                claim.passing(),
                                claim.minimum(),
                                Optional.empty(),
                                Optional.empty(),
                                entry.place())))
                .toList();
    }

    private static Suite suite(Demand demand, Entry entry) {
        return Suite.of(entry, named(demanded(demand), entry.get(SuiteFields.NAME)), demand, grading(demand, entry));
    }

    private static Grading grading(Demand demand, Entry suite) {
        var settings = demand.settings();
        return new Grading(
                name(suite),
                settings.find(JUDGE),
                settings.find(MODEL),
                settings.find(CACHED).orElse(CachedAnswers.ALLOWED));
    }

    private static Part missing(Demand demand, Entry suite) {
        var known = declared(demand).stream()
                .map(entry -> entry.get(SuiteFields.NAME))
                .toList();
        return Part.unproven(
                        "suite " + name(suite),
                        Reason.MISSING,
                        "Suite " + name(suite) + ": the manifest does not declare it"
                                + (known.isEmpty() ? "" : "; it has " + Words.few(known)),
                        Words.meant(
                                suite.get(SuiteFields.NAME),
                                known,
                                "Add it under evaluation.suites, with the run that holds its cases"))
                .at(suite.place());
    }

    /** Every suite counts, so that a demand never hides a claim that fails; what is demanded is told first. */
    private static List<Entry> demandedFirst(Demand demand) {
        return declared(demand).stream()
                .sorted(Comparator.comparing(suite ->
                        named(demanded(demand), suite.get(SuiteFields.NAME)).isEmpty()))
                .toList();
    }

    private static Optional<Entry> named(List<Entry> suites, String name) {
        return suites.stream()
                .filter(suite -> suite.get(SuiteFields.NAME).equals(name))
                .findFirst();
    }

    private static String name(Entry suite) {
        return Words.brief(suite.get(SuiteFields.NAME));
    }

    private static List<Entry> declared(Demand demand) {
        return demand.claims()
                .section()
                .flatMap(section -> section.find(SUITES))
                .orElse(List.of());
    }

    private static List<Entry> demanded(Demand demand) {
        return demand.settings().find(DEMANDED).orElse(List.of());
    }
}
