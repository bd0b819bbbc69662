package io.github.genaigate.evidence.security;

import io.github.genaigate.evidence.Excerpt;
import io.github.genaigate.evidence.Timestamps;
import io.github.genaigate.input.Json.Value;
import io.github.genaigate.model.Severity;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a run says about one start of the tool.
 *
 * @param successful whether the tool says that it did its work; a tool that says nothing is believed
 * @param exit the exit code, when there is one
 * @param errors the tool's own complaints of level error
 * @param levels the levels that this start gave to rules, by rule id
 * @param at when it ended, or else when it began
 */
record SarifInvocation(
        boolean successful,
        Optional<Long> exit,
        List<String> errors,
        Map<String, Severity> levels,
        Optional<Instant> at) {

    static SarifInvocation of(Value invocation) {
        return new SarifInvocation(
                invocation.has("executionSuccessful")
                        ? invocation.get("executionSuccessful").flag().orElse(false)
                        : invocation.get("exitCode").integer().orElse(0L) == 0,
                invocation.get("exitCode").integer(),
                Stream.of("toolExecutionNotifications", "toolConfigurationNotifications")
                        .flatMap(key -> invocation.get(key).items().stream())
                        .filter(notification -> notification.get("level").text().equals(Optional.of("error")))
                        .map(notification -> Excerpt.of(
                                notification.at("message", "text").text().orElse("no text")))
                        .toList(),
                levels(invocation.get("ruleConfigurationOverrides")),
                time(invocation, "endTimeUtc").or(() -> time(invocation, "startTimeUtc")));
    }

    private static Map<String, Severity> levels(Value overrides) {
        var levels = new HashMap<String, Severity>();
        for (Value override : overrides.items()) {
            override.at("descriptor", "id")
                    .text()
                    .ifPresent(rule -> SarifSeverity.level(override.at("configuration", "level"))
                            .ifPresent(level -> levels.merge(rule, level, SarifSeverity::worse)));
        }
        return levels;
    }

    private static Optional<Instant> time(Value invocation, String key) {
        return invocation.get(key).text().flatMap(Timestamps::zoned);
    }
}
