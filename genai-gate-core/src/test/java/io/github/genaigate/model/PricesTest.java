package io.github.genaigate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.genaigate.model.Prices.Price;
import io.github.genaigate.model.Prices.Rates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PricesTest {

    private static Rates rates(int input, int output, int cached) {
        return new Rates(BigDecimal.valueOf(input), BigDecimal.valueOf(output), BigDecimal.valueOf(cached));
    }

    private static Prices prices(String currency, Map<String, Price> models) {
        return new Prices(currency, new TreeMap<>(models));
    }

    @Test
    void whatTwoTablesPriceCostsEither() {
        var one = prices("USD", Map.of("a", Price.of(rates(1, 5, 1)), "b", Price.of(rates(2, 2, 2))));
        var retiring = new Price(rates(3, 4, 1), rates(3, 4, 1), Optional.empty(), Optional.of(LocalDate.EPOCH));
        var other = prices("USD", Map.of("a", retiring));
        assertThat(one.merge(other)).isEqualTo(other.merge(one));
        assertThat(one.merge(other).models().get("a"))
                .isEqualTo(new Price(rates(1, 4, 1), rates(3, 5, 1), Optional.of(0L), Optional.of(LocalDate.EPOCH)));
        assertThat(one.merge(one)).isEqualTo(one);
    }

    @Test
    void currenciesAreNotMixed() {
        assertThatThrownBy(() -> prices("USD", Map.of()).merge(prices("EUR", Map.of())))
                .hasMessage("cannot merge USD with EUR");
        assertThatThrownBy(() -> prices("USD", Map.of()).merge(new Figures(List.of())))
                .hasMessage("cannot merge Prices with Figures");
    }

    @Test
    void pricesAreNotNegative() {
        assertThatThrownBy(() -> rates(1, -1, 1)).hasMessage("no such price: -1");
        assertThat(rates(0, 0, 3).areNothing()).isTrue();
        assertThat(rates(0, 1, 0).areNothing()).isFalse();
    }

    @Test
    void onlyPricesAreNotAboutTheContent() {
        assertThat(prices("USD", Map.of()).isAboutContent()).isFalse();
        assertThat(new Figures(List.of()).isAboutContent()).isTrue();
    }
}
