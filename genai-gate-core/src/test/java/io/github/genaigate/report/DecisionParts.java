package io.github.genaigate.report;

import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Binding;
import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Decision.EvidenceFile;
import io.github.genaigate.model.Decision.LayerFile;
import io.github.genaigate.model.Decision.LayerIdentity;
import io.github.genaigate.model.Decision.PolicyIdentity;
import io.github.genaigate.model.Decision.Stages;
import io.github.genaigate.model.Decision.Subject;
import io.github.genaigate.model.Finding;
import io.github.genaigate.model.Grant;
import io.github.genaigate.model.Judgement;
import io.github.genaigate.model.Level;
import io.github.genaigate.model.Observation;
import io.github.genaigate.model.Origin;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Rationale;
import io.github.genaigate.model.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the decisions that reports are shown are made of. */
final class DecisionParts {

    static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
    static final String COMMIT = "4f2a9c1d2e3f4a5b6c7d8e9f0a1b2c3d4e5f6a7b";
    static final String DIGEST = "0123456789abcdef".repeat(4);
    static final PolicyIdentity POLICY = new PolicyIdentity(
            "acme-genai",
            "3.2.0",
            List.of(
                    new LayerIdentity("baseline", "1.0.0", "builtin:baseline", "builtin", DIGEST),
                    new LayerIdentity(
                            "acme-genai",
                            "3.2.0",
                            "maven:example.acme:genai-policy:3.2.0",
                            "maven",
                            "ab".repeat(32),
                            List.of(new LayerFile("allowed_signers", "cd".repeat(32))))));
    static final Origin BASELINE = new Origin("builtin:baseline", new Place("baseline.yaml", 12, 5));
    static final Origin ACME = new Origin("acme-genai 3.2.0", new Place("acme-policy.yaml", 9, 5));

    private DecisionParts() {}

    static Decision bare(Verdict verdict, List<Finding> findings, List<String> notes) {
        return new Decision(
                verdict,
                new Stages(Optional.of("production"), Optional.empty()),
                Optional.of("support-assistant"),
                Optional.empty(),
                new Subject(Optional.empty(), Optional.empty(), false),
                NOW,
                false,
                new PolicyIdentity("acme-genai", "3.2.0", List.of()),
                findings.stream().map(DecisionParts::withoutOwner).toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                notes,
                Optional.empty(),
                Optional.empty());
    }

    static Part budgetMet(String name) {
        return Part.met("budget " + name, "95 % of requests within 1500 ms: 98.3 % of 1200 were")
                .assured(Assurance.MEASURED)
                .observing(
                        Observation.of("trials", 1200, "requests"),
                        Observation.of("withinLimit", new BigDecimal("0.98333333333333333333333333"), ""),
                        Observation.of("operation", name));
    }

    static Finding finding(String requirement, Level level, Part... parts) {
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

    /** The same with why its requirement exists. */
    static Finding serving(Finding finding, String why, Map<String, List<String>> references) {
        return new Finding(
                finding.requirement(),
                finding.criterion(),
                finding.level(),
                finding.judgement(),
                finding.owner(),
                finding.origin(),
                finding.waiver(),
                finding.effectiveFrom(),
                new Rationale(List.of(why), new TreeMap<>(references)),
                finding.grant());
    }

    /** The same with what the policy grants. */
    static Finding granted(Finding finding, Grant grant) {
        return new Finding(
                finding.requirement(),
                finding.criterion(),
                finding.level(),
                finding.judgement(),
                finding.owner(),
                finding.origin(),
                finding.waiver(),
                finding.effectiveFrom(),
                finding.rationale(),
                Optional.of(grant));
    }

    static Finding withoutOwner(Finding finding) {
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

    static Finding upcoming(String requirement, Part part) {
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

    static EvidenceFile loadTest() {
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
