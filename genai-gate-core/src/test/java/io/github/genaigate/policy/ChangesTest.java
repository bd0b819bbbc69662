package io.github.genaigate.policy;

import static io.github.genaigate.policy.Desk.ORG;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Level;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that change on a day: stricter from then on, in every layer, and never before. */
class ChangesTest {

    private static final LocalDate BEFORE = LocalDate.parse("2027-01-14");
    private static final LocalDate DAY = LocalDate.parse("2027-01-15");
    private static final LocalDate LATER = LocalDate.parse("2027-06-01");

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void desk() throws IOException {
        desk = new Desk(folder).write("org.yaml", ORG + """
                    changes:
                      - { effectiveFrom: 2027-01-15, within: 1500 ms, levels: { pilot: block } }
                """);
    }

    /** A layer below org.yaml. */
    private Desk team(String changes) throws IOException {
        return desk.write("team.yaml", """
                name: team
                version: 2.0.0
                extends: [org.yaml]
                requirements:
                  sample:
                """ + changes.indent(4));
    }

    private Requirement sample(String... names) throws IOException {
        return desk.policy(names).requirements().get("sample");
    }

    @Test
    void a_changed_value_holds_from_its_day_on() throws IOException {
        var sample = sample("org.yaml");

        assertThat(sample.settings().find(Desk.WITHIN)).contains(Duration.ofSeconds(2));
        assertThat(sample.on(BEFORE).settings().find(Desk.WITHIN)).contains(Duration.ofSeconds(2));
        assertThat(sample.on(BEFORE).level("pilot")).isEqualTo(Level.WARN);
        assertThat(sample.on(DAY).settings().find(Desk.WITHIN)).contains(Duration.ofMillis(1500));
        assertThat(sample.on(DAY).settings().find(Desk.MOST))
                .as("all else stays")
                .contains(5);
        assertThat(sample.on(DAY).level("pilot")).isEqualTo(Level.BLOCK);
        assertThat(sample.on(DAY).level("production")).isEqualTo(Level.BLOCK);
        assertThat(sample.on(LATER)).isEqualTo(sample.on(DAY));
        assertThat(sample.on(DAY).origins("pilot").get("within")).hasToString("org 1.0.0 (org.yaml:17:38)");
        assertThat(sample.on(DAY).origins("pilot").get("most")).hasToString("org 1.0.0 (org.yaml:10:5)");
    }

    @Test
    void seen_from_a_later_day_what_has_changed_holds() throws IOException {
        team("changes: [{ effectiveFrom: 2027-06-01, most: 2 }]\n");
        var policy = desk.policy("team.yaml");

        assertThat(policy.changes()).containsExactly(DAY, LATER);
        assertThat(policy.from(BEFORE)).isEqualTo(policy);
        assertThat(policy.from(DAY).changes()).containsExactly(LATER);
        assertThat(policy.from(DAY).requirements().get("sample").settings().find(Desk.WITHIN))
                .contains(Duration.ofMillis(1500));
        assertThat(policy.from(LATER).changes()).isEmpty();
        assertThat(policy.from(LATER).requirements().get("sample").settings().find(Desk.MOST))
                .contains(2);
    }

    @Test
    void layers_join_on_every_day() throws IOException {
        team("""
                within: 1800 ms
                changes:
                  - { effectiveFrom: 2027-06-01, within: 1 s, stages: { production: { most: 1 } } }
                  - { effectiveFrom: 2027-01-10, most: 3 }
                """);
        var sample = sample("team.yaml");

        assertThat(sample.changes().keySet()).isEqualTo(Set.of(LocalDate.parse("2027-01-10"), DAY, LATER));
        assertThat(sample.settings().find(Desk.WITHIN)).contains(Duration.ofMillis(1800));
        assertThat(sample.on(DAY).settings().find(Desk.WITHIN)).contains(Duration.ofMillis(1500));
        assertThat(sample.on(DAY).settings().find(Desk.MOST)).contains(3);
        assertThat(sample.on(LATER).settings().find(Desk.WITHIN)).contains(Duration.ofSeconds(1));
        assertThat(sample.on(LATER).settings("pilot").find(Desk.MOST)).contains(3);
        assertThat(sample.on(LATER).settings("production").find(Desk.MOST)).contains(1);
    }

    @Test
    void a_change_that_another_layer_made_already_is_none() throws IOException {
        team("within: 1 s\nlevels: { pilot: block }\n");

        assertThat(sample("team.yaml").changes()).isEmpty();
    }

