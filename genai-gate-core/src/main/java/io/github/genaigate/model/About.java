package io.github.genaigate.model;

import java.util.List;
import java.util.Optional;

/**
 * What a criterion declares about itself.
 *
 * @param id kebab case, such as {@code latency-budget}
 * @param purpose the claim that is true when it is met: one sentence
 * @param settings its own settings, beside the {@link CommonSettings}
 * @param section where in the manifest the team makes its claims, when it makes any
 */
public record About(String id, String purpose, List<Setting<?>> settings, Optional<Section> section) {
    public About {
        settings = List.copyOf(settings);
    }
}
