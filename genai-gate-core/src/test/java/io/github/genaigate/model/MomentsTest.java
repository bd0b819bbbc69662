package io.github.genaigate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MomentsTest {

    private static Moments of(String... numbers) {
        return Stream.of(numbers).map(BigDecimal::new).map(Moments::of).reduce(Moments.NONE, Moments::plus);
    }

    @Test
    void meanAndDeviation() {
        var moments = of("2", "4", "4", "4", "5", "5", "7", "9");

        assertThat(moments.count()).isEqualTo(8);
        assertThat(moments.mean()).contains(new BigDecimal("5"));
        // sqrt(32 / 7)
        assertThat(moments.deviation().orElseThrow()).isEqualByComparingTo("2.138089935299395");
    }

    @Test
    void sumsAreExactWhateverTheOrder() {
        assertThat(of("0.1", "1e20", "-1e20", "0.2")).isEqualTo(of("1e20", "0.2", "0.1", "-1e20"));
        assertThat(of("0.1", "1e20", "-1e20", "0.2").sum()).isEqualByComparingTo("0.3");
    }

    @Test
    void nothingIsKnownOfTheSpreadOfASumOrOfOneNumber() {
        var total = new Moments(5, new BigDecimal("10"), Optional.empty());

        assertThat(total.plus(of("1", "2")).deviation()).isEmpty();
        assertThat(total.mean()).contains(new BigDecimal("2"));
        assertThat(of("3").deviation()).isEmpty();
        assertThat(Moments.NONE.mean()).isEmpty();
        assertThat(of("3", "3").deviation().orElseThrow()).isEqualByComparingTo("0");
        assertThatThrownBy(() -> new Moments(-1, BigDecimal.ZERO, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no such count: -1");
    }

    @Test
    void tokensOfEachModelAddUp() {
        var tokens = new Usage.Tokens(of("10"), of("3"), of("0"));
        var one = new Usage(new TreeMap<>(Map.of("a", tokens)));
        var other = new Usage(new TreeMap<>(Map.of("a", tokens, "b", tokens)));

        assertThat(one.plus(other).models())
                .isEqualTo(Map.of("a", new Usage.Tokens(of("10", "10"), of("3", "3"), of("0", "0")), "b", tokens))
                .isEqualTo(other.plus(one).models());
    }
}
