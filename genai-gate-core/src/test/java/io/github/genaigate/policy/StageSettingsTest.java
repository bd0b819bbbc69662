package io.github.genaigate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.CommonSettings;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is demanded from a stage on holds at every later one, and no layer and no later stage gives it away. */
class StageSettingsTest {

    private static final String HEAD = "name: acme\nversion: 1.0.0\nstages: [poc, pilot, production]\n";

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void desk() throws IOException {
        desk = new Desk(folder);
    }

    @Test
    void aStageNotNamedHasWhatTheNearestEarlierOneHas() throws IOException {
        var sample = desk.write("acme.yaml", HEAD + """
                requirements:
                  sample:
                    levels: { poc: block }
                    most: 9
                    stages:
                      pilot: { most: 5, least: 90 % }
                """)
                .policy("acme.yaml")
                .requirements()
                .get("sample");

        assertThat(sample.settings("poc").find(Desk.MOST)).contains(9);
        assertThat(sample.settings("poc").find(Desk.LEAST)).isEmpty();
        for (var stage : new String[] {"pilot", "production"}) {
            assertThat(sample.settings(stage).find(Desk.MOST)).as(stage).contains(5);
            assertThat(sample.settings(stage).find(Desk.LEAST)).as(stage).hasToString("Optional[90 %]");
            assertThat(sample.settings(stage).get(CommonSettings.CONFIDENCE)).hasToString("95 %");
        }
        assertThat(sample.origins("poc").get("most")).hasToString("acme 1.0.0 (acme.yaml:9:5)");
        assertThat(sample.origins("production").get("most")).hasToString("acme 1.0.0 (acme.yaml:11:16)");
    }

    @Test
    void layersMergeStageByStage() throws IOException {
        desk.write("acme.yaml", HEAD + """
                requirements:
                  sample:
                    levels: { poc: block }
                    stages: { pilot: { most: 5 } }
                """).write("team.yaml", """
                name: team
                version: 2.0.0
                extends: [acme.yaml]
                requirements:
                  sample:
                    most: 7
                    stages: { production: { most: 3, demanded: [a] } }
                """);

        var sample = desk.policy("team.yaml").requirements().get("sample");

        assertThat(sample.settings("poc").find(Desk.MOST)).contains(7);
        assertThat(sample.settings("pilot").find(Desk.MOST)).contains(5);
        assertThat(sample.settings("production").find(Desk.MOST)).contains(3);
        assertThat(sample.settings("pilot").find(Desk.DEMANDED)).isEmpty();
        assertThat(sample.settings("production").find(Desk.DEMANDED)).hasToString("Optional[[a]]");
    }

    @Test
    void loosensNeitherTheLayerAboveNorAnEarlierStage() throws IOException {
        desk.write("acme.yaml", HEAD + """
                requirements:
                  sample:
                    levels: { poc: block }
                    stages: { pilot: { most: 5 } }
                """).write("team.yaml", """
                name: team
                version: 2.0.0
                extends: [acme.yaml]
                requirements:
                  sample:
                    stages: { production: { most: 6 } }
                """).write("division.yaml", HEAD + """
                requirements:
                  sample:
                    levels: { poc: block }
                    least: 95 %
                    stages: { pilot: { least: 90 % } }
                """);

        assertThat(desk.problems("team.yaml"))
                .containsExactly(
                        "team.yaml:8:29: sample.stages.production.most: 6 is weaker than 5 of acme 1.0.0 (acme.yaml:9:24);"
                                + " Write a value at least as strict, or leave the line out to inherit");
        assertThat(desk.problems("division.yaml"))
                .containsExactly(
                        "division.yaml:10:24: sample.stages.pilot.least: 90 % is weaker than 95 % of acme 1.0.0"
                                + " (division.yaml:9:5); Write a value at least as strict, or leave the line out to inherit");
    }

    @Test
    void aStageThatIsNotOnTheLadderIsRefused() throws IOException {
        desk.write("acme.yaml", HEAD + """
                requirements:
                  sample:
                    levels: { poc: block }
                    stages: { prodution: { most: 5 } }
                """);

        assertThat(desk.problems("acme.yaml"))
                .containsExactly(
                        "acme.yaml:9:5: stages names the stage \"prodution\", which is not on the ladder; Did you mean"
                                + " production?");
    }

    @Test
    void nothingSatisfiesTwoStagesThatContradictEachOther() throws IOException {
        desk.write("acme.yaml", HEAD + """
                requirements:
                  sample:
                    levels: { poc: block }
                    scheme: one
                    stages: { pilot: { scheme: another } }
                """);

        assertThat(desk.problems("acme.yaml"))
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem).startsWith("acme.yaml:10:24: sample.stages.pilot.scheme"));
    }
}
