package io.github.genaigate.criterion;

import io.github.genaigate.model.About;
import io.github.genaigate.model.CommonSettings;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Judgement;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Member;
import io.github.genaigate.model.Needs;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Section;
import io.github.genaigate.model.Setting;
import io.github.genaigate.model.Shape;
import io.github.genaigate.model.Share;
import io.github.genaigate.model.Strictness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Enough of the cases of each evaluation suite pass. */
public final class Evaluation implements Criterion {

    private static final Kind<Map<String, String>> ATTRIBUTES = new Kind.MapOf<>("attributes", Kind.TEXT);

    private static final Field<String> NAME = Field.required("name", Kind.TEXT, "What the suite is called.");
    private static final Field<String> EVIDENCE =
            Field.required("evidence", Kind.EVIDENCE, "The evaluation run that holds its cases.");
    private static final Field<Map<String, String>> SELECT = Field.optional(
            "select",
            ATTRIBUTES,
            "Which cases are in the suite, by the exact value of their attributes; all when left out.");
    private static final Field<Share> PASSING =
            Field.required("passing", Kind.SHARE, "The share of cases that pass; an error is not a pass.");

    private static final Field<List<Entry>> SUITES =
            Field.optional("suites", Kind.list(Kind.group(NAME, EVIDENCE, SELECT, PASSING)), "What the team promises.");

    private static final Field<Share> LEAST_PASSING =
            Field.optional("passing", Kind.SHARE, "The share of cases that pass at the least.");
    private static final Field<Integer> MINIMUM_CASES =
            Field.optional("minimumCases", Kind.COUNT, "The fewest cases that prove anything.");

    private static final Setting<List<Entry>> DEMANDED = Setting.of(
            "suites",
            Kind.list(Kind.group(NAME, LEAST_PASSING, MINIMUM_CASES, SELECT)),
            Strictness.byName(
                    NAME,
                    Member.of(LEAST_PASSING, Strictness.larger()),
                    Member.of(MINIMUM_CASES, Strictness.larger()),
                    Member.of(SELECT, Strictness.fixed())),
            "The suites that must exist; their selection goes before the manifest's.");

    private static final About ABOUT = new About(
            "evaluation",
            "Enough of the cases of each evaluation suite pass.",
            List.of(DEMANDED),
            Optional.of(new Section("evaluation", Kind.group(SUITES))));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Problem> check(Demand demand) {
        var check = new Check(demand)
                .confidence()
                .unique(declared(demand), NAME, "Suite")
                .unique(demanded(demand), NAME, "Suite");
        declared(demand).forEach(suite -> check.provable(suite, PASSING, "Suite " + name(suite)));
        demanded(demand).forEach(suite -> {
            check.provable(suite, LEAST_PASSING, "Suite " + name(suite));
            if (suite.find(LEAST_PASSING).isEmpty()) {
                check.problem(
                        suite.place(),
                        "Suite " + name(suite) + " does not say what share of its cases must pass",
                        "Add passing, such as 90 %");
            }
        });
        return check.problems();
    }

    @Override
    public Needs needs(Demand demand) {
        return declared(demand).stream()
                .map(suite -> Needs.evidence(suite.get(EVIDENCE)))
                .reduce(Needs.nothing(), Needs::and);
    }

    @Override
    public Judgement judge(Demand demand, Facts facts) {
        var parts = new ArrayList<Part>();
        for (Entry suite : demandedFirst(demand)) {
            var claim = claim(demand, suite);
            parts.addAll(facts.evidence(suite.get(EVIDENCE), Shape.CASES)
                    .judge(
                            "suite " + name(suite),
                            cases -> List.of(claim.judge(cases).at(suite.place()))));
        }
        demanded(demand).stream()
                .filter(suite -> named(declared(demand), suite.get(NAME)).isEmpty())
                .forEach(suite -> parts.add(missing(demand, suite)));
        return parts.isEmpty()
                ? new Judgement(List.of(Part.unproven(
                        "suites",
                        Reason.MISSING,
                        "The manifest declares no evaluation suite",
                        "Add a suite under evaluation.suites, with the run that holds its cases")))
                : new Judgement(parts);
    }

    /** The stricter share of manifest and policy holds; the policy's selection goes before the manifest's. */
    private static SuiteClaim claim(Demand demand, Entry suite) {
        var policy = named(demanded(demand), suite.get(NAME));
        var passing = policy.flatMap(entry -> entry.find(LEAST_PASSING))
                .filter(least -> least.compareTo(suite.get(PASSING)) > 0)
                .orElse(suite.get(PASSING));
        return new SuiteClaim(
                name(suite),
                Words.brief(suite.get(EVIDENCE)),
                policy.flatMap(entry -> entry.find(SELECT))
                        .or(() -> suite.find(SELECT))
                        .orElse(Map.of()),
                passing,
                policy.flatMap(entry -> entry.find(MINIMUM_CASES)).orElse(0),
                demand.settings().get(CommonSettings.CONFIDENCE));
    }

    private static Part missing(Demand demand, Entry suite) {
        var known = declared(demand).stream().map(entry -> entry.get(NAME)).toList();
        return Part.unproven(
                        "suite " + name(suite),
                        Reason.MISSING,
                        "Suite " + name(suite) + ": the manifest does not declare it"
                                + (known.isEmpty() ? "" : "; it has " + Words.few(known)),
                        Words.meant(
                                suite.get(NAME),
                                known,
                                "Add it under evaluation.suites, with the run that holds its cases"))
                .at(suite.place());
    }

    /** Every suite counts, so that a demand never hides a claim that fails; what is demanded is told first. */
    private static List<Entry> demandedFirst(Demand demand) {
        return declared(demand).stream()
                .sorted(Comparator.comparing(
                        suite -> named(demanded(demand), suite.get(NAME)).isEmpty()))
                .toList();
    }

    private static Optional<Entry> named(List<Entry> suites, String name) {
        return suites.stream().filter(suite -> suite.get(NAME).equals(name)).findFirst();
    }

    private static String name(Entry suite) {
        return Words.brief(suite.get(NAME));
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
