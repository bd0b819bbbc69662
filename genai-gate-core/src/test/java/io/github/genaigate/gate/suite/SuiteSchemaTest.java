package io.github.genaigate.gate.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.input.Converter;
import io.github.genaigate.input.Node;
import io.github.genaigate.input.SchemaCheck;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Holds the schema that editors use to what the loader accepts. */
class SuiteSchemaTest {

    private static final String DOCUMENT = SuiteShape.schema().document("genai-gate policy tests");

    @Test
    void is_shipped_as_generated() throws IOException {
        assertThat(SchemaCheck.shipped("policy-tests.schema.json", DOCUMENT))
                .as("renew it with -Dgenai-gate.golden=write and review the change")
                .isEqualTo(DOCUMENT);
    }

    @Test
    void accepts_the_suite_of_the_baseline_and_nothing_misspelt() throws IOException {
        var text = Files.readString(Path.of("../examples/policy-tests.yaml"));
        var schema = new SchemaCheck(DOCUMENT);

        assertThat(schema.acceptsAsText(node(text))).isTrue();
        assertThat(schema.acceptsAsTyped(node(text))).isTrue();
        assertThat(schema.acceptsAsText(node(text.replace("expect:", "expects:"))))
                .isFalse();
        assertThat(schema.acceptsAsText(node(text.replace("NOT_MET", "not met"))))
                .isFalse();
    }

    private static Node node(String text) {
        return new Converter()
                .read("suite.yaml", text.getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }
}
