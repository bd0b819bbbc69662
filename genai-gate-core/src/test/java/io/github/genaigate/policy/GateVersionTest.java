package io.github.genaigate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which gate may judge by a policy. */
class GateVersionTest {

    @TempDir
    Path folder;

    @Test
    void maven_s_order() {
        var ordered = List.of(
                "0.9",
                "1.0.0-alpha-1",
                "1.0.0-beta-1",
                "1.0.0-beta-2-SNAPSHOT",
                "1.0.0-beta-2",
                "1.0.0-milestone-1",
                "1.0.0-rc-1",
                "1.0.0-RC2",
                "1.0.0-rc.10",
                "1.0.0-SNAPSHOT",
                "1.0.0",
                "1.0.1-SNAPSHOT",
                "1.0.1",
                "1.0.10",
                "1.2",
                "10.0");
        for (int i = 0; i < ordered.size(); i++) {
            for (int j = 0; j < ordered.size(); j++) {
                assertThat(Integer.signum(new GateVersion(ordered.get(i)).compareTo(new GateVersion(ordered.get(j)))))
                        .as(ordered.get(i) + " and " + ordered.get(j))
                        .isEqualTo(Integer.compare(i, j));
            }
        }
        assertThat(new GateVersion("1.0")).isEqualByComparingTo(new GateVersion("1.0.0"));
        assertThat(new GateVersion("1.0").or(new GateVersion("1.0.0")))
                .isEqualTo(new GateVersion("1.0.0").or(new GateVersion("1.0")));
    }

    @Test
    void the_gate_knows_its_own() {
        assertThat(GateVersion.own()).isGreaterThan(new GateVersion("0.0.9"));
    }

    @Test
    void an_older_gate_is_refused_even_where_it_does_not_know_the_rest() throws IOException {
        var desk = new Desk(folder);
        desk.write("org.yaml", Desk.ORG + "minimumVersion: 99.1.0\nnewer: true\n");

        assertThat(desk.problems("org.yaml"))
                .contains("org.yaml:16:1: The policy needs genai-gate 99.1.0 or later, and this is " + GateVersion.own()
                        + "; Raise the version of genai-gate-maven-plugin to 99.1.0")
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"latest", "1.x", "v1", "1.0.0.0.0", "1.0-final", "[1.0\\,)", "1..0"})
    void what_is_no_version(String text) throws IOException {
        var desk = new Desk(folder);
        desk.write("org.yaml", Desk.ORG + "minimumVersion: \"" + text.replace("\\", "") + "\"\n");

        assertThat(desk.problems("org.yaml"))
                .hasSize(1)
                .allMatch(problem -> problem.startsWith("org.yaml:16:17: " + "minimumVersion is \""
                        + text.replace("\\", "") + "\": it is no version of the gate"));
    }

    @ParameterizedTest
    @CsvSource({"0.0.2, 0.0.1", "0.1.0-alpha, 0.0.9"})
    void layers_join_to_the_later(String later, String earlier) throws IOException {
        var desk = new Desk(folder);
        desk.write("org.yaml", Desk.ORG + "minimumVersion: " + later + "\n");
        desk.write("side.yaml", Desk.ORG + "minimumVersion: " + earlier + "\n");
        desk.write(
                "team.yaml",
                "name: team\nversion: 0.1.0\nextends: [org.yaml]\nrequirements: {}\nminimumVersion: " + earlier + "\n");

        assertThat(desk.policy("side.yaml", "org.yaml").rules().reach().minimumVersion())
                .isEqualTo(desk.policy("org.yaml", "side.yaml").rules().reach().minimumVersion())
                .contains(new GateVersion(later));
        EffectivePolicyTest.assertLoadsAgain(Desk.CATALOGUE, desk.policy("org.yaml"), folder);
        assertThat(desk.problems("team.yaml"))
                .containsExactly("team.yaml:7:1: minimumVersion: " + earlier + " is weaker than " + later
                        + " of org 1.0.0 (org.yaml:16:1);"
                        + " Write a value at least as strict, or leave the line out to inherit");
    }
}
