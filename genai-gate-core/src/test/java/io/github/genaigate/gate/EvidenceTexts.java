package io.github.genaigate.gate;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Small evidence of every format, as a tool would write it about a service that is ready. */
final class EvidenceTexts {

    static final Instant TAKEN = Instant.parse("2026-11-10T10:00:00Z");

    static final String CODEOWNERS = "* @acme/support-ai\n/prompts/ @acme/support-ai kim@acme.example\n";

    private EvidenceTexts() {}

    /** Requests of one operation, two a second. */
    static String jmeter(int requests, int millis) {
        return jmeter(TAKEN, requests, millis);
    }

    static String jmeter(Instant from, int requests, int millis) {
        return "timeStamp,elapsed,label,responseCode,responseMessage,threadName,success,bytes,Latency\n"
                + IntStream.range(0, requests)
                        .mapToObj(i -> from.plusMillis(500L * i).toEpochMilli() + "," + millis
                                + ",chat,200,OK,Customers 1-1,true,512," + millis / 2 + "\n")
                        .collect(Collectors.joining());
    }

    /** Raw points of k6, ten requests a second. */
    static String k6Points(int requests, int millis) {
        return IntStream.range(0, requests)
                .mapToObj(i -> """
                        {"metric":"http_req_duration","type":"Point","data":{"time":"%s","value":%d,\
                        "tags":{"expected_response":"true","name":"chat"}}}
                        """.formatted(TAKEN.plusMillis(100L * i), millis))
                .collect(Collectors.joining());
    }

    static String k6(int requests, int slowest) {
        return """
                {"root_group": {"name": "chat", "groups": [], "checks": []}, "state": {"testRunDurationMs": 60000.5},
                 "metrics": {
                  "http_reqs": {"type": "counter", "contains": "default", "values": {"count": %1$d, "rate": 6.5}},
                  "http_req_failed": {"type": "rate", "contains": "default",
                    "values": {"rate": 0, "passes": 0, "fails": %1$d}},
                  "http_req_duration": {"type": "trend", "contains": "time",
                    "values": {"min": 41.5, "med": 210, "max": %2$d, "p(90)": 340.25, "p(95)": 395.5}}}}
                """.formatted(requests, slowest);
    }

    static String promptfoo(int passed, int failed) {
        return promptfoo(TAKEN, passed, failed);
    }

    static String promptfoo(Instant at, int passed, int failed) {
        return """
                {"evalId": "eval-acme", "results": {"version": 3, "timestamp": "%s", "results": [
                %s],
                 "stats": {"successes": %d, "failures": %d, "errors": 0}},
                 "config": {"description": "Handbook"}}
                """.formatted(
                        at,
                        IntStream.range(0, passed + failed)
                                .mapToObj(i -> promptfooRow(i, i < passed))
                                .collect(Collectors.joining(",\n")),
                        passed,
                        failed);
    }

    private static String promptfooRow(int number, boolean success) {
        return """
                {"success": %b, "failureReason": %d, "promptId": "p1", "promptIdx": 0, "testIdx": %d,
                 "provider": {"id": "echo"}, "vars": {"question": "Question %3$d?"},
                 "testCase": {"description": "Case %3$d", "vars": {"question": "Question %3$d?"},
                  "assert": [{"type": "contains", "value": "page"}],
                  "metadata": {"category": "grounded"}}}""".formatted(success, success ? 0 : 1, number);
    }

    /** A scan with open issues of a level. */
    static String sarif(int issues, String level) {
        return """
                {"version": "2.1.0", "runs": [{
                  "tool": {"driver": {"name": "SpotBugs", "version": "4.9.8",
                    "rules": [{"id": "SECRET", "shortDescription": {"text": "A secret in the code"}}]}},
                  "invocations": [{"executionSuccessful": true, "endTimeUtc": "%s"}],
                  "results": [%s]}]}
                """.formatted(
                        TAKEN,
                        IntStream.range(0, issues)
                                .mapToObj(i -> """
                                        {"ruleId": "SECRET", "level": "%s", "message": {"text": "A key"}, "locations": [
                                          {"physicalLocation": {"artifactLocation": {"uri": "src/main/App.java"},
                                           "region": {"startLine": %d}}}]}""".formatted(level, i + 1))
                                .collect(Collectors.joining(",\n")));
    }

    /** The events of one run, of which the last has the type given. */
    static String lineage(String end) {
        return event("START", TAKEN.toString())
                + event(end, TAKEN.plusSeconds(90).toString());
    }

    private static String event(String type, String at) {
        return event(1, type, at, "handbook");
    }

    /** An event of a run that reads a dataset. */
    static String event(int run, String type, String at, String dataset) {
        return ("{\"eventType\": \"%s\", \"eventTime\": \"%s\", \"run\":"
                        + " {\"runId\": \"0193489a-0000-7000-8000-00000000000%d\"}, \"job\":"
                        + " {\"namespace\": \"acme\", \"name\": \"index-handbook\"}, \"inputs\":"
                        + " [{\"namespace\": \"acme-docs\", \"name\": \"%s\"}], \"outputs\": [], \"producer\":"
                        + " \"https://acme.example/indexer\", \"schemaURL\":"
                        + " \"https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent\"}\n")
                .formatted(type, at, run, dataset);
    }

    /** One document that is all that the baseline asks for. */
    static String documents() {
        return """
                ---
                owner: "@acme/support-ai"
                reviewed: 2026-11-10
                ---
                # The handbook assistant

                ## Purpose
                It tells customers what the handbook says about the machine that they bought.

                ## Risk class
                Limited risk: people talk to a machine, are told so, and decide nothing of weight by it.

                ## Personal data
                Questions are stored for thirty days without name or address, to see which answers were wrong.

                ## Risks
                A wrong answer about descaling damages a machine, and somebody has to pay for that.

                ## Mitigations
                The service answers from pages alone, quotes them, and refuses where none of them fits.

                ## Intended use
                Questions about machines of the current range, asked in English by those who own one.

                ## Limitations
                It knows neither prices nor stock, reads no pictures, and forgets every earlier question.

                ## Fallback
                Whoever is not content presses one button and talks to an agent during opening hours.

                ## Escalation
                Agents report dangerous advice to the officer on duty, who may switch the chat off at once.

                ## Alerts
                Look first at the provider's status page, then at the log of requests that failed last.

                ## Rollback
                Deploy the tag before this one with the same command, which takes about four minutes.

                ## Rollout
                Ten agents try it in November, all of them in December, customers from January on.

                ## Training
                Every agent spends an hour with the team, learns its limits and how to report one.

                ## User feedback
                Thumbs below each answer are counted weekly, and every comment is read by Lee.

                ## Regression evaluation
                Before any change of prompt or model the whole suite of cases runs again in the pipeline.
                """;
    }

    /** Alert rules that link to that document. */
    static String alerts() {
        return """
                groups:
                  - name: acme-assistant
                    rules:
                      - alert: AnswersAreLate
                        expr: histogram_quantile(0.95, sum by (le) (rate(chat_seconds_bucket[5m]))) > 1.5
                        labels: { severity: critical }
                        annotations: { runbook_url: docs/service.md#alerts }
                      - alert: RequestsFail
                        expr: sum(rate(chat_failed_total[5m])) > 1
                        annotations: { runbook_url: docs/service.md#alerts }
                      - alert: CostGrows
                        expr: sum(increase(chat_cost_usd_total[1d])) > 100
                        annotations: { runbook_url: docs/service.md#rollback }
                """;
    }
}
