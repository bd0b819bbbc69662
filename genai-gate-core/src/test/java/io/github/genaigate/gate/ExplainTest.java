package io.github.genaigate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Explained;
import io.github.genaigate.report.ExplanationReport;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One requirement, from the policy to the next step. */
@ExtendWith(ReadyService.class)
class ExplainTest {

    private final ServiceFolder service;

    ExplainTest(ServiceFolder service) {
        this.service = service;
    }

    private Explained explain(String id) {
        return ServiceFolder.GATE.explain(service.request(), Optional.of(id));
    }

    @Test
    void tellsWhatIsDemandedByWhomAndWhatThereIs() {
        assertThat(ExplanationReport.lines(explain("security-review")).stream()
                        .map(line -> line.replaceAll("builtin:baseline:\\d+:\\d+", "builtin:baseline:NN"))
                        .toList())
                .containsExactly(
                        "security-review, judged by security-review",
                        "  claim:     The demanded scans ran, left no more open issues than allowed, and the demanded roles approved.",
                        "  why:       Security that is looked at last stops the release, or is not looked at.",
                        "  see:       eu-ai-act: Article 15",
                        "  see:       nist-ai-rmf: MEASURE 2.7",
                        "  level:     poc: warn, pilot: block, production: block    # builtin:baseline (builtin:baseline:NN)",
                        "  waivers:   may remove its block, where the policy allows waivers",
                        "",
                        "WHAT IT DEMANDS",
                        "  confidence: 95 %    # by default",
                        "      How sure a statement from samples must be: the chance that a true statement is not refuted by bad luck.",
                        "  limits: { critical: 0, high: 0 }    # builtin:baseline (builtin:baseline:NN)",
                        "      How many open issues of each severity are allowed; of a worse one never more than of a lesser one.",
                        "  scans: [{ kind: code, tools: [SpotBugs] }]    # acme-genai 3.2.0 (acme-policy.yaml:9:22)",
                        "      The kinds of scan of which each must have run.",
                        "",
                        "HOW IT IS PROVEN",
                        "  by what the manifest claims under security, and the evidence that it names there:",
                        "  evidence: a list, each entry being the name of an entry under evidence",
                        "      The scanners' reports.",
                        "  formats of evidence that it accepts:",
                        "  - sarif, for security issues",
                        "",
                        "WHAT IT RESTS ON",
                        "  evidence scan: scans/spotbugs.sarif, sarif, read",
                        "",
                        "WHAT THE SERVICE HAS",
                        "  support-assistant at production: met",
                        "    + scan code, met: Scan code: SpotBugs 4.9.8 ran",
                        "    + critical issues, met: Severity critical: 0 open issues, allowed are 0",
                        "    + high issues, met: Severity high: 0 open issues, allowed are 0");
    }

    @Test
    void tellsWhatItRestsOn() {
        service.delete(ServiceFolder.SARIF).edit(ServiceFolder.MANIFEST, text -> text + """
                waivers:
                  - requirement: security-review
                    reason: The scanner is being replaced.
                    ticket: ACME-7
                    approval: governance/waiver.yaml
                    expires: 2026-12-01
                  - requirement: evaluation
                    reason: The cases are being written.
                    ticket: ACME-8
                    approval: governance/other.yaml
                    expires: 2026-12-01
                """);
        var lines = ExplanationReport.lines(
                ServiceFolder.GATE.explain(service.with().stage("poc"), Optional.of("security-review")));

        assertThat(lines.subList(lines.indexOf("WHAT IT RESTS ON"), lines.indexOf("WHAT THE SERVICE HAS")).stream()
                        .map(line -> line.replaceAll("sha256:[0-9a-f]{64}", "sha256:NN"))
                        .toList())
                .containsExactly(
                        "WHAT IT RESTS ON",
                        "  evidence scan: scans/spotbugs.sarif, missing",
                        "  waiver through 2026-12-01, void: There is no file governance/waiver.yaml; Create and commit it, or"
                                + " correct the path; what to sign as governance/waiver.yaml: { apiVersion: genai-gate/v1,"
                                + " kind: SignOff, role: risk, signer: \"the signer's e-mail address\", service:"
                                + " support-assistant, stage: production, covered: \"sha256:NN\", date: 2026-11-22,"
                                + " expires: 2026-12-01, requirement: security-review, reason: \"The scanner is being"
                                + " replaced.\", ticket: ACME-7 }",
                        "  note: The stage poc was asked for, which is earlier than the production of the manifest; the policy"
                                + " does not allow it, so production was judged",
                        "");
    }

    /** Every reader of the shapes that a criterion takes, and no evidence of another requirement. */
    @Test
    void tellsTheFormatsAndEvidenceOfTheRequirementAlone() {
        var explanation = explain("evaluation").explanation().orElseThrow();

        assertThat(explanation.formats())
                .containsEntry("promptfoo", "evaluation cases")
                .containsEntry("deepeval", "evaluation cases")
                .containsEntry("figures-csv", "figures")
                .doesNotContainKey("sarif");
        assertThat(explanation.evidence())
                .extracting(file -> file.path() + ", " + file.status())
                .containsExactly(ServiceFolder.PROMPTFOO + ", read");
        assertThat(explain("governance-sign-off").explanation().orElseThrow().formats())
                .isEmpty();
    }

