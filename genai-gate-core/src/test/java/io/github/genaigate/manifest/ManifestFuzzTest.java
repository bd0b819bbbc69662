package io.github.genaigate.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ManifestFuzzTest {

    @Test
    void alwaysGivesAValueOrAProblemWithAPlace() {
        var loader = new ManifestLoader(Manifests.catalogue(), Manifests.FORMATS);
        var mutation = new Mutation(new Random(11));
        int refused = 0;
        for (int i = 0; i < 5_000; i++) {
            var bytes = mutation.of(Manifests.VALID);

            var loaded = loader.load("genai-gate.yaml", bytes);

            var text = new String(bytes, StandardCharsets.UTF_8);
            int lines = text.split("\r\n|\r|\n", -1).length;
            for (var problem : loaded.problems()) {
                assertThat(problem.place().file()).isEqualTo("genai-gate.yaml");
                assertThat(problem.place().line()).as(text).isBetween(0, lines);
                assertThat(problem.place().column()).as(text).isBetween(0, text.length() + 1);
                assertThat(problem.what()).isNotBlank().doesNotContain("\n").doesNotEndWith(".");
                assertThat(problem.mend()).isNotBlank().doesNotContain("\n");
                assertThat(problem.toString().length()).isLessThan(600);
            }
            refused += loaded.problems().isEmpty() ? 0 : 1;
        }
        assertThat(refused).isBetween(2_500, 4_990);
    }
}
