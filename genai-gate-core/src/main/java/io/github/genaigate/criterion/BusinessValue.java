package io.github.genaigate.criterion;

import io.github.genaigate.model.About;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.CommonSettings;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Judgement;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Needs;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Section;
import io.github.genaigate.model.Setting;
import io.github.genaigate.model.Shape;
import io.github.genaigate.model.Strictness;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The service moves the figures of the business for which it is made. */
public final class BusinessValue implements Criterion {

    private static final Field<String> NAME = Field.required("name", Kind.LINE, "What the figure is called.");
    private static final Field<String> UNIT =
            Field.optional("unit", Kind.LINE, "Its unit, such as min; none for a share.");
    private static final Field<Direction> DIRECTION =
            Field.required("direction", Kind.word(Direction.class), "Where it has to go to be better.");
    private static final Field<BigDecimal> BASELINE =
            Field.optional("baseline", Kind.NUMBER, "What it was without the service; a share is written from 0 to 1.");
    private static final Field<BigDecimal> TARGET = Field.optional(
            "target",
            Kind.NUMBER,
            "What it has to reach; with a control arm, the change from baseline to target is demanded.");
    private static final Field<BigDecimal> EFFECT = Field.optional(
            "effect",
            Kind.CHANGE,
            "How much it has to change from the control arm, or from the baseline when there is none.");
    private static final Field<String> EVIDENCE =
            Field.optional("evidence", Kind.EVIDENCE, "The samples or counts that prove it.");
    private static final Field<String> FIGURE =
            Field.optional("figure", Kind.LINE, "Its name in the evidence, when it is called otherwise there.");
    private static final Field<String> CONTROL =
            Field.optional("control", Kind.LINE, "The arm of the evidence that goes without the service.");
    private static final Field<String> TREATMENT =
            Field.optional("treatment", Kind.LINE, "The arm of the evidence that uses the service.");
    private static final Field<BigDecimal> DECLARED =
            Field.optional("declared", Kind.NUMBER, "What it is now, in place of evidence: nobody measured it.");

    private static final Field<List<Entry>> KPIS = Field.optional(
            "kpis",
            Kind.list(Kind.group(
                    NAME, UNIT, DIRECTION, BASELINE, TARGET, EFFECT, EVIDENCE, FIGURE, CONTROL, TREATMENT, DECLARED)),
            "The figures that the service is to move.");

    private static final Setting<List<String>> DEMANDED =
            Setting.of("kpis", Kind.list(Kind.LINE), Strictness.union(), "The figures that must be declared, by name.");
    private static final Setting<Integer> MINIMUM_KPIS =
            Setting.of("minimumKpis", Kind.COUNT, Strictness.larger(), "The fewest figures that must be declared.");

    private static final BigDecimal ALL_OF_IT = BigDecimal.ONE.negate();

    private static final About ABOUT = new About(
            "business-value",
            "The service moves the figures of the business for which it is made.",
            List.of(DEMANDED, MINIMUM_KPIS),
            Optional.of(new Section("value", Kind.group(KPIS))));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Shape<?>> accepts() {
        return List.of(Shape.FIGURES);
    }

    @Override
    public List<Problem> check(Demand demand) {
        var check = new Check(demand).confidence().unique(kpis(demand), NAME, "KPI");
        kpis(demand).forEach(kpi -> check(check, kpi, "KPI " + Words.brief(kpi.get(NAME))));
        return check.problems();
    }

    private static void check(Check check, Entry kpi, String what) {
        boolean compared = kpi.find(CONTROL).isPresent();
        var effect = kpi.find(EFFECT);
        var baseline = kpi.find(BASELINE);
        if (effect.isPresent() == kpi.find(TARGET).isPresent()) {
            check.problem(
                    kpi.place(),
                    what + (effect.isPresent() ? " has both target and effect" : " has neither target nor effect"),
                    "Write one of the two: what it has to reach, or how much it has to change");
        }
        if (kpi.find(EVIDENCE).isPresent() == kpi.find(DECLARED).isPresent()) {
            check.problem(
                    kpi.place(),
                    what + (kpi.find(DECLARED).isPresent() ? " is both measured and declared" : " has no evidence"),
                    "Name the evidence that proves it, or write under declared what it is said to be");
        }
        if (compared && kpi.find(TREATMENT).isEmpty()) {
            check.problem(
                    kpi.placeOf(CONTROL),
                    what + " has a control arm and no treatment",
                    "Name the arm that uses the service");
        }
        if (compared && kpi.find(DECLARED).isPresent()) {
            check.problem(
                    kpi.placeOf(CONTROL),
                    what + " compares arms of evidence and has none",
                    "Name the evidence, or leave control out");
        }
        if (baseline.isEmpty() && (effect.isPresent() != compared)) {
            check.problem(
                    kpi.place(),
                    what + " does not say what it was without the service",
                    "Add baseline" + (effect.isPresent() ? ", or name a control arm" : ""));
        }
        int sign = kpi.get(DIRECTION) == Direction.UP ? 1 : -1;
        if (effect.isPresent() && (effect.get().signum() != sign || effect.get().compareTo(ALL_OF_IT) <= 0)) {
            check.problem(
                    kpi.placeOf(EFFECT),
                    what + " is to go " + kpi.get(DIRECTION).word() + ", and its effect is not such a change",
                    "Write a change above 0 % for up, and one between -100 % and 0 % for down");
        }
        if (effect.isPresent() && baseline.isPresent() && baseline.get().signum() <= 0) {
            check.problem(
                    kpi.placeOf(BASELINE),
                    what + " has a baseline that is not above zero, from which a change in percent means nothing",
                    "Write a target in place of the effect");
        }
        if (kpi.find(TARGET).isPresent()
                && baseline.isPresent()
                && kpi.get(TARGET).compareTo(baseline.get()) != sign) {
            check.problem(
                    kpi.placeOf(TARGET),
                    what + " is to go " + kpi.get(DIRECTION).word() + ", and its target is no better than its baseline",
                    "Write a target beyond the baseline");
        }
    }

