package io.github.genaigate.gate;

import io.github.genaigate.policy.Policy;
import java.util.Map;
import java.util.TreeMap;

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
                String.valueOf(rules.waivers()),
                String.valueOf(rules.contentAtLeast()));
    }
}
