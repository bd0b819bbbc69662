package io.github.genaigate.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.evidence.PublishedQuantiles.Over;
import io.github.genaigate.evidence.PublishedQuantiles.Quantile;
import io.github.genaigate.evidence.PublishedQuantiles.Unit;
import io.github.genaigate.input.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishedQuantilesTest {

    /** Of 101 values the rank of p(95) is 95, and of p(99) 99; of 100 values they lie between two ranks. */
    @ParameterizedTest
    @CsvSource({
        "max, 800, 101, 0, 0",
        "max, 801, 101, 1, 101",
        "min, 800, 101, 0, 100",
        "min, 801, 101, 101, 101",
        "p(95), 800, 101, 0, 5",
        "p(95), 801, 101, 6, 101",
        "p(95), 800, 100, 0, 5",
        "p(95), 801, 100, 5, 100",
        "p(99), 800, 100, 0, 1",
        "p(99), 800, 100000, 0, 1000",
        "p99.9, 800, 100000, 0, 100",
        "p90, 801, 1000, 100, 1000",
        "med, 801, 2, 1, 2",
        "median, 801, 2, 1, 2",
        "med, 800, 2, 0, 1",
        "med, 801, 1, 1, 1",
        "p(100), 800, 7, 0, 0",
        "p(101), 800, 7, 0, 7",
        "avg, 800, 7, 0, 7",
        "p(95), 800.0000001, 101, 0, 101"
    })
    void saysWhatOneQuantileImplies(String name, BigDecimal value, long n, long atLeast, long atMost) {
        var values = "{\"" + name + "\": " + value + "}";

        assertThat(of(values).over(Duration.ofMillis(800), n)).isEqualTo(new Over(atLeast, atMost));
    }

    /** The bounds hold for values of every kind, as k6 and numpy would summarise them. */
    @Test
    void theTruthLiesWithinTheBounds() {
        for (int seed = 0; seed < 4_000; seed++) {
            var random = new Random(seed);
            var values = new double[1 + random.nextInt(random.nextBoolean() ? 12 : 400)];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextInt(4) == 0 ? 800 : Math.rint(Math.exp(6 + random.nextGaussian()) * 1e6) / 1e6;
            }
            Arrays.sort(values);
            var quantiles = new ArrayList<Quantile>();
            for (double fraction : new double[] {0, 0.5, 0.9, 0.95, 0.99, 0.999, 1}) {
                if (random.nextBoolean()) {
                    quantiles.add(new Quantile(fraction, new BigDecimal(quantile(values, fraction))));
                }
            }
            double limit = random.nextBoolean() ? 800 : values[random.nextInt(values.length)];
            long truth = Arrays.stream(values).filter(value -> value > limit).count();

            var published = new PublishedQuantiles(quantiles);
            var over = published.over(Duration.ofNanos(Math.round(limit * 1e6)), values.length);

            assertThat(truth).as("seed %d", seed).isBetween(over.atLeast(), over.atMost());
            assertThat(published.contradictThemselves()).isFalse();
        }
    }

    private static double quantile(double[] sorted, double fraction) {
        double rank = fraction * (sorted.length - 1.0);
        double below = sorted[(int) Math.floor(rank)];
        double above = sorted[(int) Math.ceil(rank)];
        return below + (above - below) * (rank - Math.floor(rank));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"min": 1, "med": 2, "p(90)": 2, "max": 3} | false
            {"min": 1, "med": 2, "p(90)": 1.9}         | true
            {"p(95)": 9, "max": 8}                     | true
            {"min": -1, "max": 8}                      | true
            {"avg": -1}                                | false
            """)
    void noticesWhatCannotBe(String values, boolean contradicts) {
        assertThat(of(values).contradictThemselves()).isEqualTo(contradicts);
    }

    @Test
    void zerosOrNothingAreBlank() {
        for (var blank :
                List.of("{}", "{\"avg\": 1}", "{\"min\": 0, \"max\": 0.0}", "{\"max\": null}", "{\"max\": \"5\"}")) {
            assertThat(of(blank).areBlank()).as(blank).isTrue();
        }
        assertThat(of("{\"min\": 0, \"max\": 1}").areBlank()).isFalse();
    }

    @Test
    void readsEveryUnit() {
        for (var unit : Unit.values()) {
            assertThat(unit.millis(new BigDecimal("1.5")))
                    .as("%s", unit)
                    .isEqualByComparingTo(
                            switch (unit) {
                                case SECONDS -> "1500";
                                case MILLISECONDS -> "1.5";
                                case MICROSECONDS -> "0.0015";
                                case NANOSECONDS -> "0.0000015";
                            });
        }
    }

    private static PublishedQuantiles of(String statistics) {
        return PublishedQuantiles.of(json(statistics).members(), Unit.MILLISECONDS);
    }

    private static Json.Value json(String text) {
        try (var parser = Json.parser(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
            parser.nextToken();
            return Json.value(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
