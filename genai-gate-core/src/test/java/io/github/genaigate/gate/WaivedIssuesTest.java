package io.github.genaigate.gate;

import static io.github.genaigate.gate.ServiceFolder.finding;
import static io.github.genaigate.gate.ServiceFolder.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.genaigate.model.Counted;
import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Decision.WaiverStatus;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Verdict;
import io.github.genaigate.repository.TestRepository;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A waiver that names issues is for these very issues, and for nothing else that is wrong. */
@ExtendWith(ReadyService.class)
class WaivedIssuesTest {

    private static final String WAIVED = "Approved by risk@acme.example";

    private final ServiceFolder service;

    WaivedIssuesTest(ServiceFolder service) {
        this.service = service;
    }

    @Test
    void theIssuesNamedAreTheOnlyOnesExcused() {
        scan(2);
        var found = issues(service.decide());
        assertThat(found).hasSize(2).first().asString().matches("SECRET at src/main/App\\.java:1 \\([0-9a-f]{16}\\)");

        waive(1, found);
        var ready = service.decide();
        assertThat(problems(ready)).isEmpty();
        assertThat(ready.verdict()).isEqualTo(Verdict.READY);
        assertThat(finding(ready, "security-review").waived()).isTrue();
        assertThat(ready.waivers()).extracting(WaiverStatus::message).containsExactly(WAIVED);

        waive(1, found.subList(0, 1));
        var blocked = service.decide();
        assertThat(blocked.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(finding(blocked, "security-review").blocks()).isTrue();
        assertThat(blocked.waivers())
                .extracting(WaiverStatus::message)
                .containsExactly(WAIVED + "; the requirement blocks all the same, for what no waiver names");
    }

    @Test
    void severalWaiversTogetherMayNameThemAll() {
        scan(2);
        var found = issues(service.decide());
        waive(2, found);

        var decision = service.decide();

        assertThat(decision.verdict()).isEqualTo(Verdict.READY);
        assertThat(decision.waivers()).extracting(WaiverStatus::message).containsExactly(WAIVED, WAIVED);
    }

    @Test
    void anIssueThatIsGoneNeedsNoWaiver() {
        scan(2);
        var found = issues(service.decide());
        scan(1);
        waive(1, found);
        assertThat(service.decide().waivers())
                .extracting(WaiverStatus::message)
                .containsExactly(WAIVED + "; no longer needed for " + found.get(1));
        waive(1, found.subList(1, 2));
        assertThat(service.decide().waivers())
                .extracting(WaiverStatus::status, WaiverStatus::message)
                .containsExactly(tuple(
                        "no-longer-needed",
                        WAIVED + "; nothing fails for the issues that it names any more: remove the waiver"));
    }

    @Test
    void anIssueThatGetsWorseIsAnother() {
        scan(1);
        var found = issues(service.decide());
        service.edit(
                ServiceFolder.SARIF,
                "\"message\": {\"text\": \"A key\"}",
                "\"message\": {\"text\": \"A key to production\"}");
        waive(1, found);

        assertThat(service.decide().verdict()).isEqualTo(Verdict.NOT_READY);
    }

    @Test
    void whatElseIsWrongIsNotExcused() {
        scan(1);
        var found = issues(service.decide());
        service.edit(ServiceFolder.SARIF, "\"name\": \"SpotBugs\"", "\"name\": \"AnotherTool\"");
        var others = issues(service.decide());
        assertThat(others).hasSize(1).doesNotContainAnyElementsOf(found);
        waive(1, others);

        var decision = service.decide();

        assertThat(decision.verdict()).as("the scan demanded is missing").isEqualTo(Verdict.NOT_READY);
    }

    @Test
    void aScanThatDidNotFinishMayHaveMissedSome() {
        scan(1);
        var found = issues(service.decide());
        service.edit(ServiceFolder.SARIF, "\"executionSuccessful\": true", "\"executionSuccessful\": false");
        waive(1, found);

        var decision = service.decide();

        assertThat(issues(decision)).isEmpty();
        assertThat(decision.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(decision.waivers())
                .extracting(WaiverStatus::status, WaiverStatus::message)
                .containsExactly(tuple(
                        "unused",
                        WAIVED
                                + "; nobody can tell whether the issues that it names are still there, because the"
                                + " requirement fails for other reasons"));
    }

    /** The scanner found so many issues of high severity. */
    private void scan(int issues) {
        service.write(ServiceFolder.SARIF, EvidenceTexts.sarif(issues, "error")).commit();
    }

    private static List<String> issues(Decision decision) {
        return finding(decision, "security-review").judgement().failing().stream()
                .map(Part::counted)
                .flatMap(counted -> counted.map(Counted::issues).orElse(List.of()).stream())
                .toList();
    }

    /** The risk officer approves of waivers among which the issues are divided. */
    private void waive(int waivers, List<String> issues) {
        service.edit(ServiceFolder.MANIFEST, text -> text.replaceFirst("(?s)\nwaivers:.*", "\n") + "waivers:\n");
        int each = issues.size() / waivers;
        for (int i = 0; i < waivers; i++) {
            int number = i;
            service.edit(
                    ServiceFolder.MANIFEST,
                    text -> text + """
                      - requirement: security-review
                        issues: %s
                        reason: A test key.
                        ticket: ACME-8
                        approval: governance/waiver%d.yaml
                        expires: 2026-12-10
                    """.formatted(written(issues.subList(number * each, (number + 1) * each)), number));
        }
        service.git().commit(TestRepository.KIM, "2026-11-17", "Ask");
        service.sign();
        for (int i = 0; i < waivers; i++) {
            service.write(
                    "governance/waiver" + i + ".yaml",
                    service.read(ServiceFolder.RECORD)
                            + """
                    expires: 2026-12-10
                    requirement: security-review
                    issues: %s
                    reason: A test key.
                    ticket: ACME-8
                    """.formatted(written(issues.subList(i * each, (i + 1) * each))));
        }
        service.git().commit(ServiceFolder.RISK, "2026-11-18", "Approve");
    }

    private static String written(List<String> issues) {
        return issues.stream().map(issue -> '"' + issue + '"').collect(Collectors.joining(", ", "[", "]"));
    }
}
