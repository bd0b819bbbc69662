package io.github.genaigate.policy;

import static io.github.genaigate.policy.Desk.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Roles, waivers and the other freedoms: granted from above, narrowed below, opened by nobody else. */
class PolicyFreedomsTest {

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    waivers: { maxDuration: 10 d, approvers: [risk] } | waivers are not granted by the layer above
                    stage: adjustable | An adjustable stage is not granted by the layer above
                    """)
    void a_freedom_is_granted_only_by_the_topmost_layer(String line, String message) throws IOException {
        assertThat(team(line + "\n").problems("team.yaml"))
                .containsExactly("team.yaml:6:1: " + message
                        + "; Remove it here, and ask the owner of the layer above to grant it");
    }

    @Test
    void what_is_granted_may_be_narrowed_and_not_widened() throws IOException {
        desk.write("top.yaml", ORG + """
                          roles:
                            risk: { signers: [a@acme.example, b@acme.example], mustNotBeAuthor: true }
                            security: { signers: [a@acme.example] }
                          waivers:
                            maxDuration: 30 d
                            maxOpen: 4
                            maxOpenAt: { pilot: 3, production: 1 }
                            maxRenewals: 1
                            warnBefore: 20 d
                            approvers: [risk, security]
                          asOf: { maxDifference: 48 h }
                          skip: forbidden
                          """);
        desk.write("narrow.yaml", """
                name: narrow
                version: 1.0.0
                extends: [top.yaml]
                roles:
                  risk: { signers: [a@acme.example] }
                waivers: { maxDuration: 10 d, maxOpenAt: { pilot: 2 }, warnBefore: 30 d, approvers: [risk] }
                """);
        desk.write("wide.yaml", """
                name: wide
                version: 1.0.0
                extends: [top.yaml]
                roles:
                  risk: { signers: [c@acme.example], mustNotBeAuthor: false }
                waivers:
                  maxDuration: 40 d
                  maxOpen: 5
                  maxOpenAt: { pilot: 3, production: 2 }
                  maxRenewals: 2
                  warnBefore: 19 d
                  approvers: [team]
                asOf: { maxDifference: 72 h }
                skip: allowed
                """);

        var rules = desk.policy("narrow.yaml").rules();
        assertThat(rules.roles().get("risk")).isEqualTo(new Policy.Role(Optional.of(List.of("a@acme.example")), true));
        assertThat(rules.waivers())
                .contains(new WaiverRules(
                        Duration.ofDays(10),
                        Optional.of(4),
                        new TreeMap<>(Map.of("pilot", 2, "production", 1)),
                        Optional.of(1),
                        Duration.ofDays(30),
                        List.of("risk")));
        assertThat(rules.skipAllowed()).isFalse();
        assertThat(desk.problems("wide.yaml"))
                .containsExactly(
                        "wide.yaml:7:11: roles.risk.signers: [c@acme.example] is weaker than [a@acme.example,"
                                + " b@acme.example] of org 1.0.0;"
                                + " Write a value at least as strict, or leave the line out to inherit",
                        "wide.yaml:7:38: roles.risk.mustNotBeAuthor: false is weaker than true of org 1.0.0;"
                                + " Write a value at least as strict, or leave the line out to inherit",
                        "wide.yaml:9:3: waivers.maxDuration: 40 d is weaker than 30 d of org 1.0.0;"
                                + " Write a value at least as strict, or leave the line out to inherit",
                        "wide.yaml:10:3: waivers.maxOpen: 5 is weaker than 4 of org 1.0.0;"
                                + " Write a value at least as strict, or leave the line out to inherit",
                        "wide.yaml:11:3: waivers.maxOpenAt.production: 2 is weaker than 1 of org 1.0.0;"
                                + " Write a value at least as strict, or leave the line out to inherit",
                        "wide.yaml:12:3: waivers.maxRenewals: 2 is weaker than 1 of org 1.0.0;"
                                + " Write a value at least as strict, or leave the line out to inherit",
                        "wide.yaml:13:3: waivers.warnBefore: 19 d is weaker than 20 d of org 1.0.0;"
                                + " Write a value at least as strict, or leave the line out to inherit",
                        "wide.yaml:14:3: waivers.approvers: [team] is weaker than [risk, security] of org 1.0.0;"
                                + " Write a value at least as strict, or leave the line out to inherit",
                        "wide.yaml:15:1: asOf.maxDifference: 3 d is weaker than 2 d of org 1.0.0;"
                                + " Write a value at least as strict, or leave the line out to inherit",
                        "wide.yaml:16:1: skip: allowed is weaker than forbidden of org 1.0.0;"
                                + " Write a value at least as strict, or leave the line out to inherit");
    }

    @Test
    void a_warning_left_out_above_is_the_usual_one() throws IOException {
        desk.write("top.yaml", ORG + """
                          roles:
                            risk: { signers: [a@acme.example] }
                          waivers: { maxDuration: 30 d, approvers: [risk] }
                          """);
        desk.write("late.yaml", """
                name: late
                version: 1.0.0
                extends: [top.yaml]
                waivers: { maxDuration: 30 d, warnBefore: 13 d, approvers: [risk] }
                """);

        assertThat(desk.policy("top.yaml").rules().waivers().orElseThrow().warnBefore())
                .isEqualTo(Duration.ofDays(14));
        assertThat(desk.problems("late.yaml"))
                .containsExactly("late.yaml:6:31: waivers.warnBefore: 13 d is weaker than 14 d of org 1.0.0;"
                        + " Write a value at least as strict, or leave the line out to inherit");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            maxOpenAt: {}                | top.yaml:18:42: maxOpenAt is empty; Leave the line out, or write at least one entry
            maxOpenAt: null              | top.yaml:18:42: maxOpenAt has no value; Leave the line out, or write a map from stages to a whole number such as 2
            maxOpenAt: { prodution: 1 }  | top.yaml:18:1: waivers.maxOpenAt names the stage "prodution", which stages does not name; Did you mean production?
            maxRenewals: null            | top.yaml:18:44: maxRenewals has no value; Leave the line out, or write a whole number such as 2
            maxRenewals: -1              | top.yaml:18:44: maxRenewals is "-1": a whole number has only digits and no leading zero, and is below one billion; Write a whole number such as 2
            warnBefore: 14               | top.yaml:18:43: warnBefore is "14": a duration is a number of at most 12 digits with one of the units us, ms, s, min, h, d; Write a duration such as 800 ms or 30 d
            """)
    void a_limit_of_waivers_that_says_nothing_is_refused(String line, String message) throws IOException {
        desk.write(
                "top.yaml",
                ORG
                        + "roles:\n  risk: { signers: [a@acme.example] }\nwaivers: { maxDuration: 30 d, " + line
                        + ", approvers: [risk] }\n");

        assertThat(desk.problems("top.yaml")).containsExactly(message);
    }

    @Test
    void naming_a_role_never_opens_it_to_authors() throws IOException {
        team("roles:\n  security: { signers: [kim@acme.example] }\n");
        desk.write(
                "side.yaml", ORG.replace("name: org", "name: side") + "roles:\n  legal: { mustNotBeAuthor: false }\n");
        desk.write(
                "opening.yaml",
                "name: opening\nversion: 1.0.0\nextends: [org.yaml]\nroles:\n  x: { mustNotBeAuthor: false }\n");

        assertThat(desk.policy("team.yaml").rules().roles().get("security").mustNotBeAuthor())
                .isTrue();
        assertThat(desk.policy("side.yaml").rules().roles().get("legal").mustNotBeAuthor())
                .isFalse();
        assertThat(desk.policy("org.yaml", "side.yaml")
                        .rules()
                        .roles()
                        .get("legal")
                        .mustNotBeAuthor())
                .isTrue();
        assertThat(desk.problems("opening.yaml"))
                .containsExactly("opening.yaml:7:8: roles.x.mustNotBeAuthor: false is weaker than true of org 1.0.0;"
                        + " Write a value at least as strict, or leave the line out to inherit");
    }

    @Test
    void an_approver_that_no_role_defines_is_refused() throws IOException {
        desk.write(
                "top.yaml",
                ORG
                        + "roles:\n  risk: { signers: [a@acme.example] }\nwaivers: { maxDuration: 30 d, approvers: [rsik] }\n");

        assertThat(desk.problems("top.yaml"))
                .containsExactly("top.yaml: waivers.approvers names the role \"rsik\", which roles does not define;"
                        + " Did you mean risk?");
    }

    @Test
    void a_sibling_that_is_silent_on_freedoms_grants_none() throws IOException {
        desk.write("lax.yaml", """
                name: lax
                version: 1.0.0
                stages: [poc, pilot, production]
                requirements: {}
                roles:
                  risk: { signers: [a@acme.example] }
                waivers: { maxDuration: 30 d, approvers: [risk] }
                stage: adjustable
                asOf: { maxDifference: 99 d }
                """);
        desk.write("silent.yaml", ORG.replace("name: org", "name: silent"));

        var rules = desk.policy("silent.yaml", "lax.yaml").rules();

        assertThat(rules.waivers()).isEmpty();
        assertThat(rules.stageAdjustable()).isFalse();
        assertThat(rules.maxDifference()).isEmpty();
    }
}
