package io.github.genaigate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Baseline;
import io.github.genaigate.model.Lookup;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was blessed is read strictly: what is broken, foreign or not ready is nothing to compare with. */
class BlessedTest {

    private static final String DECISION = """
            {
              "schema": "genai-gate/decision/v1",
              "verdict": "READY",
              "service": "support-assistant",
              "subject": { "commit": "365e0db4bf5c", "content": "sha256:00", "dirty": false },
              "evaluatedAt": "2026-11-20T10:00:00Z",
              "findings": [
                {
                  "requirement": "latency-budget",
                  "parts": [
                    {
                      "name": "budget answer",
                      "observations": [
                        { "name": "samples", "value": 2404, "unit": "requests" },
                        { "name": "failures", "value": 12, "unit": "requests" },
                        { "name": "limit", "value": 1500, "unit": "ms" }
                      ]
                    },
                    { "name": "bounds", "observations": [{ "name": "failuresAtMost", "value": 12, "unit": "requests" }] }
                  ]
                }
              ]
            }
            """;

    private static Lookup<Baseline> read(String text) {
        return Blessed.read("governance/baseline.json", text.getBytes(StandardCharsets.UTF_8), "support-assistant");
    }

    @Test
    void holdsWhatWasCounted() {
        var baseline = read(DECISION);

        assertThat(baseline.absence()).isEmpty();
        assertThat(baseline.assurance()).isEqualTo(Assurance.DECLARED);
        assertThat(Known.of(baseline)).hasValueSatisfying(known -> {
            assertThat(known.commit()).contains("365e0db4bf5c");
            assertThat(known.evaluatedAt()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
            assertThat(known.parts())
                    .isEqualTo(Map.of(
                            "latency-budget",
                            Map.of(
                                    "budget answer",
                                    new Baseline.Counted(
                                            2404, 12, Optional.of(new BigDecimal("1500")), BigDecimal.ONE))));
            assertThat(known.part("latency-budget", "budget other")).isEmpty();
            assertThat(known.part("evaluation", "budget answer")).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            READY                      | NOT_READY                | invalid    | is a decision that is not READY, which nobody can bless
            support-assistant          | other-assistant          | foreign    | is a decision about another service
            genai-gate/decision/v1     | genai-gate/plan/v1       | unreadable | is no decision file
            2026-11-20T10:00:00Z       | yesterday                | unreadable | holds a time or counts that cannot be
            "value": 12                | "value": 2405            | unreadable | holds a time or counts that cannot be
            "value": 12                | "value": -1              | unreadable | holds a time or counts that cannot be
            "value": 12                | "value": 1.5             | unreadable | holds a time or counts that cannot be
            "findings": [              | "findings": [[           | unreadable | is not JSON, or not all of it
            "subject"                  | "service": "x", "subject" | unreadable | is not JSON, or not all of it
            """)
    void whatIsNotABaselineIsNothing(String part, String instead, String reason, String message) {
        var why = read(DECISION.replaceFirst(Pattern.quote(part), instead))
                .absence()
                .orElseThrow();

        assertThat(why.reason().word()).isEqualTo(reason);
        assertThat(why.message()).isEqualTo("governance/baseline.json " + message);
        assertThat(why.mend()).isEqualTo("Write it anew with genai-gate:bless, and commit it");
    }

    @Test
    void whatFollowsTheDecisionOrComesBeforeItIsNotPassedOver() {
        assertThat(read(DECISION + "{}").absence().orElseThrow().message())
                .isEqualTo("governance/baseline.json holds more after the end of the decision");
        assertThat(read("").absence().orElseThrow().message())
                .isEqualTo("governance/baseline.json is no decision file");
        assertThat(read("[]").absence().orElseThrow().message())
                .isEqualTo("governance/baseline.json is no decision file");
    }
}