    @Test
    void tellsTheStepsToGreen() {
        service.delete(ServiceFolder.SARIF);

        assertThat(ExplanationReport.lines(explain("security-review")))
                .endsWith(
                        "  support-assistant at production: unproven, blocks",
                        "    x scan code, unproven (missing): The evidence scan is not there: no file is at scans/spotbugs.sarif"
                                + " (Scan code: no run of SpotBugs is among the evidence)",
                        "    x critical issues, unproven (missing): The evidence scan is not there: no file is at"
                                + " scans/spotbugs.sarif (No scanner ran (Severity critical: 0 open issues, allowed are 0))",
                        "    x high issues, unproven (missing): The evidence scan is not there: no file is at"
                                + " scans/spotbugs.sarif (No scanner ran (Severity high: 0 open issues, allowed are 0))",
                        "",
                        "THE ONE STEP TO GREEN",
                        "  - Run the tool that writes it before the gate, or correct the path");
    }

    @Test
    void findsWhatTheDecisionFinds() {
        service.delete(ServiceFolder.SARIF).write(ServiceFolder.JMETER, EvidenceTexts.jmeter(1_000, 2_400));
        var decision = service.decide();

        assertThat(decision.findings()).isNotEmpty();
        Stream.concat(decision.findings().stream(), decision.upcoming().stream())
                .forEach(finding -> assertThat(explain(finding.requirement())
                                .explanation()
                                .orElseThrow()
                                .finding())
                        .contains(finding));
    }

    @Test
    void tellsWhatIsOff() {
        assertThat(ExplanationReport.lines(explain("never-demanded")))
                .endsWith("WHAT THE SERVICE HAS", "  it is off at the stage production, and was not judged");
    }

    @Test
    void explainsThePolicyWithoutAManifest() {
        service.delete(ServiceFolder.MANIFEST);

        assertThat(ExplanationReport.lines(explain("evaluation")))
                .endsWith(
                        "WHAT THE SERVICE HAS",
                        "  it was not judged:",
                        "  x genai-gate.yaml: The manifest cannot be read: There is no file \"genai-gate.yaml\"",
                        "      next: Write one with genai-gate:init, or name it with genai-gate.manifest");
    }

    @Test
    void listsTheRequirements() {
        var lines = ExplanationReport.lines(ServiceFolder.GATE.explain(service.request(), Optional.empty()));

        assertThat(lines.get(0))
                .isEqualTo("Requirements of the policy, to be asked for with -Dgenai-gate.requirement=<id>:");
        assertThat(lines)
                .contains(
                        "  governance-sign-off: Every role that has to approve approved the content under judgement.");
        assertThat(lines).hasSize(1 + policyIds().size());
    }

    private List<String> policyIds() {
        var decision = service.decide();
        return Stream.concat(
                        Stream.concat(decision.findings().stream(), decision.upcoming().stream())
                                .map(finding -> finding.requirement()),
                        decision.off().stream())
                .toList();
    }

    @Test
    void tellsWhatChangesAndWhatMayBeAdjusted() {
        service.edit(
                ServiceFolder.POLICY,
                "latency-budget: { maxAge: 30 d,",
                "latency-budget: { minimumSamples: 200, adjustable: { minimumSamples: 100 }, changes: [{ effectiveFrom: 2027-01-15,"
                        + " maxAge: 20 d, levels: { poc: warn } }, { effectiveFrom: 2026-11-01, confidence: 96 % }], maxAge: 30 d,");
        var lines =
                ExplanationReport.lines(ServiceFolder.GATE.explain(service.request(), Optional.of("latency-budget")));

        assertThat(lines.subList(lines.indexOf("WHAT IT DEMANDS"), lines.indexOf("HOW IT IS PROVEN")))
                .containsSubsequence(
                        "  confidence: 96 %    # acme-genai 3.2.0 (acme-policy.yaml:7:186)",
                        "  maxAge: 30 d    # acme-genai 3.2.0 (acme-policy.yaml:7:207)",
                        "  minimumSamples at poc, pilot: 200    # acme-genai 3.2.0 (acme-policy.yaml:7:21)",
                        "  minimumSamples at production: 1000    # builtin:baseline (builtin:baseline:20:21)",
                        "      a layer below may go to 100 at poc, pilot")
                .endsWith(
                        "  from 2027-01-15 on",
                        "  level: poc: warn, pilot: warn, production: block",
                        "  maxAge: 20 d    # acme-genai 3.2.0 (acme-policy.yaml:7:118)",
                        "      The greatest age of evidence, by the time inside it.",
                        "");
    }

    @Test
    void tellsTheNearestOfAnUnknownOne() {
        var explained = explain("latency-bugdet");

        assertThat(explained.explanation()).isEmpty();
        assertThat(explained.problems())
                .extracting(Object::toString)
                .containsExactly(
                        "genai-gate.requirement: The policy has no requirement \"latency-bugdet\"; Did you mean latency-budget?");
    }
}
