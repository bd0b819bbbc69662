package io.github.genaigate.report;

import static io.github.genaigate.report.DecisionParts.ACME;
import static io.github.genaigate.report.DecisionParts.COMMIT;
import static io.github.genaigate.report.DecisionParts.DIGEST;
import static io.github.genaigate.report.DecisionParts.NOW;
import static io.github.genaigate.report.DecisionParts.POLICY;
import static io.github.genaigate.report.DecisionParts.budgetMet;
import static io.github.genaigate.report.DecisionParts.finding;
import static io.github.genaigate.report.DecisionParts.granted;
import static io.github.genaigate.report.DecisionParts.loadTest;
import static io.github.genaigate.report.DecisionParts.serving;
import static io.github.genaigate.report.DecisionParts.upcoming;

import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Binding;
import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Decision.EvidenceFile;
import io.github.genaigate.model.Decision.ExemptionStatus;
import io.github.genaigate.model.Decision.Stages;
import io.github.genaigate.model.Decision.Subject;
import io.github.genaigate.model.Decision.WaiverStatus;
import io.github.genaigate.model.Finding;
import io.github.genaigate.model.Grant;
import io.github.genaigate.model.Judgement;
import io.github.genaigate.model.Level;
import io.github.genaigate.model.Observation;
import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Verdict;
import io.github.genaigate.model.Waiver;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A decision in which everything happens at once: what blocks, warns, is waived, is to come, and holds. */
final class StalledDecision {

    private StalledDecision() {}

