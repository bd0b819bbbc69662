package io.github.genaigate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Grace and exemptions: granted from above, narrowed below, and side by side only where all grant them. */
class GrantsTest {

    private static final String NOT_GRANTED =
            " is not granted by the layer above; Remove it here, and ask the owner of" + " the layer above to grant it";

    private static final String WEAKER = "; Write a value at least as strict, or leave the line out to inherit";

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void desk() throws IOException {
        desk = new Desk(folder);
        desk.write("silent.yaml", Desk.ORG.replace("name: org", "name: silent"));
        desk.write("org.yaml", Desk.ORG + """
                    grace: { services: [a, b], until: 2027-03-31 }
                exemptions:
                  - { service: a, requirement: sample, reason: It moves., until: 2027-01-31 }
                """);
    }

    private void team(String above, String requirement, String rest) throws IOException {
        desk.write(
                "team.yaml",
                "name: team\nversion: 0.1.0\nextends: [" + above + "]\nrequirements: { sample: " + requirement + " }\n"
                        + rest);
    }

    private static String granted(Policy policy) {
        var scope = policy.requirements().get("sample").scope();
        return EffectivePolicyTest.granted(scope.grace()) + " " + EffectivePolicyTest.granted(scope.exemptions());
    }

    @Test
    void the_topmost_layer_grants_and_what_is_left_out_below_is_inherited() throws IOException {
        team("org.yaml", "{ most: 4 }", "");
        var policy = desk.policy("team.yaml");

        assertThat(granted(policy))
                .isEqualTo(granted(desk.policy("org.yaml")))
                .isEqualTo("{a=[GRACE, Optional.empty, 2027-03-31], b=[GRACE, Optional.empty, 2027-03-31]}"
                        + " {a=[EXEMPTION, Optional[It moves.], 2027-01-31]}");
        assertThat(EffectivePolicy.lines(policy))
                .contains(
                        "    grace: { services: [a, b], until: 2027-03-31 }    # org 1.0.0 (org.yaml:16:5)",
                        "exemptions:",
                        "  - { service: a, requirement: sample, reason: \"It moves.\", until: 2027-01-31 }    # org 1.0.0"
                                + " (org.yaml:18:5)");
        EffectivePolicyTest.assertLoadsAgain(Desk.CATALOGUE, policy, folder);
    }

    @Test
    void a_lower_layer_narrows() throws IOException {
        team("org.yaml", "{ grace: { services: [b], until: 2027-02-28 } }", """
                exemptions: [{ service: a, requirement: sample, reason: Sooner., until: 2027-01-01 }]
                """);

        assertThat(granted(desk.policy("team.yaml")))
                .isEqualTo("{b=[GRACE, Optional.empty, 2027-02-28]} {a=[EXEMPTION, Optional[Sooner.], 2027-01-01]}");
    }

    @Test
    void a_lower_layer_neither_grants_nor_widens() throws IOException {
        team("org.yaml", "{ grace: { services: [b, c], until: 2027-04-01 } }", """
                exemptions:
                  - { service: a, requirement: sample, reason: Later., until: 2027-02-01 }
                  - { service: b, requirement: sample, reason: We too., until: 2027-01-01 }
                """);

        assertThat(desk.problems("team.yaml"))
                .containsExactly(
                        "team.yaml:6:27: The grace of b for sample, until: 2027-04-01 is weaker than 2027-03-31 of org"
                                + " 1.0.0 (org.yaml:16:5)" + WEAKER,
                        "team.yaml:6:27: The grace of c for sample" + NOT_GRANTED,
                        "team.yaml:8:5: The exemption of a from sample, until: 2027-02-01 is weaker than 2027-01-31 of org"
                                + " 1.0.0 (org.yaml:18:5)" + WEAKER,
                        "team.yaml:9:5: The exemption of b from sample" + NOT_GRANTED);
    }

    @Test
    void nothing_is_granted_below_a_layer_that_is_silent() throws IOException {
        team("silent.yaml", "{ grace: { services: [a], until: 2027-01-01 } }", """
                exemptions: [{ service: a, requirement: sample, reason: It moves., until: 2027-01-01 }]
                """);

        assertThat(desk.problems("team.yaml"))
                .containsExactly(
                        "team.yaml:6:27: The grace of a for sample" + NOT_GRANTED,
                        "team.yaml:7:14: The exemption of a from sample" + NOT_GRANTED);
    }

    @Test
    void a_layer_grants_for_what_it_brings_in_itself() throws IOException {
        desk.write("team.yaml", """
                name: team
                version: 0.1.0
                extends: [silent.yaml]
                requirements:
                  more: { criterion: other, levels: { production: block }, grace: { services: [a], until: 2027-01-01 } }
                exemptions: [{ service: b, requirement: more, reason: It moves., until: 2027-01-01 }]
                """);
        var scope = desk.policy("team.yaml").requirements().get("more").scope();

        assertThat(scope.grace()).containsOnlyKeys("a");
        assertThat(scope.exemptions()).containsOnlyKeys("b");
    }

    @Test
    void side_by_side_only_what_all_grant_who_demand_it() throws IOException {
        desk.write("side.yaml", Desk.ORG.replace("name: org", "name: side") + """
                    grace: { services: [b, c], until: 2027-05-31 }
                exemptions:
                  - { service: a, requirement: sample, reason: Soon., until: 2027-01-15 }
                  - { service: b, requirement: sample, reason: Soon., until: 2027-01-15 }
                """);
        desk.write("none.yaml", """
                name: none
                version: 1.0.0
                stages: [poc, pilot, production]
                requirements: {}
                """);

        assertThat(granted(desk.policy("org.yaml", "side.yaml")))
                .isEqualTo(granted(desk.policy("side.yaml", "org.yaml")))
                .isEqualTo("{b=[GRACE, Optional.empty, 2027-03-31]} {a=[EXEMPTION, Optional[Soon.], 2027-01-15]}");
        assertThat(granted(desk.policy("org.yaml", "silent.yaml"))).isEqualTo("{} {}");
        assertThat(granted(desk.policy("silent.yaml", "org.yaml"))).isEqualTo("{} {}");
        assertThat(granted(desk.policy("none.yaml", "org.yaml"))).isEqualTo(granted(desk.policy("org.yaml")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            until: 2027-01-31 | until: 2027-02-30   | org.yaml:18:66: until is "2027-02-30": there is no such day; Write a date such as 2026-12-15
            reason: It moves., | ''                 | org.yaml:18:5: An entry of exemptions has no reason; Add reason, a text of one line, at most 200 characters
            requirement: sample | requirement: smaple | org.yaml:18:19: An exemption is from "smaple", which the policy does not demand; Did you mean sample?
            """)
    void what_is_no_exemption(String old, String written, String problem) throws IOException {
        var text = Files.readString(folder.resolve("org.yaml"));
        Files.writeString(folder.resolve("org.yaml"), text.replace(old, written));

        assertThat(desk.problems("org.yaml")).containsExactly(problem);
    }
}
