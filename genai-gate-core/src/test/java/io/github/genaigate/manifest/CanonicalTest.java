package io.github.genaigate.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalTest {

    private static final String DIGEST = digest(Manifests.VALID);

    @Test
    void isStable() {
        assertThat(digest("apiVersion: genai-gate/v1\nkind: Readiness\n"
                        + "service: {name: support-assistant, stage: poc, content: [a]}"))
                .isEqualTo("8ff21c6b649a49fa8af9d135f16e5459e0025c3b4a0b35b4be94a6588ba0744a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# What the team claims. | # Something else.",
                "name: support-assistant | name: 'support-assistant'",
                "expires: 2026-12-15     | expires: 2027-12-15",
                "governance/risk.yaml    | governance/other.yaml"
            })
    void doesNotDependOnLayoutSignOffsAndWaivers(String from, String to) {
        assertThat(Manifests.VALID).contains(from);
        assertThat(digest(Manifests.VALID.replace(from, to))).isEqualTo(DIGEST);
    }

    @Test
    void doesNotDependOnTheOrderOfMembers() {
        var swapped = Manifests.VALID.replace("kind: Readiness\n", "") + "kind: Readiness\n";

        assertThat(digest(swapped)).isEqualTo(DIGEST);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: support-assistant   | name: support-assistent",
                "share: 95 %               | share: 94 %",
                "[src/main/**, prompts/**, | [prompts/**, src/main/**,",
                "[src/main/**, prompts/**, | [src/main/**,",
                "role: engineering         | role: operations"
            })
    void dependsOnEveryClaim(String from, String to) {
        assertThat(Manifests.VALID).contains(from);
        assertThat(digest(Manifests.VALID.replace(from, to))).isNotEqualTo(DIGEST);
    }

    private static String digest(String text) {
        return new ManifestLoader(Manifests.catalogue(), Manifests.FORMATS)
                .load("genai-gate.yaml", text.getBytes(StandardCharsets.UTF_8))
                .value()
                .orElseThrow()
                .canonicalDigest();
    }
}
