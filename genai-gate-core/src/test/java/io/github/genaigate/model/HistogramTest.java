package io.github.genaigate.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HistogramTest {

    @Test
    void putsEveryDurationIntoTheBucketThatEndsBehindIt() {
        var random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            long micros = random.nextLong(1L << random.nextInt(1, 63));
            int bucket = Histogram.bucket(micros);

            assertThat(Histogram.upperBound(bucket)).isGreaterThanOrEqualTo(micros);
            assertThat(bucket == 0 || Histogram.upperBound(bucket - 1) < micros).isTrue();
            assertThat(Histogram.upperBound(bucket) - micros).isLessThanOrEqualTo(Math.max(0, micros / 128));
        }
    }

    @Test
    void isExactAtItsEnds() {
        assertThat(Histogram.bucket(-5)).isZero();
        assertThat(Histogram.upperBound(Histogram.bucket(255))).isEqualTo(255);
        assertThat(Histogram.upperBound(Histogram.bucket(256))).isEqualTo(257);
        assertThat(Histogram.upperBound(Histogram.bucket(Long.MAX_VALUE))).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void givesPercentilesThatAreNeverTooSmallAndHardlyTooLarge() {
        var random = new Random(6);
        for (int round = 0; round < 200; round++) {
            var values = new ArrayList<Long>();
            var counts = new TreeMap<Integer, Long>();
            for (int i = random.nextInt(1, 300); i > 0; i--) {
                long micros = random.nextLong(1L << random.nextInt(1, 40));
                values.add(micros);
                counts.merge(Histogram.bucket(micros), 1L, Long::sum);
            }
            values.sort(null);
            var share = new Share(BigDecimal.valueOf(random.nextInt(1_001), 3));
            int rank = Math.max(
                    1,
                    share.fraction()
                            .multiply(BigDecimal.valueOf(values.size()))
                            .setScale(0, java.math.RoundingMode.CEILING)
                            .intValueExact());
            long exact = values.get(rank - 1);
            long shown = new Histogram(counts).percentile(share).orElseThrow().toNanos() / 1_000;

            assertThat(shown).isBetween(exact, exact + exact / 128);
        }
    }

    @Test
    void hasNoPercentileOfNothing() {
        assertThat(Histogram.EMPTY.percentile(Share.parse("95 %").value().orElseThrow()))
                .isEmpty();
        assertThat(Histogram.EMPTY.total()).isZero();
    }

    @Test
    void holdsTheLongestDuration() {
        var longest = new Histogram(new TreeMap<>(Map.of(Histogram.bucket(Long.MAX_VALUE), 1L)));

        assertThat(longest.percentile(Share.parse("100 %").value().orElseThrow()))
                .contains(Duration.ofSeconds(9_223_372_036_854L, 775_807_000));
    }

    @Test
    void addsUpInAnyOrder() {
        var random = new Random(7);
        for (int i = 0; i < 200; i++) {
            var a = histogram(random);
            var b = histogram(random);
            var c = histogram(random);

            assertThat(a.plus(b)).isEqualTo(b.plus(a));
            assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
            assertThat(a.plus(Histogram.EMPTY)).isEqualTo(a);
            assertThat(a.plus(b).total()).isEqualTo(a.total() + b.total());
        }
    }

    private static Histogram histogram(Random random) {
        var counts = new TreeMap<Integer, Long>();
        for (int i = random.nextInt(10); i > 0; i--) {
            counts.merge(random.nextInt(20), 1L + random.nextInt(5), Long::sum);
        }
        return new Histogram(counts);
    }
}
