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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which waivers are valid. */
class WaiverCheckTest {

    @TempDir
    Path folder;

    private Approvals approvals;

    @BeforeEach
    void repository() {
        approvals = Approvals.in(folder.resolve("service"));
    }

    private static final WaiverTerms TERMS = new WaiverTerms(Duration.ofDays(30), Optional.of(1), List.of("risk"));

    private static WaiverRequest request(String requirement, String expires) {
        return new WaiverRequest(
                requirement,
                !requirement.equals("security-review"),
                "The vendor is late",
                "ACME-7",
                RECORD,
                LocalDate.parse(expires),
                new Place("genai-gate.yaml", 40, 5));
    }

    private List<Lookup<Waiver>> waivers(Optional<WaiverTerms> terms, WaiverRequest... all) {
        return approvals.check(
                ASKED, signOffs -> new WaiverCheck(terms, Map.of("risk", RULES), signOffs).decide(List.of(all)));
    }

    private List<String> voided(Optional<WaiverTerms> terms, WaiverRequest request) {
        return Known.absence(waivers(terms, request).get(0));
    }

    private void approve(String... replacements) {
        approvals.commit(approvals.record(replacements) + "requirement: data-lineage\n");
    }

    @Test
    void anApprovedWaiverHoldsThroughItsLastDay() {
        approve();
        assertThat(Known.value(waivers(Optional.of(TERMS), request("data-lineage", "2026-12-01"))
                        .get(0)))
                .isEqualTo(new Waiver(
                        "data-lineage",
                        "The vendor is late",
                        "ACME-7",
                        "risk@acme.example",
                        LocalDate.parse("2026-11-01"),
                        LocalDate.parse("2026-12-01"),
                        new Place("genai-gate.yaml", 40, 5)));
        assertThat(waivers(Optional.of(TERMS), request("data-lineage", "2026-11-22"))
                        .get(0)
                        .absence())
                .as("the last day")
                .isEmpty();
    }

    @Test
    void theApprovalMayEndItEarlier() {
        approve("date: 2026-11-01", "date: 2026-11-01\nexpires: 2026-11-25");
        assertThat(Known.value(waivers(Optional.of(TERMS), request("data-lineage", "2026-12-01"))
                                .get(0))
                        .expires())
                .isEqualTo("2026-11-25");
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
                        "Meet the requirement, or have a new waiver approved");
        assertThat(voided(Optional.of(TERMS), request("data-lineage", "2026-12-02")))
                .containsExactly(
                        "invalid",
                        "The waiver of data-lineage is to hold through 2026-12-02; it was approved on 2026-11-01, and"
                                + " the policy allows 30 d",
                        "Write expires: 2026-12-01 or an earlier day");
        assertThat(voided(Optional.of(TERMS), request("evaluation", "2026-12-01")))
                .containsExactly(
                        "foreign",
                        "The sign-off approves a waiver of \"data-lineage\", and what is needed is approval of a waiver"
                                + " of evaluation",
                        "Have a record signed with requirement: evaluation");
        var legal = new WaiverTerms(TERMS.maxDuration(), Optional.empty(), List.of("legal", "chief"));
        assertThat(voided(Optional.of(legal), request("data-lineage", "2026-12-01")))
                .containsExactly(
                        "foreign",
                        "The waiver of data-lineage is approved by the role \"risk\", and the policy lets only legal,"
                                + " chief approve",
                        "Have it approved by one of these roles");
    }

    @Test
    void approvalOfTheContentIsNoneOfAWaiver() {
        approvals.sign();
        assertThat(voided(Optional.of(TERMS), request("data-lineage", "2026-12-01")))
                .containsExactly(
                        "foreign",
                        "The sign-off approves the content, and what is needed is approval of a waiver of data-lineage",
                        "Have a record signed with requirement: data-lineage");
    }

    @Test
    void anUnapprovedWaiverIsVoid() {
        assertThat(voided(Optional.of(TERMS), request("data-lineage", "2026-12-01"))
                        .get(1))
                .isEqualTo("There is no file governance/risk.yaml");
        approve();
        approvals.git().write("prompts/a.md", "A2\n").commit(TestRepository.KIM, "2026-11-02", "Change");
        assertThat(voided(Optional.of(TERMS), request("data-lineage", "2026-12-01"))
                        .get(0))
                .isEqualTo("stale");
    }

    @Test
    void tooManyAtOnceAreAllVoid() {
        approve();
        var two = waivers(
                Optional.of(TERMS),
                request("data-lineage", "2026-12-01"),
                request("data-lineage", "2026-11-30"),
                request("security-review", "2026-12-01"));
        assertThat(two.subList(0, 2))
                .allSatisfy(waiver -> assertThat(Known.absence(waiver))
                        .containsExactly(
                                "invalid",
                                "2 waivers are open at once, and the policy allows 1",
                                "Meet one of the requirements and remove its waiver"));
        assertThat(Known.absence(two.get(2)).get(1)).startsWith("The waiver of security-review is void");
    }
}
