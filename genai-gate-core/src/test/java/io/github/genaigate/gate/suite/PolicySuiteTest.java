package io.github.genaigate.gate.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.gate.Gate;
import io.github.genaigate.model.SuiteResult;
import io.github.genaigate.report.SuiteReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Suites as policy authors write them, run on services in repositories of their own. */
class PolicySuiteTest {

    private static final Gate GATE = Gate.of(PolicySuiteTest.class.getClassLoader());

    private static final String HEAD = """
            apiVersion: genai-gate/v1
            kind: PolicyTests
            policy: [acme.yaml]
            asOf: 2026-11-26
            history: [{ author: kim@acme.example, age: 1 d }]
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void policyAndService() throws IOException {
        write("acme.yaml", """
                apiVersion: genai-gate/v1
                kind: Policy
                name: acme
                version: "1.0"
                stages: [poc, pilot, production]
                requirements:
                  evaluation: { levels: { pilot: warn, production: block }, confidence: 95 % }
                  governance-sign-off: { levels: { production: block }, roles: [risk] }
                roles:
                  risk: { signers: [risk@acme.example], mustNotBeAuthor: true }
                """);
        write("service/genai-gate.yaml", """
                apiVersion: genai-gate/v1
                kind: Readiness
                service: { name: support-assistant, stage: production, content: ["prompts/**"] }
                evidence: { tests: tests.xml }
                evaluation: { suites: [{ name: all, evidence: tests, passing: 90 % }] }
                signOffs: [{ role: risk, record: governance/risk.yaml }]
                """);
        write("service/prompts/answer.txt", "Answer.");
        write("service/tests.xml", tests(60, 0));
        write("service/target/left.txt", "Of an earlier build.");
        write("worse.xml", tests(40, 20));
        write("wrong.yaml", "apiVersion: genai-gate/v1\nkind: Policy\n");
    }

    private static String tests(int passed, int failed) {
        var cases = new StringBuilder();
        for (int i = 0; i < passed + failed; i++) {
            cases.append("<testcase classname=\"answers\" name=\"case ")
                    .append(i)
                    .append(i < passed ? "\"/>" : "\"><failure message=\"no\"/></testcase>");
        }
        return "<testsuite name=\"answers\" tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"0\">%s</testsuite>"
                .formatted(passed + failed, failed, cases);
    }

    private void write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private SuiteResult run(String rest) throws IOException {
        write("suite.yaml", HEAD + rest);
        return new PolicySuite(GATE).run(folder.resolve("suite.yaml"), folder.resolve("scratch"));
    }

    private static final String GOOD = """
            approvals: [{ role: risk, signer: risk@acme.example }]
            cases:
              - name: good
                service: service
                expect:
                  verdict: READY
                  requirements: { evaluation: MET, governance-sign-off: MET }
              - name: worse
                service: service
                replace: { tests.xml: worse.xml }
                expect:
                  verdict: NOT_READY
                  requirements:
                    evaluation: { outcome: NOT_MET, reason: over-limit, level: block, message: "Suite all: 66.6* of 60 cases passed" }
              - name: own work
                service: service
                approvals: [{ role: risk, signer: kim@acme.example }]
                expect:
                  requirements: { governance-sign-off: UNPROVEN }
            """;

    @Test
    void passesWhenTheGateSaysWhatIsExpected() throws IOException {
        var result = run(GOOD);

        assertThat(SuiteReport.lines(result))
                .containsExactly(
                        "acme 1.0: 3 cases, 0 failed",
                        "  + good",
                        "  + worse",
                        "  + own work",
                        "2 of 2 requirements turned red by some case, 2 met");
        assertThat(result.passed()).isTrue();
        assertThat(SuiteReport.junit(result)).isEqualTo("""
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite name="suite.yaml" tests="4" failures="0" errors="0" skipped="0">
                  <testcase classname="policy" name="good"/>
                  <testcase classname="policy" name="worse"/>
                  <testcase classname="policy" name="own work"/>
                  <testcase classname="policy" name="every requirement is turned red by some case"/>
                </testsuite>
                """);
    }

    @Test
    void givesTheSameTwice() throws IOException {
        var first = run(GOOD);
        var second = new PolicySuite(GATE).run(folder.resolve("suite.yaml"), folder.resolve("again"));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void failsWhenTheGateSaysSomethingElse() throws IOException {
        var result = run("""
                approvals: [{ role: risk, signer: risk@acme.example }]
                leastRed: 50 %
                cases:
                  - name: wrong outcome
                    service: service
                    expect: { verdict: NOT_READY, requirements: { evaluation: NOT_MET } }
                  - name: wrong details
                    service: service
                    replace: { tests.xml: worse.xml }
                    expect:
                      verdict: READY
                      requirements: { evaluation: { outcome: NOT_MET, reason: stale, level: warn, message: "of 61 cases" } }
                  - name: broken
                    service: service
                    replace: { genai-gate.yaml: wrong.yaml }
                    expect: { requirements: { evaluation: MET } }
                  - name: unbroken
                    service: service
                    expect: { problem: "unknown key" }
                """);

        assertThat(SuiteReport.lines(result))
                .containsExactly(
                        "acme 1.0: 4 cases, 4 failed",
                        "  x wrong outcome (suite.yaml:9:5)",
                        "      The verdict NOT_READY is expected, and it is READY",
                        "      evaluation is expected to be NOT_MET, and is MET: Suite all: 100 % of 60 cases passed,"
                                + " demanded 90 % (at least 95.1 % with confidence 95 %)",
                        "  x wrong details (suite.yaml:12:5)",
                        "      The verdict READY is expected, and it is NOT_READY, for evaluation",
                        "      evaluation is expected to fail for the reason stale, and fails for over-limit",
                        "      evaluation is expected at the level warn, and is at block",
                        "      evaluation is expected to say \"of 61 cases\", and says: Suite all: 66.6 % of 60 cases passed,"
                                + " demanded 90 % (at most 76.7 % with confidence 95 %)",
                        "  x broken (suite.yaml:18:5)",
                        "      The input cannot be used: genai-gate.yaml:2:7: This is a policy, and a manifest is needed;"
                                + " Name a file of kind Readiness",
                        "  x unbroken (suite.yaml:22:5)",
                        "      A problem \"unknown key\" is expected, and there is none",
                        "0 of 2 requirements turned red by some case, 0 met",
                        "    never red: evaluation, governance-sign-off",
                        "    never met: evaluation, governance-sign-off",
                        "  x Cases turn 0 of 2 requirements red, and 50 % are demanded",
                        "      next: Add a case in which a requirement that was never red fails, and expect that");
        assertThat(result.passed()).isFalse();
    }

    @Test
    void failsWhenARequirementIsNeverRed() throws IOException {
        var result = run("""
                approvals: [{ role: risk, signer: risk@acme.example }]
                cases:
                  - name: good
                    service: service
                    expect: { verdict: READY, requirements: { evaluation: MET } }
                """);

        assertThat(SuiteReport.lines(result))
                .containsExactly(
                        "acme 1.0: 1 case, 0 failed",
                        "  + good",
                        "0 of 2 requirements turned red by some case, 1 met",
                        "    never red: evaluation, governance-sign-off",
                        "    never met: governance-sign-off",
                        "  x Cases turn 0 of 2 requirements red, and 100 % are demanded",
                        "      next: Add a case in which a requirement that was never red fails, and expect that");
        assertThat(result.passed()).isFalse();
        assertThat(SuiteReport.junit(result))
                .contains(
                        "<failure message=\"Cases turn 0 of 2 requirements red, and 100 % are demanded; never red: evaluation, governance-sign-off\">");
    }

    @Test
    void countsOnlyWhatPassingCasesExpect() throws IOException {
        var result = run("""
                leastRed: 50 %
                cases:
                  - name: not signed
                    service: service
                    expect: { verdict: READY, requirements: { governance-sign-off: { outcome: UNPROVEN, reason: missing } } }
                """);

        assertThat(result.neverRed()).containsExactly("evaluation", "governance-sign-off");
    }

    @Test
    void refusesASuiteThatCannotBeUsed() throws IOException {
        assertThat(run("cases: []\n").problems())
                .extracting(Object::toString)
                .containsExactly("suite.yaml:6:8: cases is an empty list; Write at least one entry");
        assertThat(run("").problems())
                .extracting(Object::toString)
                .containsExactly(
                        "suite.yaml:1:1: The suite has no cases; Add cases, a list, each entry being a map with name, service,"
                                + " decision, replace, without, stage, asOf, history, approvals, expect");
        assertThat(run("""
                                cases:
                                  - { name: one, service: service, expect: { requirements: { evalution: MET } } }
                                """).problems())
                .extracting(Object::toString)
                .containsExactly("suite.yaml:7:73: The policy has no requirement \"evalution\" in force;"
                        + " Did you mean evaluation?");
        assertThat(run("""
                                cases:
                                  - { name: one, service: service, expect: { verdict: READY } }
                                  - { name: one, service: service, expect: { verdict: READY } }
                                """).problems())
                .extracting(Object::toString)
                .containsExactly("suite.yaml:8:7: Two cases are called \"one\"; Give each case a name of its own");
        assertThat(new PolicySuite(GATE)
                        .run(folder.resolve("none.yaml"), folder.resolve("scratch"))
                        .problems())
                .extracting(Object::toString)
                .containsExactly("none.yaml: There is no file \"none.yaml\"; Create it, or correct the path");
    }

    @Test
    void failsACaseWhoseFilesAreNotThere() throws IOException {
        var result = run("""
                leastRed: 0 %
                cases:
                  - { name: no service, service: servce, expect: { verdict: READY } }
                  - { name: no stand-in, service: service, replace: { tests.xml: none.xml }, expect: { verdict: READY } }
                  - { name: nothing left out, service: service, without: ["none/**"], expect: { verdict: READY } }
                  - { name: empty commit, service: service, history: [{ author: k@x, age: 1 d, files: ["none/**"] }], expect: { verdict: READY } }
                """);

        assertThat(result.cases())
                .flatExtracting(SuiteResult.Case::differences)
                .containsExactly(
                        "The service servce has no files; Name its folder",
                        "There is no file \"none.xml\"; Create it, or correct the path",
                        "without none/** matches no file of the service; Correct the glob",
                        "The commit of k@x brings no file; Correct its files, or leave the commit out");
    }
}
