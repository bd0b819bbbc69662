package io.github.genaigate.statistics;

import static io.github.genaigate.statistics.ShareTestTest.share;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.genaigate.model.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@link ShareComparison} and {@link EffectTest}. */
class ComparisonTest {

    private static ShareComparison compare(long n1, long k1, long n2, long k2, String margin) {
        return new ShareComparison(
                ShareSample.independent(n1, k1),
                ShareSample.independent(n2, k2),
                new BigDecimal(margin),
                share("95 %"));
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 20, 1000, 40, 0, MET, 0",
        "1000, 40, 1000, 20, 0, NOT_MET, 0",
        "1000, 30, 1000, 40, 0, UNPROVEN, ",
        "1000, 30, 1000, 30, 0, UNPROVEN, ",
        "2000, 60, 2000, 60, 0.02, MET, 0",
        "400, 12, 1000, 30, 0.02, UNPROVEN, 1002",
        "1000, 90, 1000, 30, 0.02, NOT_MET, 0",
        "1000, 0, 10, 0, 0.01, MET, 0",
        "0, 0, 1000, 0, 0.02, UNPROVEN, ",
        "1000, 0, 0, 0, 0.02, UNPROVEN, ",
        "1000, 10, 1000, 60, -0.02, MET, 0",
        "10, 0, 10, 5, 0, MET, 0",
    })
    void outcomes(long n1, long k1, long n2, long k2, String margin, Outcome outcome, Long further) {
        var comparison = compare(n1, k1, n2, k2, margin);
        assertThat(comparison.outcome()).isEqualTo(outcome);
        var forecast = comparison.furtherSamples();
        assertThat(forecast.isPresent() ? forecast.getAsLong() : null).isEqualTo(further);
    }

    /** Equal shares, and shares that differ by the margin: wrong in at most five of a hundred pairs, either way. */
    @ParameterizedTest
    @CsvSource({"300, 300, 0.05, 0", "50, 400, 0.3, 0", "400, 200, 0.05, 0.03", "100, 100, 0.02, 0.1"})
    void theLevelIsKept(int n1, int n2, double base, String margin) {
        var random = new SplittableRandom(31);
        int pairs = 3_000;
        int met = 0;
        int notMet = 0;
        for (int i = 0; i < pairs; i++) {
            var comparison = compare(
                    n1, hits(random, n1, base + Double.parseDouble(margin)), n2, hits(random, n2, base), margin);
            met += comparison.outcome() == Outcome.MET ? 1 : 0;
            notMet += comparison.outcome() == Outcome.NOT_MET ? 1 : 0;
        }
        double allowed = pairs * 0.05 + 3 * Math.sqrt(pairs * 0.05 * 0.95);
        assertThat((double) met).isLessThanOrEqualTo(allowed);
        assertThat((double) notMet).isLessThanOrEqualTo(allowed);
    }

    private static long hits(SplittableRandom random, int trials, double share) {
        long hits = 0;
        for (int i = 0; i < trials; i++) {
            hits += random.nextDouble() < share ? 1 : 0;
        }
        return hits;
    }

    @Test
    void dependentSamplesAreComparedByTheirBounds() {
        var current = new ShareSample(1_000, 20, Dependence.known(new BigDecimal(10)));
        var comparison =
                new ShareComparison(current, ShareSample.independent(1_000, 40), BigDecimal.ZERO, share("95 %"));
        assertThat(comparison.isExact()).isFalse();
        assertThat(comparison.outcome()).isEqualTo(Outcome.UNPROVEN);
        assertThat(compare(1_000, 20, 1_000, 40, "0").isExact()).isTrue();
        assertThat(compare(1_000, 20, 1_000, 40, "0.01").isExact()).isFalse();
        long[] bins = new long[400];
        java.util.Arrays.fill(bins, 25);
        long[] failures = new long[400];
        failures[7] = 20;
        var clustered = new ShareSample(10_000, 20, Dependence.inTime(bins, failures));
        assertThat(clustered.upper(share("95 %")))
                .as("one burst says nothing of the next")
                .isEqualTo(1);
        assertThat(new ShareComparison(clustered, ShareSample.independent(100, 50), BigDecimal.ZERO, share("95 %"))
                        .outcome())
                .isEqualTo(Outcome.UNPROVEN);
    }

    @Test
    void monotoneAndToldAsItIs() {
        var random = new Random(37);
        for (int i = 0; i < 2_000; i++) {
            long n1 = 1 + random.nextInt(400);
            long n2 = 1 + random.nextInt(400);
            long k1 = random.nextInt((int) n1 + 1);
            long k2 = random.nextInt((int) n2 + 1);
            var margin = random.nextBoolean() ? "0" : "0.0" + random.nextInt(10);
            var comparison = compare(n1, k1, n2, k2, margin);
            if (comparison.outcome() == Outcome.MET) {
                assertThat(compare(n1, Math.max(0, k1 - 1), n2, k2, margin).outcome())
                        .isEqualTo(Outcome.MET);
                assertThat(compare(n1 + 1, k1, n2, k2, margin).outcome()).isEqualTo(Outcome.MET);
                assertThat(compare(n1, k1, n2, Math.min(n2, k2 + 1), margin).outcome())
                        .isEqualTo(Outcome.MET);
            }
            if (comparison.outcome() == Outcome.NOT_MET) {
                assertThat(compare(n1, Math.min(n1, k1 + 1), n2, k2, margin).outcome())
                        .isEqualTo(Outcome.NOT_MET);
                assertThat(compare(n1, k1, n2, Math.max(0, k2 - 1), margin).outcome())
                        .isEqualTo(Outcome.NOT_MET);
            }
            var text = comparison.text();
            assertThat(text.upper().orElseThrow().compareTo(comparison.margin()) <= 0)
                    .isEqualTo(comparison.outcome() == Outcome.MET);
            assertThat(text.lower().orElseThrow().compareTo(comparison.margin()) > 0)
                    .isEqualTo(comparison.outcome() == Outcome.NOT_MET);
        }
    }

    private static Mean mean(long samples, String mean, String error, boolean bounded) {
        return new Mean(samples, new BigDecimal(mean), new BigDecimal(error), bounded);
    }

    @Test
    void effects() {
        var better = new EffectTest(
                ShareSample.independent(2_000, 300),
                ShareSample.independent(2_000, 200),
                Direction.AT_LEAST,
                new BigDecimal("0.02"),
                share("95 %"));
        assertThat(better.outcome()).isEqualTo(Outcome.MET);
        assertThat(better.text().observed()).isEqualTo("0.05");
        var shorter = new EffectTest(
                mean(100, "312", "11", false),
                mean(120, "360", "14", false),
                Direction.AT_MOST,
                new BigDecimal("-10"),
                share("95 %"));
        assertThat(shorter.outcome()).isEqualTo(Outcome.MET);
        assertThat(shorter.text().upper()).hasValue(new BigDecimal("-18.586"));
    }

    @Test
    void whatIsNotKnownProvesNothing() {
        var none = new EffectTest(
                ShareSample.independent(0, 0),
                ShareSample.independent(10, 1),
                Direction.AT_LEAST,
                new BigDecimal(-1),
                share("95 %"));
        assertThat(none.outcome()).isEqualTo(Outcome.UNPROVEN);
        var without = new EffectTest(
                mean(100, "5", "0", false),
                mean(100, "1", "1", false),
                Direction.AT_LEAST,
                BigDecimal.ONE,
                share("95 %"));
        assertThat(without.outcome()).isEqualTo(Outcome.UNPROVEN);
        assertThat(without.text().lower()).isEmpty();
        var scores = new EffectTest(
                mean(100, "1", "0", true),
                mean(100, "0.5", "0.05", true),
                Direction.AT_LEAST,
                new BigDecimal("0.3"),
                share("95 %"));
        assertThat(scores.outcome()).isEqualTo(Outcome.MET);
        assertThat(scores.lowerBound()).isBetween(0.35, 0.37);
    }

    /** After SciPy 1.17.1, of the first less so much of the second. */
    @ParameterizedTest
    @CsvSource({
        "30,  8.4, 2,   50,   11.2, 5,   1,    95 %, -4.12652106899116,   -1.4734789310088379",
        "240, 8.4, 4.1, 260,  11.2, 4.9, 0.8,  95 %, -1.152221704533972,  0.03222170453397444",
        "100, 5,   1,   1000, 5.2,  3,   1.05, 99 %, -0.7898337626489921, -0.13016623735100963",
    })
    void aPartOfTheControl(
            long samples,
            String mean,
            double deviation,
            long others,
            String otherMean,
            double otherDeviation,
            BigDecimal part,
            String confidence,
            double lower,
            double upper) {
        for (var unit : List.of(BigDecimal.ONE, new BigDecimal("1e60"), new BigDecimal("1e-60"))) {
            var test = new EffectTest(
                    mean(samples, mean, deviation, unit),
                    mean(others, otherMean, otherDeviation, unit),
                    part,
                    Direction.AT_MOST,
                    BigDecimal.ZERO,
                    share(confidence));
            assertThat(test.lowerBound() / unit.doubleValue()).isCloseTo(lower, within(1e-9));
            assertThat(test.upperBound() / unit.doubleValue()).isCloseTo(upper, within(1e-9));
        }
        var half = new Family(share("95 %"), 2).bonferroni();
        var one = ShareSample.independent(400, 260);
        var other = ShareSample.independent(400, 200);
        assertThat(new EffectTest(one, other, part, Direction.AT_LEAST, BigDecimal.ZERO, share("95 %")).lowerBound())
                .isCloseTo(one.lower(half) - part.doubleValue() * other.upper(half), within(1e-15));
    }

    private static Mean mean(long samples, String mean, double deviation, BigDecimal unit) {
        var error = BigDecimal.valueOf(deviation / Math.sqrt(samples));
        return new Mean(samples, new BigDecimal(mean).multiply(unit), error.multiply(unit), false);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> ShareSample.independent(1, 2)).hasMessage("no such counts: 1, 2");
        assertThatThrownBy(() -> compare(1, 1, 1, 1, "1.1")).hasMessage("no such comparison: 1.1 at 95 %");
        assertThatThrownBy(() -> new EffectTest(
                        ShareSample.independent(1, 1),
                        mean(9, "1", "1", false),
                        Direction.AT_LEAST,
                        BigDecimal.ONE,
                        share("95 %")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no such effect: ");
    }
}
