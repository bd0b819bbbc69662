package io.github.genaigate.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void countsAreGroupedByThree() {
        assertThat(Words.count(7)).isEqualTo("7");
        assertThat(Words.count(2_417)).isEqualTo("2 417");
        assertThat(Words.count(1_000_000)).isEqualTo("1 000 000");
        assertThat(Words.count(1, "request")).isEqualTo("1 request");
        assertThat(Words.count(0, "request")).isEqualTo("0 requests");
    }

    @Test
    void longTextsAreCutAndNoCharacterIsTorn() {
        assertThat(Words.brief("x".repeat(120))).hasSize(120).endsWith("x");
        assertThat(Words.brief("x".repeat(121))).hasSize(120).endsWith("x…");
        assertThat(Words.brief("x".repeat(118) + "😀" + "x".repeat(9)))
                .hasSize(119)
                .endsWith("x…");
    }

    @Test
    void aFewNamesStandForMany() {
        assertThat(Words.few(List.of("a", "b", "c", "d", "e"))).isEqualTo("a, b, c, d, e");
        assertThat(Words.few(List.of("a", "b", "c", "d", "e", "f"))).isEqualTo("a, b, c, d, e and 1 more");
    }

    @Test
    void theNearestNameIsProposed() {
        assertThat(Words.meant("chta", List.of("chat", "search"), "Look"))
                .isEqualTo("Write chat if that is what is meant");
        assertThat(Words.meant("zzz", List.of("chat", "search"), "Look")).isEqualTo("Look");
    }

    @Test
    void decimalsAreGroupedBeforeThePoint() {
        assertThat(Words.decimal(new BigDecimal("-1234567.8900"))).isEqualTo("-1 234 567.89");
        assertThat(Words.decimal(new BigDecimal("1e3"))).isEqualTo("1 000");
        assertThat(Words.decimal(new BigDecimal("100"))).isEqualTo("100");
        assertThat(Words.decimal(new BigDecimal("0.00"))).isEqualTo("0");
        assertThat(Words.decimal(new BigDecimal("0.1234567"))).isEqualTo("0.1234567");
    }
}
