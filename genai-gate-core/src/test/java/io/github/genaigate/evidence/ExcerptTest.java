package io.github.genaigate.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

    @Test
    void keepsWhatFits() {
        assertThat(Excerpt.of("fits", 4)).isEqualTo("fits");
        assertThat(Excerpt.of("", 4)).isEmpty();
    }

    @Test
    void saysThatThereIsMore() {
        assertThat(Excerpt.of("too long", 4)).isEqualTo("too…");
        assertThat(Excerpt.of("x".repeat(121))).isEqualTo("x".repeat(119) + "…");
    }

    @Test
    void turnsLinesControlsAndInvisibleSignsIntoOneSpace() {
        assertThat(Excerpt.of("\n a\r\n\tb\u001B[31m\u202Ec \u0000")).isEqualTo("a b [31m c");
    }

    @Test
    void cutsNoCharacterInTwo() {
        assertThat(Excerpt.of("ab😀😀", 5)).isEqualTo("ab😀…");
        assertThat(Excerpt.of("ab😀😀", 4)).isEqualTo("ab…");
        assertThat(Excerpt.of("a\uD83D", 4)).isEqualTo("a");
    }
}
