package io.github.genaigate.report;

import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Binding;
import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Decision.EvidenceFile;
import io.github.genaigate.model.Decision.LayerIdentity;
import io.github.genaigate.model.Decision.PolicyIdentity;
import io.github.genaigate.model.Decision.Stages;
import io.github.genaigate.model.Decision.Subject;
import io.github.genaigate.model.Decision.Validity;
import io.github.genaigate.model.Decision.WaiverStatus;
import io.github.genaigate.model.Finding;
import io.github.genaigate.model.Judgement;
import io.github.genaigate.model.Level;
import io.github.genaigate.model.Observation;
import io.github.genaigate.model.Origin;
import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Verdict;
import io.github.genaigate.model.Waiver;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The awkward decisions that every report is shown. */
enum Decisions {
    READY(Decisions::ready),
    NOT_READY(Decisions::notReady),
    SKIPPED(() -> bare(Verdict.SKIPPED, List.of(), List.of("Skipped by -Dgenai-gate.skip on the command line"))),
    UNUSABLE(Decisions::unusable),
    EMPTY(() -> bare(
            Verdict.NOT_READY,
            List.of(),
            List.of("Nothing was checked: the policy acme-genai has no requirement at the stage production"))),
    REHEARSAL(Decisions::rehearsal),
    HOSTILE(Decisions::hostile),
    UNICODE(Decisions::unicode),
    LONG(Decisions::longTexts),
    PLAIN(() -> bare(
            Verdict.READY,
            List.of(finding("evaluation", Level.BLOCK, Part.met("suite", "All cases pass"))),
            List.of()));

    /** What must not reach any sink as it is. */
    static final String ATTACK = "\u001b[31m\u0007</style><script>alert('x')</script><img src=x onerror=alert(1)>\r\n"
            + "::error file=a.yaml::READY\n##vso[task.complete result=Succeeded;]##teamcity[buildStatus text='ok']\n"
            + "##[error]\u202eYDAER\u202c\u0085\u2028\u009b32m| @everyone [click](https://evil.example)"
            + " ![i](//evil.example/i.png) `code` **bold** <!-- --> ${x} \ud800 \" onclick=\"x() www.evil.example #1";

    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
    private static final String COMMIT = "4f2a9c1d2e3f4a5b6c7d8e9f0a1b2c3d4e5f6a7b";
    private static final String DIGEST = "0123456789abcdef".repeat(4);
    private static final PolicyIdentity POLICY = new PolicyIdentity(
            "acme-genai",
            "3.2.0",
            List.of(
                    new LayerIdentity("baseline", "1.0.0", "builtin:baseline", "builtin", DIGEST),
                    new LayerIdentity(
                            "acme-genai", "3.2.0", "../org-policy/acme-policy.yaml", "outside", "ab".repeat(32))));
    private static final Origin BASELINE = new Origin("builtin:baseline", new Place("baseline.yaml", 12, 5));
    private static final Origin ACME = new Origin("acme-genai 3.2.0", new Place("acme-policy.yaml", 9, 5));

    private final Supplier<Decision> decision;

    Decisions(Supplier<Decision> decision) {
        this.decision = decision;
    }

    Decision decision() {
        return decision.get();
    }

    /** The name of the golden files. */
    String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Every finding, those that are not in force included. */
    static Stream<Finding> findings(Decision decision) {
        return Stream.concat(decision.findings().stream(), decision.upcoming().stream());
    }

    private static Decision ready() {
        return new Decision(
                Verdict.READY,
                new Stages(Optional.of("production"), Optional.of("production")),
                Optional.of("support-assistant"),
                Optional.of("Answers customers' questions from the product handbook."),
                new Subject(Optional.of(COMMIT), Optional.of("sha256:" + DIGEST), false),
                NOW,
                false,
                POLICY,
                List.of(
                        finding("latency-budget", Level.BLOCK, budgetMet("answer")),
                        finding(
                                "security-review",
                                Level.BLOCK,
                                Part.met("scan", "No open issue is of severity high or worse in 2 scans")
                                        .assured(Assurance.SUMMARY)),
                        finding(
                                "owner-assignment",
                                Level.BLOCK,
                                Part.met("role accountable", "The role accountable is held by @acme/support-ai")
                                        .assured(Assurance.DECLARED),
                                Part.met("activity", "3 owners committed in the last 90 days, 2 demanded"))),
                List.of(),
                List.of("adoption"),
                List.of(loadTest()),
                List.of(),
                List.of(),
                List.of(),
                Optional.of(
                        new Validity(LocalDate.parse("2026-12-15"), "The evidence load-test is then older than 30 d")));
    }

