package io.github.genaigate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Level;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a layer lets the layers below loosen, by name and within a bound, and nothing beyond. */
class AdjustableTest {

    private static final String MEND = "; Write a value at least as strict, or leave the line out to inherit";

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void desk() throws IOException {
        desk = new Desk(folder);
        layer("org", "stages: [poc, pilot, production]", """
                levels: { pilot: warn, production: block }
                most: 5
                least: 90 %
                demanded: [a, b]
                adjustable: { most: 9, demanded: [a], levels: { pilot: info } }
                """);
    }

    private Desk layer(String name, String above, String sample) throws IOException {
        return desk.write(
                name + ".yaml",
                "name: " + name + "\nversion: 1.0.0\n" + above + "\nrequirements:\n  sample:\n" + sample.indent(4));
    }

    private Desk team(String sample) throws IOException {
        return layer("team", "extends: [org.yaml]", sample);
    }

    private Requirement sample(String... names) throws IOException {
        return desk.policy(names).requirements().get("sample");
    }

    private Object most(String... names) throws IOException {
        return sample(names).settings().values().get("most");
    }

    @Test
    void a_value_within_the_bound_holds_and_all_else_stays() throws IOException {
        team("most: 7\nlevels: { pilot: info }\n");
        var sample = sample("team.yaml");

        assertThat(most("org.yaml")).isEqualTo(5);
        assertThat(sample.settings().values())
                .containsEntry("most", 7)
                .containsEntry("demanded", java.util.List.of("a", "b"));
        assertThat(sample.level("pilot")).isEqualTo(Level.INFO);
        assertThat(sample.level("production")).isEqualTo(Level.BLOCK);
        assertThat(sample.origins("poc").get("most")).hasToString("team 1.0.0 (team.yaml:8:5)");
        assertThat(sample.origins("poc").get("levels")).hasToString("team 1.0.0 (team.yaml:9:5)");
    }

