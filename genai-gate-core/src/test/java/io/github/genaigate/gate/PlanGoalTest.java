package io.github.genaigate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Foresight;
import io.github.genaigate.model.Share;
import io.github.genaigate.report.PlanReport;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What will have to be measured is told before it is measured, in a table and as JSON. */
class PlanGoalTest {

    @TempDir
    Path folder;

    private ServiceFolder service;

    @BeforeEach
    void make() {
        service = ServiceFolder.ready(folder);
    }

    private Foresight plan() {
        return ServiceFolder.GATE.plan(service.request(), share("50 %"), share("80 %"));
    }

    private static Share share(String text) {
        return Share.parse(text).value().orElseThrow();
    }

    @Test
    void aTable() {
        assertThat(PlanReport.lines(plan()))
                .containsExactly(
                        "What support-assistant will have to measure for production",
                        "at the least: if nothing fails; likely: enough with probability 80 % if 50 % of the failures that are"
                                + " allowed occur, each sample by itself",
                        "",
                        "  requirement     claim                             demanded  confidence  at the least   likely         time",
                        "  capacity        peak 2 requests/s of load-test    99 %      95 %        299 requests   2185 requests  1093 s",
                        "  capacity        peak 10 requests/s of smoke-test  99 %      95 %        299 requests   2185 requests  219 s",
                        "  evaluation      suite groundedness                90 %      95 %        50 cases       203 cases      -",
                        "  latency-budget  budget answer                     95 %      95 %        1000 requests  1000 requests  1 min",
                        "  latency-budget  budget smoke                      95 %      95 %        1000 requests  1000 requests  100 s",
                        "  out-of-scope    suite groundedness                90 %      95 %        29 cases       203 cases      -",
                        "",
                        "nothing to sample, or nothing claimed yet: adoption, business-value, cost-budget,"
                                + " data-lineage, data-quality, feedback-loop, governance-sign-off, human-oversight,"
                                + " model-inventory, operations, operations-runbook, owner-assignment, privacy-and-legal,"
                                + " security-review,"
                                + " transparency");
    }

    @Test
    void noEvidenceIsOpened() {
        var before = PlanReport.lines(plan());
        service.delete("perf").delete("evals").delete("scans").delete("lineage");

        assertThat(PlanReport.lines(plan())).isEqualTo(before);
    }

    @Test
    void withACorrectionEveryClaimTakesMore() {
        var alone = plan();
        service.edit(ServiceFolder.POLICY, "skip: forbidden", "simultaneous: { correction: holm }\nskip: forbidden");
        var together = plan();

        assertThat(together.lines()).hasSameSizeAs(alone.lines()).isNotEmpty();
        for (int i = 0; i < alone.lines().size(); i++) {
            assertThat(together.lines().get(i).effort().least().orElseThrow())
                    .isGreaterThanOrEqualTo(
                            alone.lines().get(i).effort().least().orElseThrow());
        }
        assertThat(together.lines().get(0).effort().confidence()).isGreaterThan(share("95 %"));
    }

    @Test
    void whatCannotBeReadIsToldAndNothingIsPlanned() {
        service.edit(ServiceFolder.MANIFEST, "kind: Readiness", "kind: Readyness");

        assertThat(PlanReport.lines(plan()))
                .containsExactly(
                        "1 problem in the input, so nothing was planned",
                        "  x genai-gate.yaml:2:7: kind is \"Readyness\": only Readiness is known",
                        "      next: Did you mean Readiness?");
    }

    @Test
    void asJson() throws IOException {
        var text = new StringBuilder();
        PlanReport.json(plan(), text);

        assertThat(text.toString()).startsWith("""
                        {
                          "schema": "genai-gate/plan/v1",
                          "service": "support-assistant",
                          "stage": "production",
                          "failing": 50,
                          "probability": 80,
                          "claims": [
                            {
                              "requirement": "capacity",
                              "level": "block",
                        """).contains("""
                            {
                              "requirement": "evaluation",
                              "level": "block",
                              "claim": "suite groundedness",
                              "sample": "case",
                              "demanded": 90,
                              "assumed": 95,
                              "confidence": 95,
                              "atLeast": 50,
                              "likely": 203,
                              "seconds": null,
                              "place": {
                                "file": "genai-gate.yaml",
                                "line": 30,
                                "column": 7
                              }
                            },
                        """).endsWith("""
                            "transparency"
                          ],
                          "problems": []
                        }
                        """);
    }
}
