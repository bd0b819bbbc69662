package io.github.genaigate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.policy.Policy;
import io.github.genaigate.policy.PolicyLoader;
import io.github.genaigate.policy.Tree;
import io.github.genaigate.report.JsonReport;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the policy of a decision allowed is not taken over into a replay under one that does not. */
@ExtendWith(ReadyService.class)
class ReplayBorrowsNothingTest {

    private static final String ONLY_EVALUATION = """
            apiVersion: genai-gate/v1
            kind: Policy
            name: acme-genai
            version: 1.0.0
            stages: [poc, pilot, production]
            requirements:
              evaluation: { levels: { poc: block }, suites: [{ name: groundedness, passing: 90 % }] }
            roles:
              risk: { signers: [risk@acme.example] }
            """;

    private final ServiceFolder service;

    ReplayBorrowsNothingTest(ServiceFolder service) {
        this.service = service;
        service.write(ServiceFolder.POLICY, ONLY_EVALUATION);
    }

    private static RecordedDecision recorded(GateRequest request) throws Exception {
        var text = new StringBuilder();
        new JsonReport().render(ServiceFolder.GATE.decide(request), text);
        return RecordedDecision.read(new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)), true);
    }

    private List<String> blocking(RecordedDecision recorded) {
        Policy policy = new PolicyLoader(ServiceFolder.GATE.catalogue(), new Tree(service.path("."), service.path(".")))
                .load(service.path("."), List.of(ServiceFolder.POLICY))
                .value()
                .orElseThrow();
        var replay = Replay.of(
                        ServiceFolder.GATE,
                        policy,
                        recorded.facts().orElseThrow(),
                        recorded.asked().orElseThrow())
                .value()
                .orElseThrow();
        var clock = new Clock(recorded.evaluatedAt(), false, List.of());
        return replay.blocking(replay.at(clock)).values().stream()
                .map(finding -> finding.requirement()
                        + (replay.cannotTell(finding, clock) ? " ? " : " ")
                        + finding.judgement().message())
                .toList();
    }

    @Test
    void evidenceMayBeStaleWhereMoreContentIsCovered() throws Exception {
        var recorded = recorded(service.request());
        assertThat(blocking(recorded)).isEmpty();

        service.edit(ServiceFolder.POLICY, text -> text + "content: { atLeast: [\"scripts/**\"] }\n");

        assertThat(blocking(recorded))
                .containsExactly(
                        "evaluation ? The recorded facts do not tell whether the evidence evals is about the content"
                                + " that the policy covers");
    }

    @Test
    void triesThatNobodyCountedMayBeMany() throws Exception {
        var unknown = recorded(service.request());
        var known = recorded(service.request().after(service.path("prompts")));
        service.edit(ServiceFolder.POLICY, text -> text + "simultaneous: { correction: holm, tries: corrected }\n");

        assertThat(known.facts().orElseThrow().tries()).isEqualTo(Optional.of(1));
        assertThat(blocking(known)).isEmpty();
        assertThat(unknown.facts().orElseThrow().tries()).isEmpty();
        assertThat(blocking(unknown))
                .singleElement()
                .asString()
                .startsWith("evaluation ? The recorded facts do not tell how often was tried (");
    }

    @Test
    void aStageThatWasLoweredIsTheManifestsWhereNobodyMayLowerIt() throws Exception {
        service.edit(ServiceFolder.POLICY, text -> text + "stage: adjustable\n")
                .edit(ServiceFolder.POLICY, "poc: block }, suites", "production: block }, suites")
                .edit(ServiceFolder.POLICY, "passing: 90 %", "passing: 90 %, minimumCases: 1000");
        var recorded = recorded(service.with().stage("pilot"));
        assertThat(recorded.asked()).contains("pilot");
        assertThat(blocking(recorded)).isEmpty();

        service.edit(ServiceFolder.POLICY, "stage: adjustable\n", "");

        assertThat(blocking(recorded)).singleElement().asString().startsWith("evaluation Suite groundedness");
    }
}
