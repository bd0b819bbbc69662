package io.github.genaigate.statistics;

import static io.github.genaigate.statistics.ShareTestTest.share;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.genaigate.model.Outcome;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeanTestTest {

    private static MeanTest atLeast(long samples, String mean, String error, boolean bounded, String target) {
        return new MeanTest(
                new Mean(samples, new BigDecimal(mean), new BigDecimal(error), bounded),
                Direction.AT_LEAST,
                new BigDecimal(target),
                share("95 %"));
    }

    /** An accuracy as lm-eval reports it with its standard error, and means without bounds. */
    @ParameterizedTest
    @CsvSource({
        "1319, 0.7240, 0.0123, true, 0.70, MET, 0",
        "1319, 0.7240, 0.0123, true, 0.71, UNPROVEN, 1573",
        "1319, 0.7240, 0.0123, true, 0.724, UNPROVEN, ",
        "1319, 0.7240, 0.0123, true, 0.75, NOT_MET, 0",
        "100, 4.2, 0.1, false, 4, MET, 0",
        "100, 4.2, 0.2, false, 4, UNPROVEN, 173",
        "5, 4.2, 0, false, 4, UNPROVEN, ",
        "1, 4.2, 3, false, 4, UNPROVEN, ",
        "100, 1, 0, true, 0.95, MET, 0",
        "58, 1, 0, true, 0.95, UNPROVEN, 1",
        "59, 1, 0, true, 0.95, MET, 0",
        "100, 0, 0, true, 0.95, NOT_MET, 0",
    })
    void outcomes(
            long samples, String mean, String error, boolean bounded, String target, Outcome outcome, Long further) {
        var test = atLeast(samples, mean, error, bounded, target);
        assertThat(test.outcome()).isEqualTo(outcome);
        var forecast = test.furtherSamples();
        assertThat(forecast.isPresent() ? forecast.getAsLong() : null).isEqualTo(further);
    }

    /** Scores of 0.9 or so have a tiny standard error, and prove little of scores that may fall to 0. */
    @ParameterizedTest
    @CsvSource({"10, 0.001", "40, 0.0001"})
    void scoresMayBeAsSkewedAsTheyCanBe(long samples, String error) {
        var test = atLeast(samples, "0.97", error, true, "0.94");
        assertThat(test.outcome()).isEqualTo(Outcome.UNPROVEN);
        assertThat(test.lowerBound())
                .isCloseTo(0.97 * ShareSample.independent(samples, samples).lower(share("95 %")), within(1e-4));
        assertThat(atLeast(samples, "0.97", error, false, "0.94").outcome()).isEqualTo(Outcome.MET);
        var mirrored = new MeanTest(
                new Mean(samples, new BigDecimal("0.03"), new BigDecimal(error), true),
                Direction.AT_MOST,
                new BigDecimal("0.06"),
                share("95 %"));
        assertThat(mirrored.outcome()).isEqualTo(Outcome.UNPROVEN);
        assertThat(mirrored.upperBound()).isCloseTo(1 - test.lowerBound(), within(1e-12));
    }

    /** The most skewed scores of all are those that are 0 or 1. */
    @ParameterizedTest
    @CsvSource({"10, 9", "59, 59", "100, 97", "100, 40", "2000, 1990", "30, 0"})
    void zerosAndOnesHaveTheExactBounds(long samples, long ones) {
        var mean = ShareSample.independent(samples, ones);
        double variance = mean.observed().doubleValue() * (1 - mean.observed().doubleValue());
        var scores = new Mean(samples, mean.observed(), BigDecimal.valueOf(Math.sqrt(variance / (samples - 1))), true);
        double student = new Mean(samples, scores.observed(), scores.standardError(), false).lower(share("95 %"));
        double exact = mean.lower(share("95 %"));
        assertThat(scores.lower(share("95 %")))
                .isCloseTo(scores.isSpread() ? Math.max(0, Math.min(student, exact)) : exact, within(1e-8));
    }

    @Test
    void scoresFarApartAreKeptWithinTheirBounds() {
        var wide = atLeast(10, "0.5", "0.4", true, "0.9");
        assertThat(wide.lowerBound()).isZero();
        assertThat(wide.upperBound()).isEqualTo(1);
    }

    /** Whatever a file says of scores, there are bounds. */
    @ParameterizedTest
    @CsvSource({
        "9223372036854775807, 0.5, 0.1",
        "9223372036854775807, 0.999999999999, 1e-99",
        "9223372036854775807, 1e-99, 1e-99",
        "1000000000, 1e-99, 1",
        "1, 1e-99, 0",
        "2, 0.9999999999999999999999999999999, 1e99",
    })
    void hostileScoresHaveBounds(long samples, String mean, String error) {
        var test = atLeast(samples, mean, error, true, "0.9");
        assertThat(test.lowerBound()).isBetween(0.0, Double.parseDouble(mean));
        assertThat(test.upperBound()).isBetween(Double.parseDouble(mean), 1.0);
    }

    @Test
    void theForecastWouldJustDo() {
        var test = atLeast(1_319, "0.7240", "0.0123", true, "0.71");
        double all = 1_319 + 1_573;
        var error = BigDecimal.valueOf(0.0123 * Math.sqrt(1_319 / all)).toPlainString();
        assertThat(atLeast((long) all, "0.7240", error, true, "0.71").outcome()).isEqualTo(Outcome.MET);
        var before = BigDecimal.valueOf(0.0123 * Math.sqrt(1_319 / (all - 1))).toPlainString();
        assertThat(atLeast((long) all - 1, "0.7240", before, true, "0.71").outcome())
                .isEqualTo(Outcome.UNPROVEN);
        assertThat(test.tendency()).isEqualTo(Outcome.MET);
    }

    /** Both directions are one question, and the text agrees with its answer. */
    @Test
    void mirroredAndNeverContradicted() {
        var random = new Random(29);
        int[] seen = new int[Outcome.values().length];
        for (int i = 0; i < 4_000; i++) {
            var mean = BigDecimal.valueOf(random.nextInt(2_000) - 1_000, random.nextInt(4));
            var error = BigDecimal.valueOf(1 + random.nextInt(100), random.nextInt(5));
            var target = mean.add(BigDecimal.valueOf(random.nextGaussian()).multiply(error))
                    .setScale(random.nextInt(5), java.math.RoundingMode.HALF_EVEN);
            long samples = 2 + random.nextInt(200);
            var test = new MeanTest(new Mean(samples, mean, error, false), Direction.AT_LEAST, target, share("90 %"));
            var mirrored = new MeanTest(
                    new Mean(samples, mean.negate(), error, false), Direction.AT_MOST, target.negate(), share("90 %"));
            var text = test.text();
            assertThat(mirrored.outcome()).isEqualTo(test.outcome());
            assertThat(mirrored.text().upper().orElseThrow().negate())
                    .isEqualByComparingTo(text.lower().orElseThrow());
            assertThat(text.lower().orElseThrow().compareTo(target) >= 0).isEqualTo(test.outcome() == Outcome.MET);
            assertThat(text.upper().orElseThrow().compareTo(target) < 0).isEqualTo(test.outcome() == Outcome.NOT_MET);
            assertThat(text.observed().compareTo(target) >= 0).isEqualTo(mean.compareTo(target) >= 0);
            assertThat(text.lower().orElseThrow()).isLessThanOrEqualTo(text.observed());
            seen[test.outcome().ordinal()]++;
        }
        assertThat(seen[Outcome.MET.ordinal()]).isGreaterThan(100);
        assertThat(seen[Outcome.NOT_MET.ordinal()]).isGreaterThan(100);
    }

    @Test
    void textOfWhatIsNotKnown() {
        var text = atLeast(5, "4.25", "0", false, "4").text();
        assertThat(text.observed()).isEqualTo("4.25");
        assertThat(text.demanded()).isEqualTo("4");
        assertThat(text.lower()).isEmpty();
        assertThat(text.upper()).isEmpty();
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> atLeast(0, "1", "1", false, "1")).hasMessage("no such mean: 0, 1, 1");
        assertThatThrownBy(() -> atLeast(9, "1", "-1", false, "1")).hasMessage("no such mean: 9, 1, -1");
        assertThatThrownBy(() -> atLeast(9, "1.01", "1", true, "1")).hasMessage("no such mean: 9, 1.01, 1");
        assertThatThrownBy(() -> atLeast(9, "1e999999999", "1", false, "1"))
                .isInstanceOf(IllegalArgumentException.class);
        var mean = new Mean(9, BigDecimal.ONE, BigDecimal.ONE, true);
        assertThatThrownBy(() -> new MeanTest(mean, Direction.AT_LEAST, BigDecimal.ONE, share("100 %")))
                .hasMessage("no such confidence: 100 %");
    }
}
