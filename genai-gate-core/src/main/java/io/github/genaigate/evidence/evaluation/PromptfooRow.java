package io.github.genaigate.evidence.evaluation;

import io.github.genaigate.evidence.Excerpt;
import io.github.genaigate.input.Json.Value;
import io.github.genaigate.model.Cases.Case;
import io.github.genaigate.model.Cases.Result;
import io.github.genaigate.model.Place;
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
 * @param counted how promptfoo itself counts it, empty when the row does not tell failures from errors
 * @param unchecked whether it passed only because the test asserts nothing
 * @param place where it begins
 */
record PromptfooRow(
        String id,
        Map<String, String> attributes,
        Result result,
        Optional<Result> counted,
        boolean unchecked,
        Place place) {

    /** The members that say it. The response of the model is not among them. */
    static final Set<String> NEEDED = Set.of(
            "description",
            "error",
            "failureReason",
            "gradingResult",
            "metadata",
            "prompt",
            "promptId",
            "promptIdx",
            "provider",
            "success",
            "testCase",
            "vars");

    private static final int LONGEST_ATTRIBUTE = 200;
    private static final int ASSERTION = 1;
    private static final int ERROR = 2;
    private static final Set<String> CODE =
            Set.of("exec", "file", "http", "https", "package", "python", "webhook", "ws");
    private static final Set<String> WAYS_OF_ASKING = Set.of(
            "assistant",
            "chat",
            "completion",
            "embedding",
            "embeddings",
            "messages",
            "realtime",
            "responses",
            "text-generation");

    static PromptfooRow of(Value row, Place place) {
        Optional<String> description = row.at("testCase", "description")
                .text()
                .or(() -> row.get("description").text());
        Value vars = row.get("vars").isObject() ? row.get("vars") : row.at("testCase", "vars");
        Optional<String> provider = provider(row.get("provider"));
        return new PromptfooRow(
                CaseId.of(
                        description.or(() -> first(vars)).orElse("case"),
                        List.of(vars, row.at("testCase", "description"), prompt(row), row.get("provider"))),
                attributes(row, description, provider),
                result(row),
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
        provider.ifPresent(id -> {
            attributes.put("provider", shortened(id));
            attributes.put("model", shortened(model(id)));
        });
        return attributes;
    }

    private static String shortened(String text) {
        return Excerpt.of(text, LONGEST_ATTRIBUTE);
    }

    private static Optional<String> provider(Value provider) {
        return provider.text()
                .or(() -> provider.get("id").text())
                .or(() -> provider.get("label").text())
                .filter(id -> !id.isBlank());
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

    /** The model in a provider's id: {@code gpt-4o} in {@code openai:chat:gpt-4o}; the whole id when it names none. */
    private static String model(String provider) {
        int vendor = provider.indexOf(':');
        if (vendor < 0 || CODE.contains(provider.substring(0, vendor))) {
            return provider;
        }
        String rest = provider.substring(vendor + 1);
        int way = rest.indexOf(':');
        return way > 0 && WAYS_OF_ASKING.contains(rest.substring(0, way)) ? rest.substring(way + 1) : rest;
    }

    /** The case; the suite is the one given where the row names none. */
    Case asCase(Optional<String> suite) {
        var all = new HashMap<>(attributes);
        suite.ifPresent(name -> all.putIfAbsent("suite", shortened(name)));
        return new Case(id, all, result, place);
    }
}
