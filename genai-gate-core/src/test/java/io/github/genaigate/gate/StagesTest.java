package io.github.genaigate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Finding;
import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every stage is judged by what is demanded there, and by the approvals that count there. */
class StagesTest {

    @TempDir
    Path folder;

    private ServiceFolder service;

    @BeforeEach
    void make() {
        service = ServiceFolder.ready(folder);
    }

    @Test
    void whatIsDemandedFromAStageOnIsNotDemandedBefore() {
        service.edit(
                ServiceFolder.POLICY,
                "latency-budget: { maxAge: 30 d, binding: committed }",
                "latency-budget: { levels: { pilot: block }, stages: { production: { minimumSamples: 5000 } } }");

        var production = service.decide();

        assertThat(production.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(production.stage().reached()).contains("pilot");
        assertThat(ServiceFolder.finding(production, "latency-budget").outcome())
                .isEqualTo(Outcome.UNPROVEN);
        assertThat(ServiceFolder.finding(production, "latency-budget")
                        .judgement()
                        .message())
                .endsWith(", and at least 5 000 requests are demanded (and 1 more)");
        assertThat(ServiceFolder.finding(production, "latency-budget").origin().get("minimumSamples"))
                .hasToString("acme-genai 3.2.0 (acme-policy.yaml:7:71)");
    }

    @Test
    void anApprovalForAnEarlierStageCountsThereAndNotLater() {
        service.edit(ServiceFolder.RECORD, "stage: production", "stage: pilot");
        service.edit(
                ServiceFolder.POLICY,
                "security-review:",
                "governance-sign-off: { levels: { pilot: block } }\n  security-review:");
        service.git().commit(ServiceFolder.RISK, "2026-11-18", "Sign for the pilot");

        var decision = service.decide();

        assertThat(ServiceFolder.problems(decision)).isEmpty();
        assertThat(decision.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(decision.blocking()).extracting(Finding::requirement).containsExactly("governance-sign-off");
        assertThat(decision.stage().reached()).contains("pilot");
    }
}
