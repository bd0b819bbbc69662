package io.github.genaigate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShareTest {

    @ParameterizedTest
    @CsvSource({
        "95 %, 0.95, 95 %",
        "95%, 0.95, 95 %",
        "99.90 %, 0.999, 99.9 %",
        "0 %, 0, 0 %",
        "0.0 %, 0, 0 %",
        "100 %, 1, 100 %",
        "100.000 %, 1, 100 %",
        "10 %, 0.1, 10 %",
        "05 %, 0.05, 5 %",
        "0.000000000001 %, 0.00000000000001, 0.000000000001 %"
    })
    void isExact(String text, BigDecimal fraction, String canonical) {
        Share share = Share.parse(text).value().orElseThrow();

        assertThat(share.fraction()).isEqualByComparingTo(fraction);
        assertThat(share).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "95",
                "0.95",
                "95  %",
                "95\u00a0%",
                " 95 %",
                "95 % ",
                "95 %\n",
                "-1 %",
                "+1 %",
                "1e1 %",
                "95,5 %",
                "٩٥ %",
                ".5 %",
                "5. %",
                "1000 %",
                "NaN %",
                "0.0000000000001 %",
                "95 percent"
            })
    void isNothingElse(String text) {
        assertThat(Share.parse(text)).isEqualTo(Parsed.wrong("a share is a number with a percent sign"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"100.000000000001 %", "101 %", "999 %"})
    void isAtMostTheWhole(String text) {
        assertThat(Share.parse(text)).isEqualTo(Parsed.wrong("a share is at most 100 %"));
    }

    @Test
    void refusesFractionsThatAreNone() {
        assertThatThrownBy(() -> new Share(new BigDecimal("-0.1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not between 0 and 1: -0.1");
        assertThatThrownBy(() -> new Share(new BigDecimal("1.1"))).hasMessage("not between 0 and 1: 1.1");
    }

    @Test
    void isWrittenSoThatItIsReadTheSame() {
        var random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            var share = new Share(BigDecimal.valueOf(random.nextInt(1_000_001), 6));

            assertThat(Share.parse(share.toString()).value()).contains(share);
            assertThat(share.complement().complement()).isEqualTo(share);
            assertThat(share.fraction().add(share.complement().fraction())).isEqualByComparingTo(BigDecimal.ONE);
        }
    }

    @Test
    void isEqualWhateverItsSpelling() {
        assertThat(Share.parse("99.90 %")).isEqualTo(Share.parse("99.9%"));
    }
}