    static Decision notReady() {
        var slow = Part.notMet(
                        "budget answer",
                        Reason.OVER_LIMIT,
                        "95 % of requests within 1500 ms: 91.2 % of 1200 were, at 95 % confidence at most 92.6 %",
                        "Make the operation chat faster, or agree on another limit with the owner of acme-genai")
                .assured(Assurance.MEASURED)
                .observing(
                        Observation.of("trials", 1200, "requests"),
                        Observation.of("withinLimit", new BigDecimal("0.9120"), ""),
                        Observation.of("limit", 1500, "ms"))
                .at(new Place("genai-gate.yaml", 24, 7), Place.of("perf/results-1.jtl"));
        var unreadable = Part.unproven(
                        "budget first word",
                        Reason.MISSING,
                        "95 % of requests with the first token within 2 s: the evidence load-test has no such metric",
                        "Record the time to the first token in the load test, then run it again")
                .at(new Place("genai-gate.yaml", 25, 7));
        var issues = IntStream.rangeClosed(1, 12)
                .mapToObj(i -> Part.notMet(
                                "issue " + i,
                                Reason.OVER_LIMIT,
                                "No issue of severity high is allowed: SQL_INJECTION in Orders" + i,
                                "Mend the issue, or suppress it in the scanner with a reason")
                        .assured(Assurance.SUMMARY)
                        .at(new Place("src/main/java/Orders" + i + ".java", 10 + i, 9)))
                .toArray(Part[]::new);
        var lineage = Part.unproven(
                        "dataset handbook",
                        Reason.STALE,
                        "Lineage events are at most 30 d old: the latest is of 2026-09-01, 82 d ago",
                        "Run the pipeline that fills the handbook, then commit the new events")
                .at(new Place("lineage/events.ndjson", 3, 1));
        var waived = new Finding(
                "data-lineage",
                "data-lineage",
                Level.BLOCK,
                new Judgement(List.of(lineage)),
                Optional.of("@acme/docs"),
                Map.of("maxAge", ACME),
                Optional.of(new Waiver(
                        "data-lineage",
                        "production",
                        List.of(),
                        "The catalogue is being moved",
                        "ACME-7",
                        "risk@acme.example",
                        LocalDate.parse("2026-11-15"),
                        LocalDate.parse("2026-12-15"),
                        Optional.of(1),
                        new Place("genai-gate.yaml", 48, 5))),
                Optional.empty());
        var upcoming = serving(
                upcoming(
                        "jailbreak-resistance",
                        Part.unproven(
                                "suite jailbreak",
                                Reason.TOO_FEW_SAMPLES,
                                "99 % of cases pass: 40 of 40 did, which proves 92.7 % at 95 % confidence",
                                "Add 259 cases to the suite jailbreak, so that 299 clean ones prove it")),
                "Answers must not be turned against those who ask.",
                Map.of("owasp-llm", List.of("LLM01")));
        return new Decision(
                Verdict.NOT_READY,
                new Stages(Optional.of("production"), Optional.of("pilot")),
                Optional.of("support-assistant"),
                Optional.of("Answers customers' questions from the product handbook."),
                new Subject(Optional.of(COMMIT), Optional.of("sha256:" + DIGEST), true),
                NOW,
                false,
                POLICY,
                List.of(
                        finding("latency-budget", Level.BLOCK, budgetMet("list"), unreadable, slow),
                        serving(
                                finding("security-review", Level.BLOCK, issues),
                                "Security that is looked at last stops the release.",
                                Map.of("eu-ai-act", List.of("Article 15"), "nist-ai-rmf", List.of("MEASURE 2.7"))),
                        waived,
                        finding(
                                "governance-sign-off",
                                Level.BLOCK,
                                Part.unproven(
                                                "role risk",
                                                Reason.STALE,
                                                "The approval of risk@acme.example covers other content than is here:"
                                                        + " 4 covered files changed since",
                                                "Ask the role risk to approve this content, then commit the new"
                                                        + " governance/risk.yaml")
                                        .assured(Assurance.DECLARED)
                                        .at(new Place("governance/risk.yaml", 7, 9))),
                        finding(
                                "cost-budget",
                                Level.WARN,
                                Part.notMet(
                                        "budget monthly",
                                        Reason.OVER_LIMIT,
                                        "At most 2000 EUR a month: 2345.67 EUR at the declared volume",
                                        "Shorten the prompts, or raise the budget with its owner")),
                        granted(
                                finding(
                                        "human-oversight",
                                        Level.BLOCK,
                                        Part.unproven(
                                                "fallback",
                                                Reason.MISSING,
                                                "A fallback to people is demanded: the manifest names none",
                                                "Describe the fallback, and name it in the manifest")),
                                new Grant(Grant.Kind.GRACE, Optional.empty(), LocalDate.parse("2027-03-31"), ACME)),
                        granted(
                                finding(
                                        "transparency",
                                        Level.BLOCK,
                                        Part.unproven(
                                                "model card",
                                                Reason.MISSING,
                                                "A model card is demanded: the manifest names none",
                                                "Write the model card")),
                                new Grant(
                                        Grant.Kind.EXEMPTION,
                                        Optional.of("It is replaced in the new year"),
                                        LocalDate.parse("2027-01-31"),
                                        ACME)),
                        finding(
                                "adoption",
                                Level.INFO,
                                Part.unproven(
                                        "plan",
                                        Reason.MISSING,
                                        "A rollout plan is demanded: the manifest names none",
                                        "Add the section adoption to the manifest")),
                        serving(
                                finding(
                                        "evaluation",
                                        Level.BLOCK,
                                        Part.met("suite groundedness", "90 % of cases pass: 412 of 420 did")
                                                .assured(Assurance.MEASURED)),
                                "Too much is expected of a model until its answers are counted.",
                                Map.of("eu-ai-act", List.of("Article 15"), "x-acme-handbook", List.of("4.2"))),
                        finding(
                                "owner-assignment",
                                Level.BLOCK,
                                Part.met("role accountable", "The role accountable is held by @acme/support-ai")
                                        .assured(Assurance.DECLARED)),
                        finding(
                                "privacy-and-legal",
                                Level.BLOCK,
                                new Part(
                                        "service",
                                        Outcome.NOT_APPLICABLE,
                                        Optional.empty(),
                                        "Not demanded of a service without personal data",
                                        Optional.empty(),
                                        Assurance.DECLARED,
                                        List.of(),
                                        List.of()))),
                List.of(upcoming),
                List.of("business-value"),
                List.of(
                        loadTest(),
                        new EvidenceFile(
                                "lineage",
                                "lineage/events.ndjson",
                                Optional.of("openlineage"),
                                Optional.of(DIGEST),
                                Optional.of(Instant.parse("2026-09-01T04:00:00Z")),
                                Assurance.MEASURED,
                                Binding.UNBOUND,
                                "stale"),
                        new EvidenceFile(
                                "evals",
                                "evals/promptfoo.json",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Assurance.DECLARED,
                                Binding.UNBOUND,
                                "missing")),
                List.of(
                        waiver(
                                "data-lineage",
                                List.of(),
                                "2026-12-15",
                                WaiverStatus.APPLIED,
                                "Approved by risk@acme.example, renewed once",
                                48),
                        waiver(
                                "security-review",
                                List.of("SECRET at src/App.java:7 (0f1e2d3c4b5a6978)"),
                                "2026-11-30",
                                WaiverStatus.SOON_TO_LAPSE,
                                "Approved by risk@acme.example; it ends with 2026-11-30, in 8 days: meet the requirement,"
                                        + " or have a later day approved",
                                49),
                        waiver(
                                "cost-budget",
                                List.of(),
                                "2026-10-31",
                                WaiverStatus.LAPSED,
                                "The waiver of cost-budget held through 2026-10-31, and today is 2026-11-22 in UTC",
                                50)),
                List.of(
                        new ExemptionStatus(
                                "transparency",
                                "applied",
                                "It holds through 2027-01-31: It is replaced in the new year",
                                ACME),
                        new ExemptionStatus(
                                "data-lineage", "lapsed", "It held through 2026-10-31: The catalogue moves", ACME)),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static WaiverStatus waiver(
            String requirement, List<String> issues, String expires, String status, String message, int line) {
        return new WaiverStatus(
                requirement,
                "production",
                issues,
                LocalDate.parse(expires),
                status,
                message,
                new Place("genai-gate.yaml", line, 5));
    }
}
