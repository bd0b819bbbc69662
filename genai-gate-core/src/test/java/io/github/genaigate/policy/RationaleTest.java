package io.github.genaigate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Rationale;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a requirement exists: said by any layer, added up, and demanding nothing. */
class RationaleTest {

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void desk() throws IOException {
        desk = new Desk(folder).write("org.yaml", Desk.ORG + """
                    why: It went wrong twice.
                    references: { nist-ai-rmf: [MEASURE 2.5], eu-ai-act: [Article 15] }
                """);
    }

    private Desk team(String body) throws IOException {
        return desk.write("team.yaml", "name: team\nversion: 0.1.0\nextends: [org.yaml]\nrequirements:\n" + body);
    }

    private static Rationale rationale(Policy policy) {
        return policy.requirements().get("sample").rationale();
    }

    @Test
    void layers_add_up() throws IOException {
        team("""
                  sample:
                    why: [Our customers ask for it., It went wrong twice.]
                    references: { nist-ai-rmf: [MAP 1.4, MEASURE 2.5], x-acme-handbook: [4.2] }
                """);
        var policy = desk.policy("team.yaml");

        assertThat(rationale(policy))
                .isEqualTo(new Rationale(
                        List.of("It went wrong twice.", "Our customers ask for it."),
                        new TreeMap<>(Map.of(
                                "eu-ai-act", List.of("Article 15"),
                                "nist-ai-rmf", List.of("MAP 1.4", "MEASURE 2.5"),
                                "x-acme-handbook", List.of("4.2")))));
        assertThat(EffectivePolicy.lines(policy))
                .contains(
                        "    why: [\"It went wrong twice.\", \"Our customers ask for it.\"]    # team 0.1.0 (team.yaml:8:5)",
                        "    references: { eu-ai-act: [\"Article 15\"], nist-ai-rmf: [\"MAP 1.4\", \"MEASURE 2.5\"],"
                                + " x-acme-handbook: [\"4.2\"] }    # team 0.1.0 (team.yaml:9:5)");
        EffectivePolicyTest.assertLoadsAgain(Desk.CATALOGUE, policy, folder);
    }

    @Test
    void what_a_layer_leaves_out_it_inherits() throws IOException {
        team("  sample: { most: 4 }\n");

        assertThat(rationale(desk.policy("team.yaml"))).isEqualTo(rationale(desk.policy("org.yaml")));
    }

    @Test
    void side_by_side_the_order_says_nothing() throws IOException {
        desk.write("side.yaml", Desk.ORG.replace("name: org", "name: side") + """
                    why: An auditor asked.
                    references: { eu-ai-act: [Article 9] }
                """);

        assertThat(rationale(desk.policy("side.yaml", "org.yaml")))
                .isEqualTo(rationale(desk.policy("org.yaml", "side.yaml")))
                .isEqualTo(new Rationale(
                        List.of("An auditor asked.", "It went wrong twice."),
                        new TreeMap<>(Map.of(
                                "eu-ai-act", List.of("Article 15", "Article 9"),
                                "nist-ai-rmf", List.of("MEASURE 2.5")))));
    }

    @Test
    void a_framework_that_nobody_knows_is_refused() throws IOException {
        team("""
                  sample:
                    references: { eu-aiact: [Article 15], handbook: [4.2], iso-42001: [] }
                    why: ""
                """);

        assertThat(desk.problems("team.yaml"))
                .containsExactly(
                        "team.yaml:8:19: The entry \"eu-aiact\" of references has no proper name: no such framework is"
                                + " known, and one of your own begins with x-; Did you mean eu-ai-act?",
                        "team.yaml:8:43: The entry \"handbook\" of references has no proper name: no such framework is"
                                + " known, and one of your own begins with x-; Write one of nist-ai-rmf, eu-ai-act,"
                                + " iso-42001, owasp-llm, ml-test-score, or a framework of your own such as"
                                + " x-acme-handbook",
                        "team.yaml:8:71: The entry \"iso-42001\" of references is an empty list; Leave the line out, or"
                                + " write at least one entry",
                        "team.yaml:9:10: why is \"\": it is empty; Write a text of one line, at most 200 characters");
    }
}
