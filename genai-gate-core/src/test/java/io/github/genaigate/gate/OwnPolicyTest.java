package io.github.genaigate.gate;

import static io.github.genaigate.gate.ServiceFolder.GATE;
import static io.github.genaigate.gate.ServiceFolder.POLICY;
import static io.github.genaigate.gate.ServiceFolder.finding;
import static io.github.genaigate.gate.ServiceFolder.problems;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Finding;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Verdict;
import io.github.genaigate.repository.TestRepository;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A policy that lies in the tree under judgement, with and without a pin. */
class OwnPolicyTest {

    private static final String OWN = "policies/own.yaml";
    private static final String MEASURED = ServiceFolder.POLICY_TEXT.replace(
            "evaluation: { maxAge: 30 d,", "evaluation: { assurance: measured, maxAge: 30 d,");

    @TempDir
    Path folder;

    private ServiceFolder service;

    @BeforeEach
    void service() {
        service = ServiceFolder.ready(folder).write(OWN, MEASURED).write(POLICY, MEASURED);
    }

    private Decision decide(String... policies) {
        return GATE.decide(service.with().policies(policies));
    }

    private static List<String> notes(Decision decision) {
        return List.of(
                "A policy layer lies in the tree under judgement, and what rests on it alone is declared at the most;"
                        + " pin it on the command line with -Dgenai-gate.policyDigest="
                        + decision.policy().digest());
    }

    private static List<Assurance> assurances(Decision decision) {
        return decision.findings().stream()
                .map(Finding::judgement)
                .flatMap(judgement -> judgement.parts().stream())
                .map(Part::assurance)
                .distinct()
                .toList();
    }

    @Test
    void outsideOfTheTreeNothingIsCapped() {
        var decision = decide(POLICY);

        assertThat(decision.verdict()).isEqualTo(Verdict.READY);
        assertThat(decision.notes()).isEmpty();
        assertThat(assurances(decision)).contains(Assurance.MEASURED);
    }

    @Test
    void inTheTreeNothingIsMoreThanDeclared() {
        var decision = decide(OWN);

        assertThat(problems(decision)).isEmpty();
        assertThat(decision.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(decision.notes()).isEqualTo(notes(decision));
        assertThat(assurances(decision)).containsExactly(Assurance.DECLARED);
        assertThat(decision.blocking()).extracting(Finding::requirement).containsExactly("evaluation");
        var part = finding(decision, "evaluation").judgement().failing().get(0);
        assertThat(part.outcome() + " " + part.reason().orElseThrow().word() + " " + part.message())
                .isEqualTo(
                        "UNPROVEN weak-assurance The requirement evaluation rests on a policy in the tree under judgement,"
                                + " so that its proof is declared, and measured is demanded (Suite groundedness: 100 % of 60 cases"
                                + " passed, demanded 90 % (at least 95.1 % with confidence 95 %))");
        assertThat(part.mend())
                .contains("Pin the policy on the command line with -Dgenai-gate.policyDigest="
                        + decision.policy().digest() + ", or name one from outside of the tree");
        assertThat(part.places()).extracting(Object::toString).contains("policies/own.yaml:8:17");
    }

    @Test
    void aPinMakesItAsGoodAsOneFromOutside() {
        var digest = decide(OWN).policy().digest();
        var request = new Requests(service.with().policies(OWN)).policyDigest(digest);

        var decision = GATE.decide(request);

        assertThat(decision.verdict()).isEqualTo(Verdict.READY);
        assertThat(decision.notes()).isEmpty();
        assertThat(assurances(decision)).contains(Assurance.MEASURED);
    }

    @Test
    void anythingInTheRepositoryIsInTheTree() {
        service.git().git("init", "-q", "..");

        var decision = decide(POLICY);

        assertThat(decision.policy().layers())
                .extracting(layer -> layer.source() + " " + layer.origin())
                .as("another repository around this one is not this one")
                .containsExactly("builtin:baseline builtin", "acme-policy.yaml outside");

        service.delete(".git");
        assertThat(decide(POLICY).policy().layers())
                .extracting(layer -> layer.source() + " " + layer.origin())
                .containsExactly("builtin:baseline builtin", "acme-policy.yaml tree");
    }

    @Test
    void aRefutationStays() {
        service.write(ServiceFolder.PROMPTFOO, EvidenceTexts.promptfoo(45, 15))
                .git()
                .commit(TestRepository.KIM, "2026-11-17", "Change");

        assertThat(finding(decide(OWN), "evaluation").judgement().message())
                .isEqualTo(
                        "Suite groundedness: 75 % of 60 cases passed, demanded 90 % (at most 84 % with confidence 95 %)");
    }

    @Test
    void whatAnotherPolicyDemandsDoesNotRestOnTheTree() {
        service.write(OWN, """
                apiVersion: genai-gate/v1
                kind: Policy
                name: team
                version: "1"
                stages: [poc, pilot, production]
                requirements:
                  evaluation: { levels: { production: block }, suites: [{ name: groundedness, passing: 95 % }] }
                  own-suite: { criterion: evaluation, levels: { production: block }, suites: [{ name: groundedness, passing: 95 % }] }
                """);

        var decision = decide(POLICY, OWN);

        assertThat(problems(decision)).isEmpty();
        assertThat(decision.notes()).isEqualTo(notes(decision));
        assertThat(assurance(decision, "evaluation")).isEqualTo(Assurance.MEASURED);
        assertThat(assurance(decision, "own-suite")).isEqualTo(Assurance.DECLARED);
    }

    private static Assurance assurance(Decision decision, String requirement) {
        return finding(decision, requirement).judgement().parts().get(0).assurance();
    }

    @Test
    void aPolicyInTheTreeDefinesNoRoleForAnother() {
        service.write(OWN, """
                apiVersion: genai-gate/v1
                kind: Policy
                name: team
                version: "1"
                stages: [poc, pilot, production]
                requirements: {}
                roles:
                  security: { signers: [kim@acme.example] }
                """).edit(POLICY, "tools: [SpotBugs] }] }", "tools: [SpotBugs] }], signOffs: [security] }");

        assertThat(problems(decide(POLICY, OWN)))
                .containsExactly(
                        "acme-policy.yaml:9:66: security-review.signOffs names the role \"security\", which roles"
                                + " does not define; Define it under roles, with its signers");
    }
}
