package io.github.genaigate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.genaigate.input.RefusedException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written behind {@code maven:}. */
class CoordinatesTest {

    @Test
    void an_artifact_in_one_version() throws RefusedException {
        var coordinates = Coordinates.parse("maven:com.acme:genai-policy:3.2.0");

        assertThat(coordinates).isEqualTo(new Coordinates("com.acme", "genai-policy", "3.2.0", Optional.empty()));
        assertThat(coordinates).hasToString("maven:com.acme:genai-policy:3.2.0");
        assertThat(coordinates.isSnapshot()).isFalse();
    }

    @Test
    void an_artifact_beside_the_main_one() throws RefusedException {
        var coordinates = Coordinates.parse("maven:com.acme:genai-policy:3.2.0+b1:strict");

        assertThat(coordinates.classifier()).contains("strict");
        assertThat(coordinates).hasToString("maven:com.acme:genai-policy:3.2.0+b1:strict");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.2.0-SNAPSHOT", "SNAPSHOT"})
    void a_snapshot_as_maven_takes_it(String version) throws RefusedException {
        assertThat(Coordinates.parse("maven:com.acme:genai-policy:" + version).isSnapshot())
                .isTrue();
    }

    @Test
    void a_snapshot_that_names_its_moment_is_one_artifact() throws RefusedException {
        assertThat(Coordinates.parse("maven:com.acme:genai-policy:3.2.0-20261120.101500-1")
                        .isSnapshot())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1.0", "[1.0]", "(", "LATEST", "release", "1.*"})
    void several_versions_are_refused(String version) {
        var refused = refused("maven:com.acme:genai-policy:" + version);

        assertThat(refused.what())
                .isEqualTo("The policy \"maven:com.acme:genai-policy:" + version + "\" may be any of several versions");
        assertThat(refused.mend()).isEqualTo("Write one version, such as maven:com.acme:genai-policy:1.0.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "maven:|does not have the form maven:group:artifact:version|maven:<group>:<artifact>:<version>",
                "maven:com.acme|does not have the form maven:group:artifact:version|maven:com.acme:<artifact>:<version>",
                "maven:com.acme:p|does not have the form maven:group:artifact:version|maven:com.acme:p:<version>",
                "maven:com.acme:p:1.0:a:b|does not have the form maven:group:artifact:version|maven:com.acme:p:1.0",
                "maven:com/acme:p:1.0|has no group that an artifact could have|maven:com.acme:p:1.0",
                "maven:com.acme::1.0|has no artifact that an artifact could have|maven:com.acme:<artifact>:1.0",
                "maven:com.acme: p:1.0|has no artifact that an artifact could have|maven:com.acme:p:1.0",
                "maven:com.acme:p:1.0@jar|has no version that an artifact could have|maven:com.acme:p:<version>",
                "maven:com.acme:p:1.0:|has no classifier that an artifact could have|maven:com.acme:p:1.0",
                "maven:com.acme:p:jar:1.0|names a type, which is always jar|maven:com.acme:p:1.0",
                "maven:com.acme:..:1.0|has no artifact that an artifact could have|maven:com.acme:<artifact>:1.0",
                "maven:.:p:1.0|has no group that an artifact could have|maven:<group>:p:1.0",
                "maven:a..b:p:1.0|has no group that an artifact could have|maven:<group>:p:1.0",
                "maven:com.acme:p:../1|has no version that an artifact could have|maven:com.acme:p:<version>",
            })
    void what_means_no_artifact_is_refused_with_the_nearest_that_could(String name, String what, String nearest) {
        var refused = refused(name);

        assertThat(refused.what()).isEqualTo("The policy \"" + name + "\" " + what);
        assertThat(refused.mend()).isEqualTo("Write " + nearest);
    }

    private static RefusedException refused(String name) {
        return catchThrowableOfType(RefusedException.class, () -> Coordinates.parse(name));
    }
}