    @Override
    public Needs needs(Demand demand) {
        return kpis(demand).stream()
                .flatMap(kpi -> kpi.find(EVIDENCE).stream())
                .map(Needs::evidence)
                .reduce(Needs.nothing(), Needs::and);
    }

    @Override
    public Judgement judge(Demand demand, Facts facts) {
        var parts = new ArrayList<Part>();
        kpis(demand).forEach(kpi -> parts.addAll(judge(demand, facts, kpi)));
        var known = kpis(demand).stream().map(kpi -> kpi.get(NAME)).toList();
        demand.settings().find(DEMANDED).orElse(List.of()).stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> parts.add(missing(name, known)));
        int minimum = demand.settings().find(MINIMUM_KPIS).orElse(0);
        if (!known.isEmpty() && known.size() < minimum) {
            parts.add(Part.unproven(
                    "KPIs",
                    Reason.MISSING,
                    "The manifest declares " + Words.count(known.size(), "KPI") + ", and at least "
                            + Words.count(minimum) + " are demanded",
                    "Add further figures that the service is to move under value.kpis"));
        }
        return parts.isEmpty()
                ? new Judgement(List.of(Part.unproven(
                        "KPIs",
                        Reason.MISSING,
                        "The manifest declares no KPI",
                        "Add a figure that the service is to move under value.kpis, with the evidence that proves it")))
                : new Judgement(parts);
    }

    private static List<Part> judge(Demand demand, Facts facts, Entry kpi) {
        var claim = claim(kpi);
        return kpi.find(EVIDENCE)
                .map(evidence -> claim.judge(facts, evidence, demand.settings().get(CommonSettings.CONFIDENCE)))
                .orElseGet(() -> declared(demand, kpi).judge(claim.part(), value -> List.of(claim.declared(value))));
    }

    /** The manifest is no evidence: the gate does not doubt what it says, so that it is doubted here. */
    private static Lookup<BigDecimal> declared(Demand demand, Entry kpi) {
        var value = Lookup.found(kpi.get(DECLARED), Assurance.DECLARED);
        return demand.settings()
                .find(CommonSettings.ASSURANCE)
                .filter(demanded -> demanded != Assurance.DECLARED)
                .map(demanded -> value.doubtedFor(Absence.of(
                        Reason.WEAK_ASSURANCE,
                        "KPI " + Words.brief(kpi.get(NAME)) + " is declared, and " + demanded.word() + " is demanded",
                        "Name evidence with its samples or counts")))
                .orElse(value);
    }

    private static KpiClaim claim(Entry kpi) {
        return new KpiClaim(
                kpi.get(NAME),
                kpi.find(UNIT).orElse(""),
                kpi.get(DIRECTION),
                kpi.find(BASELINE),
                kpi.find(TARGET),
                kpi.find(EFFECT),
                kpi.find(FIGURE).orElse(kpi.get(NAME)),
                kpi.find(CONTROL),
                kpi.find(TREATMENT),
                kpi.place());
    }

    private static Part missing(String name, List<String> known) {
        return Part.unproven(
                "KPI " + Words.brief(name),
                Reason.MISSING,
                "KPI " + Words.brief(name) + ": the manifest does not declare it"
                        + (known.isEmpty() ? "" : "; it has " + Words.few(known)),
                Words.meant(name, known, "Add it under value.kpis, with the evidence that proves it"));
    }

    private static List<Entry> kpis(Demand demand) {
        return demand.claims().section().flatMap(section -> section.find(KPIS)).orElse(List.of());
    }
}
