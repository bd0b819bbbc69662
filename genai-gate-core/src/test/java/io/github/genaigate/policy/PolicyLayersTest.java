package io.github.genaigate.policy;

import static io.github.genaigate.policy.Desk.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.CommonSettings;
import io.github.genaigate.model.Share;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where layers come from, and how those that stand side by side are joined. */
class PolicyLayersTest {

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void desk() throws IOException {
        desk = new Desk(folder).write("org.yaml", ORG);
    }

    @Test
    void siblings_are_joined_and_not_compared() throws IOException {
        desk.write("a.yaml", ORG.replace("name: org", "name: a").replace("most: 5", "most: 3"));
        desk.write("b.yaml", ORG.replace("name: org", "name: b").replace("within: 2 s", "within: 1 s"));

        var sample = desk.policy("a.yaml", "b.yaml").requirements().get("sample");

        assertThat(sample.settings().find(Desk.MOST)).contains(3);
        assertThat(sample.settings().find(Desk.WITHIN)).contains(Duration.ofSeconds(1));
    }

    @Test
    void siblings_that_nothing_satisfies_are_refused() throws IOException {
        desk.write("a.yaml", ORG.replace("name: org", "name: a").replace("[x, y, z]", "[q]"));

        assertThat(desk.problems("org.yaml", "a.yaml"))
                .containsExactly(
                        "a.yaml:14:5: sample.allowed is [q] here and [x, y, z] in org 1.0.0 (org.yaml:14:5), and nothing"
                                + " satisfies both (only what all allow is allowed);"
                                + " Change one of the two, or leave the line out to inherit");
    }

    @Test
    void a_sibling_that_is_silent_on_the_confidence_keeps_the_usual_one() throws IOException {
        desk.write("lax.yaml", ORG.replace("name: org", "name: lax").replace("95 %", "80 %"));
        desk.write("silent.yaml", ORG.replace("name: org", "name: silent").replace("    confidence: 95 %\n", ""));

        var sample = desk.policy("lax.yaml", "silent.yaml").requirements().get("sample");

        assertThat(sample.settings().get(CommonSettings.CONFIDENCE)).isEqualTo(share("95 %"));
    }

    @Test
    void a_layer_met_twice_counts_once() throws IOException {
        desk.write("left.yaml", "name: left\nversion: 1.0.0\nextends: [org.yaml]\n");
        desk.write("right.yaml", "name: right\nversion: 1.0.0\nextends: [org.yaml]\n");
        desk.write("bottom.yaml", "name: bottom\nversion: 1.0.0\nextends: [left.yaml, right.yaml]\n");

        assertThat(desk.policy("bottom.yaml").layers().stream().map(layer -> layer.name()))
                .containsExactly("org", "left", "right", "bottom");
    }

    @Test
    void a_circle_is_refused() throws IOException {
        desk.write("one.yaml", "name: one\nversion: 1.0.0\nextends: [two.yaml]\n");
        desk.write("two.yaml", "name: two\nversion: 1.0.0\nextends: [one.yaml]\n");

        assertThat(desk.problems("one.yaml"))
                .contains("one.yaml: The policy extends itself; Remove the extends that leads back here");
    }

    @Test
    void a_missing_layer_is_refused() throws IOException {
        desk.write("one.yaml", "name: one\nversion: 1.0.0\nextends: [../gone.yaml]\n");

        assertThat(desk.problems("one.yaml"))
                .containsExactly("one.yaml:5:1: There is no policy \"../gone.yaml\"; Create it, or correct the path");
    }

    @Test
    void a_layer_in_the_tree_under_judgement_is_told_apart() throws IOException {
        desk.write("judged/own.yaml", ORG);

        var layers = desk.policy("judged/own.yaml").layers();

        assertThat(layers).singleElement().satisfies(layer -> {
            assertThat(layer.origin()).isEqualTo("tree");
            assertThat(layer.source()).isEqualTo("own.yaml");
        });
        assertThat(desk.policy("org.yaml").layers().get(0).origin()).isEqualTo("outside");
    }

    @Test
    void the_same_bytes_in_another_folder_extend_what_lies_there() throws IOException {
        var lower = "name: lower\nversion: 1.0.0\nextends: [base.yaml]\n";
        desk.write("weak/base.yaml", ORG).write("weak/lower.yaml", lower);
        desk.write("strong/base.yaml", ORG.replace("most: 5", "most: 1")).write("strong/lower.yaml", lower);

        var sample = desk.policy("weak/lower.yaml", "strong/lower.yaml")
                .requirements()
                .get("sample");

        assertThat(sample.settings().find(Desk.MOST)).contains(1);
    }

    @Test
    void a_policy_that_is_a_folder_or_absent_is_refused() throws IOException {
        Files.createDirectory(folder.resolve("dir.yaml"));

        assertThat(desk.problems("dir.yaml", "gone.yaml", "builtin:other"))
                .containsExactly(
                        "genai-gate.policy: The policy \"builtin:other\" cannot be had; Write builtin:baseline, the name of a"
                                + " file, or maven:group:artifact:version",
                        "genai-gate.policy: The policy \"dir.yaml\" is not a file; Name a policy file",
                        "genai-gate.policy: There is no policy \"gone.yaml\"; Create it, or correct the path");
    }

    @Test
    void a_manifest_is_no_policy_and_nothing_else_in_it_is_told() throws IOException {
        Files.writeString(
                folder.resolve("genai-gate.yaml"), "apiVersion: genai-gate/v1\nkind: Readiness\nservice: {}\n");

        assertThat(desk.problems("genai-gate.yaml"))
                .containsExactly(
                        "genai-gate.yaml:2:7: This is a manifest, and a policy is needed; Name a file of kind Policy");
    }

    private static Share share(String text) {
        return Share.parse(text).value().orElseThrow();
    }
}
