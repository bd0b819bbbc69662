package io.github.genaigate.gate;

import static io.github.genaigate.gate.ServiceFolder.finding;
import static io.github.genaigate.gate.ServiceFolder.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Finding;
import io.github.genaigate.model.Level;
import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Verdict;
import io.github.genaigate.repository.TestRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One service in a real repository, from the request to the decision: ready, and spoilt in one way each. */
@ExtendWith(ReadyService.class)
class GateTest {

    private final ServiceFolder service;

    GateTest(ServiceFolder service) {
        this.service = service;
    }

    /** A change to the service. */
    interface Change {
        void of(ServiceFolder service);
    }

    private static Arguments spoilt(
            String what, Change change, String requirement, Outcome outcome, String message, String mend) {
        return Arguments.of(what, change, requirement, outcome, message, mend);
    }

    @Test
    void ready() {
        var decision = service.decide();

        assertThat(problems(decision)).isEmpty();
        assertThat(decision.verdict()).isEqualTo(Verdict.READY);
        assertThat(decision.stage().asked()).contains("production");
        assertThat(decision.stage().reached()).contains("production");
        assertThat(decision.service()).contains("support-assistant");
        assertThat(decision.subject().commit()).contains(service.git().head());
        assertThat(decision.subject().dirty()).isFalse();
        assertThat(decision.notes()).isEmpty();
        assertThat(decision.validUntil())
                .contains(new Decision.Validity(
                        LocalDate.parse("2026-12-09"), "the evidence evals grows older than evaluation allows"));
        assertThat(decision.evidence()).allMatch(file -> file.status().equals("read"));
        assertAllAccountedFor(decision);
    }

    @Test
    void aDatasetThatWasProvenLongAgoIsNotFreshenedByAnotherEvent() {
        service.write(
                        ServiceFolder.OPENLINEAGE,
                        EvidenceTexts.lineage("COMPLETE")
                                + EvidenceTexts.event(2, "START", "2026-11-16T10:00:00Z", "handbook"))
                .commit();
        service.edit(ServiceFolder.POLICY, "requirements:\n", "requirements:\n  data-lineage: { maxAge: 13 d }\n");
        assertThat(service.decide().verdict()).isEqualTo(Verdict.READY);
        assertThat(service.decide().validUntil())
                .contains(new Decision.Validity(
                        LocalDate.parse("2026-11-22"), "the evidence lineage grows older than data-lineage allows"));

        service.edit(ServiceFolder.POLICY, "maxAge: 13 d", "maxAge: 11 d");
        assertThat(finding(service.decide(), "data-lineage").judgement().message())
                .startsWith(
                        "The last successful run in the evidence lineage that read or wrote acme-docs handbook was on"
                                + " 2026-11-10, and is older than 11 d");
    }

    private static void assertAllAccountedFor(Decision decision) {
        var all = new ArrayList<>(decision.off());
        Stream.concat(decision.findings().stream(), decision.upcoming().stream())
                .map(Finding::requirement)
                .forEach(all::add);
        assertThat(all)
                .containsExactlyInAnyOrder(
                        "adoption",
                        "business-value",
                        "capacity",
                        "cost-budget",
                        "data-lineage",
                        "data-quality",
                        "evaluation",
                        "feedback-loop",
                        "governance-sign-off",
                        "human-oversight",
                        "latency-budget",
                        "model-inventory",
                        "never-demanded",
                        "operations",
                        "operations-runbook",
                        "out-of-scope",
                        "owner-assignment",
                        "privacy-and-legal",
                        "security-review",
                        "transparency");
        var counts = decision.counts();
        assertThat(counts.met() + counts.notMet() + counts.unproven() + counts.notApplicable())
                .isEqualTo(counts.requirements())
                .isEqualTo(decision.findings().size());
    }

