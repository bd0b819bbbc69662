package io.github.genaigate.gate;

import io.github.genaigate.policy.Policy;
import io.github.genaigate.policy.Requirement;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What of a policy has a hand in gathering facts, as texts that are equal when the facts are. */
final class RecordedRules {

    private RecordedRules() {}

    static Recorded.Rules of(Policy policy) {
        var rules = policy.rules();
        Map<String, String> roles = new TreeMap<>();
        rules.roles().forEach((name, role) -> roles.put(name, String.valueOf(role)));
        return new Recorded.Rules(
                roles,
                rules.allowedSigners().orElse("") + policy.stages(),
                rules.waivers() + unwaivable(policy),
                String.valueOf(rules.contentAtLeast()));
    }

    /** Waivers of these were not even looked at. */
    private static String unwaivable(Policy policy) {
        return policy.requirements().values().stream()
                .filter(requirement -> !requirement.waivable())
                .map(Requirement::id)
                .collect(Collectors.joining(", ", " except for [", "]"));
    }
}
