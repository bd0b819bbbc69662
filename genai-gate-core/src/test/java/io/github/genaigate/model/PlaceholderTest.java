package io.github.genaigate.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceholderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "…",
                "?",
                "tbd",
                "T.B.D. TBD",
                "(todo)",
                "n/a",
                "N/A",
                "none",
                "nobody",
                "unknown",
                "to be decided",
                "<name>",
                "[name]",
                "{{ owner }}",
                "${OWNER}",
                "@your-team",
                "you@your-company.example",
                "your name",
                "Kim (TBC)"
            })
    void namesNobody(String value) {
        assertThat(Placeholder.is(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"@acme/privacy", "Kim Roe <kim@acme.example>", "Young Ltd", "Nona", "Todo Mori", "team [EMEA]"})
    void namesSomebody(String value) {
        assertThat(Placeholder.is(value)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "To do: TODO, 'TODO'",
        "a TBD b FIXME, 'TBD'",
        "LOREM  ipsum, ''",
        "lorem IPSUM dolor, lorem IPSUM",
        "todo, ''",
        "TODOS, ''",
        "XXX1, ''",
        "(XXX), XXX"
    })
    void marksAreToldInText(String text, String mark) {
        assertThat(Placeholder.in(text).orElse("")).isEqualTo(mark);
    }
}
