package io.github.genaigate.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.genaigate.model.Moments;
import io.github.genaigate.model.Share;
import java.math.BigDecimal;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateTest {

    private static final Share CONFIDENCE = ShareTestTest.share("95 %");

    private static Estimate of(long samples, String mean, String deviation) {
        var spread = new BigDecimal(deviation);
        return Estimate.of(
                samples, new BigDecimal(mean), spread.multiply(spread).multiply(BigDecimal.valueOf(samples - 1)));
    }

    private static Estimate of(Stream<BigDecimal> numbers) {
        var moments = numbers.map(Moments::of).reduce(Moments.NONE, Moments::plus);
        var deviation = moments.deviation().orElseThrow();
        return of(moments.count(), moments.mean().orElseThrow().toString(), deviation.toString());
    }

    /** Made with SciPy 1.17.1: the mean less and more the quantile of Student's t times the standard error. */
    @ParameterizedTest
    @CsvSource({
        "30,   10,  2,   95 %, 9.379566533000617,   10.620433466999383",
        "240,  8.4, 4.1, 95 %, 7.962989208030299,   8.837010791969702",
        "50,   0.5, 0.1, 99 %, 0.46598969457622536, 0.5340103054237747",
        "1000, 100, 30,  90 %, 98.78340894647836,   101.21659105352164",
    })
    void theBoundsOfAMeanAreStudents(
            long samples, String mean, String deviation, String confidence, double lower, double upper) {
        var estimate = of(samples, mean, deviation);
        var share = ShareTestTest.share(confidence);
        assertThat(estimate.lower(share).doubleValue())
                .isCloseTo(lower, within(5e-9))
                .isLessThan(lower + 1e-12);
        assertThat(estimate.upper(share).doubleValue())
                .isCloseTo(upper, within(5e-9))
                .isGreaterThan(upper - 1e-12);
    }

    /** Made with SciPy 1.17.1, of the first less so much of the second. */
    @ParameterizedTest
    @CsvSource({
        "30,  8.4, 2,   50,   11.2, 5,   1,    95 %, 70.18484060747025, -4.12652106899116,   -1.4734789310088379",
        "240, 8.4, 4.1, 260,  11.2, 4.9, 0.8,  95 %, 490.341524404101,  -1.152221704533972,  0.03222170453397444",
        "100, 5,   1,   1000, 5.2,  3,   1.05, 99 %, 358.0065952526284, -0.7898337626489921, -0.13016623735100963",
    })
    void theBoundsOfADifferenceAreWelchs(
            long samples,
            String mean,
            String deviation,
            long others,
            String otherMean,
            String otherDeviation,
            String factor,
            String confidence,
            double freedom,
            double lower,
            double upper) {
        var difference = of(samples, mean, deviation)
                .minus(of(others, otherMean, otherDeviation).times(new BigDecimal(factor)));
        var share = ShareTestTest.share(confidence);
        assertThat(difference.freedom()).isCloseTo(freedom, within(1e-9));
        assertThat(difference.lower(share).doubleValue()).isCloseTo(lower, within(5e-9));
        assertThat(difference.upper(share).doubleValue()).isCloseTo(upper, within(5e-9));
    }

    /** Made with t.test of R 4.2.2: the numbers from 1 to 30, and 1.5 times those from 1 to 40. */
    @Test
    void agreesWithR() {
        var x = of(IntStream.rangeClosed(1, 30).mapToObj(BigDecimal::valueOf));
        var y = of(IntStream.rangeClosed(1, 40)
                .mapToObj(BigDecimal::valueOf)
                .map(number -> number.multiply(new BigDecimal("1.5"))));
        assertThat(x.upper(CONFIDENCE).doubleValue()).isCloseTo(18.2309646070756, within(1e-8));
        assertThat(x.minus(y).freedom()).isCloseTo(60.4371797315632, within(1e-9));
        assertThat(x.minus(y).upper(CONFIDENCE).doubleValue()).isCloseTo(-9.89648826930346, within(1e-8));
        assertThat(x.minus(y).lower(ShareTestTest.share("99 %")).doubleValue())
                .isCloseTo(-22.9083721533466, within(2e-8));
    }

    @Test
    void samplesThatAreAllTheSameHaveNoSpread() {
        var same = of(30, "7", "0");
        assertThat(same.lower(CONFIDENCE)).isEqualByComparingTo("7");
        assertThat(same.minus(same).upper(CONFIDENCE)).isEqualByComparingTo("0");
        assertThat(same.minus(of(40, "7", "0")).freedom()).isEqualTo(29);
    }

    @Test
    void refusesWhatIsNoEstimate() {
        assertThatThrownBy(() -> new Estimate(BigDecimal.ONE, BigDecimal.ONE.negate(), 1))
                .hasMessage("no such estimate: -1, 1.0");
        assertThatThrownBy(() -> new Estimate(BigDecimal.ONE, BigDecimal.ONE, Double.NaN))
                .hasMessage("no such estimate: 1, NaN");
    }

    /** In the regime that is stated, for normal samples and for skewed ones: answers whose length varies tenfold. */
    @Test
    void theUpperBoundIsSeldomBelowTheTruth() {
        var random = new Random(3);
        int runs = 4_000;
        int normal = 0;
        int skewed = 0;
        for (int run = 0; run < runs; run++) {
            normal += misses(30, 0, () -> random.nextGaussian());
            skewed += misses(300, Math.exp(0.245), () -> Math.exp(0.7 * random.nextGaussian()));
        }
        assertThat(normal / (double) runs).isBetween(0.04, 0.06);
        assertThat(skewed / (double) runs).isBetween(0.04, 0.075);
    }

    private static int misses(int samples, double truth, java.util.function.DoubleSupplier next) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < samples; i++) {
            double number = next.getAsDouble();
            sum += number;
            squares += number * number;
        }
        var mean = new BigDecimal(sum / samples);
        var away = new BigDecimal(squares - sum * sum / samples);
        return Estimate.of(samples, mean, away).upper(CONFIDENCE).doubleValue() < truth ? 1 : 0;
    }
}
