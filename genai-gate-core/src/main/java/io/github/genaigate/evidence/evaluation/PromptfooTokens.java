package io.github.genaigate.evidence.evaluation;

import io.github.genaigate.input.Json.Value;
import io.github.genaigate.model.Moments;
import io.github.genaigate.model.Usage;
import io.github.genaigate.model.Usage.Tokens;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tokens that a row of promptfoo results took. */
final class PromptfooTokens {

    private PromptfooTokens() {}

    /**
     * What answering took. Nothing for an answer out of promptfoo's own cache, of which {@code tokenUsage.cached} tells the
     * tokens that were saved, and nothing for a row without a token: most were never answered, and would make the others
     * look cheap.
     */
    static Optional<Usage> of(Value row, String model) {
        Value usage = row.at("response", "tokenUsage");
        Optional<Long> input = usage.get("prompt").integer().filter(tokens -> tokens >= 0);
        Optional<Long> output = usage.get("completion").integer().filter(tokens -> tokens >= 0);
        if (PromptfooRow.cached(row) || input.isEmpty() || output.isEmpty() || input.get() + output.get() == 0) {
            return Optional.empty();
        }
        long requests = Math.max(1, usage.get("numRequests").integer().orElse(1L));
        long fromCache = usage.at("completionDetails", "cacheReadInputTokens")
                .integer()
                .filter(tokens -> tokens >= 0 && tokens <= input.get())
                .orElse(0L);
        var tokens = new Tokens(
                moments(requests, input.get()), moments(requests, output.get()), moments(requests, fromCache));
        return Optional.of(new Usage(new TreeMap<>(Map.of(model, tokens))));
    }

    /** Of several requests only the sum is known. */
    private static Moments moments(long requests, long tokens) {
        var sum = BigDecimal.valueOf(tokens);
        return requests == 1 ? Moments.of(sum) : new Moments(requests, sum, Optional.empty());
    }
}
