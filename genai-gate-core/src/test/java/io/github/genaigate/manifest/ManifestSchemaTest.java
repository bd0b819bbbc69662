package io.github.genaigate.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.genaigate.input.Converter;
import io.github.genaigate.input.JsonSchema;
import io.github.genaigate.input.Loaded;
import io.github.genaigate.input.SchemaCheck;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the schema that editors use to what the loader accepts. */
class ManifestSchemaTest {

    /**
     * The rules that a schema cannot express, by how the loader words them. Beside them stand those of YAML itself: what
     * {@link Converter#read} refuses, such as a key written twice, an anchor or a tag, is no longer seen in the values.
     */
    private static final List<String> BEYOND_SCHEMAS = List.of(
            "No evidence is named .*",
            ".*: there is no such day",
            ".*: a duration is at most 106751 d",
            ".*: a duration is not finer than a nanosecond");

    private static final ManifestShape SHAPE = new ManifestShape(Manifests.catalogue(), Manifests.FORMATS);
    private static final ManifestLoader LOADER = new ManifestLoader(Manifests.catalogue(), Manifests.FORMATS);
    private static final SchemaCheck SCHEMA =
            new SchemaCheck(JsonSchema.of(SHAPE.group()).document("A manifest"));

    @Test
    void isShippedAsGenerated() throws IOException {
        var shape = new ManifestShape(Manifests.builtIn(), Manifests.formats());
        var generated = JsonSchema.of(shape.group()).document("genai-gate manifest");

        assertThat(SchemaCheck.shipped("manifest.schema.json", generated))
                .as("renew it with -Dgenai-gate.golden=write and review the change")
                .isEqualTo(generated);
    }

    @ParameterizedTest
    @ValueSource(strings = {"support-assistant", "stalled-poc", "python-rag"})
    void acceptsTheExamples(String example) throws IOException {
        var file = Path.of("../examples", example, "genai-gate.yaml");
        assumeTrue(Files.exists(file), "the examples lie beside the module");
        var shape = new ManifestShape(Manifests.builtIn(), Manifests.formats());
        var schema = new SchemaCheck(JsonSchema.of(shape.group()).document("A manifest"));
        var root = new Converter().read("a.yaml", Files.readAllBytes(file)).orElseThrow();

        assertThat(schema.acceptsAsText(root)).isTrue();
        assertThat(schema.acceptsAsTyped(root)).isTrue();
        assertThat(new ManifestLoader(Manifests.builtIn(), Manifests.formats())
                        .load("a.yaml", Files.readAllBytes(file))
                        .problems())
                .isEmpty();
    }

