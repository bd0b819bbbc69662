package io.github.genaigate.gate;

import static io.github.genaigate.gate.ServiceFolder.finding;
import static io.github.genaigate.gate.ServiceFolder.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.genaigate.model.Decision.WaiverStatus;
import io.github.genaigate.model.Finding;
import io.github.genaigate.model.Verdict;
import io.github.genaigate.repository.TestRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of waivers: applied, void or unused, and always shown. */
@ExtendWith(ReadyService.class)
class WaiversTest {

    private final ServiceFolder service;

    WaiversTest(ServiceFolder service) {
        this.service = service;
    }

    @Test
    void aWaiverRemovesTheBlockOnly() {
        waive("data-lineage", "data-lineage", "2026-12-10");

        var decision = service.decide();

        assertThat(problems(decision)).isEmpty();
        assertThat(decision.verdict()).isEqualTo(Verdict.READY);
        var finding = finding(decision, "data-lineage");
        assertThat(finding.outcome().fails()).isTrue();
        assertThat(finding.waived()).isTrue();
        assertThat(decision.waivers())
                .extracting(WaiverStatus::requirement, WaiverStatus::status, WaiverStatus::message)
                .containsExactly(tuple("data-lineage", "applied", "Approved by risk@acme.example"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            another requirement is approved | evaluation   | 2026-12-10 | The sign-off approves a waiver of "evaluation", and what is needed is approval of a waiver of data-lineage; Have a record signed with requirement: data-lineage
            it holds for too long           | data-lineage | 2027-01-31 | The waiver of data-lineage is to hold through 2027-01-31; it was approved on 2026-11-16, and the policy allows 30 d; Write expires: 2026-12-16 or an earlier day
            it has ended                    | data-lineage | 2026-11-21 | The waiver of data-lineage held through 2026-11-21, and today is 2026-11-22 in UTC; Meet the requirement, or have a new waiver approved
            """)
    void aVoidWaiverBlocks(String what, String approved, String expires, String why) {
        waive("data-lineage", approved, expires);

        var decision = service.decide();

        assertThat(decision.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(decision.blocking()).extracting(Finding::requirement).containsExactly("data-lineage");
        assertThat(decision.waivers())
                .extracting(WaiverStatus::status, WaiverStatus::message)
                .containsExactly(tuple("void", why));
    }

    @Test
    void aWaiverThatNothingNeedsIsUnused() {
        waive("data-lineage", "data-lineage", "2026-12-10");
        service.write(ServiceFolder.OPENLINEAGE, EvidenceTexts.lineage("COMPLETE"))
                .commit();

        var decision = service.decide();

        assertThat(decision.verdict()).isEqualTo(Verdict.READY);
        assertThat(decision.waivers()).extracting(WaiverStatus::status).containsExactly("unused");
        assertThat(finding(decision, "data-lineage").waiver()).isEmpty();
    }

    @Test
    void aWaiverOfWhatIsOffAtTheStageIsUnused() {
        waive("data-lineage", "data-lineage", "2026-12-10");
        service.edit(
                        ServiceFolder.POLICY,
                        "requirements:\n",
                        "requirements:\n  extra: { criterion: data-lineage, levels: { production: block } }\n")
                .edit(
                        ServiceFolder.MANIFEST,
                        text -> text.replace("stage: production", "stage: pilot")
                                .replace("requirement: data-lineage", "requirement: extra"))
                .edit("governance/waiver.yaml", "data-lineage", "extra");
        service.commit();
        service.write("governance/waiver.yaml", waiver("extra"))
                .git()
                .commit(ServiceFolder.RISK, "2026-11-18", "Approve");

        var decision = service.decide();

        assertThat(decision.off()).contains("extra");
        assertThat(decision.waivers())
                .extracting(WaiverStatus::status, WaiverStatus::message)
                .containsExactly(tuple("unused", "Approved by risk@acme.example"));
    }

    @Test
    void aWaiverOfWhatNobodyDemands() {
        waive("data-linage", "data-linage", "2026-12-10");

        assertThat(problems(service.decide()))
                .containsExactly(
                        "genai-gate.yaml:50:5: A waiver is for \"data-linage\", which the policy does not demand; Did you mean data-lineage?");
    }

    /** The lineage run failed, and the risk officer approves of something. */
    private void waive(String requirement, String approved, String expires) {
        service.write(ServiceFolder.OPENLINEAGE, EvidenceTexts.lineage("FAIL"))
                .edit(ServiceFolder.MANIFEST, text -> text + """
                        waivers:
                          - requirement: %s
                            reason: The catalogue is being moved.
                            ticket: ACME-7
                            approval: governance/waiver.yaml
                            expires: %s
                        """.formatted(requirement, expires));
        service.write("governance/waiver.yaml", "{}\n").git().commit(TestRepository.KIM, "2026-11-17", "Ask");
        service.write("governance/waiver.yaml", waiver(approved))
                .git()
                .commit(ServiceFolder.RISK, "2026-11-18", "Approve");
    }

    private String waiver(String requirement) {
        var record = service.read(ServiceFolder.RECORD);
        return record + "requirement: " + requirement + "\n";
    }
}
