package io.github.genaigate.gate;

import io.github.genaigate.model.Problem;
import java.util.List;

/**
 * A policy for people to look at, with who set each value.
 *
 * @param lines one YAML document, itself a policy; none when there are problems
 * @param problems why it cannot be shown, sorted
 */
public record ShownPolicy(List<String> lines, List<Problem> problems) {

    public ShownPolicy {
        lines = List.copyOf(lines);
        problems = List.copyOf(problems);
        if (lines.isEmpty() == problems.isEmpty()) {
            throw new IllegalArgumentException("either lines or problems: " + problems);
        }
    }
}
