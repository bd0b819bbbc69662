package io.github.genaigate.signoff;

import static io.github.genaigate.signoff.Approvals.ASKED;
import static io.github.genaigate.signoff.Approvals.RECORD;
import static io.github.genaigate.signoff.Approvals.RULES;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Waiver;
import io.github.genaigate.repository.Known;
import io.github.genaigate.repository.TestRepository;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which waivers are valid. */
class WaiverCheckTest {

    @TempDir
    Path folder;

    private Approvals approvals;

    @BeforeEach
    void repository() {
        approvals = Approvals.in(folder.resolve("service"));
    }

    private static final WaiverTerms TERMS = terms(Optional.of(1), Map.of(), Optional.empty(), "risk");

    private static WaiverTerms terms(
            Optional<Integer> maxOpen, Map<String, Integer> at, Optional<Integer> maxRenewals, String... approvers) {
        return new WaiverTerms(Duration.ofDays(30), maxOpen, new TreeMap<>(at), maxRenewals, List.of(approvers));
    }

    private static WaiverRequest request(String requirement, String expires) {
        return request(requirement, "production", List.of(), expires);
    }

    private static WaiverRequest request(String requirement, String stage, List<String> issues, String expires) {
        return new WaiverRequest(
                requirement,
                !requirement.equals("security-review"),
                stage,
                issues,
                "The vendor is late",
                "ACME-7",
                RECORD,
                LocalDate.parse(expires),
                new Place("genai-gate.yaml", 40, 5));
    }

    private List<Lookup<Waiver>> waivers(Optional<WaiverTerms> terms, WaiverRequest... all) {
        return approvals.check(
                ASKED,
                signOffs -> new WaiverCheck(
                                terms,
                                Map.of("risk", RULES),
                                signOffs,
                                new Renewals(
                                        signOffs.repository(), "genai-gate.yaml", (bytes, requirement) -> List.of()))
                        .decide(List.of(all)));
    }

    private List<String> voided(Optional<WaiverTerms> terms, WaiverRequest request) {
        return Known.absence(waivers(terms, request).get(0));
    }

    private void approve(String... replacements) {
        approvals.commit(approvals.waiver("data-lineage", replacements));
    }

    private String toSign(String requirement, String role, String rest) {
        return "; what to sign as governance/risk.yaml: { apiVersion: genai-gate/v1, kind: SignOff, role: " + role
                + ", signer: \"the signer's e-mail address\", service: support-assistant, stage: production, covered: \""
                + approvals.digest() + "\", date: 2026-11-22, expires: 2026-12-01, requirement: " + requirement + rest
                + ", reason: \"The vendor is late\", ticket: ACME-7 }";
    }

