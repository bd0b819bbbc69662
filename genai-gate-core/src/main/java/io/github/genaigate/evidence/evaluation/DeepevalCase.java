package io.github.genaigate.evidence.evaluation;

import io.github.genaigate.evidence.Excerpt;
import io.github.genaigate.input.Json.Value;
import io.github.genaigate.model.Cases.Case;
import io.github.genaigate.model.Cases.Result;
import io.github.genaigate.model.Place;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One test case of a DeepEval run, a conversation or a single question.
 *
 * @param of the case
 * @param success what DeepEval itself counts it as, empty when it counts it as neither
 * @param unchecked whether it passed only because no metric was applied
 */
record DeepevalCase(Case of, Optional<Boolean> success, boolean unchecked) {

    /** The members that say it. The answer is not among them. */
    static final Set<String> NEEDED = Set.of(
            "context",
            "expectedOutcome",
            "expectedOutput",
            "input",
            "metadata",
            "metricsData",
            "name",
            "scenario",
            "success",
            "userDescription");

    private static final int LONGEST_ATTRIBUTE = 200;
    private static final Set<String> OF_THE_TOOL = Set.of("graded", "judge", "model", "name");

    static DeepevalCase of(Value value, Place place) {
        // A metric that is called flaky does not decide, and does not show that anything was checked.
        var metrics = value.get("metricsData").items().stream()
                .filter(metric -> !metric.get("flaky").flag().orElse(false))
                .toList();
        Optional<Boolean> success = value.get("success").flag();
        var one = new Case(
                id(value), attributes(value, metrics), result(success, metrics), scores(metrics), false, place);
        return new DeepevalCase(one, success, success.orElse(false) && metrics.isEmpty());
    }

    /** What was asked; the name only where nothing else tells, since repeats may be numbered in it. */
    private static String id(Value value) {
        var asked = List.of(
                value.get("input"),
                value.get("expectedOutput"),
                value.get("context"),
                value.get("scenario"),
                value.get("expectedOutcome"),
                value.get("userDescription"));
        var title = value.get("input").text().or(() -> value.get("scenario").text());
        return title.isPresent()
                ? CaseId.of(title.get(), asked)
                : CaseId.of(value.get("name").text().orElse("case"), List.of(value.get("name")));
    }

    /** The case passed when DeepEval says so and every metric does; a metric that could not be applied is an error. */
    private static Result result(Optional<Boolean> success, List<Value> metrics) {
        boolean errored = metrics.stream()
                .anyMatch(metric -> metric.get("success").flag().isEmpty()
                        || metric.get("error")
                                .text()
                                .filter(text -> !text.isBlank())
                                .isPresent());
        if (errored || success.isEmpty()) {
            return Result.ERRORED;
        }
        return success.get()
                        && metrics.stream()
                                .allMatch(metric -> metric.get("success").flag().orElse(false))
                ? Result.PASSED
                : Result.FAILED;
    }

    private static Map<String, BigDecimal> scores(List<Value> metrics) {
        var scores = new HashMap<String, BigDecimal>();
        for (Value metric : metrics) {
            metric.get("name")
                    .text()
                    .ifPresent(name -> metric.get("score")
                            .number()
                            .ifPresent(score -> scores.putIfAbsent(shortened(name), score)));
        }
        return scores;
    }

    private static Map<String, String> attributes(Value value, List<Value> metrics) {
        var attributes = new HashMap<String, String>();
        value.get("metadata")
                .members()
                .filter(member -> !member.getValue().isObject()
                        && !member.getValue().isArray()
                        && !member.getValue().isNothing())
                .forEach(member -> attributes.put(
                        shortened(member.getKey()), shortened(member.getValue().toString())));
        OF_THE_TOOL.forEach(attributes::remove);
        value.get("name").text().ifPresent(name -> attributes.put("name", shortened(name)));
        var judges = metrics.stream()
                .flatMap(metric -> metric.get("evaluationModel").text().stream())
                .filter(judge -> !judge.isBlank())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        if (!judges.isEmpty()) {
            attributes.put("judge", shortened(judges));
        }
        if (!metrics.isEmpty()) {
            attributes.put("graded", judges.isEmpty() ? "code" : "model");
        }
        return attributes;
    }

    static String shortened(String text) {
        return Excerpt.of(text, LONGEST_ATTRIBUTE);
    }
}
