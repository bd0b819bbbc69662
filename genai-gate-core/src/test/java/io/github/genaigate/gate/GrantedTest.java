package io.github.genaigate.gate;

import static io.github.genaigate.gate.ServiceFolder.finding;
import static io.github.genaigate.gate.ServiceFolder.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.genaigate.model.Decision.ExemptionStatus;
import io.github.genaigate.model.Decision.Validity;
import io.github.genaigate.model.Finding;
import io.github.genaigate.model.Verdict;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a policy grants a service, in whole decisions: never hidden, and never beyond its day. */
@ExtendWith(ReadyService.class)
class GrantedTest {

    private final ServiceFolder service;

    GrantedTest(ServiceFolder service) {
        this.service = service;
    }

    /** A demand that the service does not meet. */
    private void demand(String grace, String rest) {
        service.edit(
                ServiceFolder.POLICY,
                text -> text.replace("requirements:\n", """
                        requirements:
                          legal:
                            criterion: governance-sign-off
                            levels: { production: block }
                            roles: [legal]
                        """ + grace)
                                .replace("roles:\n  risk", "roles:\n  legal: { mustNotBeAuthor: true }\n  risk")
                        + rest);
    }

    @ParameterizedTest
    @CsvSource({
        "support-assistant, 2026-11-22, READY",
        "support-assistant, 2026-11-21, NOT_READY",
        "other, 2027-01-01, NOT_READY"
    })
    void grace_warns_through_its_last_day(String name, String until, Verdict verdict) {
        demand("    grace: { services: [" + name + "], until: " + until + " }\n", "");

        var decision = service.decide();

        assertThat(problems(decision)).isEmpty();
        assertThat(decision.verdict()).isEqualTo(verdict);
        var legal = finding(decision, "legal");
        assertThat(legal.outcome().fails()).isTrue();
        assertThat(legal.inGrace()).isEqualTo(verdict == Verdict.READY);
        assertThat(legal.warns()).isEqualTo(verdict == Verdict.READY);
        if (verdict == Verdict.READY) {
            assertThat(legal.grant().orElseThrow().origin()).hasToString("acme-genai 3.2.0 (acme-policy.yaml:11:5)");
            assertThat(decision.validUntil())
                    .contains(new Validity(LocalDate.parse("2026-11-22"), "the grace of legal ends"));
        }
    }

    @Test
    void an_exemption_removes_the_block_and_is_shown() {
        demand("    waivable: false\n", """
                exemptions:
                  - { service: support-assistant, requirement: legal, reason: It is replaced., until: 2026-11-25 }
                """);

        var decision = service.decide();

        assertThat(decision.verdict()).isEqualTo(Verdict.READY);
        var legal = finding(decision, "legal");
        assertThat(legal.exempted()).isTrue();
        assertThat(legal.outcome().fails()).isTrue();
        assertThat(legal.warns()).isFalse();
        assertThat(decision.validUntil())
                .contains(new Validity(LocalDate.parse("2026-11-25"), "the exemption of legal ends"));
        assertThat(decision.exemptions())
                .extracting(ExemptionStatus::requirement, ExemptionStatus::status, ExemptionStatus::message)
                .containsExactly(tuple("legal", "applied", "It holds through 2026-11-25: It is replaced."));
    }

    @Test
    void exemptions_that_do_nothing_are_told() {
        demand("", """
                exemptions:
                  - { service: support-assistant, requirement: legal, reason: Late., until: 2026-11-21 }
                  - { service: support-assistant, requirement: evaluation, reason: Early., until: 2027-01-31 }
                  - { service: support-assistant, requirement: out-of-scope, reason: Idle., until: 2027-01-31 }
                  - { service: other, requirement: capacity, reason: Theirs., until: 2027-01-31 }
                """);

        var decision = service.decide();

        assertThat(decision.blocking()).extracting(Finding::requirement).containsExactly("legal");
        assertThat(decision.exemptions())
                .extracting(ExemptionStatus::requirement, ExemptionStatus::status, ExemptionStatus::message)
                .containsExactly(
                        tuple("evaluation", "no-longer-needed", "The requirement is met, or does not apply: Early."),
                        tuple("legal", "lapsed", "It held through 2026-11-21: Late."),
                        tuple("out-of-scope", "unused", "The requirement does not block here: Idle."));
    }
}
