package io.github.genaigate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.policy.Policy;
import io.github.genaigate.policy.PolicyLoader;
import io.github.genaigate.policy.Tree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The policy that comes with the gate, asked for by name beside another: it grants no freedom, and then nobody does. */
class NamedBaselineTest {

    @TempDir
    Path folder;

    private Policy.Rules rules(String... names) throws Exception {
        Files.writeString(folder.resolve("free.yaml"), """
                apiVersion: genai-gate/v1
                kind: Policy
                name: free
                version: 1.0.0
                extends: ["builtin:baseline"]
                requirements: {}
                roles:
                  chief: { signers: [chief@acme.example], mustNotBeAuthor: false }
                waivers: { maxDuration: 30 d, approvers: [chief] }
                stage: adjustable
                asOf: { maxDifference: 72 h }
                """);
        var tree = Files.createDirectories(folder.resolve("judged")).toRealPath();
        var loaded = new PolicyLoader(ServiceFolder.GATE.catalogue(), new Tree(tree, tree))
                .load(folder.toRealPath(), List.of(names));
        return loaded.value()
                .orElseThrow(() -> new AssertionError(loaded.problems()))
                .rules();
    }

    private static void assertFree(Policy.Rules rules, boolean free) {
        assertThat(rules.waivers().isPresent()).as("waivers").isEqualTo(free);
        assertThat(rules.stageAdjustable()).as("stage").isEqualTo(free);
        assertThat(rules.maxDifference())
                .as("asOf")
                .isEqualTo(free ? Optional.of(Duration.ofHours(72)) : Optional.empty());
        assertThat(rules.roles().get("chief").mustNotBeAuthor()).as("four eyes").isEqualTo(!free);
    }

    @Test
    void whereItIsExtendedItLeavesTheGrantingToTheLayerBelow() throws Exception {
        assertFree(rules("free.yaml"), true);
    }

    @Test
    void besideAnotherItTakesEveryFreedomBack() throws Exception {
        assertFree(rules("builtin:baseline", "free.yaml"), false);
        assertFree(rules("free.yaml", "builtin:baseline"), false);
    }
}