    private static Decision notReady() {
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
                        "The catalogue is being moved",
                        "ACME-7",
                        "risk@acme.example",
                        LocalDate.parse("2026-11-15"),
                        LocalDate.parse("2026-12-15"),
                        new Place("genai-gate.yaml", 48, 5))),
                Optional.empty());
        var upcoming = upcoming(
                "jailbreak-resistance",
                Part.unproven(
                        "suite jailbreak",
                        Reason.TOO_FEW_SAMPLES,
                        "99 % of cases pass: 40 of 40 did, which proves 92.7 % at 95 % confidence",
                        "Add 259 cases to the suite jailbreak, so that 299 clean ones prove it"));
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
                        finding("security-review", Level.BLOCK, issues),
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
                        finding(
                                "adoption",
                                Level.INFO,
                                Part.unproven(
                                        "plan",
                                        Reason.MISSING,
                                        "A rollout plan is demanded: the manifest names none",
                                        "Add the section adoption to the manifest")),
                        finding(
                                "evaluation",
                                Level.BLOCK,
                                Part.met("suite groundedness", "90 % of cases pass: 412 of 420 did")
                                        .assured(Assurance.MEASURED)),
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
                List.of("business-value", "transparency"),
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
                        new WaiverStatus(
                                "data-lineage", "applied", "Approved by risk", new Place("genai-gate.yaml", 48, 5)),
                        new WaiverStatus(
                                "cost-budget", "void", "It ended on 2026-10-31", new Place("genai-gate.yaml", 49, 5))),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static Decision unusable() {
        return new Decision(
                Verdict.NOT_READY,
                new Stages(Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                new Subject(Optional.empty(), Optional.empty(), false),
                NOW,
                false,
                PolicyIdentity.none(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new Problem(
                                new Place("genai-gate.yaml", 12, 1),
                                "The key lateny is not known here",
                                "Write latency, or remove the line"),
                        new Problem(
                                new Place("acme-policy.yaml", 9, 17),
                                "maxAge is looser than in builtin:baseline (baseline.yaml:12:5): 90 d against 30 d",
                                "Remove the line to inherit 30 d, or write less")),
                List.of(),
                Optional.empty());
    }

    private static Decision rehearsal() {
        var ready = ready();
        return new Decision(
                Verdict.NOT_READY,
                ready.stage(),
                ready.service(),
                ready.summary(),
                ready.subject(),
                Instant.parse("2027-02-01T00:00:00.123456789Z"),
                true,
                ready.policy(),
                ready.findings(),
                List.of(),
                List.of(),
                ready.evidence(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static Decision hostile() {
        var place = new Place(ATTACK, 3, 4);
        var part = Part.notMet(ATTACK, Reason.OVER_LIMIT, ATTACK, ATTACK)
                .observing(Observation.of(ATTACK, ATTACK), Observation.of("n", new BigDecimal("1E+400000000"), ATTACK))
                .at(place, place, place, place, place);
        var waiver = new Waiver(ATTACK, ATTACK, ATTACK, ATTACK, LocalDate.EPOCH, LocalDate.EPOCH, place);
        var origin = new Origin(ATTACK, place);
        return new Decision(
                Verdict.NOT_READY,
                new Stages(Optional.of(ATTACK), Optional.of(ATTACK)),
                Optional.of(ATTACK),
                Optional.of(ATTACK),
                new Subject(Optional.of(ATTACK), Optional.of(ATTACK), true),
                NOW,
                false,
                new PolicyIdentity(ATTACK, ATTACK, List.of(new LayerIdentity(ATTACK, ATTACK, ATTACK, "tree", DIGEST))),
                List.of(
                        hostileFinding(part, origin, Optional.empty(), Level.BLOCK),
                        hostileFinding(part, origin, Optional.of(waiver), Level.BLOCK),
                        hostileFinding(part, origin, Optional.empty(), Level.WARN),
                        hostileFinding(Part.met(ATTACK, ATTACK), origin, Optional.empty(), Level.BLOCK)),
                List.of(hostileFinding(part, origin, Optional.empty(), Level.BLOCK)),
                List.of(ATTACK),
                List.of(new EvidenceFile(
                        ATTACK,
                        ATTACK,
                        Optional.of(ATTACK),
                        Optional.empty(),
                        Optional.empty(),
                        Assurance.DECLARED,
                        Binding.UNBOUND,
                        ATTACK)),
                List.of(new WaiverStatus(ATTACK, "void", ATTACK, place)),
                List.of(new Problem(place, ATTACK, ATTACK)),
                List.of(ATTACK),
                Optional.of(new Validity(LocalDate.parse("2026-11-22"), ATTACK)));
    }

    private static Finding hostileFinding(Part part, Origin origin, Optional<Waiver> waiver, Level level) {
        return new Finding(
                ATTACK,
                ATTACK,
                level,
                new Judgement(List.of(part, part)),
                Optional.of(ATTACK),
                Map.of(ATTACK, origin),
                waiver,
                Optional.empty());
    }

    private static Decision unicode() {
        var message = "B\u00fccher, \u65e5\u672c\u8a9e, \u0627\u0644\u0639\u0631\u0628\u064a\u0629, \ud83d\ude80 and"
                + " \ud83d\udc69\u200d\ud83d\udcbb take 5\u00a0\u00b5s, stra\u00dfe \u2264 \u221e";
        return bare(
                Verdict.NOT_READY,
                List.of(
                        finding(
                                "evaluation",
                                Level.BLOCK,
                                Part.notMet("suite \u00fcber", Reason.FAILED, message, "\u00dcber " + message)
                                        .at(Place.of("evals/\u65e5\u672c.json"))),
                        finding("transparency", Level.BLOCK, Part.met("card", message))),
                List.of(message));
    }

    private static Decision longTexts() {
        var text = "word ".repeat(200) + "x".repeat(600);
        return bare(
                Verdict.NOT_READY,
                List.of(
                        finding("evaluation", Level.BLOCK, Part.notMet(text, Reason.FAILED, text, text)),
                        finding("x".repeat(120), Level.WARN, Part.notMet("part", Reason.FAILED, text, text)),
                        finding("y".repeat(120), Level.BLOCK, Part.met("part", text))),
                List.of(text));
    }

    private static Decision bare(Verdict verdict, List<Finding> findings, List<String> notes) {
        return new Decision(
                verdict,
                new Stages(Optional.of("production"), Optional.empty()),
                Optional.of("support-assistant"),
                Optional.empty(),
                new Subject(Optional.empty(), Optional.empty(), false),
                NOW,
                false,
                new PolicyIdentity("acme-genai", "3.2.0", List.of()),
                findings.stream().map(Decisions::withoutOwner).toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                notes,
                Optional.empty());
    }

    private static Part budgetMet(String name) {
        return Part.met("budget " + name, "95 % of requests within 1500 ms: 98.3 % of 1200 were")
                .assured(Assurance.MEASURED)
                .observing(
                        Observation.of("trials", 1200, "requests"),
                        Observation.of("withinLimit", new BigDecimal("0.98333333333333333333333333"), ""),
                        Observation.of("operation", name));
    }

    private static Finding finding(String requirement, Level level, Part... parts) {
        return new Finding(
                requirement,
                requirement,
                level,
                new Judgement(List.of(parts)),
                Optional.of("@acme/support-ai"),
                new TreeMap<>(Map.of("levels", BASELINE, "confidence", ACME)),
                Optional.empty(),
                Optional.empty());
    }

    private static Finding withoutOwner(Finding finding) {
        return new Finding(
                finding.requirement(),
                finding.criterion(),
                finding.level(),
                finding.judgement(),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static Finding upcoming(String requirement, Part part) {
        return new Finding(
                requirement,
                "evaluation",
                Level.BLOCK,
                new Judgement(new ArrayList<>(List.of(part))),
                Optional.of("@acme/support-ai"),
                Map.of(),
                Optional.empty(),
                Optional.of(LocalDate.parse("2027-01-15")));
    }

    private static EvidenceFile loadTest() {
        return new EvidenceFile(
                "load-test",
                "perf/results-1.jtl",
                Optional.of("jmeter-csv"),
                Optional.of("cd".repeat(32)),
                Optional.of(Instant.parse("2026-11-15T08:12:44Z")),
                Assurance.MEASURED,
                Binding.COMMITTED,
                "read");
    }
}
