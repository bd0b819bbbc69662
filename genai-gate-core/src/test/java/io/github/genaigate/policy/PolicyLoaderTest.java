package io.github.genaigate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.CommonSettings;
import io.github.genaigate.model.Level;
import io.github.genaigate.model.Share;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyLoaderTest {

    private static final String ORG = """
            name: org
            version: 1.0.0
            stages: [poc, pilot, production]
            requirements:
              sample:
                levels: { pilot: warn, production: block }
                confidence: 95 %
                most: 5
                least: 90 %
                within: 2 s
                demanded: [b, a]
                allowed: [x, y, z]
                scheme: s1
            """;

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
                          waivers: { maxDuration: 30 d, maxOpen: 2, approvers: [risk, security] }
                          asOf: { maxDifference: 48 h }
                          skip: forbidden
                          """);
        desk.write("narrow.yaml", """
                name: narrow
                version: 1.0.0
                extends: [top.yaml]
                roles:
                  risk: { signers: [a@acme.example] }
                waivers: { maxDuration: 10 d, approvers: [risk] }
                """);
        desk.write("wide.yaml", """
                name: wide
                version: 1.0.0
                extends: [top.yaml]
                roles:
                  risk: { signers: [c@acme.example], mustNotBeAuthor: false }
                waivers: { maxDuration: 40 d, maxOpen: 3, approvers: [team] }
                asOf: { maxDifference: 72 h }
                skip: allowed
                """);

        var rules = desk.policy("narrow.yaml").rules();
        assertThat(rules.roles().get("risk")).isEqualTo(new Policy.Role(Optional.of(List.of("a@acme.example")), true));
        assertThat(rules.waivers())
                .contains(new Policy.WaiverRules(Duration.ofDays(10), Optional.of(2), List.of("risk")));
        assertThat(rules.skipAllowed()).isFalse();
        assertThat(desk.problems("wide.yaml"))
                .containsExactly(
                        "wide.yaml:7:11: roles.risk.signers: [c@acme.example] is weaker than [a@acme.example,"
                                + " b@acme.example] of org 1.0.0;"
                                + " Write a value at least as strict, or leave the line out to inherit",
                        "wide.yaml:7:38: roles.risk.mustNotBeAuthor: false is weaker than true of org 1.0.0;"
                                + " Write a value at least as strict, or leave the line out to inherit",
                        "wide.yaml:8:12: waivers.maxDuration: 40 d is weaker than 30 d of org 1.0.0;"
                                + " Write a value at least as strict, or leave the line out to inherit",
                        "wide.yaml:8:31: waivers.maxOpen: 3 is weaker than 2 of org 1.0.0;"
                                + " Write a value at least as strict, or leave the line out to inherit",
                        "wide.yaml:8:43: waivers.approvers: [team] is weaker than [risk, security] of org 1.0.0;"
                                + " Write a value at least as strict, or leave the line out to inherit",
                        "wide.yaml:9:1: asOf.maxDifference: 3 d is weaker than 2 d of org 1.0.0;"
                                + " Write a value at least as strict, or leave the line out to inherit",
                        "wide.yaml:10:1: skip: allowed is weaker than forbidden of org 1.0.0;"
                                + " Write a value at least as strict, or leave the line out to inherit");
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

    @Test
    void empty_requirements_are_the_one_emptiness_allowed() throws IOException {
        assertThat(team("requirements: {}\n").policy("team.yaml").requirements())
                .containsKey("sample");
    }

    @Test
    void a_policy_that_is_a_folder_or_absent_is_refused() throws IOException {
        Files.createDirectory(folder.resolve("dir.yaml"));

        assertThat(desk.problems("dir.yaml", "gone.yaml", "builtin:other"))
                .containsExactly(
                        "genai-gate.policy: The policy \"builtin:other\" cannot be had; Write builtin:baseline, or the name of"
                                + " a file",
                        "genai-gate.policy: The policy \"dir.yaml\" is not a file; Name a policy file",
                        "genai-gate.policy: There is no policy \"gone.yaml\"; Create it, or correct the path");
    }

    private static Share share(String text) {
        return Share.parse(text).value().orElseThrow();
    }
}
