package io.github.genaigate.evidence.evaluation;

import io.github.genaigate.evidence.Excerpt;
import io.github.genaigate.input.Json.Value;
import io.github.genaigate.model.Cases.Case;
import io.github.genaigate.model.Cases.Result;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Usage;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One row of promptfoo results: one test, asked of one provider with one prompt, once.
 *
 * @param id what repeats have in common: variables, description, prompt and provider
 * @param attributes what it can be selected by
 * @param result how it ended
 * @param scores its score, and the scores that have names
 * @param cached whether the answer came out of promptfoo's cache
 * @param usage the tokens that answering took
 * @param counted how promptfoo itself counts it, empty when the row does not tell failures from errors
 * @param unchecked whether it passed only because the test asserts nothing
 * @param place where it begins
 */
record PromptfooRow(
        String id,
        Map<String, String> attributes,
        Result result,
        Map<String, BigDecimal> scores,
        boolean cached,
        Optional<Usage> usage,
        Optional<Result> counted,
        boolean unchecked,
        Place place) {

    /** The members that say it. */
    static final Set<String> NEEDED = Set.of(
            "description",
            "error",
            "failureReason",
            "gradingResult",
            "metadata",
            "namedScores",
            "prompt",
            "promptId",
            "promptIdx",
            "provider",
            "response",
            "score",
            "success",
            "testCase",
            "vars");

    private static final int LONGEST_ATTRIBUTE = 200;
    private static final Set<String> OF_THE_TOOL = Set.of("graded", "judge", "model", "provider");
    private static final int ASSERTION = 1;
    private static final int ERROR = 2;

    static PromptfooRow of(Value row, Place place) {
        Optional<String> description = row.at("testCase", "description")
                .text()
                .or(() -> row.get("description").text());
        Value vars = row.get("vars").isObject() ? row.get("vars") : row.at("testCase", "vars");
        Optional<String> provider = Provider.id(row.get("provider"));
        return new PromptfooRow(
                CaseId.of(
                        description.or(() -> first(vars)).orElse("case"),
                        List.of(vars, row.at("testCase", "description"), prompt(row), row.get("provider"))),
                attributes(row, description, provider),
                result(row),
                PromptfooScores.of(row),
                cached(row),
                PromptfooTokens.of(row, provider.map(Provider::model).orElse("")),
                counted(row),
                row.get("success").flag().orElse(false) && ungraded(row),
                place);
    }

    /**
     * Whether nothing was asserted: promptfoo calls such a row a success. Where a row has no grading at all, as older versions
     * write them, the test must at least have an assertion.
     */
    private static boolean ungraded(Value row) {
        return row.has("gradingResult")
                ? !row.get("gradingResult").isObject()
                        || row.at("gradingResult", "reason").text().equals(Optional.of("No assertions"))
                : row.at("testCase", "assert").items().isEmpty();
    }

    /**
     * The reason of failure decides, since the error text is filled for plain failures too. Only without it a row that was
     * not graded and has an error text is an error. A row passes only when nothing in it says otherwise.
     */
    private static Result result(Value row) {
        long reason = row.get("failureReason").integer().orElse(0L);
        boolean graded = row.get("gradingResult").isObject();
        boolean refused = row.at("gradingResult", "pass").flag().equals(Optional.of(false));
        Optional<Boolean> success = row.get("success").flag();
        if (reason == ERROR || success.isEmpty()) {
            return Result.ERRORED;
        }
        if (success.get()) {
            return reason == 0 && !refused ? Result.PASSED : Result.FAILED;
        }
        boolean error = row.get("error").text().filter(text -> !text.isBlank()).isPresent();
        return reason != ASSERTION && !graded && error ? Result.ERRORED : Result.FAILED;
    }

    private static Optional<Result> counted(Value row) {
        if (row.get("success").flag().orElse(false)) {
            return Optional.of(Result.PASSED);
        }
        return row.get("failureReason").integer().map(reason -> reason == ERROR ? Result.ERRORED : Result.FAILED);
    }

    private static Map<String, String> attributes(Value row, Optional<String> description, Optional<String> provider) {
        var attributes = new HashMap<String, String>();
        description.ifPresent(text -> attributes.put("suite", shortened(text)));
        Value metadata =
                row.at("testCase", "metadata").isObject() ? row.at("testCase", "metadata") : row.get("metadata");
        metadata.members()
                .filter(member -> !member.getValue().isObject()
                        && !member.getValue().isArray()
                        && !member.getValue().isNothing())
                .forEach(member -> attributes.put(
                        shortened(member.getKey()), shortened(member.getValue().toString())));
        // What promptfoo itself says goes before what the author of the test writes.
        OF_THE_TOOL.forEach(attributes::remove);
        provider.ifPresent(id -> {
            attributes.put("provider", shortened(id));
            attributes.put("model", shortened(Provider.model(id)));
        });
        PromptfooGrading.attributes(row).forEach((key, value) -> attributes.put(key, shortened(value)));
        return attributes;
    }

    private static String shortened(String text) {
        return Excerpt.of(text, LONGEST_ATTRIBUTE);
    }

    /** Whether the answer came out of promptfoo's cache. */
    static boolean cached(Value row) {
        return row.at("response", "cached").flag().orElse(false);
    }

    private static Value prompt(Value row) {
        if (!row.get("promptId").isNothing()) {
            return row.get("promptId");
        }
        Value label = row.at("prompt", "label");
        return label.isNothing() ? row.get("promptIdx") : label;
    }

    private static Optional<String> first(Value vars) {
        return vars.members()
                .map(Map.Entry::getValue)
                .flatMap(value -> value.text().stream())
                .findFirst();
    }

    /** The case; the suite is the one given where the row names none. */
    Case asCase(Optional<String> suite) {
        var all = new HashMap<>(attributes);
        suite.ifPresent(name -> all.putIfAbsent("suite", shortened(name)));
        return new Case(id, all, result, scores, cached, place);
    }
}
