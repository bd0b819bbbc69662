package io.github.genaigate.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Outcome;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoundsTest {

    private static Bounds bounds(String lower, String value, String upper, String limit, boolean atMost) {
        return new Bounds(
                new BigDecimal(value),
                new BigDecimal(lower),
                new BigDecimal(upper),
                new BigDecimal(limit),
                atMost,
                "min");
    }

    @Test
    void limitsAreInclusive() {
        assertThat(bounds("7", "8", "9", "9", true).outcome()).isEqualTo(Outcome.MET);
        assertThat(bounds("9", "10", "11", "9", false).outcome()).isEqualTo(Outcome.MET);
        assertThat(bounds("9", "10", "11", "9", true).outcome()).isEqualTo(Outcome.UNPROVEN);
        assertThat(bounds("7", "8", "9", "9", false).outcome()).isEqualTo(Outcome.UNPROVEN);
    }

    @Test
    void noFigureContradictsTheVerdict() {
        var over = bounds("9.00001", "9.00002", "9.00003", "9", true);
        assertThat(over.outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(over.decisive()).isEqualTo("at least 9.00001 min");
        assertThat(over.observed()).isEqualTo("9.1 min");
        var under = bounds("8.99997", "8.99998", "8.99999", "9", false);
        assertThat(under.outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(under.decisive()).isEqualTo("at most 8.99999 min");
        assertThat(bounds("8.96", "8.98", "8.99", "9", true).decisive()).isEqualTo("at most 8.99 min");
    }

    @Test
    void whateverIsRoundedStaysOnItsSide() {
        var random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            var limit = BigDecimal.valueOf(random.nextInt(200) - 100, random.nextInt(4));
            var lower = limit.add(BigDecimal.valueOf(random.nextInt(2_000) - 1_000, 1 + random.nextInt(9)));
            var upper = lower.add(BigDecimal.valueOf(random.nextInt(1_000), 1 + random.nextInt(9)));
            for (boolean atMost : new boolean[] {true, false}) {
                var bounds = new Bounds(lower, lower, upper, limit, atMost, "");
                if (bounds.outcome() != Outcome.UNPROVEN) {
                    var told = new BigDecimal(
                            bounds.decisive().replaceAll("at (least|most) ", "").replace(" ", ""));
                    boolean met = bounds.outcome() == Outcome.MET;
                    assertThat(told.compareTo(limit)).as(bounds.toString()).isIn(met ? 0 : 1, met == atMost ? -1 : 1);
                    assertThat(met || told.compareTo(limit) != 0)
                            .as(bounds.toString())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void tellsHowManyTimesTheSamplesWouldDo() {
        assertThat(bounds("6", "8", "10", "9", true).timesTheSamples()).contains(BigDecimal.valueOf(4));
        assertThat(bounds("6", "8", "10", "8", true).timesTheSamples()).isEmpty();
        assertThat(bounds("6", "8", "10", "7", false).timesTheSamples()).contains(BigDecimal.valueOf(4));
        assertThat(bounds("6", "8", "10", "9", false).timesTheSamples()).isEmpty();
    }
}
