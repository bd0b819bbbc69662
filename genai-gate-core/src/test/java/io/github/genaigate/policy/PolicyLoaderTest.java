package io.github.genaigate.policy;

import static io.github.genaigate.policy.Desk.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Level;
import io.github.genaigate.model.Share;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One policy, or one above another: what is written holds, and nothing is loosened. */
class PolicyLoaderTest {

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void desk() throws IOException {
        desk = new Desk(folder).write("org.yaml", ORG);
    }

    private Desk team(String body) throws IOException {
        return desk.write("team.yaml", "name: team\nversion: 0.1.0\nextends: [org.yaml]\n" + body);
    }

    @Test
    void one_layer_sets_everything_and_is_named_as_the_origin() throws IOException {
        var policy = desk.policy("org.yaml");

        assertThat(policy.name()).isEqualTo("org");
        assertThat(policy.stages()).containsExactly("poc", "pilot", "production");
        var sample = policy.requirements().get("sample");
        assertThat(sample.levels())
                .containsExactly(
                        Map.entry("poc", Level.OFF),
                        Map.entry("pilot", Level.WARN),
                        Map.entry("production", Level.BLOCK));
        assertThat(sample.settings().find(Desk.DEMANDED)).contains(List.of("a", "b"));
        assertThat(sample.origins("production").get("most")).hasToString("org 1.0.0 (org.yaml:10:5)");
        assertThat(sample.origins("production").get("levels")).hasToString("org 1.0.0 (org.yaml:8:5)");
    }

