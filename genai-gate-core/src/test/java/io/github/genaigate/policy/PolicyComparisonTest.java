package io.github.genaigate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Comparison;
import io.github.genaigate.report.ComparisonReport;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two policies, value by value. */
class PolicyComparisonTest {

    private static final String HELD = """
            name: held
            version: "1"
            stages: [poc, pilot, production]
            requirements:
              sample:
                levels: { pilot: warn, production: block }
                most: 5
                demanded: [a, b]
                allowed: [x, y]
                effectiveFrom: 2027-03-01
            roles:
              risk: { signers: [a@acme.example, b@acme.example], mustNotBeAuthor: true }
            waivers: { maxDuration: 30 d, maxOpen: 2, approvers: [risk] }
            simultaneous: { correction: holm }
            asOf: { maxDifference: 48 h }
            stage: adjustable
            content: { atLeast: [prompts/**] }
            """;

    @TempDir
    Path folder;

    private Comparison compare(String candidate) throws IOException {
        var desk = new Desk(folder).write("held.yaml", HELD).write("candidate.yaml", candidate);
        return new PolicyComparison(Desk.CATALOGUE).compare(desk.policy("held.yaml"), desk.policy("candidate.yaml"));
    }

    @Test
    void a_policy_is_equal_to_itself_whatever_it_is_called() throws IOException {
        assertThat(ComparisonReport.lines(compare(HELD.replace("name: held", "name: other"))))
                .containsExactly("other 1 is equal to held 1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    most: 5                           | most: 4                                | sample.most                    | STRICTER
                    most: 5                           | most: 6                                | sample.most                    | LOOSER
                    '    most: 5\n'                  | ''                                     | sample.most                    | LOOSER
                    demanded: [a, b]                  | demanded: [a, b, c]                    | sample.demanded                | STRICTER
                    demanded: [a, b]                  | demanded: [a, c]                       | sample.demanded                | NEITHER
                    allowed: [x, y]                   | allowed: [x]                           | sample.allowed                 | STRICTER
                    allowed: [x, y]                   | allowed: [z]                           | sample.allowed                 | NEITHER
                    pilot: warn                       | pilot: block                           | sample.levels.pilot            | STRICTER
                    effectiveFrom: 2027-03-01         | effectiveFrom: 2027-04-01              | sample.effectiveFrom           | LOOSER
                    '    effectiveFrom: 2027-03-01\n'| ''                                     | sample.effectiveFrom           | STRICTER
                    most: 5                           | 'most: 5\n    changes: [{ effectiveFrom: 2027-05-01, most: 4 }]' | sample.most from 2027-05-01 | STRICTER
                    most: 5                           | 'most: 5\n    adjustable: { most: 7 }'  | sample.adjustable.most        | LOOSER
                    most: 5                           | 'most: 5\n    waivable: false'        | sample.waivable                | STRICTER
                    most: 5                           | 'most: 5\n    stages: { production: { most: 1 } }' | sample.stages.production.most | STRICTER
                    'a@acme.example, '                | ''                                     | roles.risk                     | STRICTER
                    mustNotBeAuthor: true             | mustNotBeAuthor: false                 | roles.risk                     | LOOSER
                    maxDuration: 30 d                 | maxDuration: 40 d                      | waivers                        | LOOSER
                    'maxOpen: 2, '                    | ''                                     | waivers                        | LOOSER
                    holm                              | none                                   | simultaneous                   | LOOSER
                    48 h                              | 24 h                                   | asOf                           | STRICTER
                    stage: adjustable                 | stage: fixed                           | stage                          | STRICTER
                    stage: adjustable                 | 'stage: adjustable\nskip: forbidden'  | skip                           | STRICTER
                    prompts/**                        | src/**                                 | content                        | NEITHER
                    'sample:'                         | 'another:\n    criterion: sample'     | sample.most                    | LOOSER
                    """)
    void tells_what_each_value_is(String held, String candidate, String name, Comparison.Relation relation)
            throws IOException {
        var comparison = compare(HELD.replace(line(held), line(candidate)));

        assertThat(comparison.differences())
                .filteredOn(difference -> difference.name().equals(name))
                .extracting(Comparison.Difference::relation)
                .containsExactly(relation);
        if (!held.equals("sample:")) {
            assertThat(comparison.differences()).hasSize(1);
            assertThat(comparison.relation()).isEqualTo(relation);
        }
        assertThat(comparison.atLeastAsStrict()).isEqualTo(relation == Comparison.Relation.STRICTER);
    }

    private static String line(String text) {
        return text.replace("\\n", "\n");
    }

    @Test
    void tells_both_values_and_who_set_them() throws IOException {
        assertThat(ComparisonReport.lines(
                        compare(HELD.replace("most: 5", "most: 4").replace("demanded: [a, b]", "demanded: [a]"))))
                .containsExactly(
                        "held 1 is neither stricter nor looser than held 1",
                        "  sample.most: stricter",
                        "      held:      5    # held 1 (held.yaml:9:5)",
                        "      candidate: 4    # held 1 (candidate.yaml:9:5)",
                        "  sample.demanded: looser",
                        "      held:      [a, b]    # held 1 (held.yaml:10:5)",
                        "      candidate: [a]    # held 1 (candidate.yaml:10:5)");
    }

    /** A change is told where it begins, and not again with the next that changes something else. */
    @Test
    void tells_what_differs_from_a_day_on() throws IOException {
        var changes = "most: 5\n    changes: [{ effectiveFrom: 2027-05-01, most: 4 },"
                + " { effectiveFrom: 2027-06-01, demanded: [a, b, c] }]\n    adjustable: { most: 7 }";
        assertThat(ComparisonReport.lines(compare(HELD.replace("most: 5", changes))))
                .containsExactly(
                        "held 1 is neither stricter nor looser than held 1",
                        "  sample.adjustable.most: looser",
                        "      held:      5    # held 1 (held.yaml:9:5)",
                        "      candidate: 7    # held 1 (candidate.yaml:11:19)",
                        "  sample.most from 2027-05-01: stricter",
                        "      held:      5    # held 1 (held.yaml:9:5)",
                        "      candidate: 4    # held 1 (candidate.yaml:10:44)",
                        "  sample.demanded from 2027-06-01: stricter",
                        "      held:      [a, b]    # held 1 (held.yaml:10:5)",
                        "      candidate: [a, b, c]    # held 1 (candidate.yaml:10:84)");
    }

    @Test
    void other_ladders_cannot_be_compared() throws IOException {
        assertThat(compare("""
                        name: other
                        version: "1"
                        stages: [draft, live]
                        requirements: {}
                        """).relation()).isEqualTo(Comparison.Relation.NEITHER);
    }

    @Test
    void what_is_off_demands_nothing() throws IOException {
        assertThat(compare(HELD + "").relation()).isEqualTo(Comparison.Relation.EQUAL);
        assertThat(compare(HELD.replace(
                                "roles:\n",
                                "  off:\n    criterion: sample\n    levels: { production: \"off\" }\nroles:\n"))
                        .relation())
                .isEqualTo(Comparison.Relation.EQUAL);
    }

    /** A key that is added to requirements or rules has to be compared as well. */
    @Test
    void knows_every_key() {
        assertThat(Arrays.stream(Requirement.class.getRecordComponents()).map(RecordComponent::getName))
                .containsExactly(
                        "id",
                        "criterion",
                        "levels",
                        "effectiveFrom",
                        "waivable",
                        "scope",
                        "rationale",
                        "settings",
                        "stages",
                        "changes",
                        "floor",
                        "origins");
        assertThat(Arrays.stream(Policy.Rules.class.getRecordComponents()).map(RecordComponent::getName))
                .containsExactly(
                        "roles",
                        "allowedSigners",
                        "waivers",
                        "skipAllowed",
                        "stageAdjustable",
                        "maxDifference",
                        "correction",
                        "triesCorrected",
                        "contentAtLeast",
                        "reach",
                        "origins");
    }
}
