package io.github.genaigate.gate;

import io.github.genaigate.repository.TestRepository;
import java.nio.file.Path;

/**
 * Gives a service that is ready and rests on a file of every format that is read. Its policy demands only what a file of
 * each of them can prove: most benchmarks do not tell when each request began, and summaries only count.
 */
final class EveryFormat extends ReadyService {

    static final String K6_SUMMARY = "perf/k6-summary.json";
    static final String VLLM_BENCH = "perf/vllm.json";
    static final String AIPERF = "perf/aiperf.json";
    static final String AIPERF_RECORDS = "perf/profile_export.jsonl";
    static final String OTLP_TRACES = "perf/traces.ndjson";
    static final String DEEPEVAL = "evals/deepeval.json";
    static final String JUNIT_XML = "evals/TEST-chat.xml";
    static final String LM_EVAL = "evals/lm-eval.json";
    static final String FIGURES_CSV = "value/pilot.csv";
    static final String LITELLM_PRICES = "cost/litellm.json";
    static final String MODELS_DEV_PRICES = "cost/models-dev.json";

    static final String CYCLONEDX = "models/bom.cdx.json";
    static final String DBT_RUN_RESULTS = "quality/run_results.json";
    static final String DBT_MANIFEST = "quality/manifest.json";
    static final String GREAT_EXPECTATIONS = "quality/validation.json";

    private static final String POLICY_TEXT = """
            apiVersion: genai-gate/v1
            kind: Policy
            name: acme-genai
            version: 3.2.0
            stages: [poc, pilot, production]
            requirements:
              latency-budget: { levels: { production: block } }
              evaluation: { levels: { production: block }, suites: [{ name: groundedness, passing: 90 %, minimumCases: 50 }] }
              security-review:
                levels: { production: block }
                limits: { critical: 0, high: 0 }
                scans: [{ kind: code, tools: [SpotBugs] }]
              data-lineage: { levels: { production: block }, declares: [owner, licence, personalData] }
              owner-assignment:
                levels: { production: block }
                roles: [accountable]
                codeOwners: true
                activeOwners: 2
                activeWithin: 90 d
              business-value: { levels: { production: block } }
              cost-budget: { levels: { production: block } }
              privacy-and-legal:
                criterion: document
                levels: { production: block }
                documents: [{ name: impact-assessment, sections: [Purpose, Training], minimumWords: 10, owner: true }]
              operations: { levels: { production: block }, minimumAlerts: 3, runbooks: true, severities: [critical] }
              model-inventory: { levels: { production: block }, pinned: true, licensed: true }
              data-quality: { levels: { production: block }, passing: 95 %, everyDataset: true }
            """;

    private static final String EVIDENCE = """
            evidence:
              k6-summary: perf/k6-summary.json
              vllm-bench: perf/vllm.json
              aiperf: perf/aiperf.json
              aiperf-records: perf/profile_export.jsonl
              otlp-traces: perf/traces.ndjson
              deepeval: evals/deepeval.json
              junit-xml: evals/TEST-chat.xml
              lm-eval: evals/lm-eval.json
              figures-csv: value/pilot.csv
              litellm-prices: cost/litellm.json
              models-dev-prices: cost/models-dev.json
              bom: models/bom.cdx.json
              dbt-run: quality/run_results.json
              dbt-project: quality/manifest.json
              expectations: quality/validation.json
            """;

    private static final String BUDGETS = """
              budgets:
                - { name: k6, evidence: k6-summary, metric: duration, within: 1500 ms, share: 95 % }
                - { name: vllm, evidence: vllm-bench, metric: duration, within: 1500 ms, share: 95 % }
                - { name: aiperf, evidence: aiperf, metric: duration, within: 1500 ms, share: 95 % }
                - { name: records, evidence: aiperf-records, metric: duration, within: 1500 ms, share: 95 % }
                - { name: traces, evidence: otlp-traces, metric: time-to-first-token, within: 1500 ms, share: 95 % }
            """;