    @Test
    void siblings_join_on_every_day() throws IOException {
        desk.write("other.yaml", ORG.replace("name: org", "name: other") + """
                    changes: [{ effectiveFrom: 2027-01-15, most: 1 }, { effectiveFrom: 2027-06-01, within: 1 s }]
                """);
        var one = sample("org.yaml", "other.yaml");
        var other = sample("other.yaml", "org.yaml");

        assertThat(one.on(DAY).settings().values()).containsEntry("most", 1);
        assertThat(one.on(DAY).settings().values()).containsEntry("within", Duration.ofMillis(1500));
        assertThat(one.on(LATER).settings().values()).containsEntry("within", Duration.ofSeconds(1));
        assertThat(other.demandsAs(one)).isTrue();
        assertThat(other.changes().keySet()).isEqualTo(one.changes().keySet());
        one.changes()
                .forEach((day, change) ->
                        assertThat(other.on(day).demandsAs(change)).isTrue());
    }

    @Test
    void a_change_loosens_neither_what_holds_before_nor_what_holds_above() throws IOException {
        team("""
                changes:
                  - { effectiveFrom: 2027-01-10, within: 3 s, levels: { production: warn } }
                  - { effectiveFrom: 2027-06-01, within: 1800 ms, stages: { pilot: { least: 80 % } } }
                """);
        var mend = "; Write a value at least as strict, or leave the line out to inherit";

        assertThat(desk.problems("team.yaml"))
                .containsExactly(
                        "team.yaml:9:38: sample.changes.2027-01-10.within: 3 s is weaker than 2 s of org 1.0.0"
                                + " (org.yaml:12:5)" + mend,
                        "team.yaml:9:51: sample.changes.2027-01-10.levels.production: warn is weaker than block of"
                                + " org 1.0.0 (org.yaml:8:5)" + mend,
                        "team.yaml:10:38: sample.changes.2027-06-01.within: 1800 ms is weaker than 1500 ms of org 1.0.0"
                                + " (org.yaml:17:38)" + mend,
                        "team.yaml:10:74: sample.changes.2027-06-01.stages.pilot.least: 80 % is weaker than 90 % of"
                                + " org 1.0.0 (org.yaml:11:5)" + mend);
    }

    @Test
    void a_change_is_held_against_the_earlier_ones_of_its_layer() throws IOException {
        team("""
                most: 4
                changes:
                  - { effectiveFrom: 2027-03-01, most: 2 }
                  - { effectiveFrom: 2027-04-01, most: 3 }
                """);

        assertThat(desk.problems("team.yaml"))
                .containsExactly("team.yaml:11:38: sample.changes.2027-04-01.most: 3 is weaker than 2 of team 2.0.0"
                        + " (team.yaml:10:38); Write a value at least as strict, or leave the line out to inherit");
    }

    @Test
    void two_changes_of_one_day_and_a_change_of_nothing_are_refused() throws IOException {
        team("""
                changes:
                  - { effectiveFrom: 2027-03-01, most: 2 }
                  - { effectiveFrom: 2027-03-01, least: 95 % }
                  - { effectiveFrom: 2027-04-01 }
                """);

        assertThat(desk.problems("team.yaml"))
                .containsExactly(
                        "team.yaml:10:9: sample changes twice on 2027-03-01, here and in team.yaml:9:9;"
                                + " Write one entry for each day",
                        "team.yaml:11:9: sample.changes.2027-04-01 changes nothing; Write what is stricter from then on,"
                                + " or remove it");
    }

    @Test
    void a_change_that_contradicts_a_fixed_value_is_refused() throws IOException {
        team("changes: [{ effectiveFrom: 2027-03-01, scheme: s2 }]\n");

        assertThat(desk.problems("team.yaml"))
                .contains("team.yaml:8:44: sample.changes.2027-03-01.scheme: s2 is weaker than s1 of org 1.0.0"
                        + " (org.yaml:15:5); Write a value at least as strict, or leave the line out to inherit");
    }

