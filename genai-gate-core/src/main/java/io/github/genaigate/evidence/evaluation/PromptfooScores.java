package io.github.genaigate.evidence.evaluation;

import io.github.genaigate.evidence.Excerpt;
import io.github.genaigate.input.Json.Value;
import io.github.genaigate.model.Moments;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** What a row of promptfoo results was graded with. */
final class PromptfooScores {

    private static final int LONGEST_NAME = 200;

    private PromptfooScores() {}

    /**
     * The score of the row as {@code score}, and the scores that have names. Of several assertions with one name it is
     * their mean, where promptfoo's own {@code namedScores} add up and go beyond the scale.
     */
    static Map<String, BigDecimal> of(Value row) {
        var named = new HashMap<String, Moments>();
        for (Value result : row.at("gradingResult", "componentResults").items()) {
            result.at("assertion", "metric")
                    .text()
                    .ifPresent(name -> result.get("score")
                            .number()
                            .ifPresent(score -> named.merge(name(name), Moments.of(score), Moments::plus)));
        }
        var scores = new HashMap<String, BigDecimal>();
        named.forEach((name, moments) -> moments.mean().ifPresent(mean -> scores.put(name, mean)));
        row.get("namedScores")
                .members()
                .forEach(member -> member.getValue()
                        .number()
                        .ifPresent(score -> scores.putIfAbsent(name(member.getKey()), score)));
        row.get("score").number().ifPresent(score -> scores.put("score", score));
        return scores;
    }

    private static String name(String text) {
        return Excerpt.of(text, LONGEST_NAME);
    }
}
