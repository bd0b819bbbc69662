package io.github.genaigate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeakTest {

    private static Peak peak(String text) {
        return Peak.parse(text).value().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "20 requests/s, 20 requests/s",
        "600 requests/min, 10 requests/s",
        "5requests/min, 5 requests/min",
        "1 request/s, 1 request/s",
        "7 requests/h, 7 requests/h",
        "60 requests/h, 1 request/min",
        "0.5 requests/s, 0.5 requests/s",
        "0 requests/s, 0 requests/s",
        "50 concurrent requests, 50 concurrent requests",
        "1.0 concurrent request, 1 concurrent request"
    })
    void isReadAndWrittenInTheLargestUnitThatFits(String text, String written) {
        assertThat(peak(text)).hasToString(written);
        assertThat(peak(written)).isEqualTo(peak(text));
    }

    @Test
    void equalLoadsAreEqualHoweverTheyAreWritten() {
        assertThat(peak("1200 requests/min"))
                .isEqualTo(peak("20.0 requests/s"))
                .isEqualByComparingTo(peak("20 requests/s"));
        assertThat(peak("20 requests/s"))
                .isGreaterThan(peak("1199 requests/min"))
                .isLessThan(peak("1 concurrent request"));
    }

    @Test
    void measuredLoadsAreRoundedDown() {
        assertThat(Peak.rate(2_066, 104)).hasToString("19.8 requests/s");
        assertThat(Peak.rate(1, 3_000)).hasToString("0.0003 requests/s");
        assertThat(Peak.rate(0, 10)).hasToString("0 requests/s");
        assertThat(Peak.inFlight(new BigDecimal("4.987"))).hasToString("4.9 concurrent requests");
    }

    @Test
    void noSuchLoad() {
        assertThatThrownBy(() -> new Peak(BigDecimal.ONE.negate(), true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no such load: -1");
    }
}