    @Test
    void who_leaves_a_value_out_inherits_the_value_and_not_the_bound() throws IOException {
        team("least: 95 %\n");

        assertThat(most("team.yaml")).isEqualTo(5);
        assertThat(sample("team.yaml").level("pilot")).isEqualTo(Level.WARN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            most: 10                        | 8:5 sample.most: 10 is weaker than 9 of org 1.0.0 (org.yaml:12:19)
            least: 80 %                     | 8:5 sample.least: 80 % is weaker than 90 % of org 1.0.0 (org.yaml:10:5)
            demanded: [b]                   | 8:5 sample.demanded: [b] is weaker than [a] of org 1.0.0 (org.yaml:12:28)
            levels: { pilot: off }          | 8:5 sample.levels.pilot: off is weaker than info of org 1.0.0 (org.yaml:12:43)
            levels: { production: warn }    | 8:5 sample.levels.production: warn is weaker than block of org 1.0.0 (org.yaml:12:43)
            adjustable: { most: 10 }        | 8:19 sample.most: 10 is weaker than 9 of org 1.0.0 (org.yaml:12:19)
            adjustable: { least: 80 % }     | 8:19 sample.least: 80 % is weaker than 90 % of org 1.0.0 (org.yaml:10:5)
            stages: { pilot: { most: 10 } } | 8:24 sample.stages.pilot.most: 10 is weaker than 9 of org 1.0.0 (org.yaml:12:19)
            """)
    void beyond_the_bound_is_refused(String written, String problem) throws IOException {
        team(written + "\n");

        assertThat(desk.problems("team.yaml")).contains("team.yaml:" + problem.replaceFirst(" ", ": ") + MEND);
    }

    @Test
    void a_layer_between_narrows_the_freedom_or_ends_it() throws IOException {
        layer("narrowed", "extends: [org.yaml]", "adjustable: { most: 7 }\n");
        layer("ended", "extends: [org.yaml]", "most: 6\n");
        layer("silent", "extends: [org.yaml]", "least: 99 %\n");

        for (String above : new String[] {"narrowed", "ended", "silent"}) {
            layer("team", "extends: [" + above + ".yaml]", "most: 8\n");
            var problems = desk.problems("team.yaml");
            switch (above) {
                case "narrowed" ->
                    assertThat(problems)
                            .containsExactly("team.yaml:8:5: sample.most: 8 is weaker than 7 of narrowed 1.0.0"
                                    + " (narrowed.yaml:8:19)" + MEND);
                case "ended" ->
                    assertThat(problems)
                            .containsExactly("team.yaml:8:5: sample.most: 8 is weaker than 6 of ended 1.0.0"
                                    + " (ended.yaml:8:5)" + MEND);
                default -> assertThat(most("team.yaml")).isEqualTo(8);
            }
        }
        assertThat(most("narrowed.yaml")).isEqualTo(5);
        assertThat(most("ended.yaml")).isEqualTo(6);
    }

    @Test
    void a_layer_grants_a_freedom_about_the_bar_that_it_sets() throws IOException {
        team("least: 99 %\nadjustable: { least: 95 % }\n");
        layer("below", "extends: [team.yaml]", "least: 95 %\n");
        layer("far-below", "extends: [team.yaml]", "least: 94 %\n");

        assertThat(sample("below.yaml").settings().values().get("least")).hasToString("95 %");
        assertThat(desk.problems("far-below.yaml"))
                .containsExactly("far-below.yaml:8:5: sample.least: 94 % is weaker than 95 % of team 1.0.0"
                        + " (team.yaml:9:19)" + MEND);
    }

    @Test
    void siblings_are_joined_and_the_bound_is_the_stricter_one() throws IOException {
        layer("other", "stages: [poc, pilot, production]", """
                levels: { pilot: warn }
                most: 4
                adjustable: { most: 8 }
                """);
        team("most: 7\n");
        layer("below", "extends: [org.yaml, other.yaml]", "most: 8\n");
        layer("far-below", "extends: [other.yaml, org.yaml]", "most: 9\n");

        assertThat(most("org.yaml", "other.yaml")).isEqualTo(4);
        assertThat(most("other.yaml", "org.yaml")).isEqualTo(4);
        assertThat(most("team.yaml", "org.yaml"))
                .as("what one uses another need not")
                .isEqualTo(5);
        assertThat(most("below.yaml")).isEqualTo(8);
        assertThat(desk.problems("far-below.yaml"))
                .containsExactly("far-below.yaml:8:5: sample.most: 9 is weaker than 8 of other 1.0.0"
                        + " (other.yaml:10:19)" + MEND);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            most: 5, adjustable: { most: 3 } | sample.adjustable.most: 3 is stricter than 5, the value itself; Write the loosest value that layers below may set, or remove it here
            adjustable: { most: 3 }          | sample.adjustable.most: there is no value that could be adjusted; Write most beside adjustable, or remove it here
            adjustable: {}                   | adjustable is empty; Leave the line out, or write a map with levels, confidence, assurance, maxAge, binding, most, least, within, demanded, allowed, scheme
            adjustable: { mist: 3 }          | The key "mist" is not known here; Did you mean most?
            adjustable: { levels: { production: block } } | sample.adjustable.levels.production: block is stricter than warn, the value itself; Write the loosest value that layers below may set, or remove it here
            """)
    void what_is_no_freedom_is_refused(String written, String problem) throws IOException {
        desk.write(
                "own.yaml",
                "name: own\nversion: 1.0.0\nstages: [poc, pilot, production]\nrequirements:\n  sample: {"
                        + " levels: { production: warn }, " + written + " }\n");

        assertThat(desk.problems("own.yaml")).singleElement().asString().endsWith(": " + problem);
    }

    @Test
    void what_changes_at_a_stage_or_on_a_day_is_no_longer_free() throws IOException {
        layer("org", "stages: [poc, pilot, production]", """
                levels: { pilot: block }
                most: 5
                adjustable: { most: 9 }
                stages: { production: { most: 3 } }
                changes: [{ effectiveFrom: 2027-01-15, most: 4 }]
                """);
        team("most: 8\n");
        var sample = sample("team.yaml");

        assertThat(sample.settings("pilot").values()).containsEntry("most", 8);
        assertThat(sample.settings("production").values()).containsEntry("most", 3);
        assertThat(sample.on(LocalDate.parse("2027-01-15")).settings("pilot").values())
                .containsEntry("most", 4);
        EffectivePolicyTest.assertLoadsAgain(Desk.CATALOGUE, desk.policy("team.yaml"), folder);
    }

    @Test
    void what_is_free_at_a_stage_and_on_a_day_stays_until_it_is_named_there() throws IOException {
        layer("org", "stages: [poc, pilot, production]", """
                levels: { pilot: block }
                most: 9
                adjustable: { most: 12 }
                stages: { production: { most: 6, adjustable: { most: 8 } } }
                changes: [{ effectiveFrom: 2027-01-15, most: 5, adjustable: { most: 7 } }]
                """);
        team("most: 11\n");
        layer("named", "extends: [org.yaml]", """
                most: 11
                stages: { production: { most: 8 } }
                changes: [{ effectiveFrom: 2027-01-15, most: 7 }]
                """);
        var day = LocalDate.parse("2027-01-15");

        assertThat(sample("team.yaml").settings("pilot").values()).containsEntry("most", 11);
        assertThat(sample("team.yaml").settings("production").values()).containsEntry("most", 6);
        assertThat(sample("team.yaml").on(day).settings("pilot").values()).containsEntry("most", 5);
        assertThat(sample("named.yaml").settings("production").values()).containsEntry("most", 8);
        assertThat(sample("named.yaml").on(day).settings("pilot").values()).containsEntry("most", 7);
        EffectivePolicyTest.assertLoadsAgain(Desk.CATALOGUE, desk.policy("org.yaml"), folder);
        EffectivePolicyTest.assertLoadsAgain(Desk.CATALOGUE, desk.policy("named.yaml"), folder);
    }

    @Test
    void a_later_stage_and_a_later_day_are_not_looser_than_what_holds_by_then() throws IOException {
        team("stages: { production: { most: 7 } }\nchanges: [{ effectiveFrom: 2027-01-15, most: 8 }]\n");

        assertThat(desk.problems("team.yaml"))
                .containsExactly(
                        "team.yaml:8:29: sample.stages.production.most: 7 is weaker than 5 of org 1.0.0 (org.yaml:9:5)"
                                + MEND,
                        "team.yaml:9:44: sample.changes.2027-01-15.most: 8 is weaker than 5 of org 1.0.0 (org.yaml:9:5)"
                                + MEND);
    }

    @Test
    void the_effective_policy_shows_the_value_and_the_bound_with_both_origins() throws IOException {
        team("most: 7\nadjustable: { most: 8 }\n");
        var policy = desk.policy("team.yaml");

        assertThat(EffectivePolicy.lines(policy))
                .containsSequence(
                        "    levels: { poc: off, pilot: warn, production: block }    # org 1.0.0 (org.yaml:8:5)",
                        "    waivable: true    # by default",
                        "    confidence: 95 %    # by default",
                        "    most: 7    # team 1.0.0 (team.yaml:8:5)",
                        "    least: 90 %    # org 1.0.0 (org.yaml:10:5)",
                        "    demanded: [a, b]    # org 1.0.0 (org.yaml:11:5)",
                        "    adjustable:",
                        "      most: 8    # team 1.0.0 (team.yaml:9:19)",
                        "      demanded: [a]    # org 1.0.0 (org.yaml:12:28)",
                        "      levels: { poc: off, pilot: info, production: block }    # org 1.0.0 (org.yaml:12:43)");
        EffectivePolicyTest.assertLoadsAgain(Desk.CATALOGUE, policy, folder);
    }
}
