package io.github.genaigate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Comparison;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody below may try to demand less, and what becomes of it: it is refused, or nothing is less than before. */
class LooseningTricksTest {

    private static final String ORG = """
            name: org
            version: 1.0.0
            stages: [poc, pilot, production]
            skip: forbidden
            content: { atLeast: [src/**] }
            roles: { risk: { signers: [r@acme.example], mustNotBeAuthor: true } }
            waivers: { maxDuration: 30 d, maxOpen: 2, approvers: [risk] }
            requirements:
              sample:
                levels: { pilot: warn, production: block }
                effectiveFrom: 2026-12-01
                appliesWhen: [{ tier: [high, critical] }]
                most: 5
                least: 90 %
                within: 2 s
                demanded: [b, a]
                allowed: [x, y, z]
                scheme: s1
                stages: { production: { most: 3 } }
                changes: [{ effectiveFrom: 2027-02-01, most: 2 }]
              firm: { criterion: sample, levels: { poc: block }, waivable: false }
            """;

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void desk() throws IOException {
        desk = new Desk(folder).write("org.yaml", ORG);
    }

    private Desk team(String text) throws IOException {
        return desk.write("team.yaml", "name: team\nversion: 1.0.0\nextends: [org.yaml]\n" + text);
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n");
    }

