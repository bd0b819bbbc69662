package io.github.genaigate.criterion;

import io.github.genaigate.model.About;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.CommonSettings;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Effort;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Judgement;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Member;
import io.github.genaigate.model.Metric;
import io.github.genaigate.model.Needs;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Regression;
import io.github.genaigate.model.Samples;
import io.github.genaigate.model.Section;
import io.github.genaigate.model.Setting;
import io.github.genaigate.model.Shape;
import io.github.genaigate.model.Share;
import io.github.genaigate.model.Spans;
import io.github.genaigate.model.Strictness;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Requests are answered within the time that the manifest promises and the policy allows. */
public final class LatencyBudget implements Criterion, Foreseeing {

    private static final Field<String> NAME = Field.required("name", Kind.TEXT, "What the budget is called.");
    private static final Field<String> EVIDENCE =
            Field.required("evidence", Kind.EVIDENCE, "The load test that proves it.");
    private static final Field<String> OPERATION = Field.optional(
            "operation",
            Kind.TEXT,
            "The operation's exact name in the evidence; all operations together when left out.");
    private static final Field<Metric> METRIC =
            Field.required("metric", Kind.word(Metric.class), "What of a request is timed.");
    private static final Field<Duration> WITHIN =
            Field.required("within", Kind.DURATION, "The limit; a request that takes exactly as long is within it.");
    private static final Field<Share> SHARE =
            Field.required("share", Kind.SHARE, "The share of requests within the limit; a failed one is not.");

    private static final Field<List<Entry>> BUDGETS = Field.optional(
            "budgets",
            Kind.list(Kind.group(NAME, EVIDENCE, OPERATION, METRIC, WITHIN, SHARE)),
            "What the team promises.");

    private static final Setting<List<Entry>> CEILINGS = Setting.of(
            "ceilings",
            Kind.list(Kind.group(METRIC, OPERATION, WITHIN, SHARE)),
            Strictness.antichain(
                    List.of(METRIC, OPERATION),
                    Member.of(WITHIN, Strictness.smaller()),
                    Member.of(SHARE, Strictness.larger())),
            "What is demanded whatever the team promises, of all requests in every load test that a budget of the metric names.");
    private static final Setting<Duration> MINIMUM_DURATION = Setting.of(
            "minimumDuration",
            Kind.DURATION,
            Strictness.larger(),
            "The shortest load test that proves anything: from its first request after the warm-up to its last, all runs together.");
    private static final Setting<Boolean> AT_PEAK = Setting.of(
            "atPeak",
            Kind.FLAG,
            Strictness.larger(),
            "Whether a load test counts only when it reached the peak that a claim under capacity declares for it.");

    private static final About ABOUT = new About(
            "latency-budget",
            "Requests are answered within the time that the manifest promises and the policy allows.",
            List.of(
                    CEILINGS,
                    LoadTests.MINIMUM_SAMPLES,
                    MINIMUM_DURATION,
                    AT_PEAK,
                    LoadTests.MAXIMUM_WARM_UP,
                    Regression.MAXIMUM),
            Optional.of(new Section("latency", Kind.group(BUDGETS))));

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Shape<?>> accepts() {
        return List.of(Shape.SAMPLES);
    }

    @Override
    public List<Problem> check(Demand demand) {
        var check = new Check(demand).confidence().unique(budgets(demand), NAME, "Budget");
        budgets(demand).forEach(budget -> check(check, budget, "Budget " + Words.brief(budget.get(NAME))));
        ceilings(demand).forEach(ceiling -> check(check, ceiling, "Ceiling " + about(ceiling)));
        return check.problems();
    }

    private static void check(Check check, Entry entry, String what) {
        check.provable(entry, SHARE, what);
        if (entry.get(WITHIN).isZero()) {
            check.problem(entry.placeOf(WITHIN), what + " allows no time at all", "Write a duration such as 800 ms");
        }
    }

    @Override
    public Needs needs(Demand demand) {
        var budgets = budgets(demand).stream().map(LatencyBudget::budget);
        var ceilings = ceilings(demand).stream().flatMap(ceiling -> ceiling(demand, ceiling).stream());
        return Stream.concat(budgets, ceilings)
                .map(claim -> Needs.evidence(claim.evidence(), claim.question()))
                .reduce(Compared.needs(demand), Needs::and);
    }

