package io.github.genaigate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Attribute;
import io.github.genaigate.model.Attributes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** To which services a requirement applies: layers only widen it, and side by side it applies when either says so. */
class AppliesWhenTest {

    private static final String MEND = "; Write a value at least as strict, or leave the line out to inherit";

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void desk() throws IOException {
        desk = new Desk(folder);
        org("{ tier: [critical, high] }");
    }

    private void org(String conditions) throws IOException {
        desk.write("org.yaml", Desk.ORG + (conditions.isEmpty() ? "" : "    appliesWhen: " + conditions + "\n"));
    }

    private void team(String requirement) throws IOException {
        desk.write(
                "team.yaml",
                "name: team\nversion: 0.1.0\nextends: [org.yaml]\nrequirements:\n  sample: " + requirement + "\n");
    }

    private static String conditions(Policy policy) {
        return policy.requirements()
                .get("sample")
                .scope()
                .appliesWhen()
                .conditions()
                .toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { tier: [high, critical] }                         | [{ tier: [high, critical] }]
            { tier: [medium, high, critical] }                 | [{ tier: [medium, high, critical] }]
            { tier: [low, medium, high, critical] }            | [every service]
            { personalData: special }                          | [{ personalData: [special] }, { tier: [high, critical] }]
            [{ tier: [high, critical] }, { riskClass: [high, unacceptable] }] | [{ riskClass: [high, unacceptable] }, { tier: [high, critical] }]
            """)
    void a_lower_layer_widens_it(String written, String effective) throws IOException {
        team("{ appliesWhen: " + written + " }");
        var policy = desk.policy("team.yaml");

        assertThat(conditions(policy)).isEqualTo(effective);
        EffectivePolicyTest.assertLoadsAgain(Desk.CATALOGUE, policy, folder);
    }

    @Test
    void what_is_left_out_is_inherited() throws IOException {
        team("{ most: 4 }");

        assertThat(conditions(desk.policy("team.yaml"))).isEqualTo("[{ tier: [high, critical] }]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { tier: [critical] }                                          | { tier: [critical] }
            { tier: [high, critical], personalData: [personal, special] } | { tier: [high, critical], personalData: [personal, special] }
            """)
    void a_lower_layer_does_not_narrow_it(String written, String shown) throws IOException {
        team("{ appliesWhen: " + written + " }");

        assertThat(desk.problems("team.yaml"))
                .containsExactly("team.yaml:7:13: sample.appliesWhen: " + shown + " is weaker than"
                        + " { tier: [high, critical] } of org 1.0.0 (org.yaml:16:5)" + MEND);
    }

    @Test
    void a_condition_on_what_always_applies_is_refused() throws IOException {
        org("");
        team("{ appliesWhen: { tier: critical } }");

        assertThat(desk.problems("team.yaml"))
                .containsExactly(
                        "team.yaml:7:13: sample.appliesWhen: { tier: [critical] } is weaker than every service of"
                                + " org 1.0.0 (org.yaml:7:3)" + MEND);
    }

    @Test
    void side_by_side_it_applies_when_either_says_so() throws IOException {
        desk.write("side.yaml", Desk.ORG.replace("name: org", "name: side") + "    appliesWhen: { tier: critical }\n");
        desk.write("silent.yaml", Desk.ORG.replace("name: org", "name: silent"));

        assertThat(conditions(desk.policy("side.yaml", "org.yaml"))).isEqualTo("[{ tier: [high, critical] }]");
        assertThat(conditions(desk.policy("org.yaml", "side.yaml"))).isEqualTo("[{ tier: [high, critical] }]");
        assertThat(conditions(desk.policy("org.yaml", "silent.yaml", "side.yaml")))
                .isEqualTo("[every service]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            { tier: [medium] }         | 16:20 | appliesWhen names the tier medium and not high, critical: a service that states more would escape; Write tier: [medium, high, critical]
            { tier: [low, critical] }  | 16:20 | appliesWhen names the tier low and not medium, high: a service that states more would escape; Write tier: [low, medium, high, critical]
            { teir: critical }         | 16:20 | The key "teir" is not known here; Did you mean tier?
            { tier: urgent }           | 16:26 | tier is "urgent": only low, medium, high, critical are known; Write one of low, medium, high, critical
            { tier: [] }               | 16:26 | tier is an empty list; Leave the line out, or write at least one entry
            {}                         | 16:18 | appliesWhen is empty; Leave the line out, or write a map with tier, riskClass, personalData
            []                         | 16:18 | appliesWhen is an empty list; Leave the line out, or write at least one entry
            """)
    void what_is_no_condition(String written, String at, String message) throws IOException {
        org(written);

        assertThat(desk.problems("org.yaml")).containsExactly("org.yaml:" + at + ": " + message);
    }

    @Test
    void what_the_organisation_states_of_a_service_only_grows() throws IOException {
        desk.write("org.yaml", Desk.ORG + "services:\n  bot: { tier: high }\n");
        desk.write("team.yaml", """
                name: team
                version: 0.1.0
                extends: [org.yaml]
                requirements: {}
                services: { bot: { tier: critical, personalData: special }, other: { riskClass: limited } }
                """);
        desk.write("less.yaml", """
                name: less
                version: 0.1.0
                extends: [org.yaml]
                requirements: {}
                services: { bot: { tier: medium } }
                """);
        desk.write("side.yaml", Desk.ORG + "services: { bot: { tier: medium, personalData: personal } }\n");

        var policy = desk.policy("team.yaml");
        assertThat(policy.rules().reach().written())
                .isEqualTo(Map.of(
                        "bot", Map.of("tier", "critical", "personalData", "special"),
                        "other", Map.of("riskClass", "limited")));
        EffectivePolicyTest.assertLoadsAgain(Desk.CATALOGUE, policy, folder);
        assertThat(desk.problems("less.yaml"))
                .containsExactly("less.yaml:7:20: services.bot.tier: medium is weaker than high of org 1.0.0"
                        + " (org.yaml:17:10)" + MEND);
        assertThat(desk.policy("org.yaml", "side.yaml").rules().reach().written())
                .isEqualTo(desk.policy("side.yaml", "org.yaml").rules().reach().written())
                .isEqualTo(Map.of("bot", Map.of("tier", "high", "personalData", "personal")));
    }

    @Test
    void what_nobody_states_is_taken_to_match() {
        var conditions = when(Attribute.TIER, "high");

        assertThat(conditions.appliesTo(Attributes.none())).isTrue();
        assertThat(conditions.unstated(Attributes.none())).containsExactly(Attribute.TIER);
        assertThat(conditions.appliesTo(stated("medium"))).isFalse();
        assertThat(conditions.failing(stated("medium"))).containsExactly(Attribute.TIER);
        assertThat(conditions.appliesTo(stated("critical"))).isTrue();
        assertThat(conditions.unstated(stated("critical"))).isEmpty();
        assertThat(conditions.or(Applicability.always()).unstated(Attributes.none()))
                .isEmpty();
    }

    private static Applicability when(Attribute attribute, String least) {
        return new Applicability(List.of(new Condition(new TreeMap<>(Map.of(attribute, least)))));
    }

    private static Attributes stated(String tier) {
        return new Attributes(new TreeMap<>(Map.of(Attribute.TIER, tier)), Map.of());
    }
}