    /** Omission, nothing, emptiness, other units, later stages and days, aliases, other spellings. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            most: 6 | 8:5: sample.most: 6 is weaker than 5 of org 1.0.0 (org.yaml:15:5)
            most: null | 8:11: most has no value; Leave the line out, or write a whole number such as 2
            most: | 8:10: most has no value; Leave the line out, or write a whole number such as 2
            most: ~ | 8:11: most has no value; Leave the line out, or write a whole number such as 2
            most: "" | 8:11: most is "": a whole number has only digits and no leading zero, and is below one billion; Write a whole number such as 2
            demanded: [] | 8:15: demanded is an empty list; Leave the line out, or write at least one entry
            demanded: [a] | 8:5: sample.demanded: [a] is weaker than [a, b] of org 1.0.0 (org.yaml:18:5)
            demanded: [A, B] | 8:5: sample.demanded: [A, B] is weaker than [a, b] of org 1.0.0 (org.yaml:18:5)
            demanded: ["a ", "b"] | 8:5: sample.demanded: [a , b] is weaker than [a, b] of org 1.0.0 (org.yaml:18:5)
            allowed: [x, y, z, w] | 8:5: sample.allowed: [w, x, y, z] is weaker than [x, y, z] of org 1.0.0 (org.yaml:19:5)
            allowed: [] | 8:14: allowed is an empty list; Leave the line out, or write at least one entry
            within: 2001 ms | 8:5: sample.within: 2001 ms is weaker than 2 s of org 1.0.0 (org.yaml:17:5)
            within: 0.04 min | 8:5: sample.within: 2400 ms is weaker than 2 s of org 1.0.0 (org.yaml:17:5)
            least: 0.9 | 8:12: least is "0.9": a share is a number with a percent sign; Write a share such as 95 %
            least: 89.999999999999 % | 8:5: sample.least: 89.999999999999 % is weaker than 90 % of org 1.0.0 (org.yaml:16:5)
            most: 5.0 | 8:11: most is "5.0": a whole number has only digits and no leading zero, and is below one billion; Write a whole number such as 2
            most: 0x5 | 8:11: most is "0x5": a whole number has only digits and no leading zero, and is below one billion; Write a whole number such as 2
            most: 005 | 8:11: most is "005": a whole number has only digits and no leading zero, and is below one billion; Write a whole number such as 2
            most: 1e0 | 8:11: most is "1e0": a whole number has only digits and no leading zero, and is below one billion; Write a whole number such as 2
            scheme: S1 | 8:5: sample.scheme: S1 is weaker than s1 of org 1.0.0 (org.yaml:20:5)
            stages: { production: { most: 4 } } | 8:29: sample.stages.production.most: 4 is weaker than 3 of org 1.0.0 (org.yaml:21:29)
            stages: { pilot: { most: 6 } } | 8:24: sample.stages.pilot.most: 6 is weaker than 5 of org 1.0.0 (org.yaml:15:5)
            stages: { poc: { most: 6 } } | 8:22: sample.stages.poc.most: 6 is weaker than 5 of org 1.0.0 (org.yaml:15:5)
            stages: { Production: { most: 3 } } | 8:5: stages names the stage "Production", which is not on the ladder; Did you mean production?
            stages: {} | 8:13: stages is empty; Leave the line out, or write at least one entry
            stages: null | 8:13: stages has no value; Leave the line out, or write a map from stages to a map with confidence, assurance, maxAge, binding, most, least, within, demanded, allowed, scheme, adjustable
            levels: { production: warn } | 8:5: sample.levels.production: warn is weaker than block of org 1.0.0 (org.yaml:12:5)
            levels: { production: "off" } | 8:5: sample.levels.production: off is weaker than block of org 1.0.0 (org.yaml:12:5)
            levels: { production: off } | 8:5: sample.levels.production: off is weaker than block of org 1.0.0 (org.yaml:12:5)
            levels: { pilot: info } | 8:5: sample.levels.pilot: info is weaker than warn of org 1.0.0 (org.yaml:12:5)
            levels: { poc: "off", pilot: "off" } | 8:5: sample.levels.pilot: off is weaker than warn of org 1.0.0 (org.yaml:12:5)
            levels: { poc: warn, pilot: info } | 8:5: sample.levels.pilot: info is weaker than warn of org 1.0.0 (org.yaml:12:5)
            levels: { prod: block } | 8:5: levels names the stage "prod", which is not on the ladder; Known are poc, pilot, production
            levels: {} | 8:13: levels is empty; Leave the line out, or write at least one entry
            levels: null | 8:13: levels has no value; Leave the line out, or write a map from stages to one of off, info, warn, block
            levels: { production: Block } | 8:27: The entry "production" of levels is "Block": only off, info, warn, block are known; Did you mean block?
            effectiveFrom: 2026-12-02 | 8:5: sample.effectiveFrom: 2026-12-02 is weaker than 2026-12-01 of org 1.0.0 (org.yaml:13:5)
            effectiveFrom: 2099-01-01 | 8:5: sample.effectiveFrom: 2099-01-01 is weaker than 2026-12-01 of org 1.0.0 (org.yaml:13:5)
            effectiveFrom: null | 8:20: effectiveFrom has no value; Leave the line out, or write a date such as 2026-12-15
            effectiveFrom: 2026-02-30 | 8:20: effectiveFrom is "2026-02-30": there is no such day; Write a date such as 2026-12-15
            changes: [{ effectiveFrom: 2027-02-01, most: 4 }] | 8:44: sample.changes.2027-02-01.most: 4 is weaker than 2 of org 1.0.0 (org.yaml:22:44)
            changes: [{ effectiveFrom: 2026-01-01, most: 9 }] | 8:44: sample.changes.2026-01-01.most: 9 is weaker than 5 of org 1.0.0 (org.yaml:15:5)
            changes: [] | 8:14: changes is an empty list; Leave the line out, or write at least one entry
            changes: [{ effectiveFrom: 2027-01-01 }] | 8:15: sample.changes.2027-01-01 changes nothing; Write what is stricter from then on, or remove it
            adjustable: { most: 9 } | 8:19: sample.most: 9 is weaker than 5 of org 1.0.0 (org.yaml:15:5)
            most: 1\\n    adjustable: { most: 9 } | 9:19: sample.most: 9 is weaker than 5 of org 1.0.0 (org.yaml:15:5)
            levels: { pilot: block }\\n    adjustable: { levels: { pilot: "off" } } | 9:19: sample.levels.pilot: off is weaker than warn of org 1.0.0 (org.yaml:12:5)
            appliesWhen: [{ tier: [critical] }] | 8:5: sample.appliesWhen: { tier: [critical] } is weaker than { tier: [high, critical] } of org 1.0.0 (org.yaml:14:5)
            appliesWhen: [] | 8:18: appliesWhen is an empty list; Leave the line out, or write at least one entry
            appliesWhen: [{ tier: [low] }] | 8:21: appliesWhen names the tier low and not medium, high, critical: a service that states more would escape; Write tier: [low, medium, high, critical]
            appliesWhen: [{}] | 8:19: An entry of appliesWhen is empty; Leave the line out, or write a map with tier, riskClass, personalData
            grace: { services: [me], until: 2027-01-01 } | 8:5: The grace of me for sample is not granted by the layer above; Remove it here, and ask the owner of the layer above to grant it
            waivable: "yes" | 8:15: waivable is "yes": only true and false are known; Write true or false
            criterion: other | 7:3: The criterion of sample is other here and sample in org 1.0.0 (org.yaml:11:3); Give one of the two requirements another id
            criterion: Sample | 8:16: There is no criterion "Sample"; Did you mean sample?
            most: 5\\n    most: 6 | 9:5: The key "most" is written twice, first in line 8; Keep one of them
            most: 5\\n    MOST: 6 | 9:5: The key "MOST" is not known here; Did you mean most?
            most: !!int "6" | 8:11: The tag "!!int" is not allowed; Remove it, or put the value in quotes when it begins with !
            most: !!null x | 8:11: The tag "!!null" is not allowed; Remove it, or put the value in quotes when it begins with !
            most: &a 6 | 8:11: An anchor is not allowed; Remove &a, or put the value in quotes when it begins with &
            most: *a | 8:11: An alias is not allowed; Write the value out, or put it in quotes when it is a glob that begins with *
            """)
    void of_a_requirement_are_refused(String written, String problem) throws IOException {
        assertThat(team("requirements:\n  sample:\n    " + lines(written) + "\n")
                        .problems("team.yaml"))
                .singleElement()
                .asString()
                .startsWith("team.yaml:" + problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            requirements: null | 6:15: requirements is nothing; Write a map from ids to demands
            requirements: [] | 6:15: requirements is a list; Write a map from ids to demands
            requirements:\\n  Sample: { criterion: sample, most: 9 } | 7:3: The requirement Sample has no levels; Add levels, such as { production: block }
            requirements:\\n  firm: { waivable: true } | 7:11: firm.waivable: true is weaker than false of org 1.0.0 (org.yaml:23:54)
            stages: [production] | 6:1: stages is [production], and the layer above fixes [poc, pilot, production]; Leave the line out to inherit
            stages: [production, pilot, poc] | 6:1: stages is [production, pilot, poc], and the layer above fixes [poc, pilot, production]; Leave the line out to inherit
            stages: [] | 6:9: stages is an empty list; Leave the line out, or write at least one entry
            stages: null | 6:9: stages has no value; Leave the line out, or write a list, each entry being a text
            skip: allowed | 6:1: skip: allowed is weaker than forbidden of org 1.0.0
            skip: true | 6:7: skip is "true": only allowed, forbidden are known; Write one of allowed, forbidden
            stage: adjustable | 6:1: An adjustable stage is not granted by the layer above; Remove it here, and ask the owner of the layer above to grant it
            content: { atLeast: [] } | 6:21: atLeast is an empty list; Write at least one entry
            roles: { risk: { signers: [me@acme.example] } } | 6:18: roles.risk.signers: [me@acme.example] is weaker than [r@acme.example] of org 1.0.0
            roles: { risk: { signers: [r@acme.example, me@acme.example] } } | 6:18: roles.risk.signers: [me@acme.example, r@acme.example] is weaker than [r@acme.example] of org 1.0.0
            roles: { risk: { mustNotBeAuthor: false } } | 6:18: roles.risk.mustNotBeAuthor: false is weaker than true of org 1.0.0
            roles: {} | 6:8: roles is empty; Leave the line out, or write at least one entry
            waivers: { maxDuration: 90 d, approvers: [risk] } | 6:12: waivers.maxDuration: 90 d is weaker than 30 d of org 1.0.0
            waivers: { maxDuration: 30 d, maxOpen: 9, approvers: [risk] } | 6:31: waivers.maxOpen: 9 is weaker than 2 of org 1.0.0
            waivers: { maxDuration: 10 d, approvers: [] } | 6:42: approvers is an empty list; Write at least one entry
            roles: { mine: { signers: [me@acme.example] } }\\nwaivers: { maxDuration: 10 d, approvers: [mine] } | 7:31: waivers.approvers: [mine] is weaker than [risk] of org 1.0.0
            waivers: null | 6:10: waivers has no value; Leave the line out, or write a map with maxDuration, maxOpen, maxOpenAt, maxRenewals, warnBefore, approvers
            exemptions: [{ service: me, requirement: sample, reason: Later., until: 2027-01-01 }] | 6:14: The exemption of me from sample is not granted by the layer above; Remove it here, and ask the owner of the layer above to grant it
            asOf: { maxDifference: 9999 d } | 6:1: asOf.maxDifference: 9999 d is weaker than 1 d of org 1.0.0
            extends: [] | 6:1: The key "extends" is written twice, first in line 5; Keep one of them
            removes: [sample] | 6:1: The key "removes" is not known here
            """)
    void of_the_rest_are_refused(String written, String problem) throws IOException {
        assertThat(team(lines(written) + "\n").problems("team.yaml"))
                .singleElement()
                .asString()
                .startsWith("team.yaml:" + problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "requirements:\n  sample:\n    within: 2000000 us",
                "requirements:\n  sample:\n    most: \"5\"",
                "requirements:\n  sample:\n    waivable: true",
                "requirements: {}",
                "requirements:\n  sample2: { criterion: sample, levels: { production: \"off\" }, most: 9 }",
                "waivers: { maxDuration: 30 d, approvers: [risk] }",
                "simultaneous: { correction: none }"
            })
    void without_effect_change_nothing(String written) throws IOException {
        var org = desk.policy("org.yaml");
        assertThat(new PolicyComparison(Desk.CATALOGUE)
                        .compare(org, team(written + "\n").policy("team.yaml"))
                        .relation())
                .isEqualTo(Comparison.Relation.EQUAL);
    }

    /** Another name, another order, a copy of the name above, the same layer twice. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: org\nversion: 1.0.0\nextends: [org.yaml]\nrequirements: { sample: { most: 6 } }",
                "requirements: { sample: { most: 6 } }\nextends: [org.yaml]\nversion: 1.0.0\nname: team",
                "name: team\nversion: 1.0.0\nextends: [org.yaml, org.yaml]\nrequirements: { sample: { most: 6 } }",
                "name: team\nversion: 1.0.0\nextends: [./org.yaml]\nrequirements: { sample: { most: 6 } }",
                "name: team\nversion: 1.0.0\nextends: [loose.yaml, org.yaml]\nrequirements: { sample: { most: 6 } }",
                "name: team\nversion: 1.0.0\nextends: [org.yaml, loose.yaml]\nrequirements: { sample: { most: 6 } }",
                "name: team\nversion: 1.0.0\nextends: [between.yaml]\nrequirements: { sample: { most: 6 } }"
            })
    void of_the_place_are_refused(String policy) throws IOException {
        desk.write("loose.yaml", ORG.replace("name: org", "name: loose").replace("most: 5", "most: 9"))
                .write("between.yaml", "name: between\nversion: 1.0.0\nextends: [org.yaml]\nrequirements: {}\n")
                .write("team.yaml", policy + "\n");

        assertThat(desk.problems("team.yaml"))
                .singleElement()
                .asString()
                .matches(
                        "team\\.yaml:[36]:27: sample\\.most: 6 is weaker than 5 of org 1\\.0\\.0 \\(org\\.yaml:15:5\\).*");
    }

    /** An id that looks like another one would be read as the other one. */
    @ParameterizedTest
    @ValueSource(strings = {"sample ", " sample", "sam\u200bple", "s\u0430mple", "sam ple", "", "-sample"})
    void of_an_id_are_refused(String id) throws IOException {
        assertThat(team("requirements:\n  \"" + id + "\": { criterion: sample, levels: { production: \"off\" } }\n")
                        .problems("team.yaml"))
                .singleElement()
                .asString()
                .startsWith("team.yaml:7:3: The id of a requirement is ")
                .endsWith(
                        "; Write letters, digits, points, underscores and hyphens, the first of them a letter or a digit");
    }

    /** Side by side, in either order, the stricter one decides. */
    @Test
    void a_looser_policy_beside_it_loosens_nothing() throws IOException {
        desk.write("loose.yaml", ORG.replace("name: org", "name: loose").replace("most: 5", "most: 9"));
        var comparison = new PolicyComparison(Desk.CATALOGUE);
        var org = desk.policy("org.yaml");

        assertThat(comparison
                        .compare(org, desk.policy("org.yaml", "loose.yaml"))
                        .relation())
                .isEqualTo(Comparison.Relation.EQUAL);
        assertThat(comparison
                        .compare(org, desk.policy("loose.yaml", "org.yaml"))
                        .relation())
                .isEqualTo(Comparison.Relation.EQUAL);
    }
}