    static Stream<String> changes() {
        return Stream.of(
                "kind: Readiness|kind: Policy",
                "genai-gate/v1|genai-gate/v2",
                "genai-gate/v1|1",
                "owners:|cost:",
                "owners:|owner:",
                "  name: support-assistant|  nmae: x",
                "name: support-assistant|name:",
                "name: support-assistant|name: no",
                "name: support-assistant|name: 1.50",
                "name: support-assistant|name: true",
                "name: support-assistant|name: 'a b'",
                "name: support-assistant|name: []",
                "name: support-assistant|name: {}",
                "name: support-assistant|name: ''",
                "name: support-assistant|name: ' '",
                "name: support-assistant|name: \"a\\nb\"",
                "name: support-assistant|name: \"a\\u2028b\"",
                "name: support-assistant|name: " + "x".repeat(200),
                "name: support-assistant|name: " + "x".repeat(201),
                "name: support-assistant|name: " + "😀".repeat(200),
                "summary: Answers|summary: " + "x ".repeat(3_000),
                "stage: production|stage: 1:30",
                "stage: production|stage: ~",
                "content: [src/main/**, prompts/**, config/model.yaml]|content: []",
                "content: [src/main/**, prompts/**, config/model.yaml]|content: src/**",
                "content: [src/main/**, prompts/**, config/model.yaml]|content: {a: b}",
                "content: [src/main/**, prompts/**, config/model.yaml]|content: [~]",
                "content: [src/main/**, prompts/**, config/model.yaml]|content: [[a]]",
                "content: [src/main/**, prompts/**, config/model.yaml]|content: [2]",
                "content: [src/main/**, prompts/**, config/model.yaml]|content: ['**']",
                "src/main/**|../x",
                "src/main/**|a/../x",
                "src/main/**|./x",
                "src/main/**|a/./x",
                "src/main/**|/x",
                "src/main/**|'C:/x'",
                "src/main/**|'a\\b'",
                "src/main/**|a//b",
                "src/main/**|a/",
                "src/main/**|a/**.java",
                "src/main/**|a**",
                "src/main/**|...",
                "src/main/**|a..b",
                "src/main/**|\"a\\tb\"",
                "src/main/**|" + "a".repeat(1_001),
                "src/main/**|' '",
                "\"@acme/support-ai\"|acme",
                "\"@acme/support-ai\"|'@'",
                "\"@acme/support-ai\"|'@@developers'",
                "\"@acme/support-ai\"|'a@b@c'",
                "\"@acme/support-ai\"|'a b@c'",
                "role: accountable,|role: ,",
                "role: accountable,|",
                "role: accountable,|role: accountable, x: y,",
                "licence: proprietary|licence: []",
                "  load-test:|  load test:",
                "  load-test:|  ä:",
                "  load-test:|  '':",
                "  load-test:|  " + "x".repeat(64) + ":",
                "  load-test:|  " + "x".repeat(65) + ":",
                "evidence: load-test,|evidence: other,",
                "evidence: load-test,|evidence: '',",
                "evidence: load-test,|evidence: [load-test],",
                "format: jmeter-csv|format: csv",
                "format: jmeter-csv|format: ''",
                "    path: perf/results-*.jtl\n|",
                "    path: perf/results-*.jtl|    path: []",
                "evals: evals/promptfoo.json|evals:",
                "evals: evals/promptfoo.json|evals: []",
                "evals: evals/promptfoo.json|evals: {}",
                "evals: evals/promptfoo.json|evals: 2",
                "evals: evals/promptfoo.json|evals: {path: a, x: b}",
                "evals: evals/promptfoo.json|evals: {path: a}",
                "strict: true|strict: false",
                "strict: true|strict: yes",
                "strict: true|strict: True",
                "strict: true|strict: 'true'",
                "metric: duration|metric: Duration",
                "metric: duration|metric: time-to-first-token",
                "1500 ms|1500",
                "1500 ms|1500ms",
                "1500 ms|1.5 s",
                "1500 ms|-1 s",
                "1500 ms|999999 d",
                "1500 ms|0.00001 us",
                "95 %|0.95",
                "95 %|95%",
                "95 %|100.0 %",
                "95 %|100.1 %",
                "95 %|101 %",
                "95 %|095 %",
                "95 %|195 %",
                "minimum: 59|minimum: 0",
                "minimum: 59|minimum: 010",
                "minimum: 59|minimum: -1",
                "minimum: 59|minimum: 1_000",
                "minimum: 59|minimum: 1.0",
                "minimum: 59|minimum: .inf",
                "minimum: 59|minimum: 999999999",
                "minimum: 59|minimum: 1000000000",
                "select: { category: grounded }|select: {}",
                "select: { category: grounded }|select: { '': x }",
                "select: { category: grounded }|select: { a: [] }",
                "acme-tone:|acme-tome:",
                "{ words: [please, thanks] }|{}",
                "{ words: [please, thanks] }|{ words: please }",
                "expires: 2026-12-15|expires: 2026-02-30",
                "expires: 2026-12-15|expires: 2026-2-3",
                "expires: 2026-12-15|expires: 15.12.2026",
                "expires: 2026-12-15|expires: 2026",
                "    ticket: ACME-7\n|",
                "ticket: ACME-7|ticket: 7",
                "record: governance/risk.yaml|record: /etc/passwd",
                "  - { role: risk, record: governance/risk.yaml }|  []",
                "  name: support-assistant|  name: a\n  name: b",
                "role: accountable|role: &x accountable");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void agreesWithTheLoader(String change) {
        int bar = change.indexOf('|');
        var from = change.substring(0, bar);
        assertThat(Manifests.VALID).contains(from);

        assertAgreement(Manifests.VALID.replace(from, change.substring(bar + 1)).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void agreesWithTheLoaderOnWholeDocuments() {
        for (String text : List.of(Manifests.VALID, "{}", "[]", "a", "a: b", "[{}]")) {
            assertAgreement(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void agreesWithTheLoaderOnAccidents() {
        var mutation = new Mutation(new Random(12));
        int compared = 0;
        for (int i = 0; i < 3_000; i++) {
            compared += assertAgreement(mutation.of(Manifests.VALID)) ? 1 : 0;
        }
        assertThat(compared).isGreaterThan(1_000);
    }

    /** @return whether there was something to compare: documents that are no YAML have no values for a schema */
    private static boolean assertAgreement(byte[] bytes) {
        var reader = new Converter();
        var root = reader.read("a.yaml", bytes);
        var loaded = LOADER.load("a.yaml", bytes);
        if (root.isEmpty() || !reader.problems().isEmpty() || isBeyondSchemas(loaded)) {
            assertThat(loaded.problems()).isNotEmpty();
            return false;
        }
        assertThat(loaded.value().isPresent())
                .as(() -> new String(bytes, StandardCharsets.UTF_8) + loaded.problems())
                .isEqualTo(SCHEMA.acceptsAsText(root.get()));
        assertThat(loaded.problems().isEmpty() && !SCHEMA.acceptsAsTyped(root.get()))
                .as(() -> "refused as editors see it: " + new String(bytes, StandardCharsets.UTF_8))
                .isFalse();
        return true;
    }

    private static boolean isBeyondSchemas(Loaded<?> loaded) {
        return !loaded.problems().isEmpty()
                && loaded.problems().stream()
                        .allMatch(problem -> BEYOND_SCHEMAS.stream().anyMatch(problem.what()::matches));
    }
}
