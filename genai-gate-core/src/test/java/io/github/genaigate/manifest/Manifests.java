package io.github.genaigate.manifest;

import io.github.genaigate.criterion.Criterion;
import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.model.About;
import io.github.genaigate.model.Catalogue;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Metric;
import io.github.genaigate.model.Section;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** A catalogue that does not change with the criteria at hand, and a manifest for it. */
final class Manifests {

    static final List<String> FORMATS = List.of("jmeter-csv", "promptfoo", "sarif");

    static final String VALID = """
            # What the team claims.
            apiVersion: genai-gate/v1
            kind: Readiness
            service:
              name: support-assistant
              summary: Answers customers' questions from the product handbook.
              stage: production
              content: [src/main/**, prompts/**, config/model.yaml]
            owners:
              - { role: accountable, id: "@acme/support-ai" }
              - { role: engineering, id: kim@acme.example }
            models:
              - { name: answerer, provider: openai, id: gpt-4o-2024-08-06, licence: proprietary }
            evidence:
              load-test:
                path: perf/results-*.jtl
                format: jmeter-csv
                environment: staging
                covers: [src/main/**]
              evals: evals/promptfoo.json
            latency:
              strict: true
              budgets:
                - { name: answer, evidence: load-test, metric: duration, within: 1500 ms, share: 95 %, minimum: 59 }
            # Sections that no criterion judges here:
            # those of the contract are told as such,
            # and any other is refused.
            evaluation:
              suites:
                - { name: groundedness, evidence: evals, select: { category: grounded }, passing: 90 % }
            extensions:
              acme-tone: { words: [please, thanks] }
            signOffs:
              - { role: risk, record: governance/risk.yaml }
            waivers:
              - requirement: data-lineage
                reason: The catalogue is being moved.
                ticket: ACME-7
                approval: governance/waiver-lineage.yaml
                expires: 2026-12-15
            """;

    private Manifests() {}

    static Catalogue catalogue() {
        var budget = Kind.group(
                Field.optional("name", Kind.LINE, "What the budget is called."),
                Field.required("evidence", Kind.EVIDENCE, "The load test."),
                Field.required("metric", Kind.word(Metric.class), "What is timed."),
                Field.required("within", Kind.DURATION, "The limit."),
                Field.required("share", Kind.SHARE, "How many requests are within it."),
                Field.optional("minimum", Kind.COUNT, "How many requests at least."));
        var latency = Kind.group(
                Field.optional("strict", Kind.FLAG, "Whether it is strict."),
                Field.required("budgets", Kind.list(budget), "The budgets."));
        var tone = Kind.group(Field.optional("words", Kind.list(Kind.TEXT), "Words."));
        var suite = Kind.group(
                Field.required("name", Kind.LINE, "The name of the suite."),
                Field.required("evidence", Kind.EVIDENCE, "The evaluation run."),
                Field.optional("select", new Kind.MapOf<>("attributes", Kind.LINE), "Its cases."),
                Field.required("passing", Kind.SHARE, "The share of cases that pass."));
        var evaluation = Kind.group(Field.required("suites", Kind.list(suite), "The suites."));
        var model = Kind.group(
                Field.required("name", Kind.LINE, "What the service calls the model."),
                Field.optional("provider", Kind.LINE, "Who runs or publishes it."),
                Field.required("id", Kind.LINE, "The provider's exact id, with its version."),
                Field.optional("licence", Kind.LINE, "Under which licence it is used."));
        return Catalogue.of(List.of(
                about("evaluation", "The answers are good.", "evaluation", evaluation),
                new About(
                        "model-inventory",
                        "The models are known.",
                        List.of(),
                        Optional.of(Section.bare("models", Field.optional("models", Kind.list(model), "The models.")))),
                about("latency-budget", "The service is fast.", "latency", latency),
                about("acme-tone", "The service is polite.", "extensions.acme-tone", tone),
                new About("owner-assignment", "The service is owned.", List.of(), Optional.empty())));
    }

    private static About about(String id, String purpose, String section, Kind.Group fields) {
        return new About(id, purpose, List.of(), Optional.of(new Section(section, fields)));
    }

    /** The criteria that are part of the gate. */
    static Catalogue builtIn() {
        return Catalogue.of(ServiceLoader.load(Criterion.class).stream()
                .map(provider -> provider.get().about())
                .toList());
    }

    /** The formats that the gate reads. */
    static List<String> formats() {
        return ServiceLoader.load(EvidenceReader.class).stream()
                .map(provider -> provider.get().format())
                .toList();
    }
}
