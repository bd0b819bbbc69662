package io.github.genaigate.evidence.evaluation;

import io.github.genaigate.input.Json.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who graded a row of promptfoo results. */
final class PromptfooGrading {

    /** Assertions that code decides. Whatever is not among them is taken for the word of a model. */
    private static final Set<String> BY_CODE = Set.of(
            "bleu",
            "contains",
            "contains-all",
            "contains-any",
            "contains-html",
            "contains-json",
            "contains-sql",
            "contains-xml",
            "cost",
            "equals",
            "finish-reason",
            "gleu",
            "guardrails",
            "icontains",
            "icontains-all",
            "icontains-any",
            "is-html",
            "is-json",
            "is-refusal",
            "is-sql",
            "is-valid-function-call",
            "is-valid-openai-function-call",
            "is-valid-openai-tools-call",
            "is-xml",
            "javascript",
            "latency",
            "levenshtein",
            "meteor",
            "perplexity",
            "perplexity-score",
            "python",
            "regex",
            "rouge-n",
            "ruby",
            "starts-with",
            "tool-call-f1",
            "trace-error-spans",
            "trace-span-count",
            "trace-span-duration",
            "word-count");

    private PromptfooGrading() {}

    /**
     * {@code graded}, whether a model had a word in it, and {@code judge}, which models, when the row names all of them.
     * Without a provider promptfoo takes the first that it has a key for, and does not write down which.
     */
    static Map<String, String> attributes(Value row) {
        List<Value> assertions = Stream.concat(
                        row.at("testCase", "assert").items().stream(),
                        row.at("gradingResult", "componentResults").items().stream()
                                .map(result -> result.get("assertion")))
                .flatMap(PromptfooGrading::leaves)
                .toList();
        if (assertions.isEmpty()) {
            return Map.of();
        }
        var judges = assertions.stream()
                .filter(assertion -> !byCode(assertion))
                .map(assertion -> Provider.judge(assertion.get("provider"))
                        .or(() -> Provider.judge(row.at("testCase", "options", "provider"))))
                .toList();
        var attributes = new HashMap<>(Map.of("graded", judges.isEmpty() ? "code" : "model"));
        if (!judges.isEmpty() && judges.stream().allMatch(Optional::isPresent)) {
            attributes.put(
                    "judge",
                    judges.stream()
                            .flatMap(Optional::stream)
                            .map(Provider::model)
                            .distinct()
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        return attributes;
    }

    private static Stream<Value> leaves(Value assertion) {
        return assertion.get("assert").isArray()
                ? assertion.get("assert").items().stream().flatMap(PromptfooGrading::leaves)
                : Stream.of(assertion).filter(Value::isObject);
    }

    private static boolean byCode(Value assertion) {
        return assertion
                .get("type")
                .text()
                .map(type -> type.startsWith("not-") ? type.substring("not-".length()) : type)
                .filter(BY_CODE::contains)
                .isPresent();
    }
}
