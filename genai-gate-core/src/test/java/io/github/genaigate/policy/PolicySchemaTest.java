package io.github.genaigate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.genaigate.criterion.Criterion;
import io.github.genaigate.input.Converter;
import io.github.genaigate.input.SchemaCheck;
import io.github.genaigate.model.Catalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the schema that editors use to what the loader accepts. */
class PolicySchemaTest {

    private static final Catalogue CATALOGUE = Catalogue.of(ServiceLoader.load(Criterion.class).stream()
            .map(provider -> provider.get().about())
            .toList());

    private static final String DOCUMENT = PolicyShape.schema(CATALOGUE).document("genai-gate policy");
    private static final SchemaCheck SCHEMA = new SchemaCheck(DOCUMENT);

    private static final String POLICY = """
            apiVersion: genai-gate/v1
            kind: Policy
            name: acme-genai
            version: 3.2.0
            extends: ["builtin:baseline"]
            requirements:
              latency-budget:
                levels: { pilot: warn, production: block }
                confidence: 95 %
                assurance: measured
                maxAge: 30 d
                ceilings: [{ metric: time-to-first-token, within: 2 s, share: 95 % }]
              jailbreak-resistance:
                criterion: evaluation
                levels: { production: block }
                effectiveFrom: 2027-01-15
                suites: [{ name: jailbreak, passing: 99 % }]
            roles:
              risk: { signers: [risk@acme.example], mustNotBeAuthor: true }
            waivers: { maxDuration: 30 d, maxOpen: 2, approvers: [risk] }
            skip: forbidden
            """;

    @TempDir
    Path folder;

    @Test
    void is_shipped_as_generated() throws IOException {
        assertThat(SchemaCheck.shipped("policy.schema.json", DOCUMENT))
                .as("renew it with -Dgenai-gate.golden=write and review the change")
                .isEqualTo(DOCUMENT);
    }

    @Test
    void accepts_the_baseline_and_the_example() throws IOException {
        assertAccepted(LayerSource.baseline().bytes());
        var example = Path.of("../examples/org-policy/src/main/resources/META-INF/genai-gate/policy.yaml");
        assumeTrue(Files.exists(example), "the examples lie beside the module");
        assertAccepted(Files.readAllBytes(example));
    }

    private static void assertAccepted(byte[] bytes) {
        var root = new Converter().read("policy.yaml", bytes).orElseThrow();

        assertThat(SCHEMA.acceptsAsText(root)).isTrue();
        assertThat(SCHEMA.acceptsAsTyped(root)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind: Policy|kind: Policy",
                "kind: Policy|kind: Readiness",
                "name: acme-genai|nmae: acme-genai",
                "version: 3.2.0|version: 3",
                "version: 3.2.0|version: null",
                "version: 3.2.0|version: []",
                "skip: forbidden|skip: sometimes",
                "skip: forbidden|skip: allowed",
                "skip: forbidden|skipp: forbidden",
                "skip: forbidden|stage: adjustable",
                "skip: forbidden|asOf: { maxDifference: 48 h }",
                "skip: forbidden|asOf: {}",
                "skip: forbidden|content: { atLeast: [prompts/**] }",
                "skip: forbidden|content: { atLeast: [../x] }",
                "confidence: 95 %|confidence: 95",
                "confidence: 95 %|confidence: 101 %",
                "confidence: 95 %|confidence: high",
                "assurance: measured|assurance: mesured",
                "maxAge: 30 d|maxAge: 30",
                "maxAge: 30 d|maxAge: [30 d]",
                "levels: { pilot: warn|levels: { pilot: fatal",
                "levels: { production: block }|levels: {}",
                "effectiveFrom: 2027-01-15|effectiveFrom: 2027-1-15",
                "effectiveFrom: 2027-01-15|effectiveFrom: soon",
                "effectiveFrom: 2027-01-15|waivable: false",
                "effectiveFrom: 2027-01-15|waivable: no",
                "effectiveFrom: 2027-01-15|why: It went wrong.",
                "effectiveFrom: 2027-01-15|why: [It went wrong., It will again.]",
                "effectiveFrom: 2027-01-15|why: []",
                "effectiveFrom: 2027-01-15|why: {}",
                "effectiveFrom: 2027-01-15|references: { owasp-llm: [LLM01], x-acme: [4.2] }",
                "effectiveFrom: 2027-01-15|references: { owasp: [LLM01] }",
                "effectiveFrom: 2027-01-15|references: { x-: [4.2] }",
                "effectiveFrom: 2027-01-15|references: { owasp-llm: LLM01 }",
                "name: jailbreak, passing: 99 %|passing: 99 %",
                "metric: time-to-first-token|metric: speed",
                "mustNotBeAuthor: true|mustNotBeAuthor: 1",
                "maxOpen: 2|maxOpen: -2",
                "approvers: [risk]|approvers: []",
                "extends: [\"builtin:baseline\"]|extends: []",
            })
    void accepts_what_the_loader_accepts(String change) throws IOException {
        var parts = change.split("\\|");
        assertThat(POLICY).contains(parts[0]);

        assertAgreement(POLICY.replace(parts[0], parts[1]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "x", "", "{ evaluation: }", "{ evaluation: {} }", "{ evaluation: [] }"})
    void agrees_on_what_may_be_empty(String requirements) throws IOException {
        assertAgreement("apiVersion: genai-gate/v1\nkind: Policy\nname: acme-genai\nversion: 1\nstages: [poc]\n"
                + "requirements: " + requirements + "\n");
    }

    private void assertAgreement(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("policy.yaml"), text);
        Path judged = Files.createDirectories(folder.resolve("judged"));

        var loaded = new PolicyLoader(CATALOGUE, new Tree(judged.toRealPath(), judged.toRealPath()))
                .load(folder, List.of(file.toString()));
        var root = new Converter()
                .read("policy.yaml", text.getBytes(StandardCharsets.UTF_8))
                .orElseThrow();

        assertThat(SCHEMA.acceptsAsText(root))
                .as("%s: loader says %s", text, loaded.problems())
                .isEqualTo(loaded.value().isPresent());
        assertThat(loaded.value().isPresent() && !SCHEMA.acceptsAsTyped(root)).isFalse();
    }
}
