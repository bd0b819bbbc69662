package io.github.genaigate.cel;

import io.github.genaigate.gate.Gate;
import io.github.genaigate.gate.GateRequest;
import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A service with a policy of rules, judged by the whole gate.
 *
 * @param folder where its files lie
 */
record ServiceUnderRules(Path folder) {

    static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    private static final String MANIFEST = """
            apiVersion: genai-gate/v1
            kind: Readiness
            service: { name: support-assistant, stage: production, content: ["prompts/**"] }
            owners: [{ role: accountable, id: "@acme/support" }]
            """;

    static final String TESTS = """
            <testsuites><testsuite name="grounded" tests="3" failures="1" errors="0" skipped="0">
            <testcase name="a" classname="grounded"/><testcase name="b" classname="grounded"/>
            <testcase name="c" classname="grounded"><failure message="no"/></testcase>
            </testsuite></testsuites>
            """;

    /** A service with the evidence {@code tests}. */
    static ServiceUnderRules in(Path folder) {
        return new ServiceUnderRules(folder)
                .file("prompts/answer.txt", "Answer.")
                .file("tests.xml", TESTS)
                .file("genai-gate.yaml", MANIFEST + "evidence: { tests: tests.xml }\n");
    }

    ServiceUnderRules file(String name, String text) {
        try {
            var file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The same with what follows in the manifest instead of its evidence. */
    ServiceUnderRules manifest(String rest) {
        return file("genai-gate.yaml", MANIFEST + rest);
    }

    /** The decision under one rule. */
    Decision under(String expression, String message, String mend) {
        return policy("""
                requirements:
                  own-rules:
                    criterion: expression
                    levels: { production: block }
                    rules:
                      - name: first
                        expression: %s
                        message: %s
                        mend: %s
                """.formatted(quoted(expression), quoted(message), quoted(mend)));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** The decision under a policy with these requirements. */
    Decision policy(String requirements) {
        file("policy.yaml", """
                apiVersion: genai-gate/v1
                kind: Policy
                name: acme
                version: "1"
                stages: [poc, pilot, production]
                """ + requirements);
        return Gate.of(ServiceUnderRules.class.getClassLoader())
                .decide(new GateRequest(
                        folder,
                        "genai-gate.yaml",
                        List.of("policy.yaml"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        NOW,
                        Optional.empty(),
                        false,
                        folder.resolve("target")));
    }

    /** The only part of the decision, the cap on policies in the tree taken off. */
    Part part(String expression) {
        return part(expression, "It is so", "Change it");
    }

    Part part(String expression, String message, String mend) {
        var decision = under(expression, message, mend);
        if (!decision.problems().isEmpty()) {
            throw new AssertionError(decision.problems());
        }
        return decision.findings().get(0).judgement().parts().get(0);
    }

    List<String> problems(String expression) {
        return under(expression, "It is so", "Change it").problems().stream()
                .map(Object::toString)
                .toList();
    }
}
