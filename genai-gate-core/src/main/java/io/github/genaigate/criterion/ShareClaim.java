package io.github.genaigate.criterion;

import io.github.genaigate.model.Observation;
import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Share;
import io.github.genaigate.statistics.ShareTest;
import io.github.genaigate.statistics.ShareText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A claim about a share with its test, told in the words of its criterion.
 *
 * @param part the name of the part
 * @param subject what the sentence begins with, such as {@code Budget answer}
 * @param thing what a sample is, in the singular
 * @param predicate what is said of the successful ones, such as {@code were within 800 ms}
 * @param test the test
 * @param improve the next step when the share itself is too low
 * @param measure the next step when a summary leaves too much open
 */
record ShareClaim(
        String part, String subject, String thing, String predicate, ShareTest test, String improve, String measure) {

    /** The judgement; fewer samples than the minimum prove nothing, and may refute. */
    Part judge(int minimum, String note) {
        var judged = switch (test.outcome()) {
            case MET ->
                test.trials() >= minimum
                        ? Part.met(part, sentence("demanded ", lower()) + note)
                        : Part.unproven(
                                part,
                                Reason.TOO_FEW_SAMPLES,
                                sentence("demanded ", lower()) + note + ", and at least " + minimumOf(minimum)
                                        + " are demanded",
                                "Measure at least " + minimumOf(minimum));
            case NOT_MET -> Part.notMet(part, Reason.OVER_LIMIT, sentence("demanded ", upper()) + note, improve);
            default -> Part.unproven(part, reason(), sentence(OPEN, both()) + clusters() + note, mend(minimum));
        };
        return judged.observing(observations().toArray(Observation[]::new)).sure(test.confidence());
    }

    private static final String OPEN = "which neither proves nor refutes the demanded ";

    private String minimumOf(int minimum) {
        return Words.count(minimum, thing);
    }

    private ShareText text() {
        return new ShareText(test);
    }

    private String sentence(String demanded, String bounds) {
        return subject + ": " + observed() + " of " + Words.count(test.trials(), thing) + worth() + " " + predicate
                + ", " + demanded + text().demanded() + " (" + bounds + " with confidence " + test.confidence() + ")";
    }

    /** Samples that depend on each other say less than their number. */
    private String worth() {
        var effective = test.effectiveTrials();
        return effective.compareTo(BigDecimal.valueOf(test.trials())) < 0
                ? " (worth " + Words.count(effective.longValue(), "independent one") + ")"
                : "";
    }

    private String clusters() {
        return test.dependence().tooFewClusters()
                ? "; failures come in clusters, and "
                        + Words.count(test.dependence().hit()) + " of them are too few to tell how many there will be"
                : "";
    }

    private String observed() {
        if (test.isExact()) {
            return text().observed().toString();
        }
        return "as far as is known, "
                + switch (test.outcome()) {
                    case MET -> "at least " + text().observed();
                    case NOT_MET -> "at most " + text().observedAtMost();
                    default -> "between " + text().observed() + " and " + text().observedAtMost();
                };
    }

    private String lower() {
        return "at least " + text().lower();
    }

    private String upper() {
        return "at most " + text().upper();
    }

    private String both() {
        return lower() + " and " + upper() + ", each";
    }

    /** A summary that leaves the share on both sides of the demand says too little; more of the same says no more. */
    private Reason reason() {
        return leavesOpen() ? Reason.INCOMPLETE : Reason.TOO_FEW_SAMPLES;
    }

    private boolean leavesOpen() {
        return !test.isExact() && test.tendency() != Outcome.MET;
    }

    private String mend(int minimum) {
        if (!test.isExact()) {
            return measure;
        }
        var further = test.furtherSamples();
        if (further.isEmpty()) {
            return improve + "; no number of further " + thing + "s settles it at the observed share";
        }
        long more = further.getAsLong();
        long all = Math.max(test.trials() + more, minimum);
        return switch (test.tendency()) {
            case MET ->
                "Measure " + Words.count(all - test.trials()) + " more: " + Words.count(all, thing)
                        + " would do if the share stays" + likely(all);
            default ->
                improve + "; at the observed share, " + Words.count(more) + " more would show that it is not met";
        };
    }

    /** Just enough is often too few, because the next run has a share of its own. */
    private String likely(long all) {
        var likely = test.likelySamples();
        return likely.isPresent() && test.trials() + likely.getAsLong() > all
                ? "; if it is the true share, a run of " + Words.count(test.trials() + likely.getAsLong())
                        + " does with a probability of 80 %"
                : "";
    }

    private List<Observation> observations() {
        var all = new ArrayList<Observation>();
        all.add(Observation.of("samples", test.trials(), thing + "s"));
        if (test.isExact()) {
            all.add(Observation.of("failures", test.failuresAtMost(), thing + "s"));
            all.add(percent("observed", text().observed()));
        } else {
            all.add(Observation.of("failuresAtLeast", test.failuresAtLeast(), thing + "s"));
            all.add(Observation.of("failuresAtMost", test.failuresAtMost(), thing + "s"));
            all.add(percent("observedAtLeast", text().observed()));
            all.add(percent("observedAtMost", text().observedAtMost()));
        }
        if (test.dependence().blocks() > 0) {
            all.add(Observation.of("effectiveSamples", test.effectiveTrials(), thing + "s"));
            all.add(Observation.of("designEffect", test.designEffect(), ""));
            all.add(Observation.of("blocks", test.dependence().blocks(), "blocks"));
            all.add(Observation.of("blocksWithFailures", test.dependence().hit(), "blocks"));
        }
        all.add(percent("demanded", text().demanded()));
        all.add(percent("lowerBound", text().lower()));
        all.add(percent("upperBound", text().upper()));
        all.add(percent("confidence", test.confidence()));
        if (test.outcome() == Outcome.UNPROVEN) {
            test.furtherSamples().ifPresent(more -> all.add(Observation.of("furtherSamples", more, thing + "s")));
            test.likelySamples().ifPresent(more -> all.add(Observation.of("likelySamples", more, thing + "s")));
        }
        return all;
    }

    private static Observation percent(String name, Share share) {
        return Observation.of(name, share.fraction().movePointRight(2), "%");
    }
}
