package io.github.genaigate.criterion;

import io.github.genaigate.model.Baseline;
import io.github.genaigate.model.CommonSettings;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Needs;
import io.github.genaigate.model.Observation;
import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Regression;
import io.github.genaigate.model.Share;
import io.github.genaigate.statistics.Dependence;
import io.github.genaigate.statistics.ShareComparison;
import io.github.genaigate.statistics.ShareSample;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Holds what was counted against the blessed baseline, where the policy demands it: each part of which both sides were
 * counted exactly. The design effects are those that each side was judged with.
 */
final class Compared {

    private static final String AGAINST = " against the baseline";
    private static final String BLESS = "Bless a baseline that holds it with genai-gate:bless, and commit it";

    private final Demand demand;
    private final Share margin;

    private Compared(Demand demand, Share margin) {
        this.demand = demand;
        this.margin = margin;
    }

    /** The baseline, where the policy demands a comparison. */
    static Needs needs(Demand demand) {
        return demand.settings().find(Regression.MAXIMUM).isPresent()
                ? Needs.nothing().compared()
                : Needs.nothing();
    }

    /** The parts judged, followed by their comparisons. */
    static List<Part> with(Demand demand, Facts facts, List<Part> judged) {
        var margin = demand.settings().find(Regression.MAXIMUM);
        if (margin.isEmpty()) {
            return judged;
        }
        var compared = new Compared(demand, margin.get());
        var all = new ArrayList<>(judged);
        judged.stream()
                .filter(part -> part.confidence().isPresent())
                .forEach(part -> all.addAll(facts.baseline()
                        .judge(part.name() + AGAINST, baseline -> List.of(compared.part(part, baseline)))));
        return all;
    }

    private Part part(Part part, Baseline baseline) {
        var now = counted(part);
        if (now.isEmpty()) {
            return unproven(
                    part,
                    Reason.INCOMPLETE,
                    "it was not counted exactly, and bounds cannot be compared",
                    "Name evidence with one row for each request");
        }
        var then = baseline.part(demand.requirement(), part.name());
        if (then.isEmpty()) {
            return unproven(part, Reason.MISSING, baseline.place() + " holds no counts for it", BLESS)
                    .at(baseline.place());
        }
        if (!sameLimit(now.get(), then.get())) {
            return unproven(part, Reason.FOREIGN, baseline.place() + " counted it under another limit", BLESS)
                    .at(baseline.place());
        }
        return compare(part, now.get(), then.get(), baseline).at(baseline.place());
    }

    private Part compare(Part part, Baseline.Counted now, Baseline.Counted then, Baseline baseline) {
        var confidence = demand.settings().get(CommonSettings.CONFIDENCE);
        var test = new ShareComparison(sample(now), sample(then), margin.fraction(), confidence);
        var text = test.text();
        var claim = subject(part) + ": " + share(now) + " of " + unit(part, now.samples()) + " "
                + predicate(now) + ", " + share(then) + " of " + Words.count(then.samples())
                + " in the baseline of " + baseline.evaluatedAt().toString().substring(0, 10);
        var allowed = "allowed " + points(margin.fraction()) + " more";
        var upper = text.upper().map(bound -> "at most " + points(bound)).orElse("nothing known");
        var lower = text.lower().map(bound -> "at least " + points(bound)).orElse("nothing known");
        var sure = " more with confidence " + confidence;
        var result = switch (test.outcome()) {
            case MET -> Part.met(part.name() + AGAINST, claim + ", " + allowed + " (" + upper + sure + ")");
            case NOT_MET ->
                Part.notMet(
                        part.name() + AGAINST,
                        Reason.OVER_LIMIT,
                        claim + ", " + allowed + " (" + lower + sure + ")",
                        "Find out what got worse since, or bless what is now when it is meant to be so");
            default ->
                Part.unproven(
                        part.name() + AGAINST,
                        Reason.TOO_FEW_SAMPLES,
                        claim + ", which neither proves nor refutes the " + allowed + " (" + lower + " and " + upper
                                + "," + " each with confidence " + confidence + ")",
                        further(part, test));
        };
        return result.sure(confidence)
                .observing(
                        Observation.of("samples", now.samples(), thing(part)),
                        Observation.of("failures", now.failures(), thing(part)),
                        Observation.of("baselineSamples", then.samples(), thing(part)),
                        Observation.of("baselineFailures", then.failures(), thing(part)),
                        Observation.of("maximumRegression", margin.fraction().movePointRight(2), "percentage points"),
                        Observation.of("confidence", confidence.fraction().movePointRight(2), "%"));
    }

    private static String further(Part part, ShareComparison test) {
        var more = test.furtherSamples();
        if (more.isPresent()) {
            return "Measure " + Words.count(more.getAsLong()) + " more " + thing(part)
                    + ", which would do if both shares stay";
        }
        return test.tendency() == Outcome.MET
                ? "Measure more, and bless a baseline of more " + thing(part)
                : "Find out what got worse since: no number of " + thing(part) + " would do if both shares stay";
    }

    private Part unproven(Part part, Reason reason, String what, String mend) {
        return Part.unproven(part.name() + AGAINST, reason, subject(part) + ": " + what, mend);
    }

    private static String subject(Part part) {
        var name = part.name() + AGAINST;
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** What was counted behind a part; empty when only bounds are known. */
    private static Optional<Baseline.Counted> counted(Part part) {
        return number(part, "samples")
                .flatMap(samples -> number(part, "failures")
                        .map(failures -> new Baseline.Counted(
                                samples.longValueExact(),
                                failures.longValueExact(),
                                number(part, "limit"),
                                number(part, "designEffect").orElse(BigDecimal.ONE))));
    }

    private static Optional<BigDecimal> number(Part part, String name) {
        return part.observations().stream()
                .filter(observation -> observation.name().equals(name))
                .flatMap(observation ->
                        observation.value() instanceof BigDecimal number ? Stream.of(number) : Stream.empty())
                .findFirst();
    }

    private static boolean sameLimit(Baseline.Counted now, Baseline.Counted then) {
        return now.limit().isPresent() == then.limit().isPresent()
                && now.limit()
                        .map(limit -> limit.compareTo(then.limit().orElseThrow()) == 0)
                        .orElse(true);
    }

    private static ShareSample sample(Baseline.Counted counted) {
        return new ShareSample(
                counted.samples(),
                counted.failures(),
                counted.designEffect().compareTo(BigDecimal.ONE) > 0
                        ? Dependence.known(counted.designEffect())
                        : Dependence.NONE);
    }

    private static String predicate(Baseline.Counted now) {
        return now.limit()
                .map(limit -> "were not within " + limit.toPlainString() + " ms")
                .orElse("did not pass");
    }

    private static String thing(Part part) {
        return part.observations().stream()
                .filter(observation -> observation.name().equals("samples"))
                .map(Observation::unit)
                .findFirst()
                .orElse("samples");
    }

    private static String unit(Part part, long number) {
        return Words.count(number) + " " + thing(part);
    }

    /** Rounded up, away from the flattering side. */
    private static String share(Baseline.Counted counted) {
        return counted.samples() == 0
                ? "nothing"
                : new Share(BigDecimal.valueOf(counted.failures())
                                .divide(BigDecimal.valueOf(counted.samples()), 4, RoundingMode.CEILING))
                        .toString();
    }

    private static String points(BigDecimal difference) {
        var points = difference.movePointRight(2).stripTrailingZeros();
        return (points.scale() < 0 ? points.setScale(0) : points).toPlainString()
                + (points.compareTo(BigDecimal.ONE) == 0 ? " percentage point" : " percentage points");
    }
}
