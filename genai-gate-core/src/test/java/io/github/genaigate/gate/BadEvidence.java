package io.github.genaigate.gate;

/**
 * A file that a requirement rests on, one of every format that is read. None stands beside another of its shape, which
 * would take its place as another kind.
 *
 * <p>{@code names} matches a message about it, {@code number} is a text with a number in it, and {@code other} the same
 * with the place for another number.
 */
enum BadEvidence {
    JMETER("jmeter-csv", ServiceFolder.JMETER, "latency-budget", "results.jtl|load-test", ",400,", ",%s,"),
    PROMPTFOO(
            "promptfoo",
            ServiceFolder.PROMPTFOO,
            "evaluation",
            "promptfoo.json|evals",
            "\"successes\": 60",
            "\"successes\": %s"),
    CYCLONEDX(
            "cyclonedx",
            EveryFormat.CYCLONEDX,
            "model-inventory",
            "bom.cdx.json|bill of materials|Evidence bom",
            "\"specVersion\": \"1.6\"",
            "\"specVersion\": %s"),
    VLLM_BENCH(
            "vllm-bench",
            EveryFormat.VLLM_BENCH,
            "latency-budget",
            "vllm.json|vllm-bench|Budget vllm",
            "\"p99_e2el_ms\": 900.25",
            "\"p99_e2el_ms\": %s"),
    // a score that is no number does not make an open issue a lesser one
    SARIF(
            "sarif",
            ServiceFolder.SARIF,
            "security-review",
            "spotbugs.sarif|scan|Severity",
            "\"results\": []",
            "\"results\": [{\"ruleId\": \"SECRET\", \"level\": \"error\","
                    + " \"properties\": {\"security-severity\": %s}}]"),
    DBT_RUN_RESULTS(
            "dbt-run-results",
            EveryFormat.DBT_RUN_RESULTS,
            "data-quality",
            "run_results.json|dbt-run|Quality of handbook",
            "\"status\": \"pass\"",
            "\"status\": %s"),
    AIPERF(
            "aiperf",
            EveryFormat.AIPERF,
            "latency-budget",
            "aiperf.json|vidence aiperf |Budget aiperf",
            "\"max\": 904.0",
            "\"max\": %s"),
    OPENLINEAGE(
            "openlineage",
            ServiceFolder.OPENLINEAGE,
            "data-lineage",
            "events.ndjson|lineage",
            "\"outputs\": []",
            "\"outputs\": [%s]"),
    AIPERF_RECORDS(
            "aiperf-records",
            EveryFormat.AIPERF_RECORDS,
            "latency-budget",
            "profile_export.jsonl|aiperf-records|Budget records",
            "\"value\": 500.0",
            "\"value\": %s"),
    DEEPEVAL(
            "deepeval",
            EveryFormat.DEEPEVAL,
            "evaluation",
            "deepeval.json|deepeval|The test run",
            "\"testPassed\": 100",
            "\"testPassed\": %s"),
    OTLP_TRACES(
            "otlp-traces",
            EveryFormat.OTLP_TRACES,
            "latency-budget",
            "traces.ndjson|otlp-traces|Budget traces",
            "\"doubleValue\":0.25",
            "\"doubleValue\":%s"),
    DBT_MANIFEST(
            "dbt-manifest",
            EveryFormat.DBT_MANIFEST,
            "data-quality",
            "manifest.json|dbt-project|Quality of handbook",
            "\"resource_type\": \"test\"",
            "\"resource_type\": %s"),
    LITELLM_PRICES(
            "litellm-prices",
            EveryFormat.LITELLM_PRICES,
            "cost-budget",
            "litellm.json|litellm-prices",
            "\"output_cost_per_token\": 1e-05",
            "\"output_cost_per_token\": %s"),
    K6_SUMMARY(
            "k6-summary",
            EveryFormat.K6_SUMMARY,
            "latency-budget",
            "k6-summary.json|k6-summary|Budget k6",
            "\"max\": 900",
            "\"max\": %s"),
    JUNIT_XML(
            "junit-xml",
            EveryFormat.JUNIT_XML,
            "evaluation",
            "TEST-chat.xml|junit-xml|The suite chat",
            "tests=\"100\"",
            "tests=\"%s\""),
    GREAT_EXPECTATIONS(
            "great-expectations",
            EveryFormat.GREAT_EXPECTATIONS,
            "data-quality",
            "validation.json|expectations|Quality of handbook",
            "\"evaluated_expectations\": 1",
            "\"evaluated_expectations\": %s"),
    CODEOWNERS(
            "codeowners",
            ServiceFolder.CODEOWNERS,
            "owner-assignment",
            "CODEOWNERS|Code owners",
            "* @acme/",
            "* %s@acme/"),
    LM_EVAL(
            "lm-eval",
            EveryFormat.LM_EVAL,
            "evaluation",
            "lm-eval.json|lm-eval|Suite harness",
            "strict-match\": 0.9",
            "strict-match\": %s"),
    MODELS_DEV_PRICES(
            "models-dev-prices",
            EveryFormat.MODELS_DEV_PRICES,
            "cost-budget",
            "models-dev.json|models-dev-prices",
            "\"output\": 10",
            "\"output\": %s"),
    MARKDOWN(
            "markdown",
            ServiceFolder.MARKDOWN,
            "privacy-and-legal",
            "service.md|documents|Document impact-assessment",
            "reviewed: 2026-11-10",
            "reviewed: %s"),
    FIGURES_CSV(
            "figures-csv",
            EveryFormat.FIGURES_CSV,
            "business-value",
            "pilot.csv|figures-csv|KPI chat-solved",
            "1000,900",
            "1000,%s"),
    PROMETHEUS_RULES(
            "prometheus-rules",
            ServiceFolder.ALERTS,
            "operations",
            "alerts.yml|alerts|Alerts",
            "labels: { severity: critical }",
            "labels: %s"),
    K6(
            "k6-json",
            ServiceFolder.K6,
            "latency-budget",
            "k6.json|smoke-test|Budget smoke",
            "\"value\":400",
            "\"value\":%s");

    final String format;
    final String path;
    final String requirement;
    final String names;
    final String number;
    final String other;

    BadEvidence(String format, String path, String requirement, String names, String number, String other) {
        this.format = format;
        this.path = path;
        this.requirement = requirement;
        this.names = names;
        this.number = number;
        this.other = other;
    }

    BadEvidence next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
