package io.github.genaigate.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void isQuotedOnOneLine() {
        assertThat(Text.quoted("a\nb\tc")).isEqualTo("\"a b c\"");
        assertThat(Text.quoted("")).isEqualTo("\"\"");
    }

    @Test
    void showsWhatIsNotSeen() {
        assertThat(Text.quoted("a\u202eb\u0000\u200b\u2028")).isEqualTo("\"aU+202EbU+0000U+200BU+2028\"");
        assertThat(Text.quoted("\u001b[31m")).isEqualTo("\"U+001B[31m\"");
        assertThat(Text.quoted("\ud800")).isEqualTo("\"U+D800\"");
    }

    @Test
    void isShortenedBetweenCharacters() {
        assertThat(Text.shortened("😀".repeat(80))).isEqualTo("😀".repeat(80));
        assertThat(Text.shortened("😀".repeat(81))).isEqualTo("😀".repeat(80) + "…");
    }
}
