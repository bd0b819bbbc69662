package io.github.genaigate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyTest {

    @Test
    void addsUp() {
        var exact = Tally.exact(100, 3, 1);
        var bounds = new Tally(50, 0, 2, 0);

        assertThat(exact.plus(bounds)).isEqualTo(new Tally(150, 3, 5, 1)).isEqualTo(bounds.plus(exact));
        assertThat(exact.plus(Tally.NONE)).isEqualTo(exact);
        assertThat(exact.isExact()).isTrue();
        assertThat(bounds.isExact()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"10, -1, 0, 0", "10, 3, 2, 0", "10, 0, 11, 0", "-1, 0, 0, 0", "10, 0, 0, -1"})
    void isNeverMoreThanWasTried(long trials, long atLeast, long atMost, long unmeasured) {
        assertThatThrownBy(() -> new Tally(trials, atLeast, atMost, unmeasured))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no such tally: " + trials + ", " + atLeast + ".." + atMost);
    }

    @Test
    void neverWrapsAround() {
        var most = Tally.exact(Long.MAX_VALUE, 0, 0);

        assertThatThrownBy(() -> most.plus(Tally.exact(1, 0, 0))).isInstanceOf(ArithmeticException.class);
    }
}
