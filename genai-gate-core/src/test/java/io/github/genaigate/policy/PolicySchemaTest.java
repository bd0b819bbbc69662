package io.github.genaigate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.genaigate.criterion.Criterion;
import io.github.genaigate.input.Converter;
import io.github.genaigate.input.JsonSchema;
import io.github.genaigate.input.Node;
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

    private static final Path SHIPPED = Path.of("src/main/resources/io/github/genaigate/schema/policy.schema.json");

    private static final Catalogue CATALOGUE = Catalogue.of(ServiceLoader.load(Criterion.class).stream()
            .map(provider -> provider.get().about())
            .toList());

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(JsonSchema.document("A policy", PolicyShape.group(CATALOGUE)));

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
        var generated = JsonSchema.document("genai-gate policy", PolicyShape.group(CATALOGUE));
        if ("write".equals(System.getProperty("genai-gate.golden"))) {
            Files.writeString(SHIPPED, generated);
        }

        assertThat(Files.readString(SHIPPED))
                .as("renew it with -Dgenai-gate.golden=write and review the change")
                .isEqualTo(generated);
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
        var text = POLICY.replace(parts[0], parts[1]);
        Path file = Files.writeString(folder.resolve("policy.yaml"), text);
        Path judged = Files.createDirectories(folder.resolve("judged"));

        var loaded = new PolicyLoader(CATALOGUE, judged.toRealPath()).load(folder, List.of(file.toString()));
        var node = new Converter().read("policy.yaml", text.getBytes(StandardCharsets.UTF_8));

        assertThat(SCHEMA.validate(json(node.orElseThrow())).isEmpty())
                .as("%s: loader says %s", change, loaded.problems())
                .isEqualTo(loaded.value().isPresent());
    }

    /** As the loader sees it: every scalar a text, and nothing where nothing is written. */
    private static JsonNode json(Node node) {
        var nodes = JsonNodeFactory.instance;
        if (node instanceof Node.Scalar scalar) {
            return scalar.isNull() ? nodes.nullNode() : nodes.textNode(scalar.text());
        }
        if (node instanceof Node.Items items) {
            var array = nodes.arrayNode();
            items.nodes().forEach(item -> array.add(json(item)));
            return array;
        }
        var object = nodes.objectNode();
        ((Node.Members) node).members().forEach(member -> object.set(member.name(), json(member.value())));
        return object;
    }
}
