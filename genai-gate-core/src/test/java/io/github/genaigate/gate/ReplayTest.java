package io.github.genaigate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.input.Loaded;
import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Finding;
import io.github.genaigate.model.Problem;
import io.github.genaigate.policy.Policy;
import io.github.genaigate.policy.PolicyLoader;
import io.github.genaigate.policy.Tree;
import io.github.genaigate.report.JsonReport;
import io.github.genaigate.repository.TestRepository;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A decision made again from the facts that it carries: the same under the same policy, and never better than what is known. */
@ExtendWith(ReadyService.class)
class ReplayTest {

    private final ServiceFolder service;

    ReplayTest(ServiceFolder service) {
        this.service = service;
    }

    private static RecordedDecision read(Decision decision) throws Exception {
        var text = new StringBuilder();
        new JsonReport().render(decision, text);
        return RecordedDecision.read(new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)), true);
    }

    private Policy policy() {
        Loaded<Policy> loaded = new PolicyLoader(
                        ServiceFolder.GATE.catalogue(), new Tree(service.path("."), service.path(".")))
                .load(service.path("."), List.of(ServiceFolder.POLICY));
        return loaded.value().orElseThrow(() -> new AssertionError(loaded.problems()));
    }

    private Replay replay(RecordedDecision recorded) {
        var replay = Replay.of(
                ServiceFolder.GATE,
                policy(),
                recorded.facts().orElseThrow(),
                recorded.asked().orElseThrow());
        return replay.value().orElseThrow(() -> new AssertionError(replay.problems()));
    }

    private static Clock clock(String at) {
        return new Clock(Instant.parse(at), false, List.of());
    }

    private void sameAgain() throws Exception {
        var decision = service.decide();
        var recorded = read(decision);
        var assessment = replay(recorded).at(new Clock(recorded.evaluatedAt(), false, List.of()));

        assertThat(assessment.findings("production")).isEqualTo(decision.findings());
        assertThat(assessment.upcoming("production")).isEqualTo(decision.upcoming());
        assertThat(assessment.reached()).isEqualTo(decision.stage().reached());
        assertThat(assessment.verdict("production")).isEqualTo(decision.verdict());
    }

    @Test
    void theSamePolicySaysTheSameOfAReadyService() throws Exception {
        sameAgain();
    }

    @ParameterizedTest
    @CsvSource({
        "perf/results.jtl",
        "perf/k6.json",
        "evals/promptfoo.json",
        "scans/spotbugs.sarif",
        "lineage/events.ndjson",
        "governance/risk.yaml",
        ".github/CODEOWNERS"
    })
    void theSamePolicySaysTheSameOfAServiceThatLacksSomething(String path) throws Exception {
        service.delete(path);
        sameAgain();
        service.git().commit(TestRepository.KIM, "2026-11-17", "Remove it");
        sameAgain();
    }

    @Test
    void theSamePolicySaysTheSameOfAServiceThatFails() throws Exception {
        service.write(ServiceFolder.JMETER, EvidenceTexts.jmeter(1_000, 2_400))
                .write(ServiceFolder.PROMPTFOO, EvidenceTexts.promptfoo(40, 20))
                .write(ServiceFolder.SARIF, EvidenceTexts.sarif(3, "none"))
                .write(ServiceFolder.OPENLINEAGE, EvidenceTexts.lineage("FAIL"))
                .commit();
        sameAgain();
    }

    private List<String> blocking(RecordedDecision recorded, String at) {
        var replay = replay(recorded);
        var clock = clock(at);
        return replay.blocking(replay.at(clock)).values().stream()
                .map(finding -> finding.requirement() + (replay.cannotTell(finding, clock) ? " ?" : ""))
                .toList();
    }

    private void policyWith(String requirements) {
        service.edit(ServiceFolder.POLICY, "requirements:\n", "requirements:\n" + requirements);
    }

    private static final String SAME_DAY = "2026-11-22T10:00:00Z";

    @Test
    void tellsWhatAStricterPolicyTurnsRed() throws Exception {
        var recorded = read(service.decide());
        policyWith("  business-value: { levels: { production: block } }\n");

        assertThat(blocking(recorded, SAME_DAY)).containsExactly("business-value");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a looser ceiling                 | ceilings: [{ metric: duration, within: 5 s, share: 95 % }]                     | none
                    a tighter one, all are within    | ceilings: [{ metric: duration, within: 700 ms, share: 95 % }]                  | none
                    a tighter one, all are beyond    | ceilings: [{ metric: duration, within: 300 ms, share: 95 % }]                  | latency-budget
                    in the bucket of all requests    | ceilings: [{ metric: duration, within: 399500 us, share: 95 % }]               | latency-budget ?
                    of an operation nobody counted   | ceilings: [{ metric: duration, operation: x, within: 5 s, share: 95 % }]       | latency-budget ?
                    a metric that nobody measured    | ceilings: [{ metric: time-to-first-token, within: 2 s, share: 95 % }]          | latency-budget
                    more samples than there are      | minimumSamples: 100000                                                         | latency-budget
                    """)
    void judgesOtherLimitsByWhatWasCounted(String what, String setting, String red) throws Exception {
        service.edit(
                ServiceFolder.POLICY,
                "binding: committed }",
                "binding: committed, ceilings: [{ metric: duration, within: 2 s, share: 95 % }] }");
        var recorded = read(service.decide());
        service.edit(
                ServiceFolder.POLICY,
                "latency-budget: { maxAge: 30 d, binding: committed, ceilings: [{ metric: duration, within: 2 s, share: 95 % }] }",
                "latency-budget: { maxAge: 30 d, binding: committed, " + setting + " }");

        assertThat(blocking(recorded, SAME_DAY)).isEqualTo(red.equals("none") ? List.of() : List.of(red));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    other signers        | signers: [risk@acme.example] | signers: [risk@acme.example, more@acme.example] | governance-sign-off ?
                    an approval by more  | risk: { signers: [risk@acme.example], mustNotBeAuthor: true } | risk: { mustNotBeAuthor: true } | governance-sign-off ?
                    """)
    void borrowsNoApprovalFromAPolicyWithOtherRules(String what, String old, String changed, String red)
            throws Exception {
        var recorded = read(service.decide());
        service.edit(ServiceFolder.POLICY, old, changed);

        assertThat(blocking(recorded, SAME_DAY)).containsExactly(red);
    }

    @Test
    void borrowsNothingAboutOtherContent() throws Exception {
        var recorded = read(service.decide());
        service.edit(
                ServiceFolder.POLICY, "skip: forbidden\n", "skip: forbidden\ncontent: { atLeast: [\"scripts/**\"] }\n");

        assertThat(blocking(recorded, SAME_DAY))
                .containsExactly(
                        "capacity ?",
                        "data-lineage ?",
                        "evaluation ?",
                        "governance-sign-off ?",
                        "latency-budget ?",
                        "owner-assignment ?",
                        "security-review ?");
    }

    @Test
    void knowsNothingOfEvidenceThatNobodyAskedFor() throws Exception {
        service.edit(ServiceFolder.POLICY, "security-review: {", "security-review: { levels: { production: block },");
        var recorded = read(service.decide());
        var without = recorded.facts().orElseThrow();
        var less = new TreeMap<>(without.evidence());
        less.remove("scan");
        var rest = new RecordedDecision(
                recorded.service(),
                recorded.verdict(),
                recorded.asked(),
                recorded.evaluatedAt(),
                recorded.rehearsal(),
                recorded.validUntil(),
                Optional.of(new Recorded(
                        without.version(),
                        without.manifestName(),
                        without.manifest(),
                        less,
                        without.tries(),
                        without.repository(),
                        without.signOffs(),
                        without.waivers(),
                        without.rules())));

        assertThat(blocking(rest, SAME_DAY)).containsExactly("security-review ?");
    }

    @Test
    void growsOldWithTheClock() throws Exception {
        service.edit(ServiceFolder.RECORD, text -> text + "expires: 2026-11-30\n")
                .git()
                .commit(ServiceFolder.RISK, "2026-11-18", "Sign for a while");
        var recorded = read(service.decide());

        assertThat(blocking(recorded, "2026-11-30T23:59:59Z")).isEmpty();
        assertThat(blocking(recorded, "2026-12-01T00:00:00Z")).containsExactly("governance-sign-off");
        assertThat(blocking(recorded, "2027-03-01T00:00:00Z"))
                .containsExactly(
                        "evaluation", "governance-sign-off", "latency-budget", "out-of-scope", "owner-assignment");
    }

    @Test
    void tellsWhatThePolicyCannotJudge() throws Exception {
        var recorded = read(service.decide());

        var replay = Replay.of(ServiceFolder.GATE, policy(), recorded.facts().orElseThrow(), "live");

        assertThat(replay.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "genai-gate.stage: The stage \"live\" is not on the ladder of the policy; Write one of poc, pilot, production");
    }

    @Test
    void carriesNoFactsWhereNothingWasJudged() throws Exception {
        service.edit(ServiceFolder.MANIFEST, "kind: Readiness", "kind: Nothing");

        assertThat(read(service.decide()).facts()).isEmpty();
        assertThat(service.decide().problems()).extracting(Problem::what).hasSize(1);
        assertThat(service.decide().findings()).extracting(Finding::requirement).isEmpty();
    }
}
