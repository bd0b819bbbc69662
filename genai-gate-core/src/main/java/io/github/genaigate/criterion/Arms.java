package io.github.genaigate.criterion;

import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Figures;
import io.github.genaigate.model.Figures.Figure;
import io.github.genaigate.model.Figures.Value;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Moments;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Reason;
import io.github.genaigate.statistics.Arm;
import io.github.genaigate.statistics.Mean;
import io.github.genaigate.statistics.ShareSample;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * The groups of one figure in evidence.
 *
 * @param subject what messages begin with
 * @param evidence its name
 * @param figure the figure's name
 * @param all the figures that the evidence holds
 */
record Arms(String subject, String evidence, String figure, Figures all, Place place) {

    private static final long MOST = 1_000_000_000_000L;

    /** The group of the arm, or the only group when no arm is named; absent when it cannot be judged. */
    Lookup<Arm> group(Optional<String> arm) {
        var named =
                all.figures().stream().filter(one -> one.name().equals(figure)).toList();
        if (named.isEmpty()) {
            var known =
                    all.figures().stream().map(Figure::name).distinct().sorted().toList();
            return absent(
                    Reason.MISSING,
                    evidence + " has no figure " + Words.brief(figure)
                            + (known.isEmpty() ? "" : "; there " + Words.areOrIs(known)),
                    Words.meant(figure, known, "Name a figure that the evidence has"));
        }
        var arms = named.stream()
                .map(one -> one.arm().orElse(""))
                .distinct()
                .sorted()
                .toList();
        if (arm.isEmpty() && arms.size() > 1) {
            return absent(
                    Reason.MISSING,
                    "in " + evidence + " it has the arms " + Words.few(arms) + ", and none is chosen",
                    "Name the arm that the service is in as treatment");
        }
        var chosen = named.stream()
                .filter(one -> arm.isEmpty() || one.arm().equals(arm))
                .toList();
        if (chosen.isEmpty()) {
            return absent(
                    Reason.MISSING,
                    "in " + evidence + " it has no arm " + Words.brief(arm.orElse("")) + "; there "
                            + Words.areOrIs(arms.stream()
                                    .map(one -> one.isEmpty() ? "only one without a name" : one)
                                    .toList()),
                    Words.meant(arm.orElse(""), arms, "Name an arm that the evidence has"));
        }
        return group(chosen);
    }

    private Lookup<Arm> group(List<Figure> chosen) {
        var values = chosen.stream().map(Figure::value).toList();
        if (values.stream().allMatch(Value.Counted.class::isInstance)) {
            return counted(values.stream().map(Value.Counted.class::cast).toList());
        }
        if (values.stream().allMatch(Value.Sampled.class::isInstance)) {
            var moments = values.stream()
                    .map(value -> ((Value.Sampled) value).moments())
                    .reduce(Moments.NONE, Moments::plus);
            return sampled(moments);
        }
        return values.size() == 1 && values.get(0) instanceof Value.Reported reported
                ? reported(reported)
                : absent(
                        Reason.INVALID,
                        evidence + " tells it in several ways, which cannot be added up",
                        "Give its samples or its counts, once");
    }

    private Lookup<Arm> counted(List<Value.Counted> counts) {
        long trials = 0;
        long successes = 0;
        for (var count : counts) {
            if (count.trials() > MOST || trials > MOST) {
                return impossible();
            }
            trials += count.trials();
            successes += count.successes();
        }
        return trials == 0
                ? absent(Reason.MISSING, evidence + " counts no trial", "Measure it")
                : Lookup.found(ShareSample.independent(trials, successes), Assurance.ATTESTED);
    }

    private Lookup<Arm> sampled(Moments moments) {
        if (moments.count() > MOST) {
            return impossible();
        }
        var root = BigDecimal.valueOf(moments.count()).sqrt(MathContext.DECIMAL64);
        var error = moments.deviation().map(deviation -> deviation.divide(root, MathContext.DECIMAL64));
        return mean(moments.count(), moments.mean().orElse(BigDecimal.ZERO), error);
    }

    private Lookup<Arm> reported(Value.Reported reported) {
        return reported.samples().isPresent()
                ? mean(reported.samples().getAsLong(), reported.mean(), reported.standardError())
                : spreadUnknown();
    }

    private Lookup<Arm> mean(long samples, BigDecimal mean, Optional<BigDecimal> error) {
        if (samples < Mean.ENOUGH) {
            return tooFew(samples);
        }
        if (error.isEmpty()) {
            return spreadUnknown();
        }
        if (!Mean.isSane(mean) || !Mean.isSane(error.get()) || error.get().signum() < 0) {
            return impossible();
        }
        var known = new Mean(samples, mean, error.get(), false);
        return known.isSpread() ? Lookup.found(known, Assurance.ATTESTED) : allAlike(samples);
    }

    private Lookup<Arm> allAlike(long samples) {
        return absent(
                Reason.INCOMPLETE,
                evidence + " has " + Words.count(samples, "sample")
                        + " of it in one group that are all alike, which says nothing of how much others differ",
                "Give the samples as they were taken");
    }

    private Lookup<Arm> tooFew(long samples) {
        return absent(
                Reason.TOO_FEW_SAMPLES,
                evidence + " has " + Words.count(samples, "sample")
                        + " of it in one group, and a mean is not known from fewer than " + Mean.ENOUGH,
                "Measure at least " + Mean.ENOUGH + " in each group");
    }

    private Lookup<Arm> spreadUnknown() {
        return absent(
                Reason.INCOMPLETE,
                evidence + " tells a mean, not of how many samples and how they vary, so that no bound can be given",
                "Give the samples, or the mean with its standard error and the number of samples");
    }

    private Lookup<Arm> impossible() {
        return absent(Reason.INVALID, evidence + " counts more than there can be", "Let the tool write it again");
    }

    private <T> Lookup<T> absent(Reason reason, String message, String mend) {
        return Lookup.absent(Absence.of(reason, subject + ": " + message, mend, place));
    }
}
