package io.github.genaigate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Correction;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must hold for all claims together is a demand like any other: layers tighten it. */
class SimultaneousTest {

    private static final String ABOVE = """
            name: acme
            version: 1.0.0
            stages: [poc, pilot, production]
            requirements: {}
            simultaneous: { correction: holm, tries: corrected }
            """;
    private static final String BELOW = "name: team\nversion: 2.0.0\nextends: [acme.yaml]\nrequirements: {}\n";

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void desk() throws IOException {
        desk = new Desk(folder).write("acme.yaml", ABOVE);
    }

    @Test
    void isInheritedAndTightened() throws IOException {
        var rules = desk.write("team.yaml", BELOW + "simultaneous: { correction: bonferroni }\n")
                .policy("team.yaml")
                .rules();

        assertThat(rules.correction()).isEqualTo(Correction.BONFERRONI);
        assertThat(rules.triesCorrected()).isTrue();
        assertThat(desk.write("other.yaml", ABOVE.replace("simultaneous: { correction: holm, tries: corrected }\n", ""))
                        .policy("other.yaml", "acme.yaml")
                        .rules()
                        .correction())
                .isEqualTo(Correction.HOLM);
    }

    @Test
    void isNotLoosened() throws IOException {
        desk.write("team.yaml", BELOW + "simultaneous: { correction: none, tries: shown }\n");

        assertThat(desk.problems("team.yaml"))
                .containsExactly(
                        "team.yaml:7:1: simultaneous.correction: none is weaker than holm of acme 1.0.0; Write a value at"
                                + " least as strict, or leave the line out to inherit",
                        "team.yaml:7:1: simultaneous.tries: shown is weaker than corrected of acme 1.0.0; Write a value at"
                                + " least as strict, or leave the line out to inherit");
    }
}
