package io.github.genaigate.criterion;

import io.github.genaigate.model.Observation;
import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Share;
import io.github.genaigate.statistics.BoundsText;
import io.github.genaigate.statistics.Direction;
import io.github.genaigate.statistics.Mean;
import io.github.genaigate.statistics.MeanTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A claim about a mean with its test, told in the words of its criterion.
 *
 * @param part the name of the part
 * @param subject what the sentence begins with, such as {@code Suite tone: the mean relevancy}
 * @param thing what a sample is, in the singular
 * @param direction whether the limit is a floor or a ceiling
 * @param limit what the mean must reach
 * @param minimum the fewest samples that prove anything
 * @param confidence of the test
 */
record MeanClaim(
        String part,
        String subject,
        String thing,
        Direction direction,
        BigDecimal limit,
        int minimum,
        Share confidence) {

    Part judge(Mean mean) {
        var test = new MeanTest(mean, direction, limit, confidence);
        var text = test.text();
        var judged = switch (test.outcome()) {
            case MET -> met(test, text);
            case NOT_MET ->
                Part.notMet(
                        part,
                        Reason.OVER_LIMIT,
                        sentence(test, text, ", demanded " + wanted() + bounds(text, direction != Direction.AT_LEAST)),
                        "Look into the " + thing + "s with the worst scores");
            default ->
                Part.unproven(
                        part,
                        Reason.TOO_FEW_SAMPLES,
                        sentence(
                                test,
                                text,
                                ", which neither proves nor refutes the demanded " + wanted() + bothBounds(text)),
                        mend(test));
        };
        return judged.observing(observations(test, text).toArray(Observation[]::new))
                .sure(confidence);
    }

    private Part met(MeanTest test, BoundsText text) {
        var message = sentence(test, text, ", demanded " + wanted() + bounds(text, direction == Direction.AT_LEAST));
        return test.mean().samples() >= minimum
                ? Part.met(part, message)
                : Part.unproven(
                        part,
                        Reason.TOO_FEW_SAMPLES,
                        message + ", and at least " + Words.count(minimum, thing) + " are demanded",
                        "Measure at least " + Words.count(minimum, thing));
    }

    private String sentence(MeanTest test, BoundsText text, String rest) {
        return subject + " of " + Words.count(test.mean().samples(), thing) + " is "
                + text.observed().toPlainString() + rest;
    }

    private String wanted() {
        return (direction == Direction.AT_LEAST ? "at least " : "at most ") + limit.toPlainString();
    }

    /** The bound that the verdict rests on. */
    private String bounds(BoundsText text, boolean lower) {
        return (lower
                        ? text.lower().map(bound -> " (at least " + bound.toPlainString())
                        : text.upper().map(bound -> " (at most " + bound.toPlainString()))
                .map(bound -> bound + " with confidence " + confidence + ")")
                .orElse("");
    }

    private String bothBounds(BoundsText text) {
        var bounds = Stream.of(
                        text.lower().map(bound -> "at least " + bound.toPlainString()),
                        text.upper().map(bound -> "at most " + bound.toPlainString()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" and "));
        return bounds.isEmpty()
                ? ": so few, or all alike, they tell nothing of the true mean"
                : " (" + bounds + ", each with confidence " + confidence + ")";
    }

    private String mend(MeanTest test) {
        var further = test.furtherSamples();
        if (further.isEmpty()) {
            return "Measure more " + thing + "s";
        }
        long all = Math.max(test.mean().samples() + further.getAsLong(), minimum);
        return test.tendency() == Outcome.MET
                ? "Measure " + Words.count(all - test.mean().samples()) + " more: " + Words.count(all, thing)
                        + " would do if mean and spread stay"
                : "Look into the " + thing + "s with the worst scores; as they are, " + Words.count(further.getAsLong())
                        + " more would show that it is not met";
    }

    private List<Observation> observations(MeanTest test, BoundsText text) {
        var all = new ArrayList<Observation>();
        all.add(Observation.of("samples", test.mean().samples(), thing + "s"));
        all.add(Observation.of("mean", text.observed(), ""));
        all.add(Observation.of("standardError", test.mean().standardError(), ""));
        all.add(Observation.of("demanded", limit, ""));
        text.lower().ifPresent(bound -> all.add(Observation.of("lowerBound", bound, "")));
        text.upper().ifPresent(bound -> all.add(Observation.of("upperBound", bound, "")));
        all.add(Observation.of("confidence", confidence.fraction().movePointRight(2), "%"));
        return all;
    }
}