    @Test
    void a_stricter_layer_tightens_and_leaves_the_rest() throws IOException {
        var sample = team("""
                        requirements:
                          sample:
                            levels: { pilot: block }
                            most: 3
                            demanded: [a, b, c]
                            allowed: [y]
                        """).policy("team.yaml").requirements().get("sample");

        assertThat(sample.level("pilot")).isEqualTo(Level.BLOCK);
        assertThat(sample.settings().find(Desk.MOST)).contains(3);
        assertThat(sample.settings().find(Desk.LEAST)).contains(share("90 %"));
        assertThat(sample.settings().find(Desk.DEMANDED)).contains(List.of("a", "b", "c"));
        assertThat(sample.settings().find(Desk.ALLOWED)).contains(List.of("y"));
        assertThat(sample.origins("production").get("most")).hasToString("team 0.1.0 (team.yaml:9:5)");
        assertThat(sample.origins("production").get("least")).hasToString("org 1.0.0 (org.yaml:11:5)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    most: 6                      | sample.most: 6 is weaker than 5 of org 1.0.0 (org.yaml:10:5)
                    least: 89.9 %                | sample.least: 89.9 % is weaker than 90 % of org 1.0.0 (org.yaml:11:5)
                    within: 2001 ms              | sample.within: 2001 ms is weaker than 2 s of org 1.0.0 (org.yaml:12:5)
                    demanded: [a]                | sample.demanded: [a] is weaker than [a, b] of org 1.0.0 (org.yaml:13:5)
                    allowed: [x, y, z, q]        | sample.allowed: [q, x, y, z] is weaker than [x, y, z] of org 1.0.0 (org.yaml:14:5)
                    scheme: s2                   | sample.scheme: s2 is weaker than s1 of org 1.0.0 (org.yaml:15:5)
                    confidence: 90 %             | sample.confidence: 90 % is weaker than 95 % of org 1.0.0 (org.yaml:9:5)
                    levels: { production: warn } | sample.levels.production: warn is weaker than block of org 1.0.0 (org.yaml:8:5)
                    levels: { pilot: off }       | sample.levels.pilot: off is weaker than warn of org 1.0.0 (org.yaml:8:5)
                    effectiveFrom: 2030-01-01    | sample.effectiveFrom: 2030-01-01 is weaker than in force already of org 1.0.0 (org.yaml:8:5)
                    """)
    void a_weaker_value_is_refused_with_both_places(String line, String message) throws IOException {
        assertThat(team("requirements:\n  sample:\n    " + line + "\n").problems("team.yaml"))
                .containsExactly("team.yaml:8:5: " + message
                        + "; Write a value at least as strict, or leave the line out to inherit");
    }

    @Test
    void the_same_value_in_another_unit_is_no_loosening() throws IOException {
        var sample = team("requirements:\n  sample:\n    within: 2000 ms\n    least: 90.00 %\n")
                .policy("team.yaml")
                .requirements()
                .get("sample");

        assertThat(sample.settings().find(Desk.WITHIN)).contains(Duration.ofSeconds(2));
        assertThat(sample.settings().find(Desk.LEAST)).contains(share("90 %"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    most: null    | most has no value; Leave the line out, or write a whole number such as 2
                    most: ~       | most has no value; Leave the line out, or write a whole number such as 2
                    most:         | most has no value; Leave the line out, or write a whole number such as 2
                    demanded: []  | demanded is an empty list; Leave the line out, or write at least one entry
                    levels: {}    | levels is empty; Leave the line out, or write at least one entry
                    """)
    void nothing_where_a_value_is_expected_is_refused(String line, String message) throws IOException {
        assertThat(team("requirements:\n  sample:\n    " + line + "\n").problems("team.yaml"))
                .singleElement()
                .asString()
                .endsWith(message);
    }

    @Test
    void another_criterion_under_the_same_id_is_refused() throws IOException {
        assertThat(team("requirements:\n  sample:\n    criterion: other\n").problems("team.yaml"))
                .containsExactly(
                        "team.yaml:7:3: The criterion of sample is other here and sample in org 1.0.0 (org.yaml:7:3);"
                                + " Give one of the two requirements another id");
    }

    @Test
    void other_stages_are_refused() throws IOException {
        assertThat(team("stages: [pilot, production]\n").problems("team.yaml"))
                .containsExactly(
                        "team.yaml:6:1: stages is [pilot, production], and the layer above fixes [poc, pilot, production];"
                                + " Leave the line out to inherit");
    }

    @Test
    void all_mistakes_of_a_layer_are_told_at_once() throws IOException {
        assertThat(team("""
                                skipp: forbidden
                                requirements:
                                  sample:
                                    most: many
                                    leest: 95 %
                                  smaple: {}
                                """).problems("team.yaml"))
                .containsExactly(
                        "team.yaml:6:1: The key \"skipp\" is not known here; Did you mean skip?",
                        "team.yaml:9:11: most is \"many\": a whole number has only digits and no leading zero, and is below"
                                + " one billion; Write a whole number such as 2",
                        "team.yaml:10:5: The key \"leest\" is not known here; Did you mean least?",
                        "team.yaml:11:3: The requirement \"smaple\" names no criterion, and its id is none;"
                                + " Did you mean sample?");
    }

    @Test
    void mistakes_in_the_header_hide_none_in_the_requirements() throws IOException {
        desk.write(
                "bad.yaml", "name: bad\nextends: [org.yaml]\nrequirements:\n  sample:\n    most: 6\n    least: 91\n");

        assertThat(desk.problems("bad.yaml"))
                .containsExactly(
                        "bad.yaml:1:1: The policy has no version; Add version, a text of one line, at most 200 characters",
                        "bad.yaml:8:12: least is \"91\": a share is a number with a percent sign;"
                                + " Write a share such as 95 %");
    }

    @Test
    void levels_are_carried_forward_and_never_fall() throws IOException {
        desk.write("own.yaml", """
                name: own
                version: 1.0.0
                stages: [poc, pilot, production]
                requirements:
                  sample: { levels: { poc: block, pilot: warn }, most: 1 }
                """);

        assertThat(desk.policy("own.yaml").requirements().get("sample").levels())
                .isEqualTo(Map.of("poc", Level.BLOCK, "pilot", Level.BLOCK, "production", Level.BLOCK));
    }

    @Test
    void a_requirement_without_levels_is_refused() throws IOException {
        desk.write("own.yaml", "name: own\nversion: 1.0.0\nstages: [poc]\nrequirements:\n  sample: { most: 1 }\n");

        assertThat(desk.problems("own.yaml"))
                .containsExactly(
                        "own.yaml:7:3: The requirement sample has no levels; Add levels, such as { poc: block }");
    }

    @Test
    void a_stage_that_is_not_on_the_ladder_is_refused() throws IOException {
        assertThat(team("requirements:\n  sample:\n    levels: { prodution: block }\n")
                        .problems("team.yaml"))
                .containsExactly("team.yaml:8:5: levels names the stage \"prodution\", which is not on the ladder;"
                        + " Did you mean production?");
    }

    @Test
    void effective_from_moves_only_nearer() throws IOException {
        desk.write("later.yaml", ORG.replace("name: org", "name: later") + "    effectiveFrom: 2027-06-01\n");
        desk.write(
                "nearer.yaml",
                "name: nearer\nversion: 1.0.0\nextends: [later.yaml]\nrequirements:\n  sample:\n    effectiveFrom: 2027-03-01\n");
        desk.write(
                "farther.yaml",
                "name: farther\nversion: 1.0.0\nextends: [later.yaml]\nrequirements:\n  sample:\n    effectiveFrom: 2027-09-01\n");

        assertThat(desk.policy("nearer.yaml").requirements().get("sample").effectiveFrom())
                .contains(LocalDate.of(2027, 3, 1));
        assertThat(desk.problems("farther.yaml"))
                .containsExactly(
                        "farther.yaml:8:5: sample.effectiveFrom: 2027-09-01 is weaker than 2027-06-01 of later 1.0.0"
                                + " (later.yaml:16:5); Write a value at least as strict, or leave the line out to inherit");
        assertThat(desk.policy("org.yaml", "later.yaml")
                        .requirements()
                        .get("sample")
                        .effectiveFrom())
                .isEmpty();
    }

    @Test
    void empty_requirements_are_the_one_emptiness_allowed() throws IOException {
        assertThat(team("requirements: {}\n").policy("team.yaml").requirements())
                .containsKey("sample");
    }

    private static Share share(String text) {
        return Share.parse(text).value().orElseThrow();
    }
}