    @Override
    public Judgement judge(Demand demand, Facts facts) {
        var parts = new ArrayList<Part>();
        for (Entry budget : budgets(demand)) {
            var claim = budget(budget);
            var note = stricterCeiling(demand, budget);
            parts.addAll(facts.evidence(claim.evidence(), Shape.SAMPLES)
                    .judge(
                            claim.part(),
                            samples ->
                                    List.of(judge(demand, claim, samples, note).at(budget.place()))));
        }
        ceilings(demand).forEach(ceiling -> parts.addAll(judge(demand, facts, ceiling)));
        return parts.isEmpty()
                ? new Judgement(List.of(Part.unproven(
                        "budgets",
                        Reason.MISSING,
                        "The manifest declares no latency budget",
                        "Add a budget under latency.budgets, with the load test that proves it")))
                : new Judgement(Compared.with(demand, facts, parts));
    }

    /** A load test without the ceiling's operation is passed over when another has it. */
    private static List<Part> judge(Demand demand, Facts facts, Entry ceiling) {
        var claims = ceiling(demand, ceiling);
        if (claims.isEmpty()) {
            return List.of(Part.unproven(
                            "ceiling " + about(ceiling),
                            Reason.MISSING,
                            "Ceiling " + about(ceiling) + ": the manifest declares no budget of "
                                    + ceiling.get(METRIC).word(),
                            "Add a budget of " + ceiling.get(METRIC).word()
                                    + " under latency.budgets, with the load test that proves it")
                    .at(ceiling.place()));
        }
        var found = judge(demand, facts, ceiling, claims, false);
        return found.isEmpty() ? judge(demand, facts, ceiling, claims, true) : found;
    }

    private static List<Part> judge(
            Demand demand, Facts facts, Entry ceiling, List<LatencyClaim> claims, boolean whatever) {
        return claims.stream()
                .flatMap(claim -> facts
                        .evidence(claim.evidence(), Shape.SAMPLES)
                        .judge(
                                claim.part(),
                                samples -> whatever || claim.occursIn(samples)
                                        ? List.of(judge(demand, claim, samples, "")
                                                .at(ceiling.place()))
                                        : List.of())
                        .stream())
                .toList();
    }

    /** The claim, on a load test that is long enough, at the peak where that is demanded, and not cut too much. */
    private static Part judge(Demand demand, LatencyClaim claim, Samples samples, String note) {
        var part = LoadTests.observed(claim.judge(samples, confidence(demand), minimum(demand), note), samples);
        for (var why : List.of(tooShort(demand, claim, samples), notAtPeak(demand, claim, samples))) {
            part = why.isPresent() ? LoadTests.unproven(part, why.get()) : part;
        }
        return LoadTests.warmUpAllowed(part, samples, claim.evidence(), demand.settings());
    }

    private static Optional<Absence> tooShort(Demand demand, LatencyClaim claim, Samples samples) {
        var least = demand.settings().find(MINIMUM_DURATION);
        if (least.isEmpty()) {
            return Optional.empty();
        }
        if (!samples.isTimed()) {
            return Optional.of(Absence.of(
                    Reason.INCOMPLETE,
                    Words.brief(claim.evidence())
                            + " does not tell when each request began, and a load test of at least "
                            + Spans.format(least.get()) + " is demanded",
                    PeakClaim.RAW));
        }
        return samples.duration().compareTo(least.get()) >= 0
                ? Optional.empty()
                : Optional.of(Absence.of(
                        Reason.TOO_FEW_SAMPLES,
                        Words.brief(claim.evidence()) + " put load on for "
                                + Words.count(samples.duration().toSeconds()) + " s, demanded at least "
                                + Spans.format(least.get()),
                        "Run the load test for at least " + Spans.format(least.get())));
    }

    /** A budget says nothing about production as long as the load test did not reach the declared peak. */
    private static Optional<Absence> notAtPeak(Demand demand, LatencyClaim claim, Samples samples) {
        if (!demand.settings().find(AT_PEAK).orElse(false)) {
            return Optional.empty();
        }
        var peaks = PeakClaim.all(demand.claims()).stream()
                .filter(peak -> peak.evidence().equals(claim.evidence()))
                .toList();
        return peaks.isEmpty()
                ? Optional.of(Absence.of(
                        Reason.MISSING,
                        "No peak is declared for " + Words.brief(claim.evidence())
                                + ", and a load test counts only at the peak",
                        "Add a claim on " + Words.brief(claim.evidence()) + " under capacity.claims"))
                : peaks.stream().flatMap(peak -> peak.missed(samples).stream()).findFirst();
    }

