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
        "2417, 50, 95 %, 97.9 %, at least 97.3 %, at most 98.4 %",
        "59, 0, 95 %, 100 %, at least 95 %, at most 100 %",
        "58, 0, 95 %, 100 %, at least 94.9 %, at most 100 %",
        "100, 5, 95 %, 95 %, at least 89.7 %, at most 98.1 %",
        "100, 50, 95 %, 50 %, at least 41.3 %, at most 58.7 %",
        "1000000, 1, 99.95 %, 99.99 %, at least 99.99 %, at most 100 %",
        "100000, 5106, 95 %, 94.8 %, at least 94.7 %, at most 95.1 %",
        "100000, 5120, 95 %, 94.8 %, at least 94.7 %, at most 94.995 %",
        "0, 0, 95 %, 0 %, at least 0 %, at most 100 %",
        "2, 2, 95 %, 0 %, at least 0 %, at most 77.7 %",
        "1000000, 0, 100 %, 100 %, at least 99.9 %, at most 100 %",
        "1, 1, 0 %, 0 %, at least 0 %, at most 95 %",
    })
    void rounds(long trials, long failures, String demanded, String observed, String atLeast, String atMost) {
        var text = new ShareText(test(trials, failures, demanded, "95 %"));
        assertThat(text.observed()).isEqualTo(observed);
        assertThat(text.atLeast()).isEqualTo(atLeast);
        assertThat(text.atMost()).isEqualTo(atMost);
        assertThat(text.demanded()).isEqualTo(demanded);
        assertThat(text.confidence()).isEqualTo("95 %");
    }

    @Test
    void boundsOfASummaryAreToldFromBothSides() {
        var text = new ShareText(new ShareTest(3_000, 1, 100, share("5 %"), share("95 %")));
        assertThat(text.observed()).isEqualTo("96.6 %");
        assertThat(text.observedAtMost()).isEqualTo("100 %");
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
            var test = ShareTest.exact(n, k, limit, share("95 %"));
            var text = new ShareText(test);
            var demanded = limit.complement();
            var atLeast = share(text.atLeast().replace("at least ", ""));
            var less = text.atMost().startsWith("less than ");
            var atMost = share(text.atMost().replaceAll("at most |less than ", ""));
            var observed = share(text.observed());
            var outcome = test.outcome();
            assertThat(atLeast.compareTo(demanded) >= 0)
                    .as("%s %s", test, text.atLeast())
                    .isEqualTo(outcome == Outcome.MET);
            assertThat(less || atMost.compareTo(demanded) < 0)
                    .as("%s %s", test, text.atMost())
                    .isEqualTo(outcome == Outcome.NOT_MET);
            assertThat(observed.compareTo(demanded) >= 0)
                    .isEqualTo(limit.fraction().multiply(BigDecimal.valueOf(n)).compareTo(BigDecimal.valueOf(k)) >= 0);
            assertThat(atLeast.compareTo(observed)).isLessThanOrEqualTo(0);
            assertThat(atMost.compareTo(observed)).isGreaterThanOrEqualTo(0);
        }
    }
}
