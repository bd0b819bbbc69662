package io.github.genaigate.gate.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.gate.Gate;
import io.github.genaigate.gate.GateRequest;
import io.github.genaigate.model.SuiteResult;
import io.github.genaigate.policy.Shelf;
import io.github.genaigate.report.JsonReport;
import io.github.genaigate.report.SuiteReport;
import io.github.genaigate.repository.ScratchRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases about decisions that were made before, and policies that are artifacts. */
class SuiteDecisionTest {

    private static final Gate GATE = Gate.of(SuiteDecisionTest.class.getClassLoader());
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private static final String POLICY = """
            apiVersion: genai-gate/v1
            kind: Policy
            name: acme
            version: "1.0"
            stages: [poc, production]
            requirements:
              evaluation: { levels: { production: block }, confidence: 95 % }
            """;

    @TempDir
    Path folder;

    @TempDir
    Path service;

    @TempDir
    Path shop;

    @BeforeEach
    void decide() throws IOException {
        write("acme.yaml", POLICY);
        write("strict.yaml", POLICY.replace("confidence: 95 %", "confidence: 99 %, maxAge: 1 d"));
        Files.writeString(service.resolve("genai-gate.yaml"), """
                apiVersion: genai-gate/v1
                kind: Readiness
                service: { name: support-assistant, stage: production, content: ["prompts/**"] }
                evidence: { tests: tests.xml }
                evaluation: { suites: [{ name: all, evidence: tests, passing: 90 % }] }
                """);
        Files.createDirectory(service.resolve("prompts"));
        Files.writeString(service.resolve("prompts/answer.txt"), "Answer.");
        Files.writeString(
                service.resolve("tests.xml"),
                "<testsuite name=\"answers\" tests=\"30\" failures=\"0\" errors=\"0\" skipped=\"0\">" + cases(30)
                        + "</testsuite>");
        ScratchRepository.in(service)
                .commit(
                        List.of("genai-gate.yaml", "prompts/answer.txt", "tests.xml"),
                        "kim@acme.example",
                        NOW.minusSeconds(3600));
        var decision = GATE.decide(new GateRequest(
                service,
                "genai-gate.yaml",
                List.of(folder.resolve("acme.yaml").toString()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NOW,
                Optional.empty(),
                false,
                service.resolve("target")));
        var text = new StringBuilder();
        new JsonReport().render(decision, text);
        write("decisions/assistant.json", text.toString());
    }

    private static String cases(int number) {
        var cases = new StringBuilder();
        for (int i = 0; i < number; i++) {
            cases.append("<testcase classname=\"answers\" name=\"case ")
                    .append(i)
                    .append("\"/>");
        }
        return cases.toString();
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String decision() throws IOException {
        return Files.readString(folder.resolve("decisions/assistant.json"));
    }

    private SuiteResult run(String policy, String day, String cases) throws IOException {
        write("suite.yaml", """
                apiVersion: genai-gate/v1
                kind: PolicyTests
                policy: ["%s"]
                asOf: %s
                leastRed: 0 %%
                cases:
                """.formatted(policy, day) + cases);
        return new PolicySuite(GATE, new Shelf(shop).jar(ARTIFACT, FILE, POLICY))
                .run(folder.resolve("suite.yaml"), folder.resolve("scratch"));
    }

    private static final String ARTIFACT = "maven:acme:genai-policy:1.0";
    private static final String FILE = "META-INF/genai-gate/policy.yaml";

    private static final String RECORDED = """
              - name: recorded
                decision: decisions/assistant.json
                expect: { verdict: READY, requirements: { evaluation: { outcome: MET, level: block } } }
            """;

    @Test
    void judgesTheFactsOfADecision() throws IOException {
        assertThat(SuiteReport.lines(run("acme.yaml", "2026-11-24", RECORDED)))
                .containsExactly(
                        "acme 1.0: 1 case, 0 failed",
                        "  + recorded",
                        "0 of 1 requirement turned red by some case, 1 met",
                        "    never red: evaluation");
    }

    @Test
    void judgesThemByThePolicyAndTheDayOfTheSuite() throws IOException {
        assertThat(SuiteReport.lines(run("strict.yaml", "2026-11-24", RECORDED)))
                .contains(
                        "  x recorded (suite.yaml:7:5)",
                        "      evaluation is expected to be MET, and is UNPROVEN: Suite all: 100 % of 30 cases passed, which"
                                + " neither proves nor refutes the demanded 90 % (at least 85.7 % and at most 100 %, each with"
                                + " confidence 99 %)");
        assertThat(run("strict.yaml", "2026-11-30", """
                          - name: recorded
                            decision: decisions/assistant.json
                            expect: { verdict: NOT_READY, requirements: { evaluation: { outcome: UNPROVEN, reason: stale } } }
                        """).passed()).isTrue();
    }

    @Test
    void judgesByAPolicyThatIsAnArtifact() throws IOException {
        assertThat(run(ARTIFACT, "2026-11-24", RECORDED).passed()).isTrue();
        assertThat(run("maven:acme:genai-polcy:1.0", "2026-11-24", RECORDED).problems())
                .extracting(Object::toString)
                .containsExactly("genai-gate.policy: There is no artifact maven:acme:genai-polcy:1.0; Deploy it");
    }

    @Test
    void failsACaseWhoseDecisionCannotBeUsed() throws IOException {
        write("decisions/none.json", decision().replaceFirst("\"facts\": \\[(?s:.*)\\]\\s*}", "\"facts\": null }"));
        write("decisions/later.json", decision().replace("\"facts\": [1,", "\"facts\": [2,"));
        write("decisions/other.json", decision().replace("genai-gate/decision/v1", "genai-gate/decision/v2"));

        var result = run("acme.yaml", "2026-11-23", """
                  - { name: missing, decision: decisions/assistent.json, expect: { verdict: READY } }
                  - { name: without facts, decision: decisions/none.json, expect: { verdict: READY } }
                  - { name: other facts, decision: decisions/later.json, expect: { verdict: READY } }
                  - { name: other format, decision: decisions/other.json, expect: { verdict: READY } }
                  - { name: not yet made, decision: decisions/assistant.json, expect: { verdict: READY } }
                """);

        assertThat(SuiteReport.lines(result).stream()
                        .map(line -> line.replaceAll("line \\d+, column \\d+", "line N, column N"))
                        .toList())
                .containsExactly(
                        "acme 1.0: 5 cases, 5 failed",
                        "  x missing (suite.yaml:7:5)",
                        "      There is no file \"decisions/assistent.json\"; Create it, or correct the path",
                        "  x without facts (suite.yaml:8:5)",
                        "      decisions/none.json: It carries no facts to be judged; Keep decision.json as"
                                + " genai-gate:check of this version wrote it",
                        "  x other facts (suite.yaml:9:5)",
                        "      decisions/later.json: It is no decision file that can be used: Not a Recorded: facts of"
                                + " version 2, and 1 is known, in line N, column N; Keep decision.json as the gate wrote it",
                        "  x other format (suite.yaml:10:5)",
                        "      decisions/other.json: It is no decision file that can be used: its schema is not"
                                + " genai-gate/decision/v1; Keep decision.json as the gate wrote it",
                        "  x not yet made (suite.yaml:11:5)",
                        "      decisions/assistant.json: It was made at 2026-11-24T12:00:00Z, and is judged at"
                                + " 2026-11-23T23:59:59Z; Judge it by a day that is not before its own",
                        "0 of 1 requirement turned red by some case, 0 met",
                        "    never red: evaluation",
                        "    never met: evaluation");
    }

    @Test
    void refusesACaseThatIsAboutNothingOrAboutTwoThings() throws IOException {
        assertThat(run("acme.yaml", "2026-11-24", """
                          - { name: none, expect: { verdict: READY } }
                          - { name: both, service: service, decision: decisions/assistant.json, expect: { verdict: READY } }
                          - name: changed
                            decision: decisions/assistant.json
                            stage: production
                            without: ["tests.xml"]
                            expect: { verdict: READY }
                        """).problems())
                .extracting(Object::toString)
                .containsExactly(
                        "suite.yaml:7:5: The case \"none\" names neither a service nor a decision; Name one of them,"
                                + " under service or decision",
                        "suite.yaml:8:5: The case \"both\" names both a service and a decision; Name one of them, under"
                                + " service or decision",
                        "suite.yaml:11:5: stage makes a service, and the case is about a decision; Leave it out: a"
                                + " decision is judged as it was recorded",
                        "suite.yaml:12:5: without makes a service, and the case is about a decision; Leave it out: a"
                                + " decision is judged as it was recorded");
    }
}
