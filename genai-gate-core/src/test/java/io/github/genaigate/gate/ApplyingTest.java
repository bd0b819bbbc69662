package io.github.genaigate.gate;

import static io.github.genaigate.gate.ServiceFolder.finding;
import static io.github.genaigate.gate.ServiceFolder.problems;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Finding;
import io.github.genaigate.model.Level;
import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** To whom a requirement applies, in whole decisions. */
@ExtendWith(ReadyService.class)
class ApplyingTest {

    private static final String STRICT = """
              groundedness:
                criterion: evaluation
                levels: { production: block }
                appliesWhen: { tier: [high, critical] }
                suites: [{ name: groundedness, passing: 90 % }]
            """;

    private final ServiceFolder service;

    ApplyingTest(ServiceFolder service) {
        this.service = service;
    }

    private ServiceFolder policy(String more) {
        return service.edit(
                ServiceFolder.POLICY, text -> text.replace("requirements:\n", "requirements:\n" + STRICT) + more);
    }

    private ServiceFolder tier(String word) {
        return service.edit(
                        ServiceFolder.MANIFEST, "  stage: production\n", "  stage: production\n  tier: " + word + "\n")
                .commit();
    }

    @ParameterizedTest
    @CsvSource({"high, MET", "medium, NOT_APPLICABLE"})
    void what_holds_is_judged_and_what_does_not_is_beside_the_point(String tier, Outcome outcome) {
        policy("services: { support-assistant: { tier: " + tier + " } }\n");

        var decision = service.decide();

        assertThat(problems(decision)).isEmpty();
        assertThat(finding(decision, "groundedness").outcome()).isEqualTo(outcome);
        assertThat(decision.verdict()).isEqualTo(Verdict.READY);
    }

    @Test
    void what_does_not_hold_says_by_which_lines() {
        policy("");
        tier("medium");

        var judgement = finding(service.decide(), "groundedness").judgement();

        assertThat(judgement.outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(judgement.message())
                .isEqualTo("It does not apply: service.tier is medium, and it is demanded of { tier: [high, critical] }"
                        + " by acme-genai 3.2.0 (acme-policy.yaml:10:5)");
        assertThat(judgement.worst().places())
                .extracting(Place::toString)
                .containsExactly("genai-gate.yaml:7:3", "acme-policy.yaml:10:5");
    }

    @Test
    void a_silent_manifest_is_unproven() {
        policy("");

        var decision = service.decide();

        assertThat(decision.blocking()).extracting(Finding::requirement).containsExactly("groundedness");
        var judgement = finding(decision, "groundedness").judgement();
        assertThat(judgement.parts()).extracting(Part::outcome).containsExactly(Outcome.MET, Outcome.UNPROVEN);
        assertThat(judgement.message())
                .isEqualTo("Whether it applies depends on service.tier, which nobody states, so it is taken to apply by"
                        + " acme-genai 3.2.0 (acme-policy.yaml:10:5)");
        assertThat(judgement.mend()).contains("State service.tier in the manifest, one of low, medium, high, critical");
    }

    @Test
    void what_the_organisation_states_counts_for_a_silent_manifest() {
        policy("services: { support-assistant: { tier: critical } }\n");

        assertThat(finding(service.decide(), "groundedness").outcome()).isEqualTo(Outcome.MET);
    }

    @Test
    void a_manifest_that_states_less_than_the_organisation_is_refused() {
        policy("services: { support-assistant: { tier: critical } }\n");
        service.edit(ServiceFolder.MANIFEST, "  stage: production\n", "  stage: production\n  tier: low\n");

        assertThat(problems(service.decide()))
                .containsExactly("genai-gate.yaml:7:3: service.tier is low, and the organisation states critical in"
                        + " acme-genai 3.2.0 (acme-policy.yaml:27:34); Write tier: critical, or leave the line out");
    }

    @Test
    void nothing_was_checked_when_all_that_could_block_is_beside_the_point() {
        service.write(ServiceFolder.POLICY, """
                apiVersion: genai-gate/v1
                kind: Policy
                name: acme-genai
                version: 3.2.0
                stages: [poc, pilot, production]
                requirements:
                """ + STRICT);
        tier("low");

        var decision = service.decide();

        assertThat(decision.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(decision.findings()).extracting(Finding::level).containsExactly(Level.BLOCK);
        assertThat(decision.findings()).extracting(Finding::outcome).containsExactly(Outcome.NOT_APPLICABLE);
        assertThat(decision.notes())
                .contains("Nothing was checked: no requirement that could block at the stage production applies");
    }
}