    @Override
    public List<Effort> efforts(Demand demand, Share failing, Share probability) {
        var efforts = new Efforts(demand, failing, probability);
        var all = new ArrayList<Effort>();
        budgets(demand).forEach(budget -> all.add(effort(demand, efforts, budget(budget), budget)));
        ceilings(demand)
                .forEach(ceiling ->
                        ceiling(demand, ceiling).forEach(claim -> all.add(effort(demand, efforts, claim, ceiling))));
        return all;
    }

    private static Effort effort(Demand demand, Efforts efforts, LatencyClaim claim, Entry entry) {
        var rate = PeakClaim.all(demand.claims()).stream()
                .filter(peak ->
                        peak.evidence().equals(claim.evidence()) && !peak.peak().concurrent())
                .map(peak -> BigDecimal.valueOf(peak.peak().perSecond()))
                .max(BigDecimal::compareTo);
        return efforts.of(
                claim.part(),
                "request",
                claim.share(),
                minimum(demand),
                claim.question().operation().isPresent() ? Optional.empty() : rate,
                demand.settings().find(MINIMUM_DURATION),
                entry.place());
    }

    private static LatencyClaim budget(Entry entry) {
        return claim("budget " + Words.brief(entry.get(NAME)), entry, entry.get(EVIDENCE));
    }

    /** The ceiling as a claim on every load test that a budget of its metric names. */
    private static List<LatencyClaim> ceiling(Demand demand, Entry ceiling) {
        var tests = budgets(demand).stream()
                .filter(budget -> budget.get(METRIC) == ceiling.get(METRIC))
                .map(budget -> budget.get(EVIDENCE))
                .distinct()
                .toList();
        return tests.stream()
                .map(test -> claim(
                        "ceiling " + about(ceiling) + (tests.size() > 1 ? " in " + Words.brief(test) : ""),
                        ceiling,
                        test))
                .toList();
    }

    private static LatencyClaim claim(String part, Entry entry, String evidence) {
        return new LatencyClaim(
                part,
                evidence,
                new Question(entry.find(OPERATION), entry.get(METRIC), entry.get(WITHIN)),
                entry.get(SHARE));
    }

    private static String about(Entry ceiling) {
        return ceiling.get(METRIC).word()
                + ceiling.find(OPERATION)
                        .map(name -> " of " + Words.brief(name))
                        .orElse("");
    }

    /** A budget looser than a ceiling is legal, and told. */
    private static String stricterCeiling(Demand demand, Entry budget) {
        return ceilings(demand).stream()
                .filter(ceiling -> ceiling.get(METRIC) == budget.get(METRIC))
                .filter(ceiling -> ceiling.find(OPERATION).equals(budget.find(OPERATION)))
                .filter(ceiling -> ceiling.get(WITHIN).compareTo(budget.get(WITHIN)) <= 0)
                .filter(ceiling -> ceiling.get(SHARE).compareTo(budget.get(SHARE)) >= 0)
                .filter(ceiling -> !ceiling.get(WITHIN).equals(budget.get(WITHIN))
                        || !ceiling.get(SHARE).equals(budget.get(SHARE)))
                .findFirst()
                .map(ceiling -> "; the policy's ceiling is stricter, " + ceiling.get(SHARE) + " within "
                        + Spans.format(ceiling.get(WITHIN)))
                .orElse("");
    }

    private static int minimum(Demand demand) {
        return demand.settings().find(LoadTests.MINIMUM_SAMPLES).orElse(0);
    }

    private static Share confidence(Demand demand) {
        return demand.settings().get(CommonSettings.CONFIDENCE);
    }

    private static List<Entry> budgets(Demand demand) {
        return demand.claims()
                .section()
                .flatMap(section -> section.find(BUDGETS))
                .orElse(List.of());
    }

    private static List<Entry> ceilings(Demand demand) {
        return demand.settings().find(CEILINGS).orElse(List.of());
    }
}
