package io.github.genaigate.cel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What readers make of files, as expressions see it. */
class FactsInExpressionsTest {

    private static final Path SAMPLES = Path.of("../../genai-gate-core/src/test/resources/evidence");

    @TempDir
    Path folder;

    private ServiceUnderRules with(String... samples) throws IOException {
        var service = ServiceUnderRules.in(folder);
        for (String sample : samples) {
            var name = Path.of(sample).getFileName().toString();
            service.file(name, Files.readString(SAMPLES.resolve(sample)));
        }
        return service.manifest("evidence:\n"
                + Arrays.stream(samples)
                        .map(sample -> Path.of(sample))
                        .map(sample -> "  %s: %s\n".formatted(sample.getParent(), sample.getFileName()))
                        .collect(Collectors.joining()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "samples[0].requests > samples[0].errors && samples[0].errors == 1",
                "samples[0].operations['chat'].requests == 3",
                "samples[0].operations.all(name, samples[0].operations[name].errors == 0 || name == 'chat')",
                "samples[0].duration < duration('1m')",
                "issues[0].scans.all(s, s.tool == 'prompt-scanner' && s.version == '1.4.0' && s.complete)",
                "issues.all(i, i.scans.all(s, s.issues.all(x, x.state != 'open' || x.severity in ['info', 'low'])))",
                "issues[0].scans[0].issues.exists(x, x.rule == 'PS001' && x.justification == 'A key of the test system')",
                "issues[0].scans[0].issues.exists(x, x.file == 'prompts/answer.txt' && x.title != '')",
                "lineage[0].runs.exists(r, r.job == 'acme index-handbook' && r.state == 'succeeded')",
                "lineage[0].runs.all(r, r.at > timestamp('2026-11-20T08:00:00Z'))",
                "lineage[0].runs[0].inputs == ['s3://acme-docs handbook'] && size(lineage[0].runs[0].outputs) == 1",
                "figures[0].all.exists(f, f.name == 'handling-time' && f.arm == 'treatment' && f.mean < 9.0)",
                "figures[0].all.exists(f, f.samples == 2) && figures[0].all.all(f, f.samples < 3)"
            })
    void areTold(String expression) throws IOException {
        var part = with(
                        "jmeter-csv/results.jtl",
                        "sarif/prompt-scanner.sarif",
                        "openlineage/handbook.ndjson",
                        "figures-csv/pilot.csv")
                .part(expression);

        assertThat(part.message()).isEqualTo("Rule first holds");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "samples[0].tokens.all(model, samples[0].tokens[model].output.mean > 1.0)",
                "samples[0].tokens.all(model, samples[0].tokens[model].input.sum > 1.0)",
                "samples[0].tokens.all(model, samples[0].tokens[model].input.count < samples[0].requests)"
            })
    void tellTokens(String expression) throws IOException {
        assertThat(with("vllm-bench/detailed.json").part(expression).message()).isEqualTo("Rule first holds");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "documents[0].sections.exists(s, s.words > 3 && !has(s.placeholder)) && size(documents[0].owners) > 0",
                "alerts[0].all.all(a, has(a.runbook)) && alerts[0].all.exists(a, has(a.severity))"
            })
    void tellDocumentsAndAlerts(String expression) throws IOException {
        assertThat(with("markdown/impact-assessment.md", "prometheus-rules/handbook-alerts.yml")
                        .part(expression)
                        .message())
                .isEqualTo("Rule first holds");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    cyclonedx/bom.cdx.json | components[0].all.exists(c, c.type == "model" && c.licences == ["Apache-2.0"] && has(c.digest))
                    cyclonedx/bom.cdx.json | components[0].all.exists(c, c.type == "dataset" && "handbook" in c.names)
                    great-expectations/result.json | ["passed", "failed", "not-run"].all(r, lineage[0].checks.exists(c, c.result == r && size(c.datasets) == 1 && has(c.at)))
                    """)
    void tellComponentsAndChecks(String evidence, String expression) throws IOException {
        assertThat(with(evidence).part(expression).message()).isEqualTo("Rule first holds");
    }

    @Test
    void tellScores() throws IOException {
        assertThat(with("deepeval/run.json")
                        .part("cases[0].all.all(c, c.scores.all(name, c.scores[name] <= 1.0) && !c.cached)")
                        .message())
                .isEqualTo("Rule first holds");
    }

    @Test
    void proveNothingOfAFailedScan() throws IOException {
        var text = Files.readString(SAMPLES.resolve("sarif/prompt-scanner.sarif"))
                .replace("\"executionSuccessful\": true", "\"executionSuccessful\": false");
        var service = with("sarif/prompt-scanner.sarif").file("prompt-scanner.sarif", text);

        assertThat(service.part("issues.all(i, i.scans.all(s, s.complete))").outcome())
                .isEqualTo(Outcome.NOT_MET);
    }
}
