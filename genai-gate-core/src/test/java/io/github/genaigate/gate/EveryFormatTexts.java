package io.github.genaigate.gate;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Small evidence of the formats that {@link EvidenceTexts} leaves out, none of which proves its claim by half of it. */
final class EveryFormatTexts {

    /** One more would be proven by less than all of what is published. */
    private static final int REQUESTS = 100;

    private EveryFormatTexts() {}

    static String vllmBench() {
        return """
                {"date": "20261110-100000", "endpoint_type": "openai-chat", "backend": "openai-chat",
                 "model_id": "acme/handbook-7b", "tokenizer_id": "acme/handbook-7b", "num_prompts": %1$d,
                 "request_rate": "inf", "burstiness": 1.0, "duration": 31.5, "completed": %1$d, "failed": 0,
                 "total_input_tokens": 9600, "total_output_tokens": 3200, "median_e2el_ms": 310.5, "p99_e2el_ms": 900.25}
                """.formatted(REQUESTS);
    }

    static String aiperf() {
        return """
                {"schema_version": "1.1", "aiperf_version": "0.9.0",
                 "request_latency": {"unit": "ms", "avg": 311.5, "p50": 300.0, "min": 102.1, "max": 904.0, "count": %1$d},
                 "request_count": {"unit": "requests", "avg": %1$d.0},
                 "error_request_count": {"unit": "requests", "avg": 0.0},
                 "input_config": {"endpoint": {"model_names": ["acme/handbook-7b"], "type": "chat"}},
                 "was_cancelled": false, "error_summary": []}
                """.formatted(REQUESTS);
    }

    static String aiperfRecords() {
        return lines(i -> """
                {"metadata": {"session_num": %d, "request_start_ns": %d, "benchmark_phase": "profiling",\
                 "worker": "chat", "was_cancelled": false}, "metrics": {"request_latency": {"value": 500.0, "unit": "ms"},\
                 "input_sequence_length": {"value": %d, "unit": "tokens"},\
                 "output_sequence_length": {"value": %d, "unit": "tokens"}}, "error": null}
                """.formatted(i, nanos(i), 100 + i % 7, 20 + i % 5));
    }

    static String otlpTraces() {
        return lines(i -> """
                {"resourceSpans":[{"resource":{"attributes":[]},"scopeSpans":[{"scope":{"name":"openai"},"spans":[\
                {"traceId":"5b8efff798038103d269b633813fc60c","spanId":"%016x","parentSpanId":"","name":"chat gpt-4o",\
                "kind":3,"startTimeUnixNano":"%d","endTimeUnixNano":"%d","attributes":[\
                {"key":"gen_ai.operation.name","value":{"stringValue":"chat"}},\
                {"key":"gen_ai.request.model","value":{"stringValue":"gpt-4o"}},\
                {"key":"gen_ai.response.time_to_first_chunk","value":{"doubleValue":0.25}}],"status":{}}]}]}]}
                """.formatted(i + 1, nanos(i), nanos(i) + 700_000_000L));
    }

    private static long nanos(int request) {
        return EvidenceTexts.TAKEN.plusMillis(500L * request).toEpochMilli() * 1_000_000;
    }

    static String deepeval() {
        return """
                {"testRunData": {"testFile": "test_chat.py", "testCases": [
                %s],
                 "conversationalTestCases": [], "metricsScores": [], "testPassed": %d, "testFailed": 0, "runDuration": 5.5}}
                """.formatted(
                IntStream.range(0, REQUESTS).mapToObj(i -> """
                                        {"name": "test_%d", "input": "Question %1$d?", "success": true, "metricsData": [
                                          {"name": "Faithfulness", "threshold": 0.7, "success": true, "score": 0.9}]}""".formatted(i)).collect(Collectors.joining(",\n")),
                REQUESTS);
    }

    static String junitXml() {
        return """
                <?xml version="1.0" encoding="utf-8"?>
                <testsuites name="pytest tests">
                <testsuite name="chat" errors="0" failures="0" skipped="0" tests="%d" time="2.5" timestamp="%s">
                %s</testsuite>
                </testsuites>
                """.formatted(
                        REQUESTS,
                        EvidenceTexts.TAKEN,
                        lines(i -> "<testcase classname=\"tests.test_chat\" name=\"test_answer[" + i
                                + "]\" time=\"1.0\" />\n"));
    }

    static String lmEval() {
        return """
                {"results": {"handbook": {"alias": "handbook", "sample_len": 200,
                   "exact_match,strict-match": 0.9, "exact_match_stderr,strict-match": 0.02126643615025008}},
                 "group_subtasks": {}, "versions": {"handbook": 1.0},
                 "higher_is_better": {"handbook": {"exact_match": true}},
                 "n-samples": {"handbook": {"original": 200, "effective": 200}},
                 "config": {"model": "local-chat-completions", "limit": null},
                 "date": %d.5, "lm_eval_version": "0.4.13", "model_name": "acme-7b"}
                """.formatted(EvidenceTexts.TAKEN.getEpochSecond());
    }

    static String figuresCsv() {
        return "figure,arm,trials,successes\nchat-solved,control,1000,500\nchat-solved,treatment,1000,900\n";
    }

    static String litellmPrices() {
        return """
                {"acme-chat": {"litellm_provider": "acme", "mode": "chat", "max_input_tokens": 1000000,
                  "input_cost_per_token": 2.5e-06, "output_cost_per_token": 1e-05}}
                """;
    }

    static String modelsDevPrices() {
        return """
                {"acme": {"id": "acme", "env": ["ACME_API_KEY"], "npm": "@ai-sdk/openai-compatible", "name": "Acme",
                  "models": {"acme-chat": {"id": "acme-chat", "name": "Acme Chat", "release_date": "2026-08-01",
                    "cost": {"input": 2.5, "output": 10}, "limit": {"context": 1000000, "output": 16384}}}}}
                """;
    }

    private static String lines(IntFunction<String> line) {
        return IntStream.range(0, REQUESTS).mapToObj(line).collect(Collectors.joining());
    }
}
