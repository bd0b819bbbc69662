package io.github.genaigate.gate;

import static io.github.genaigate.gate.ServiceFolder.finding;
import static io.github.genaigate.gate.ServiceFolder.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Decision.WaiverStatus;
import io.github.genaigate.model.Finding;
import io.github.genaigate.model.Impact;
import io.github.genaigate.model.Verdict;
import io.github.genaigate.report.JsonReport;
import io.github.genaigate.repository.TestRepository;
import java.io.IOException;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of waivers: applied, void or unused, and always shown. */
@ExtendWith(ReadyService.class)
class WaiversTest {

    private static final String WAIVER = "governance/waiver.yaml";

    private final ServiceFolder service;

    WaiversTest(ServiceFolder service) {
        this.service = service;
    }

    @Test
    void aWaiverRemovesTheBlockOnly() {
        waive("data-lineage");

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

    /** Nobody looked at the waiver while it could remove nothing. */
    @Test
    void aReplayCannotTellOfWhatMayBeWaivedOnlyNow() throws IOException {
        var never = "requirements:\n  data-lineage: { waivable: false }\n";
        service.edit(ServiceFolder.POLICY, "requirements:\n", never);
        waive("data-lineage");
        var text = new StringBuilder();
        new JsonReport().render(service.decide(), text);
        service.edit(ServiceFolder.POLICY, never, "requirements:\n")
                .write("../decisions/decision.json", text.toString());

        assertThat(ServiceFolder.GATE
                        .impact(service.request(), service.path("../decisions").normalize(), 0)
                        .services())
                .extracting(Impact.Service::verdict, Impact.Service::change)
                .containsExactly(tuple(Verdict.NOT_READY, Impact.Change.CANNOT_TELL));
    }

    @Test
    void itsEndIsToldBeforehand() {
        waive("data-lineage", "expires: 2026-12-06");

        var decision = service.decide();

        assertThat(decision.verdict()).isEqualTo(Verdict.READY);
        assertThat(told(decision))
                .containsExactly(tuple(
                        "soon-to-lapse",
                        "Approved by risk@acme.example; it ends with 2026-12-06, in 14 days: meet the requirement, or"
                                + " have a later day approved"));
        assertThat(decision.lapsingSoon()).hasSize(1);
        service.edit(ServiceFolder.POLICY, "maxOpen: 2", "maxOpen: 2, warnBefore: 13 d");
        assertThat(told(service.decide())).containsExactly(tuple("applied", "Approved by risk@acme.example"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            another requirement is approved | requirement: evaluation | 2026-12-10 | void   | The sign-off approves a waiver of "evaluation", and what is needed is approval of a waiver of data-lineage; Have a record signed with requirement: data-lineage
            another day is approved         | expires: 2026-12-09     | 2026-12-10 | void   | The waiver of data-lineage is not the one that was approved: expires is "2026-12-10" in the manifest and "2026-12-09" in the record; Undo the change, or have the waiver approved as it is now
            it holds for too long           | expires: 2027-01-31     | 2027-01-31 | void   | The waiver of data-lineage is to hold through 2027-01-31; it was approved on 2026-11-16, and the policy allows 30 d; Write expires: 2026-12-16 or an earlier day, and have it approved so
            it has ended                    | expires: 2026-11-21     | 2026-11-21 | lapsed | The waiver of data-lineage held through 2026-11-21, and today is 2026-11-22 in UTC; Meet the requirement and remove the waiver, or have a new one approved
            """)
    void aVoidWaiverBlocks(String what, String approved, String expires, String status, String why) {
        waive("data-lineage", "expires: " + expires);
        var field = approved.substring(0, approved.indexOf(':'));
        service.edit(WAIVER, text -> text.replaceFirst(field + ": .*", approved) + "comment: Signed\n");
        service.git().commit(ServiceFolder.RISK, "2026-11-19", "Approve");

        var decision = service.decide();

        assertThat(decision.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(decision.blocking()).extracting(Finding::requirement).containsExactly("data-lineage");
        assertThat(decision.waivers()).extracting(WaiverStatus::status).containsExactly(status);
        assertThat(decision.waivers().get(0).message().replaceFirst("; what to sign as .*", ""))
                .isEqualTo(why);
    }

    @Test
    void aWaiverThatNothingNeedsIsNoLongerNeeded() {
        waive("data-lineage");
        service.write(ServiceFolder.OPENLINEAGE, EvidenceTexts.lineage("COMPLETE"))
                .commit();

        var decision = service.decide();

        assertThat(decision.verdict()).isEqualTo(Verdict.READY);
        assertThat(told(decision))
                .containsExactly(tuple(
                        "no-longer-needed",
                        "Approved by risk@acme.example; the requirement needs none: remove the waiver"));
        assertThat(finding(decision, "data-lineage").waiver()).isEmpty();
    }

    @Test
    void aWaiverRemovesNoWarning() {
        service.edit(
                ServiceFolder.POLICY,
                "requirements:\n",
                "requirements:\n  extra: { criterion: data-lineage, levels: { production: warn } }\n");
        waive("extra");
        service.edit(ServiceFolder.POLICY, "  extra:", "  data-lineage: { levels: { production: block } }\n  extra:");

        var decision = service.decide();

        assertThat(told(decision))
                .containsExactly(tuple(
                        "unused",
                        "Approved by risk@acme.example; the requirement does not block, and a waiver removes nothing"
                                + " else"));
        assertThat(finding(decision, "extra").warns()).isTrue();
    }

    @Test
    void aWaiverOfWhatIsOffAtTheStageIsUnused() {
        service.edit(
                ServiceFolder.POLICY,
                "requirements:\n",
                "requirements:\n  extra: { criterion: data-lineage, levels: { production: block } }\n");
        waive("extra", "stage: pilot");

        service.edit(ServiceFolder.MANIFEST, "stage: production", "stage: pilot");
        waive("extra", "stage: pilot");
        var decision = service.decide();

        assertThat(decision.off()).contains("extra");
        assertThat(told(decision))
                .containsExactly(
                        tuple("unused", "Approved by risk@acme.example; the requirement is off at the stage pilot"));
    }

    @Test
    void aWaiverHoldsUpToItsStage() {
        waive("data-lineage", "stage: pilot");

        var decision = service.decide();

        assertThat(decision.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(decision.blocking()).extracting(Finding::requirement).containsExactly("data-lineage");
        assertThat(told(decision))
                .containsExactly(tuple(
                        "unused",
                        "Approved by risk@acme.example; it holds up to the stage pilot, and production is asked for"));

        service.edit(ServiceFolder.MANIFEST, "    stage: pilot\n", "    stage: piolt\n");
        assertThat(problems(service.decide()))
                .containsExactly(
                        "genai-gate.yaml:52:5: A waiver is for the stage \"piolt\", which the policy does not name;"
                                + " Did you mean pilot?");
    }

    @Test
    void aWaiverThatWasRenewedTooOftenIsVoid() {
        waive("data-lineage", "expires: 2026-12-09");
        waive("data-lineage");
        assertThat(told(service.decide()))
                .containsExactly(tuple("applied", "Approved by risk@acme.example, renewed once"));
        service.edit(ServiceFolder.POLICY, "maxOpen: 2", "maxOpen: 2, maxRenewals: 0");

        var decision = service.decide();

        assertThat(decision.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(told(decision))
                .containsExactly(tuple(
                        "void",
                        "The waiver of data-lineage was renewed once by the history of its approvals, and the policy"
                                + " allows 0 times; Meet the requirement, and remove the waiver"));
    }

    @Test
    void whereHistoryIsLeftOutNobodyCanTellWhetherItWasRenewed() {
        service.edit(
                        ServiceFolder.POLICY,
                        "roles:\n",
                        "roles:\n  lead: { signers: [risk@acme.example], mustNotBeAuthor: false }\n")
                .edit(ServiceFolder.POLICY, "approvers: [risk]", "approvers: [lead]")
                .edit(ServiceFolder.POLICY, "maxOpen: 2", "maxOpen: 2, maxRenewals: 5");
        waive("data-lineage", "role: lead");
        var clone = service.path("../clone").normalize();
        service.git().git("clone", "-q", "--depth", "1", "file://" + service.base(), clone.toString());

        var decision = ServiceFolder.GATE.decide(service.with().baseDirectory(clone));

        assertThat(decision.waivers()).extracting(WaiverStatus::status).containsExactly("void");
        assertThat(decision.waivers().get(0).message())
                .startsWith("The waiver of data-lineage is void, since nobody can tell how often it was renewed: The"
                        + " clone is shallow")
                .contains("fetch-depth: 0");
    }

    @Test
    void aWaiverOfWhatNobodyDemands() {
        service.edit(ServiceFolder.MANIFEST, text -> text + asked("data-linage"));

        assertThat(problems(service.decide()))
                .containsExactly(
                        "genai-gate.yaml:52:5: A waiver is for \"data-linage\", which the policy does not demand; Did you mean data-lineage?");
    }

    private static List<Tuple> told(Decision decision) {
        return decision.waivers().stream()
                .map(waiver -> tuple(waiver.status(), waiver.message()))
                .toList();
    }

    /** The lineage run failed, and the risk officer approves of a waiver, which may say more or something else. */
    private void waive(String requirement, String... others) {
        service.write(ServiceFolder.OPENLINEAGE, EvidenceTexts.lineage("FAIL"))
                .edit(ServiceFolder.MANIFEST, text -> text.replaceFirst("(?s)\nwaivers:.*", "\n") + asked(requirement));
        service.write(WAIVER, "{}\n").git().commit(TestRepository.KIM, "2026-11-17", "Ask");
        service.sign();
        var waiver = service.read(ServiceFolder.RECORD) + """
                expires: 2026-12-10
                requirement: %s
                reason: The catalogue is being moved.
                ticket: ACME-7
                """.formatted(requirement);
        for (var other : others) {
            var field = other.substring(0, other.indexOf(':'));
            waiver = waiver.replaceFirst(field + ": .*", other);
            var manifest = service.read(ServiceFolder.MANIFEST);
            int at = manifest.indexOf("waivers:");
            service.write(
                    ServiceFolder.MANIFEST,
                    manifest.substring(0, at) + manifest.substring(at).replaceFirst(field + ": .*", other));
        }
        service.write(WAIVER, waiver).git().commit(ServiceFolder.RISK, "2026-11-18", "Approve");
    }

    private static String asked(String requirement) {
        return """
                waivers:
                  - requirement: %s
                    stage: production
                    reason: The catalogue is being moved.
                    ticket: ACME-7
                    approval: governance/waiver.yaml
                    expires: 2026-12-10
                """.formatted(requirement);
    }
}
