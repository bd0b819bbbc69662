package io.github.genaigate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.input.PublishedSchema;
import io.github.genaigate.report.ComparisonReport;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A candidate beside the policy held, as machines read it. */
@ExtendWith(ReadyService.class)
class CompareTest {

    private static final String NAME = "compare-policies.schema.json";
    private static final String CANDIDATE = "candidate.yaml";

    private final ServiceFolder service;

    CompareTest(ServiceFolder service) {
        this.service = service;
    }

    private String json(String candidate) throws IOException {
        service.write(CANDIDATE, candidate);
        var json = new StringBuilder();
        ComparisonReport.json(
                ServiceFolder.GATE.compare(
                        service.request(), List.of(service.path(CANDIDATE).toString())),
                json);
        return json.toString();
    }

    private static String stricter() {
        return ServiceFolder.POLICY_TEXT.replace("minimumCases: 50", "minimumCases: 60");
    }

    /** A policy that writes what has come to hold is the same, and one that changes something to come is not. */
    @Test
    void comparesFromTodayOn() throws IOException {
        var changed = "latency-budget: { maxAge: 40 d, changes: [{ effectiveFrom: DAY, maxAge: 30 d }], binding";
        var text = ServiceFolder.POLICY_TEXT;

        assertThat(json(text.replace("latency-budget: { maxAge: 30 d, binding", changed.replace("DAY", "2026-11-22"))))
                .contains("\"relation\": \"equal\"");
        assertThat(json(text.replace("latency-budget: { maxAge: 30 d, binding", changed.replace("DAY", "2026-11-23"))))
                .contains("\"relation\": \"looser\"");
    }

    @Test
    void tellsAnAcceptedCandidate() throws IOException {
        assertThat(json(stricter()).replaceAll("[0-9a-f]{64}", "DIGEST")).isEqualTo("""
                {
                  "schema": "genai-gate/comparison/v1",
                  "held": {
                    "name": "acme-genai",
                    "version": "3.2.0",
                    "digest": "DIGEST"
                  },
                  "candidate": {
                    "name": "acme-genai",
                    "version": "3.2.0",
                    "digest": "DIGEST"
                  },
                  "relation": "stricter",
                  "differences": [
                    {
                      "name": "evaluation.suites",
                      "relation": "stricter",
                      "held": "[{ name: groundedness, passing: 90 %, minimumCases: 50 }]",
                      "heldBy": {
                        "layer": "acme-genai 3.2.0",
                        "place": {
                          "file": "acme-policy.yaml",
                          "line": 8,
                          "column": 31
                        }
                      },
                      "candidate": "[{ name: groundedness, passing: 90 %, minimumCases: 60 }]",
                      "candidateBy": {
                        "layer": "acme-genai 3.2.0",
                        "place": {
                          "file": "candidate.yaml",
                          "line": 8,
                          "column": 31
                        }
                      }
                    }
                  ],
                  "problems": []
                }
                """);
    }

    @Test
    void isAsTheSchemaSays() throws IOException {
        var same = json(ServiceFolder.POLICY_TEXT);
        var looser = json(
                ServiceFolder.POLICY_TEXT.replace("scans: [{ kind: code, tools: [SpotBugs] }]", "confidence: 99 %"));

        assertThat(same).contains("\"relation\": \"equal\"", "\"differences\": []");
        assertThat(looser).contains("\"relation\": \"neither\"", "\"candidate\": null", "\"candidateBy\": null");
        assertThat(PublishedSchema.complaints(NAME, same)).isEmpty();
        assertThat(PublishedSchema.complaints(NAME, looser)).isEmpty();
        assertThat(PublishedSchema.complaints(NAME, json(stricter()))).isEmpty();
        assertThat(PublishedSchema.complaints(NAME, json(stricter()).replace("\"stricter\"", "\"strict\"")))
                .isNotEmpty();
        assertThat(PublishedSchema.complaints(NAME, same.replace("\"differences\"", "\"surplus\": 1, \"differences\"")))
                .isNotEmpty();
    }

    @Test
    void saysNothingOfAPolicyThatCannotBeUsed() throws IOException {
        var json = json(ServiceFolder.POLICY_TEXT + "skipp: forbidden\n");

        assertThat(json).contains("\"relation\": null", "Did you mean skip?");
        assertThat(PublishedSchema.complaints(NAME, json)).isEmpty();
    }
}