    static Stream<Arguments> eachCriterionFails() {
        return Stream.of(
                spoilt(
                        "slow answers",
                        service -> service.write(ServiceFolder.JMETER, EvidenceTexts.jmeter(1_000, 1501))
                                .commit(),
                        "latency-budget",
                        Outcome.NOT_MET,
                        "Budget answer: 0 % of 1 000 requests were within 1500 ms, demanded 95 % (at most 0.3 % with confidence 95 %)",
                        "Make 95 % of the requests take at most 1500 ms, the load test says at most 1508 ms"),
                spoilt(
                        "an open issue",
                        service -> service.write(ServiceFolder.SARIF, EvidenceTexts.sarif(1, "error"))
                                .commit(),
                        "security-review",
                        Outcome.NOT_MET,
                        "Severity high: 1 open issue, allowed are 0",
                        "Fix them, or have the tool suppress them with a justification: SECRET at src/main/App.java:1"),
                spoilt(
                        "a run that failed",
                        service -> service.write(ServiceFolder.OPENLINEAGE, EvidenceTexts.lineage("FAIL"))
                                .commit(),
                        "data-lineage",
                        Outcome.NOT_MET,
                        "Dataset acme-docs handbook: no run that reads or writes it succeeded, 1 failed, the latest of acme index-handbook",
                        "Mend the job acme index-handbook and run it again"),
                spoilt(
                        "a placeholder",
                        service -> service.edit(
                                        ServiceFolder.MARKDOWN,
                                        "A wrong answer about descaling damages a machine",
                                        "TBD")
                                .commit(),
                        "privacy-and-legal",
                        Outcome.NOT_MET,
                        "Document impact-assessment: section Risks is a placeholder: \"TBD\" stands in line 17",
                        "Write there what is so for this service"),
                spoilt(
                        "a document that nobody went through for more than a year",
                        service -> service.edit(ServiceFolder.MARKDOWN, "reviewed: 2026-11-10", "reviewed: 2025-11-10")
                                .commit(),
                        "human-oversight",
                        Outcome.UNPROVEN,
                        "The evidence documents was taken on 2025-11-10, and is older than 365 d",
                        "Go through it again, write the day into it under reviewed, and commit it"),
                spoilt(
                        "a document from tomorrow",
                        service -> service.edit(ServiceFolder.MARKDOWN, "reviewed: 2026-11-10", "reviewed: 2026-11-23")
                                .commit(),
                        "operations-runbook",
                        Outcome.UNPROVEN,
                        "docs/service.md says that it was taken at 2026-11-23T00:00:00Z, which is after it was committed",
                        "Set the clock of the machine that writes it, and write it again"),
                spoilt(
                        "no sign-off",
                        service -> service.git()
                                .delete(ServiceFolder.RECORD)
                                .commit(TestRepository.KIM, "2026-11-18", "Delete"),
                        "governance-sign-off",
                        Outcome.UNPROVEN,
                        "There is no file governance/risk.yaml",
                        "Create and commit it, or correct the path"),
                spoilt(
                        "prompts of somebody else",
                        service -> service.edit(
                                        ServiceFolder.CODEOWNERS, "/prompts/ @acme/support-ai", "/prompts/ @acme/other")
                                .commit(),
                        "owner-assignment",
                        Outcome.NOT_MET,
                        "Code owners: 1 of 3 covered paths does not belong to @acme/support-ai: prompts/answer.md",
                        "Give it to @acme/support-ai in the code owners file"),
                spoilt(
                        "wrong answers",
                        service -> service.write(ServiceFolder.PROMPTFOO, EvidenceTexts.promptfoo(45, 15))
                                .commit(),
                        "evaluation",
                        Outcome.NOT_MET,
                        "Suite groundedness: 75 % of 60 cases passed, demanded 90 % (at most 84 % with confidence 95 %)",
                        "Look into the cases that did not pass: Case 45 #650518bfdc73, Case 46 #058e46acdb9d, Case 47 #cdc919ad56ed, Case 48 #b8dd1f4f80ea, Case 49 #3221c2efd4b8 and 10 more"),
                spoilt(
                        "evidence older than allowed",
                        service -> service.write(
                                        ServiceFolder.PROMPTFOO,
                                        EvidenceTexts.promptfoo(Instant.parse("2026-10-22T10:00:00Z"), 60, 0))
                                .commit(),
                        "evaluation",
                        Outcome.UNPROVEN,
                        "The evidence evals was taken on 2026-10-22, and is older than 30 d",
                        "Run the tool again"),
                spoilt(
                        "evidence about other content",
                        service -> service.edit("prompts/answer.md", text -> text + "Be brief.\n")
                                .commit(),
                        "evaluation",
                        Outcome.UNPROVEN,
                        "evals/promptfoo.json was committed on 2026-11-15 (id), and the covered content changed since: prompts/answer.md, last on 2026-11-17 (id)",
                        "Take the evidence again of the present content and commit it"),
                spoilt(
                        "a sign-off of other content",
                        service -> service.edit("prompts/answer.md", text -> text + "Be brief.\n")
                                .git()
                                .commit(TestRepository.KIM, "2026-11-18", "Change"),
                        "governance-sign-off",
                        Outcome.UNPROVEN,
                        "The role risk signed sha256:digest… on 2026-11-16, and the content is now sha256:digest…; changed since: prompts/answer.md",
                        "Have the role risk look at what changed and sign a record with covered: sha256:digest"),
                spoilt(
                        "evidence that is not committed",
                        service -> service.write(ServiceFolder.JMETER, EvidenceTexts.jmeter(1_100, 300)),
                        "latency-budget",
                        Outcome.UNPROVEN,
                        "The evidence load-test is unbound, and committed is demanded: perf/results.jtl is not committed, so that nothing ties it to the covered content",
                        "Commit it after the content that it was taken of"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void eachCriterionFails(
            String what, Change change, String requirement, Outcome outcome, String message, String mend) {
        change.of(service);

        var decision = service.decide();

        assertThat(problems(decision)).isEmpty();
        assertThat(decision.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(decision.validUntil()).isEmpty();
        var finding = finding(decision, requirement);
        assertThat(finding.outcome()).isEqualTo(outcome);
        assertThat(List.of(
                        masked(finding.judgement().message()),
                        masked(finding.judgement().mend().orElse(""))))
                .containsExactly(message, mend);
        assertAllAccountedFor(decision);
    }

    /** The text without what changes with every letter of the fixture. */
    private static String masked(String text) {
        return text.replaceAll("\\([0-9a-f]{7}\\)", "(id)").replaceAll("sha256:[0-9a-f]+", "sha256:digest");
    }

    @Test
    void withoutARepositoryNothingThatNeedsOneIsProven() {
        service.delete(".git");

        var decision = service.decide();

        assertThat(decision.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(decision.subject().commit()).isEmpty();
        assertThat(decision.findings())
                .filteredOn(finding -> finding.outcome() != Outcome.MET && finding.level() != Level.INFO)
                .extracting(
                        Finding::requirement,
                        Finding::outcome,
                        one -> one.judgement().message())
                .containsExactly(
                        tuple(
                                "data-quality",
                                Outcome.UNPROVEN,
                                "Quality of acme-docs handbook: the manifest names no results of checks"),
                        tuple(
                                "governance-sign-off",
                                Outcome.UNPROVEN,
                                "The manifest's folder lies in no git repository"),
                        tuple(
                                "latency-budget",
                                Outcome.UNPROVEN,
                                "The evidence load-test is unbound, and committed is demanded:"
                                        + " The manifest's folder lies in no git repository (and 1 more)"),
                        tuple(
                                "owner-assignment",
                                Outcome.UNPROVEN,
                                "The manifest's folder lies in no git repository (and 1 more)"));
        assertAllAccountedFor(decision);
    }

    @Test
    void aRequirementThatIsNotYetInForceIsJudgedAndOnlyWarns() {
        var decision = service.decide();

        assertThat(decision.upcoming())
                .extracting(
                        Finding::requirement,
                        Finding::level,
                        Finding::outcome,
                        one -> one.effectiveFrom().orElseThrow().toString())
                .containsExactly(tuple("out-of-scope", Level.WARN, Outcome.UNPROVEN, "2027-01-15"));
    }
}
