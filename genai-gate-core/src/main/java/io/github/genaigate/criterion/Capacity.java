package io.github.genaigate.criterion;

import io.github.genaigate.model.About;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.CommonSettings;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Effort;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Judgement;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Load;
import io.github.genaigate.model.Needs;
import io.github.genaigate.model.Observation;
import io.github.genaigate.model.Origin;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Peak;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Samples;
import io.github.genaigate.model.Setting;
import io.github.genaigate.model.Shape;
import io.github.genaigate.model.Share;
import io.github.genaigate.model.Spans;
import io.github.genaigate.model.Strictness;
import io.github.genaigate.statistics.ShareTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The service was tested at its declared peak, and answered there. */
public final class Capacity implements Criterion, Foreseeing {

    private static final Setting<Duration> MINIMUM_DURATION =
            Setting.of("minimumDuration", Kind.DURATION, Strictness.larger(), "How long each run must be at the peak.");
    private static final Setting<Share> ERRORS =
            Setting.of("errors", Kind.SHARE, Strictness.smaller(), "The share of requests that may fail at the peak.");
    private static final Setting<Peak> MINIMUM_RATE =
            Setting.of("minimumRate", Kind.RATE, Strictness.larger(), "The least peak that a team may declare.");

    private static final About ABOUT = new About(
            "capacity",
            "The service was tested at its declared peak, and answered there.",
            List.of(MINIMUM_DURATION, ERRORS, MINIMUM_RATE, LoadTests.MINIMUM_SAMPLES, LoadTests.MAXIMUM_WARM_UP),
            Optional.of(PeakClaim.SECTION));

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
        var check = new Check(demand).confidence();
        for (Entry entry : entries(demand)) {
            if (entry.get(PeakClaim.PEAK).amount().signum() == 0) {
                check.problem(
                        entry.placeOf(PeakClaim.PEAK),
                        "A peak of " + entry.get(PeakClaim.PEAK) + " is no load",
                        "Write the load that the service must stand, such as 20 requests/s");
            }
            entry.find(PeakClaim.ERRORS).ifPresent(errors -> provable(check, errors, entry.placeOf(PeakClaim.ERRORS)));
        }
        demand.settings()
                .find(ERRORS)
                .ifPresent(errors -> provable(
                        check,
                        errors,
                        demand.settings().origin(ERRORS).map(Origin::place).orElseGet(check::requirement)));
        return check.problems();
    }

    private static void provable(Check check, Share errors, Place place) {
        if (errors.fraction().signum() == 0) {
            check.problem(
                    place,
                    "errors is 0 %, which no number of requests proves",
                    "Write the share that may fail, such as 0.1 %");
        } else if (errors.fraction().compareTo(BigDecimal.ONE) == 0) {
            check.problem(place, "errors is 100 %, which lets every request fail", "Write a share such as 1 %");
        }
    }

    @Override
    public Needs needs(Demand demand) {
        return claims(demand).stream()
                .map(claim -> Needs.evidence(claim.evidence()))
                .reduce(Needs.nothing(), Needs::and);
    }

    @Override
    public Judgement judge(Demand demand, Facts facts) {
        var claims = claims(demand);
        if (claims.isEmpty()) {
            return new Judgement(List.of(Part.unproven(
                    "peak",
                    Reason.MISSING,
                    "The manifest declares no peak",
                    "Add a claim under capacity.claims, with the load test that reached the peak")));
        }
        var parts = new ArrayList<Part>();
        tooLow(demand, claims).ifPresent(parts::add);
        for (PeakClaim claim : claims) {
            parts.addAll(facts.evidence(claim.evidence(), Shape.SAMPLES)
                    .judge(part(claim), samples -> judge(demand, claim, samples)));
        }
        return new Judgement(parts);
    }

    /** Whether no peak is as great as the policy wants it. */
    private static Optional<Part> tooLow(Demand demand, List<PeakClaim> claims) {
        return demand.settings()
                .find(MINIMUM_RATE)
                .filter(least -> claims.stream()
                        .map(PeakClaim::peak)
                        .noneMatch(peak -> !peak.concurrent() && peak.compareTo(least) >= 0))
                .map(least -> Part.notMet(
                                "least peak",
                                Reason.NOT_ALLOWED,
                                "Least peak: "
                                        + Words.few(claims.stream()
                                                .map(claim -> claim.peak().toString())
                                                .toList()) + " declared, demanded at least " + least,
                                "Declare a peak of at least " + least + ", and test the service at it")
                        .at(claims.get(0).place()));
    }

    private static String part(PeakClaim claim) {
        return "peak " + claim.peak() + " of " + Words.brief(claim.evidence());
    }

    /** Separate runs are strata: each must reach the peak, and answer there. */
    private static List<Part> judge(Demand demand, PeakClaim claim, Samples samples) {
        var untimed = claim.untimed(samples);
        var runs = samples.runs();
        var parts = untimed.isPresent()
                ? Stream.of(unproven(part(claim), subject(claim, ""), untimed.get()))
                : Stream.iterate(0, i -> i < runs.size(), i -> i + 1)
                        .map(i -> judge(
                                demand,
                                claim,
                                runs.get(i),
                                runs.size() > 1 ? ", run " + (i + 1) + " of " + runs.size() : ""));
        return parts.map(part -> LoadTests.observed(part, samples))
                .map(part -> LoadTests.warmUpAllowed(part, samples, claim.evidence(), demand.settings()))
                .map(part -> part.at(claim.place()))
                .toList();
    }

    private static Part judge(Demand demand, PeakClaim claim, Load run, String which) {
        var window = PeakWindow.of(run, claim.peak());
        var part = part(claim) + which;
        var subject = subject(claim, which);
        var missed = claim.missed(window, run);
        var judged = missed.isPresent()
                ? unproven(part, subject, missed.get())
                : longEnough(demand, window, errors(demand, claim, run, window, part, subject));
        return judged.observing(
                Observation.of("peak", claim.peak().toString()),
                Observation.of("load", window.load().toString()),
                Observation.of("atPeak", window.seconds(), "s"),
                Observation.of("binWidth", window.width(), "s"),
                Observation.of("bins", window.bins(), "bins"),
                Observation.of("binsBelow", window.below(), "bins"),
                Observation.of("errors", window.total().errors(), "requests"));
    }

    /** The stricter of what the team and the policy say. */
    private static Optional<Share> limit(Demand demand, PeakClaim claim) {
        return Stream.of(claim.errors(), demand.settings().find(ERRORS))
                .flatMap(Optional::stream)
                .min(Share::compareTo);
    }

    @Override
    public List<Effort> efforts(Demand demand, Share failing, Share probability) {
        var efforts = new Efforts(demand, failing, probability);
        return claims(demand).stream()
                .flatMap(claim -> limit(demand, claim)
                        .map(errors -> efforts.of(
                                part(claim),
                                "request",
                                errors.complement(),
                                demand.settings()
                                        .find(LoadTests.MINIMUM_SAMPLES)
                                        .orElse(0),
                                claim.peak().concurrent()
                                        ? Optional.empty()
                                        : Optional.of(
                                                BigDecimal.valueOf(claim.peak().perSecond())),
                                demand.settings().find(MINIMUM_DURATION),
                                claim.place()))
                        .stream())
                .toList();
    }

    /** Whether few enough of the requests at the peak failed, by the stricter of what the team and the policy say. */
    private static Part errors(
            Demand demand, PeakClaim claim, Load run, PeakWindow window, String part, String subject) {
        var total = window.total();
        var carried = "; " + window.load() + " over " + Words.count(window.seconds()) + " s"
                + (window.load().compareTo(claim.peak()) < 0
                        ? ", not below the peak by more than chance explains"
                        : "");
        var limit = limit(demand, claim);
        if (limit.isEmpty()) {
            return Part.unproven(
                    part,
                    Reason.MISSING,
                    subject + ": it is not said how many requests may fail; " + Words.count(total.errors()) + " of "
                            + Words.count(total.requests(), "request") + " failed" + carried,
                    "Add the share of errors to the claim, such as errors: 1 %");
        }
        var test = ShareTest.exact(
                        total.requests(),
                        total.errors(),
                        limit.get(),
                        demand.settings().get(CommonSettings.CONFIDENCE))
                .under(LoadTests.dependence(run.timeline(), Load.Moment::requests, Load.Moment::errors));
        var improve = "Find out why " + Words.count(total.errors(), "request") + " failed at the peak";
        return new ShareClaim(part, subject, "request", "succeeded", test, improve, improve)
                .judge(demand.settings().find(LoadTests.MINIMUM_SAMPLES).orElse(0), carried);
    }

    private static Part longEnough(Demand demand, PeakWindow window, Part part) {
        return demand.settings()
                .find(MINIMUM_DURATION)
                .filter(least -> Duration.ofSeconds(window.seconds()).compareTo(least) < 0)
                .map(least -> LoadTests.unproven(
                        part,
                        Absence.of(
                                Reason.TOO_FEW_SAMPLES,
                                "The load was at the peak for " + Words.count(window.seconds())
                                        + " s, demanded at least " + Spans.format(least),
                                "Hold the peak for at least " + Spans.format(least))))
                .orElse(part);
    }

    private static Part unproven(String part, String subject, Absence why) {
        return Part.unproven(part, why.reason(), subject + ": " + why.message(), why.mend());
    }

    private static String subject(PeakClaim claim, String which) {
        return "Peak " + claim.peak() + which;
    }

    private static List<PeakClaim> claims(Demand demand) {
        return entries(demand).stream().map(PeakClaim::of).toList();
    }

    private static List<Entry> entries(Demand demand) {
        return demand.claims()
                .section()
                .flatMap(section -> section.find(PeakClaim.CLAIMS))
                .orElse(List.of());
    }
}