    @Test
    void anApprovedWaiverHoldsThroughItsLastDay() {
        approve();
        assertThat(Known.value(waivers(Optional.of(TERMS), request("data-lineage", "2026-12-01"))
                        .get(0)))
                .isEqualTo(new Waiver(
                        "data-lineage",
                        "production",
                        List.of(),
                        "The vendor is late",
                        "ACME-7",
                        "risk@acme.example",
                        LocalDate.parse("2026-11-01"),
                        LocalDate.parse("2026-12-01"),
                        Optional.of(0),
                        new Place("genai-gate.yaml", 40, 5)));
        approve("expires: 2026-12-01", "expires: 2026-11-22");
        assertThat(waivers(Optional.of(TERMS), request("data-lineage", "2026-11-22"))
                        .get(0)
                        .absence())
                .as("the last day")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            stage: production          | stage: global                                   | stage is "production" in the manifest and "global" in the record
            stage: production          | stage: pilot                                    | stage is "production" in the manifest and "pilot" in the record
            reason: The vendor is late | reason: Nobody cares                            | reason is "The vendor is late" in the manifest and "Nobody cares" in the record
            reason: The vendor is late |                                                 | reason is "The vendor is late" in the manifest and not written in the record
            ticket: ACME-7             | ticket: ACME-8                                  | ticket is "ACME-7" in the manifest and "ACME-8" in the record
            ticket: ACME-7             |                                                 | ticket is "ACME-7" in the manifest and not written in the record
            ticket: ACME-7             | ticket: ACME-7~issues: [B at b.md, A at a.md] | issues is not written in the manifest and "[B at b.md, A at a.md]" in the record
            expires: 2026-12-01        | expires: 2026-11-30                             | expires is "2026-12-01" in the manifest and "2026-11-30" in the record
            expires: 2026-12-01        |                                                 | expires is "2026-12-01" in the manifest and not written in the record
            """)
    void whatIsNotWhatWasApprovedIsVoid(String approved, String instead, String difference) {
        approve(approved, instead == null ? "" : instead.replace("~", "\n"));
        assertThat(voided(Optional.of(TERMS), request("data-lineage", "2026-12-01")))
                .containsExactly(
                        "foreign",
                        "The waiver of data-lineage is not the one that was approved: " + difference,
                        "Undo the change, or have the waiver approved as it is now"
                                + toSign("data-lineage", "risk", ""));
    }

    @Test
    void theIssuesAreApprovedOneByOne() {
        approve("ticket: ACME-7", "ticket: ACME-7\nissues: [B, A]");
        var asked = request("data-lineage", "production", List.of("A", "B", "A"), "2026-12-01");
        assertThat(Known.value(waivers(Optional.of(TERMS), asked).get(0)).issues())
                .containsExactly("A", "B");
        for (var others : List.of(List.of("A"), List.of("A", "B", "C"), List.<String>of())) {
            assertThat(voided(Optional.of(TERMS), request("data-lineage", "production", others, "2026-12-01"))
                            .get(1))
                    .startsWith("The waiver of data-lineage is not the one that was approved: issues is ");
        }
    }

    @Test
    void theRecordThatTheMendTellsApprovesTheWaiver() {
        approve("ticket: ACME-7", "ticket: ACME-8");
        var asked = request("data-lineage", "production", List.of("A at \"a\": {x}", "B"), "2026-12-01");
        var mend = voided(Optional.of(TERMS), asked).get(2);

        approvals.commit(mend.substring(mend.indexOf("{ apiVersion"))
                .replace("\"the signer's e-mail address\"", "risk@acme.example"));

        assertThat(waivers(Optional.of(TERMS), asked).get(0).absence()).isEmpty();
    }

    @Test
    void aVoidWaiverSaysWhy() {
        approve();
        assertThat(voided(Optional.empty(), request("data-lineage", "2026-12-01")))
                .containsExactly(
                        "invalid",
                        "The waiver of data-lineage is void: the policy allows no waivers",
                        "Meet the requirement");
        assertThat(voided(Optional.of(TERMS), request("security-review", "2026-12-01")))
                .containsExactly(
                        "invalid",
                        "The waiver of security-review is void: the policy lets nobody waive this requirement",
                        "Meet the requirement, and remove the waiver");
        assertThat(voided(Optional.of(TERMS), request("data-lineage", "2026-11-21")))
                .containsExactly(
                        "stale",
                        "The waiver of data-lineage held through 2026-11-21, and today is 2026-11-22 in UTC",
                        "Meet the requirement and remove the waiver, or have a new one approved");
        assertThat(voided(Optional.of(TERMS), request("evaluation", "2026-12-01")))
                .containsExactly(
                        "foreign",
                        "The sign-off approves a waiver of \"data-lineage\", and what is needed is approval of a waiver"
                                + " of evaluation",
                        "Have a record signed with requirement: evaluation" + toSign("evaluation", "risk", ""));
        var legal = terms(Optional.empty(), Map.of(), Optional.empty(), "legal", "chief");
        assertThat(voided(Optional.of(legal), request("data-lineage", "2026-12-01")))
                .containsExactly(
                        "foreign",
                        "The waiver of data-lineage is approved by the role \"risk\", and the policy lets only legal,"
                                + " chief approve",
                        "Have it approved by one of these roles" + toSign("data-lineage", "legal", ""));
        approve("expires: 2026-12-01", "expires: 2026-12-02");
        assertThat(voided(Optional.of(TERMS), request("data-lineage", "2026-12-02")))
                .containsExactly(
                        "invalid",
                        "The waiver of data-lineage is to hold through 2026-12-02; it was approved on 2026-11-01, and"
                                + " the policy allows 30 d",
                        "Write expires: 2026-12-01 or an earlier day, and have it approved so");
    }

    @Test
    void approvalOfTheContentIsNoneOfAWaiver() {
        approvals.sign();
        assertThat(voided(Optional.of(TERMS), request("data-lineage", "2026-12-01")))
                .containsExactly(
                        "foreign",
                        "The sign-off approves the content, and what is needed is approval of a waiver of data-lineage",
                        "Have a record signed with requirement: data-lineage" + toSign("data-lineage", "risk", ""));
    }

    @Test
    void anUnapprovedWaiverIsVoid() {
        assertThat(voided(Optional.of(TERMS), request("data-lineage", "2026-12-01")))
                .containsExactly(
                        "missing",
                        "There is no file governance/risk.yaml",
                        "Create and commit it, or correct the path" + toSign("data-lineage", "risk", ""));
        approve();
        approvals.git().write("prompts/a.md", "A2\n").commit(TestRepository.KIM, "2026-11-02", "Change");
        assertThat(voided(Optional.of(TERMS), request("data-lineage", "2026-12-01"))
                        .get(0))
                .isEqualTo("stale");
        approvals.git().write(RECORD, "{}\n");
        assertThat(voided(Optional.of(TERMS), request("data-lineage", "2026-12-01")))
                .as("signing anew would not help")
                .containsExactly(
                        "unverifiable",
                        "governance/risk.yaml is not the same on disk and at HEAD",
                        "Commit the change, or undo it with git restore");
    }

    @Test
    void tooManyAtOnceAreAllVoid() {
        approve();
        var three = waivers(
                Optional.of(TERMS),
                request("data-lineage", "2026-12-01"),
                request("data-lineage", "2026-12-01"),
                request("security-review", "2026-12-01"));
        assertThat(three.subList(0, 2))
                .allSatisfy(waiver -> assertThat(Known.absence(waiver))
                        .containsExactly(
                                "invalid",
                                "2 waivers are open at once, and the policy allows 1",
                                "Meet one of the requirements and remove its waiver"));
        assertThat(Known.absence(three.get(2)).get(1)).startsWith("The waiver of security-review is void");
    }

    @Test
    void tooManyForAStageAreVoidWhereTheyHoldForIt() {
        approve();
        approvals.git().write("governance/pilot.yaml", approvals.waiver("data-lineage", "production", "pilot"));
        approvals.commit(approvals.waiver("data-lineage"));
        var pilot = request("data-lineage", "pilot", List.of(), "2026-12-01");
        pilot = new WaiverRequest(
                pilot.requirement(),
                true,
                "pilot",
                List.of(),
                pilot.reason(),
                pilot.ticket(),
                "governance/pilot.yaml",
                pilot.expires(),
                pilot.place());
        var production = request("data-lineage", "2026-12-01");

        var one = terms(Optional.of(2), Map.of("production", 1), Optional.empty(), "risk");
        assertThat(waivers(Optional.of(one), pilot, production))
                .as("one for production, and two for pilot")
                .allMatch(waiver -> waiver.absence().isEmpty());
        var none = terms(Optional.of(2), Map.of("production", 0), Optional.empty(), "risk");
        var decided = waivers(Optional.of(none), pilot, production);
        assertThat(decided.get(0).absence()).isEmpty();
        assertThat(Known.absence(decided.get(1)))
                .containsExactly(
                        "invalid",
                        "1 waiver is open for the stage production, and the policy allows 0",
                        "Meet one of the requirements and remove its waiver");
        var early = terms(Optional.empty(), Map.of("pilot", 1), Optional.empty(), "risk");
        assertThat(waivers(Optional.of(early), pilot, production))
                .as("what holds for production holds for pilot")
                .allSatisfy(waiver -> assertThat(Known.absence(waiver).get(1))
                        .isEqualTo("2 waivers are open for the stage pilot, and the policy allows 1"));
    }
}
