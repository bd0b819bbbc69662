package io.github.genaigate.gate.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.gate.Gate;
import io.github.genaigate.report.SuiteReport;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The policy that comes with the gate says of the example services what its own suite expects. */
class BaselineSuiteTest {

    private static final Path SUITE = Path.of("../examples/policy-tests.yaml");

    @TempDir
    Path folder;

    @Test
    void holds() throws IOException {
        var result = new PolicySuite(Gate.of(BaselineSuiteTest.class.getClassLoader())).run(SUITE, folder);

        assertThat(result.passed())
                .as(String.join("\n", SuiteReport.lines(result)))
                .isTrue();
        assertThat(result.neverRed()).isEmpty();
    }
}