    /** A date that nobody understands is neither always nor never. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            2027-02-30     | is "2027-02-30": there is no such day; Write a date such as 2026-12-15
            2027-13-01     | is "2027-13-01": there is no such day; Write a date such as 2026-12-15
            15.01.2027     | is "15.01.2027": a date is written year-month-day; Write a date such as 2026-12-15
            2027-1-15      | is "2027-1-15": a date is written year-month-day; Write a date such as 2026-12-15
            20270115       | is "20270115": a date is written year-month-day; Write a date such as 2026-12-15
            "20270115"     | is "20270115": a date is written year-month-day; Write a date such as 2026-12-15
            ""             | is "": a date is written year-month-day; Write a date such as 2026-12-15
            2027-01-15T00Z | is "2027-01-15T00Z": a date is written year-month-day; Write a date such as 2026-12-15
            never          | is "never": a date is written year-month-day; Write a date such as 2026-12-15
            [2027-01-15]   | is a list; Write a date such as 2026-12-15
            {}             | is a map; Write a date such as 2026-12-15
            null           | has no value; INSTEADa date such as 2026-12-15
            `              `| has no value; INSTEADa date such as 2026-12-15
            """)
    void every_date_is_a_day(String written, String problem) throws IOException {
        team("effectiveFrom: " + written + "\n");
        assertThat(desk.problems("team.yaml"))
                .containsExactly("team.yaml:8:" + column(written, 20) + ": effectiveFrom "
                        + problem.replace("INSTEAD", "Leave the line out, or write "));

        team("changes:\n  - most: 1\n    effectiveFrom: " + written + "\n");
        assertThat(desk.problems("team.yaml"))
                .containsExactly("team.yaml:10:" + column(written, 24) + ": effectiveFrom "
                        + problem.replace("INSTEAD", "Write "));
    }

    private static int column(String written, int column) {
        return written.isBlank() ? column - 1 : column;
    }

    @Test
    void a_change_without_a_day_is_refused() throws IOException {
        team("changes: [{ most: 1 }]\n");

        assertThat(desk.problems("team.yaml"))
                .containsExactly(
                        "team.yaml:8:15: An entry of changes has no effectiveFrom; Add effectiveFrom, a date such as"
                                + " 2026-12-15");
    }

    @Test
    void nothing_else_can_be_changed() throws IOException {
        team("changes: [{ effectiveFrom: 2027-03-01, waivable: true }]\n");

        assertThat(desk.problems("team.yaml"))
                .containsExactly(
                        "team.yaml:8:44: The key \"waivable\" is not known here; Known are effectiveFrom, levels,"
                                + " confidence, assurance, maxAge, binding, most, least, within, demanded, allowed, scheme, stages, adjustable");
    }

    @Test
    void a_requirement_in_force_is_not_put_off() throws IOException {
        team("effectiveFrom: 2099-01-01\n");

        assertThat(desk.problems("team.yaml"))
                .containsExactly(
                        "team.yaml:8:5: sample.effectiveFrom: 2099-01-01 is weaker than in force already of org 1.0.0"
                                + " (org.yaml:8:5); Write a value at least as strict, or leave the line out to inherit");
    }

    @Test
    void siblings_are_in_force_from_the_earliest_day() throws IOException {
        desk.write("a.yaml", ORG + "    effectiveFrom: 2027-03-01\n");
        desk.write("b.yaml", ORG + "    effectiveFrom: 2027-02-01\n");

        assertThat(sample("a.yaml", "b.yaml").effectiveFrom()).contains(LocalDate.parse("2027-02-01"));
        assertThat(sample("b.yaml", "a.yaml").effectiveFrom()).contains(LocalDate.parse("2027-02-01"));
    }

    @Test
    void the_effective_policy_shows_every_change_and_loads_again() throws IOException {
        team("""
                changes:
                  - { effectiveFrom: 2027-01-15, stages: { production: { demanded: [a, b, c] } } }
                  - { effectiveFrom: 2027-06-01, within: 1 s, stages: { pilot: { within: 900 ms } } }
                """);
        var policy = desk.policy("team.yaml");

        assertThat(EffectivePolicy.lines(policy))
                .containsSequence(
                        "    scheme: s1    # org 1.0.0 (org.yaml:15:5)",
                        "    changes:",
                        "      - effectiveFrom: 2027-01-15",
                        "        levels: { poc: off, pilot: block, production: block }    # org 1.0.0 (org.yaml:17:55)",
                        "        within: 1500 ms    # org 1.0.0 (org.yaml:17:38)",
                        "        stages:",
                        "          production:",
                        "            demanded: [a, b, c]    # team 2.0.0 (team.yaml:9:62)",
                        "      - effectiveFrom: 2027-06-01",
                        "        within: 1 s    # team 2.0.0 (team.yaml:10:38)",
                        "        stages:",
                        "          pilot:",
                        "            within: 900 ms    # team 2.0.0 (team.yaml:10:70)");
        EffectivePolicyTest.assertLoadsAgain(Desk.CATALOGUE, policy, folder);
    }
}
