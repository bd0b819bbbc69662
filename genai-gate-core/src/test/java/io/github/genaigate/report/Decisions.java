package io.github.genaigate.report;

import static io.github.genaigate.report.DecisionParts.COMMIT;
import static io.github.genaigate.report.DecisionParts.DIGEST;
import static io.github.genaigate.report.DecisionParts.NOW;
import static io.github.genaigate.report.DecisionParts.POLICY;
import static io.github.genaigate.report.DecisionParts.bare;
import static io.github.genaigate.report.DecisionParts.budgetMet;
import static io.github.genaigate.report.DecisionParts.finding;
import static io.github.genaigate.report.DecisionParts.loadTest;

import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Binding;
import io.github.genaigate.model.Correction;
import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Decision.EvidenceFile;
import io.github.genaigate.model.Decision.LayerIdentity;
import io.github.genaigate.model.Decision.PolicyIdentity;
import io.github.genaigate.model.Decision.Stages;
import io.github.genaigate.model.Decision.Subject;
import io.github.genaigate.model.Decision.Validity;
import io.github.genaigate.model.Decision.WaiverStatus;
import io.github.genaigate.model.Finding;
import io.github.genaigate.model.Grant;
import io.github.genaigate.model.Judgement;
import io.github.genaigate.model.Level;
import io.github.genaigate.model.Observation;
import io.github.genaigate.model.Origin;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Rationale;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Share;
import io.github.genaigate.model.Simultaneous;
import io.github.genaigate.model.Verdict;
import io.github.genaigate.model.Waiver;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The awkward decisions that every report is shown. */
enum Decisions {
    READY(Decisions::ready),
    NOT_READY(StalledDecision::notReady),
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
                Optional.of(new Simultaneous(3, Share.parse("90 %").value().orElseThrow(), Correction.HOLM, 2, false)),
                Optional.of(
                        new Validity(LocalDate.parse("2026-12-15"), "The evidence load-test is then older than 30 d")));
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
                Optional.empty(),
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
                Optional.empty(),
                Optional.empty());
    }

    private static Decision hostile() {
        var place = new Place(ATTACK, 3, 4);
        var part = Part.notMet(ATTACK, Reason.OVER_LIMIT, ATTACK, ATTACK)
                .observing(Observation.of(ATTACK, ATTACK), Observation.of("n", new BigDecimal("1E+400000000"), ATTACK))
                .at(place, place, place, place, place)
                .counting(List.of(ATTACK), 0);
        var waiver = new Waiver(
                ATTACK,
                ATTACK,
                List.of(ATTACK),
                ATTACK,
                ATTACK,
                ATTACK,
                LocalDate.EPOCH,
                LocalDate.EPOCH,
                Optional.of(3),
                place);
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
                List.of(new WaiverStatus(
                        ATTACK, ATTACK, List.of(ATTACK), LocalDate.EPOCH, WaiverStatus.VOID, ATTACK, place)),
                List.of(new Problem(place, ATTACK, ATTACK)),
                List.of(ATTACK),
                Optional.empty(),
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
                Optional.empty(),
                new Rationale(List.of(ATTACK), new TreeMap<>(Map.of(ATTACK, List.of(ATTACK)))),
                Optional.of(new Grant(Grant.Kind.GRACE, Optional.of(ATTACK), LocalDate.parse("2026-12-01"), origin)));
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
}
