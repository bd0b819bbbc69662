package io.github.genaigate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A criterion that does not come with the gate. */
class OptionalCriterionTest {

    @TempDir
    Path folder;

    @Test
    void is_refused_with_the_dependency_that_brings_it() throws IOException {
        var desk = new Desk(folder).write("org.yaml", """
                name: org
                version: 1.0.0
                stages: [poc, pilot, production]
                requirements:
                  few-errors: { criterion: expression, levels: { production: block } }
                """);

        assertThat(desk.problems("org.yaml"))
                .containsExactly(
                        "org.yaml:7:28: There is no criterion \"expression\"; Add io.github.genaigate:genai-gate-cel,"
                                + " in the version of the gate, to the dependencies of genai-gate-maven-plugin");
    }
}
