package io.github.genaigate.model;

import java.util.List;
import java.util.Set;

/**
 * The issues that a part counts against a limit. A waiver can name them one by one.
 *
 * @param issues what identifies each, see {@link Issues.Run#identity}; as often as it was found
 * @param allowed how many may be there
 */
public record Counted(List<String> issues, int allowed) {

    public Counted {
        issues = List.copyOf(issues);
    }

    /** Whether those that are left without the issues named are within the limit. */
    boolean within(Set<String> named) {
        return issues.stream().filter(issue -> !named.contains(issue)).count() <= allowed;
    }
}
