package io.github.genaigate.statistics;

import static io.github.genaigate.statistics.ShareTestTest.share;
import static io.github.genaigate.statistics.ShareTestTest.test;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Share;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTextTest {

    @ParameterizedTest
    @CsvSource({
        "2417, 50, 95 %, 97.9 %, 97.3 %, 98.4 %",
        "59, 0, 95 %, 100 %, 95 %, 100 %",
        "58, 0, 95 %, 100 %, 94.9 %, 100 %",
        "100, 5, 95 %, 95 %, 89.7 %, 98.1 %",
        "100, 50, 95 %, 50 %, 41.3 %, 58.7 %",
        "1000000, 1, 99.95 %, 99.99 %, 99.99 %, 100 %",
        "100000, 5106, 95 %, 94.8 %, 94.7 %, 95.1 %",
        "100000, 5120, 95 %, 94.8 %, 94.7 %, 94.995 %",
        "0, 0, 95 %, 0 %, 0 %, 100 %",
        "2, 2, 95 %, 0 %, 0 %, 77.7 %",
        "1000000, 0, 100 %, 100 %, 99.9 %, 100 %",
        "1, 1, 0 %, 0 %, 0 %, 95 %",
    })
    void rounds(long trials, long failures, String demanded, String observed, String lower, String upper) {
        var text = new ShareText(test(trials, failures, demanded, "95 %"));
        assertThat(text.observed()).hasToString(observed);
        assertThat(text.lower()).hasToString(lower);
        assertThat(text.upper()).hasToString(upper);
        assertThat(text.demanded()).hasToString(demanded);
    }

    @Test
    void boundsOfASummaryAreToldFromBothSides() {
        var text = new ShareText(new ShareTest(3_000, 1, 100, share("5 %"), share("95 %")));
        assertThat(text.observed()).hasToString("96.6 %");
        assertThat(text.observedAtMost()).hasToString("100 %");
    }

    @Test
    void neverContradictsTheVerdict() {
        var random = new Random(3);
        for (int i = 0; i < 5_000; i++) {
            long n = 1 + random.nextInt(random.nextBoolean() ? 100 : 2_000_000);
            var limit = new Share(BigDecimal.valueOf(1 + random.nextInt(9_998), 4));
            long k = Math.min(
                    n,
                    Math.max(
                            0,
                            Math.round(n * limit.fraction().doubleValue()
                                    + random.nextGaussian() * 2 * Math.sqrt(n * 0.05))));
            var factor = random.nextBoolean() ? BigDecimal.ONE : BigDecimal.valueOf(10_000 + random.nextInt(50_000), 4);
            var test = ShareTest.exact(n, k, limit, share("95 %")).under(Dependence.known(factor));
            var text = new ShareText(test);
            var demanded = limit.complement();
            var outcome = test.outcome();
            var observed = text.observed();
            assertThat(text.lower().compareTo(demanded) >= 0).as("%s", test).isEqualTo(outcome == Outcome.MET);
            assertThat(text.upper().compareTo(demanded) < 0).as("%s", test).isEqualTo(outcome == Outcome.NOT_MET);
            assertThat(observed.compareTo(demanded) >= 0)
                    .isEqualTo(limit.fraction().multiply(BigDecimal.valueOf(n)).compareTo(BigDecimal.valueOf(k)) >= 0);
            assertThat(text.lower().compareTo(observed)).isLessThanOrEqualTo(0);
            assertThat(text.upper().compareTo(observed)).isGreaterThanOrEqualTo(0);
        }
    }
}
