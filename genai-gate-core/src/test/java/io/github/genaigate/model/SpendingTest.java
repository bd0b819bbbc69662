package io.github.genaigate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpendingTest {

    private static Spending spending(String text) {
        return Spending.parse(text).value().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"3000 USD/month, 3000 USD/month", "0.50EUR/month, 0.5 EUR/month", "0 USD/month, 0 USD/month"})
    void isReadAndWritten(String text, String written) {
        assertThat(spending(text)).hasToString(written).isEqualTo(spending(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3000",
                "3000 USD",
                "-1 USD/month",
                "3,000 USD/month",
                "3000 usd/month",
                "3000 USD/year",
                "03 USD/month",
                "3000 USDX/month",
                "1e3 USD/month",
                "3000  USD/month"
            })
    void nothingElseIsRead(String text) {
        assertThat(Spending.parse(text))
                .isEqualTo(Parsed.wrong("it is an amount, a currency of three capital letters and /month"));
    }

    @Test
    void theSmallerIsStricterInOneCurrency() {
        var strictness = Spending.smaller();
        assertThat(strictness.rule()).isEqualTo("smaller is stricter, in one currency");
        assertThat(strictness.join(spending("3 USD/month"), spending("2 USD/month")))
                .contains(spending("2 USD/month"));
        assertThat(strictness.join(spending("2 USD/month"), spending("3 USD/month")))
                .contains(spending("2 USD/month"));
        assertThat(strictness.join(spending("2 USD/month"), spending("2 EUR/month")))
                .isEmpty();
        assertThat(strictness.loosenings(spending("2 USD/month"), spending("3 USD/month")))
                .containsExactly(new Strictness.Loosening("", "2 USD/month", "3 USD/month"));
        assertThat(strictness.loosenings(spending("2 USD/month"), spending("1 USD/month")))
                .isEmpty();
    }

    @Test
    void isNotNegative() {
        assertThatThrownBy(() -> new Spending(BigDecimal.ONE.negate(), "USD")).hasMessage("no such amount: -1");
    }
}
