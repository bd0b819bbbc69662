package io.github.genaigate.criterion;

import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Observation;
import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Shape;
import io.github.genaigate.model.Share;
import io.github.genaigate.statistics.Arm;
import io.github.genaigate.statistics.EffectTest;
import io.github.genaigate.statistics.ShareSample;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * A figure of the business that has to reach a target, or to change by so much.
 *
 * @param unit after a space; empty when there is none
 * @param baseline what it was before
 * @param target what it has to reach; empty when {@code effect} says by how much it has to change
 * @param effect the change as a fraction of the baseline or of the control group
 * @param figure its name in the evidence
 * @param control the arm without the service, when two are compared
 * @param treatment the arm with the service
 */
record KpiClaim(
        String name,
        String unit,
        Direction direction,
        Optional<BigDecimal> baseline,
        Optional<BigDecimal> target,
        Optional<BigDecimal> effect,
        String figure,
        Optional<String> control,
        Optional<String> treatment,
        Place place) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    String part() {
        return "KPI " + Words.brief(name);
    }

    /** Somebody says so; nobody measured it. */
    Part declared(BigDecimal value) {
        var bounds = new Bounds(value, value, value, limit(), direction == Direction.DOWN, unit);
        var message = part() + ": " + Bounds.with(unit, value) + " as the manifest declares, demanded "
                + demanded(bounds) + "; nobody measured it here";
        return (bounds.outcome().fails()
                        ? Part.notMet(part(), Reason.OVER_LIMIT, message, improve())
                        : Part.met(part(), message))
                .observing(Observation.of("declared", value, unit), Observation.of("demanded", bounds.limit(), unit))
                .at(place);
    }

    List<Part> judge(Facts facts, String evidence, Share confidence) {
        return facts.evidence(evidence, Shape.FIGURES)
                .then(figures -> {
                    var arms = new Arms(part(), Words.brief(evidence), figure, figures, place);
                    return arms.group(treatment)
                            .then(treated -> control.isEmpty()
                                    ? alone(treated, confidence)
                                    : arms.group(control).then(other -> compared(treated, other, confidence)));
                })
                .judge(part(), judged -> List.of(judged.at(place)));
    }

    private Lookup<Part> alone(Arm arm, Share confidence) {
        boolean share = arm instanceof ShareSample;
        if (share && (limit().compareTo(BigDecimal.ONE) > 0 || limit().signum() < 0)) {
            return absent(
                    "it is a share, and " + Words.decimal(limit()) + " is demanded",
                    "Write shares as numbers from 0 to 1, such as 0.58");
        }
        var bounds = bounds(
                arm.observed(), arm.lower(confidence), arm.upper(confidence), limit(), share, share ? "%" : unit);
        return found(part(
                part() + ": " + bounds.observed() + (share ? " of " : " in ")
                        + Words.count(arm.samples(), share ? "trial" : "sample"),
                demanded(bounds),
                "",
                bounds,
                confidence,
                arm));
    }

    private Lookup<Part> compared(Arm treated, Arm other, Share confidence) {
        if (treated.getClass() != other.getClass()) {
            return absent("one group is sampled and the other counted", "Give both groups in the same way");
        }
        boolean share = treated instanceof ShareSample;
        var mine = treated.observed();
        var theirs = other.observed();
        if (effect.isPresent() && theirs.signum() <= 0) {
            return absent(
                    "a change in percent means nothing from " + Words.decimal(theirs) + " on",
                    "Demand a target with a baseline in place of an effect");
        }
        var factor = effect.map(BigDecimal.ONE::add).orElse(BigDecimal.ONE);
        var limit = effect.isPresent() ? BigDecimal.ZERO : target.orElseThrow().subtract(baseline.orElseThrow());
        var test = new EffectTest(treated, other, factor, side(), limit, confidence);
        var bounds =
                bounds(test.observed(), test.lowerBound(), test.upperBound(), limit, share, share ? "points" : unit);
        var observed = part() + ": " + value(mine, share) + " in " + arm(treatment) + " and " + value(theirs, share)
                + " in " + arm(control) + ", of " + Words.count(treated.samples()) + " and "
                + Words.count(other.samples(), share ? "trial" : "sample");
        var demanded = "a change of " + effect.map(KpiClaim::change).orElse(bounds.demanded())
                + (direction == Direction.DOWN ? " or less" : " or more");
        var what = arm(treatment) + " minus "
                + effect.map(change -> percent(factor) + " of ").orElse("") + arm(control) + " is ";
        return found(part(observed, demanded, what, bounds, confidence, treated));
    }

    private Part part(String observed, String demanded, String what, Bounds bounds, Share confidence, Arm arm) {
        boolean open = bounds.outcome() == Outcome.UNPROVEN;
        var message = observed + ", demanded " + demanded + (open ? ", which is neither proven nor refuted" : "") + " ("
                + what + bounds.decisive() + " with confidence " + confidence + ")";
        var part = switch (bounds.outcome()) {
            case MET -> Part.met(part(), message);
            case NOT_MET -> Part.notMet(part(), Reason.OVER_LIMIT, message, improve());
            default -> Part.unproven(part(), Reason.TOO_FEW_SAMPLES, message, more(bounds, arm));
        };
        return part.observing(
                        Observation.of("samples", arm.samples(), arm instanceof ShareSample ? "trials" : "samples"))
                .observing(bounds.observations())
                .observing(Observation.of("confidence", confidence.fraction().movePointRight(2), "%"))
                .sure(confidence);
    }

    private String more(Bounds bounds, Arm arm) {
        return bounds.timesTheSamples()
                .map(times -> times.multiply(BigDecimal.valueOf(arm.samples())).setScale(0, RoundingMode.CEILING))
                .map(needed -> "Measure more: about " + Words.decimal(needed)
                        + (control.isPresent() ? " in each group" : "") + " would do if what was observed stays")
                .orElse(improve());
    }

    private Bounds bounds(BigDecimal value, double lower, double upper, BigDecimal limit, boolean share, String shown) {
        var bounds = new Bounds(value, lower, upper, limit, direction == Direction.DOWN, shown);
        return share ? bounds.times(HUNDRED) : bounds;
    }

    private io.github.genaigate.statistics.Direction side() {
        return direction == Direction.DOWN
                ? io.github.genaigate.statistics.Direction.AT_MOST
                : io.github.genaigate.statistics.Direction.AT_LEAST;
    }

    /** What the figure itself has to reach. */
    private BigDecimal limit() {
        return effect.map(change -> baseline.orElseThrow().multiply(BigDecimal.ONE.add(change)))
                .orElseGet(target::orElseThrow);
    }

    private String demanded(Bounds bounds) {
        return (bounds.atMost() ? "at most " : "at least ")
                + bounds.demanded()
                + effect.map(change -> ", " + change(change) + " from "
                                + value(baseline.orElseThrow(), bounds.unit().equals("%")))
                        .orElse("");
    }

    private String improve() {
        return "Find out why " + Words.brief(name) + " does not go " + direction.word()
                + " as promised, or promise less";
    }

    private static String arm(Optional<String> arm) {
        return Words.brief(arm.orElse(""));
    }

    private String value(BigDecimal value, boolean share) {
        var shown = (share ? value.multiply(HUNDRED) : value).round(new MathContext(4));
        return Bounds.with(share ? "%" : unit, shown);
    }

    private static String percent(BigDecimal fraction) {
        return Words.decimal(fraction.multiply(HUNDRED)) + " %";
    }

    private static String change(BigDecimal fraction) {
        return (fraction.signum() > 0 ? "+" : "") + percent(fraction);
    }

    private static Lookup<Part> found(Part part) {
        return Lookup.found(part, Assurance.ATTESTED);
    }

    private <T> Lookup<T> absent(String message, String mend) {
        return Lookup.absent(Absence.of(Reason.INVALID, part() + ": " + message, mend, place));
    }
}
