package io.github.genaigate.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlScalarTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "no",
                "null",
                "~",
                "true",
                "010",
                "1:30",
                "@acme/support-ai",
                "**/*.py",
                "a: b # c",
                "\"quoted\" \\ back",
                "it's",
                "- x",
                "{ a: b }",
                "Bücher 日本語 🚀",
                "%TAG",
                "Off",
                "two\nlines",
                "turned \u202E around",
                "a \u2028 line and a mark \uFEFF",
                "&x *y !z",
                " leading and trailing ",
                "a very long name that a writer of YAML might want to fold at some column or other because it does not fit a line"
            })
    void is_read_as_what_was_written(String text) {
        assertRead(text, YamlScalar.quoted(text));
        assertRead(text, YamlScalar.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "risk@acme.example", "SpotBugs", "config/model.yaml", "out-of-scope"})
    void stands_without_quotes_where_it_needs_none(String text) {
        assertThat(YamlScalar.of(text)).isEqualTo(text);
    }

    private static void assertRead(String text, String written) {
        var line = "name: " + written;

        var node = new Converter()
                .read("x.yaml", line.getBytes(StandardCharsets.UTF_8))
                .orElseThrow();

        assertThat(line.lines()).hasSize(1);
        assertThat(((Node.Members) node).get("name"))
                .hasValueSatisfying(value -> assertThat(value).isInstanceOfSatisfying(Node.Scalar.class, scalar -> {
                    assertThat(scalar.text()).isEqualTo(text);
                    assertThat(scalar.isNull()).isFalse();
                }));
    }
}
