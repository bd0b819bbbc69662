package io.github.genaigate.model;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tokens that requests took.
 *
 * @param models by the model's exact id as the evidence gives it; empty text when it gives none
 */
public record Usage(SortedMap<String, Tokens> models) implements Addable<Usage> {

    public Usage {
        models = Collections.unmodifiableSortedMap(new TreeMap<>(models));
    }

    /**
     * The tokens of one model.
     *
     * @param input tokens sent in each request, those served from a cache included
     * @param output tokens answered in each request
     * @param cached how many of the sent tokens were served from the provider's cache; zeros where nothing is told
     */
    public record Tokens(Moments input, Moments output, Moments cached) implements Addable<Tokens> {

        @Override
        public Tokens plus(Tokens other) {
            return new Tokens(input.plus(other.input), output.plus(other.output), cached.plus(other.cached));
        }
    }

    /** What two files of one run tell together: nothing unless both do, so that no cost rests on a part of the run. */
    static Optional<Usage> both(Optional<Usage> one, Optional<Usage> other) {
        return one.flatMap(some -> other.map(some::plus));
    }

    @Override
    public Usage plus(Usage other) {
        var all = new TreeMap<>(models);
        other.models.forEach((model, tokens) -> all.merge(model, tokens, Tokens::plus));
        return new Usage(all);
    }
}