    private static final String SUITES = """
              suites:
                - { name: deepeval, evidence: deepeval, passing: 50 % }
                - { name: junit, evidence: junit-xml, passing: 50 % }
                - { name: harness, evidence: lm-eval, score: "handbook/exact_match,strict-match", atLeast: 0.5 }
            """;

    private static final String VALUE_AND_COST = """
            value:
              kpis:
                - { name: chat-solved, direction: up, effect: 20 %, evidence: figures-csv, control: control, treatment: treatment }
            cost:
              budgets:
                - { name: litellm, evidence: aiperf-records, prices: litellm-prices, volume: 1000 requests/month, within: 30 USD/month, model: acme-chat }
                - { name: models-dev, evidence: aiperf-records, prices: models-dev-prices, volume: 1000 requests/month, within: 30 USD/month, model: acme/acme-chat }
            """;

    private static final String MODELS = """
            models:
              - { name: handbook-7b, id: "acme/handbook-7b@5206a32e0bd3067aef1ce90f5528ade7d866253f", licence: Apache-2.0, evidence: bom }
            """;

    private static final String QUALITY = """
            dataQuality:
              datasets:
                - { dataset: handbook, evidence: dbt-run, definitions: dbt-project }
                - { dataset: handbook, evidence: expectations }
            """;

    private static final String ALIASES =
            ", aliases: [{ namespace: dbt, name: acme.docs.handbook }, { namespace: acme-files, name: handbook }], use: retrieval";

    @Override
    ServiceFolder make(Path folder) {
        var service = ServiceFolder.ready(folder)
                .write(ServiceFolder.POLICY, POLICY_TEXT)
                .edit(ServiceFolder.MANIFEST, "evidence:\n  load-test", EVIDENCE + "  load-test")
                .edit(ServiceFolder.MANIFEST, "  budgets:\n", BUDGETS)
                .edit(ServiceFolder.MANIFEST, "  suites:\n", SUITES)
                .edit(ServiceFolder.MANIFEST, text -> text + VALUE_AND_COST + QUALITY)
                .edit(ServiceFolder.MANIFEST, "models:\n", MODELS)
                .edit(ServiceFolder.MANIFEST, ", use: retrieval", ALIASES)
                .write(ServiceFolder.JMETER, EvidenceTexts.jmeter(100, 400))
                .write(ServiceFolder.K6, EvidenceTexts.k6Points(100, 400))
                .write(ServiceFolder.PROMPTFOO, EvidenceTexts.promptfoo(EvidenceTexts.TAKEN.plusSeconds(1), 60, 0))
                .write(ServiceFolder.SARIF, EvidenceTexts.sarif(0, "none") + "\n")
                .write(ServiceFolder.OPENLINEAGE, EvidenceTexts.lineage("COMPLETE") + "\n")
                .write(K6_SUMMARY, EvidenceTexts.k6(1_000, 900))
                .write(VLLM_BENCH, EveryFormatTexts.vllmBench())
                .write(AIPERF, EveryFormatTexts.aiperf())
                .write(AIPERF_RECORDS, EveryFormatTexts.aiperfRecords())
                .write(OTLP_TRACES, EveryFormatTexts.otlpTraces())
                .write(DEEPEVAL, EveryFormatTexts.deepeval())
                .write(JUNIT_XML, EveryFormatTexts.junitXml())
                .write(LM_EVAL, EveryFormatTexts.lmEval())
                .write(FIGURES_CSV, EveryFormatTexts.figuresCsv())
                .write(LITELLM_PRICES, EveryFormatTexts.litellmPrices())
                .write(MODELS_DEV_PRICES, EveryFormatTexts.modelsDevPrices())
                .write(CYCLONEDX, QualityTexts.cyclonedx())
                .write(DBT_RUN_RESULTS, QualityTexts.dbtRunResults())
                .write(DBT_MANIFEST, QualityTexts.dbtManifest())
                .write(GREAT_EXPECTATIONS, QualityTexts.greatExpectations());
        service.git().commit(TestRepository.KIM, "2026-11-17", "Add evidence of every format");
        return service;
    }
}
