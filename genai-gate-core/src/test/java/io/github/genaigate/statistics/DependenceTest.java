package io.github.genaigate.statistics;

import static io.github.genaigate.statistics.ShareTestTest.share;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.genaigate.model.Outcome;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DependenceTest {

    private static final int BINS = 400;

    private static long[] each(int number, long value) {
        long[] values = new long[number];
        Arrays.fill(values, value);
        return values;
    }

    /** Twenty failures in each of so many bins, far from each other, among ten thousand requests. */
    private static Dependence bursts(int number) {
        long[] failures = new long[BINS];
        for (int i = 0; i < number; i++) {
            failures[5 + i * 37] = 20;
        }
        return Dependence.inTime(each(BINS, 25), failures);
    }

    @Test
    void independentFailuresCountInFull() {
        long[] failures = new long[BINS];
        for (int i = 0; i < 60; i++) {
            failures[(i * 61 + 7) % BINS]++;
        }
        var dependence = Dependence.inTime(each(BINS, 25), failures);
        assertThat(dependence)
                .isEqualTo(new Dependence(BigDecimal.ONE, BigDecimal.ZERO, new BigDecimal(10_000), BINS, 60, false));
        assertThat(dependence.designEffect(share("99 %"))).isEqualByComparingTo("1");
    }

    @Test
    void aBurstCountsAsOneFailureOrSo() {
        var dependence = bursts(10);
        assertThat(dependence.blocks()).isEqualTo(BINS);
        assertThat(dependence.hit()).isEqualTo(10);
        assertThat(dependence.clustered()).isTrue();
        assertThat(dependence.tooFewClusters()).isFalse();
        assertThat(dependence.estimate()).isBetween(new BigDecimal(19), new BigDecimal(21));
        assertThat(dependence.freedom()).isBetween(new BigDecimal(9), new BigDecimal(10));
        var test = ShareTest.exact(10_000, 200, share("3 %"), share("95 %"));
        assertThat(test.outcome()).isEqualTo(Outcome.MET);
        assertThat(test.under(dependence).effectiveTrials()).isBetween(new BigDecimal(380), new BigDecimal(420));
        assertThat(test.under(dependence).outcome()).isEqualTo(Outcome.UNPROVEN);
        assertThat(test.under(dependence).furtherSamples().getAsLong()).isBetween(9_000L, 11_000L);
    }

    /** However large the run and the limit: what happens four times says too little of how often it happens. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void fewerThanFiveBurstsAreNeverMet(int number) {
        var dependence = bursts(number);
        assertThat(dependence.hit()).isEqualTo(number);
        assertThat(dependence.tooFewClusters()).isTrue();
        var test = ShareTest.exact(10_000, number * 20L, share("50 %"), share("50 %"));
        assertThat(test.outcome()).isEqualTo(Outcome.MET);
        assertThat(test.under(dependence).outcome()).isEqualTo(Outcome.UNPROVEN);
        assertThat(test.under(dependence).furtherSamples().getAsLong())
                .isGreaterThanOrEqualTo(10_000L * (5 - number) / number);
        assertThat(new ShareText(test.under(dependence)).lower()).isLessThan(share("50 %"));
        assertThat(bursts(5).tooFewClusters()).isFalse();
    }

    /** Bursts much longer than a bin are seen as well as those that fill one. */
    @Test
    void aBurstMayLastForManyBins() {
        long[] failures = new long[BINS];
        for (int i = 0; i < BINS; i++) {
            failures[i] = i % 50 < 5 ? 10 : 0;
        }
        var dependence = Dependence.inTime(each(BINS, 10), failures);
        assertThat(dependence.estimate()).isBetween(new BigDecimal(25), new BigDecimal(60));
        assertThat(dependence.hit()).isBetween(8L, 16L);
        assertThat(dependence.clustered()).isTrue();
    }

    @Test
    void singleFailuresAreNoBurst() {
        for (int number = 1; number <= 4; number++) {
            long[] failures = new long[BINS];
            for (int i = 0; i < number; i++) {
                failures[5 + i * 37] = 1;
            }
            var dependence = Dependence.inTime(each(BINS, 25), failures);
            assertThat(dependence.designEffect(share("95 %"))).isEqualByComparingTo("1");
            assertThat(dependence.tooFewClusters()).isFalse();
        }
    }

    @Test
    void whereNothingCanBeEstimatedNothingIs() {
        assertThat(Dependence.inTime(each(BINS, 25), each(BINS, 0))).isEqualTo(Dependence.NONE);
        assertThat(Dependence.inTime(each(BINS, 25), each(BINS, 25))).isEqualTo(Dependence.NONE);
        assertThat(Dependence.inTime(each(BINS, 25), bins(1, 0, 0))).isEqualTo(Dependence.NONE);
        assertThat(Dependence.inTime(each(1, 100), each(1, 9))).isEqualTo(Dependence.NONE);
        assertThat(Dependence.inTime(each(0, 0), each(0, 0))).isEqualTo(Dependence.NONE);
        assertThat(Dependence.inTime(each(20, 0), each(20, 0))).isEqualTo(Dependence.NONE);
        assertThat(Dependence.ofRepeats(each(0, 0), each(0, 0))).isEqualTo(Dependence.NONE);
    }

    private static long[] bins(long... first) {
        return Arrays.copyOf(first, BINS);
    }

    /** A run of a few bins is judged the more carefully. */
    @Test
    void aShortRunIsNoWayRound() {
        var three = Dependence.inTime(each(3, 500), new long[] {30, 0, 0});
        assertThat(three.tooFewClusters()).isTrue();
        var even = Dependence.inTime(each(3, 500), new long[] {9, 11, 10});
        assertThat(even.designEffect(share("95 %"))).isEqualByComparingTo("1");
    }

    /** A share that grows steadily is a trend: the run is judged by its mean, whatever its length. */
    @Test
    void aTrendIsNoCluster() {
        var random = new Random(41);
        long[] failures = new long[4_096];
        for (int i = 0; i < failures.length; i++) {
            for (int j = 0; j < 50; j++) {
                failures[i] += random.nextDouble() < 0.01 * i / failures.length ? 1 : 0;
            }
        }
        var dependence = Dependence.inTime(each(4_096, 50), failures);
        assertThat(dependence.hit()).isGreaterThanOrEqualTo(5);
        assertThat(dependence.tooFewClusters()).isFalse();
        var test = ShareTest.exact(4_096 * 50, Arrays.stream(failures).sum(), share("5 %"), share("95 %"));
        assertThat(test.under(dependence).outcome()).isEqualTo(Outcome.MET);
    }

    /** Empty bins lie between failures, and belong to the time that passes. */
    @Test
    void emptyBinsAreTime() {
        long[] trials = each(BINS, 25);
        long[] failures = new long[BINS];
        for (int i = 0; i < BINS; i += 2) {
            trials[i] = 0;
        }
        for (int i = 0; i < 10; i++) {
            failures[5 + i * 36] = 20;
        }
        assertThat(Dependence.inTime(trials, failures).estimate()).isBetween(new BigDecimal(19), new BigDecimal(21));
    }

    /** The blind spot of every estimator: it sees what happened. */
    @Test
    void oneCaseRepeatedIsOneSample() {
        var clean = Dependence.ofRepeats(new long[] {100}, new long[] {0});
        var test = ShareTest.exact(100, 0, share("5 %"), share("95 %"));
        assertThat(test.outcome()).isEqualTo(Outcome.MET);
        assertThat(test.under(clean).effectiveTrials()).isEqualByComparingTo("1");
        assertThat(test.under(clean).outcome()).isEqualTo(Outcome.UNPROVEN);
        var fiftyNine = Dependence.ofRepeats(each(59, 10), each(59, 0));
        assertThat(ShareTest.exact(590, 0, share("5 %"), share("95 %"))
                        .under(fiftyNine)
                        .effectiveTrials())
                .isEqualByComparingTo("59");
    }

    @Test
    void repeatsThatEndAlikeCountOnce() {
        long[] failures = new long[100];
        Arrays.fill(failures, 0, 10, 5);
        var alike = Dependence.ofRepeats(each(100, 5), failures);
        assertThat(alike.designEffect(share("95 %"))).isEqualByComparingTo("5");
        assertThat(alike.blocks()).isEqualTo(100);
        assertThat(alike.hit()).isEqualTo(10);
        assertThat(alike.tooFewClusters()).isFalse();
    }

    @Test
    void repeatsThatFailHereAndThereCountInFull() {
        long[] failures = new long[100];
        Arrays.fill(failures, 0, 50, 1);
        var apart = Dependence.ofRepeats(each(100, 5), failures);
        assertThat(apart.designEffect(share("95 %"))).isEqualByComparingTo("1");
        long[] few = new long[100];
        Arrays.fill(few, 0, 4, 1);
        assertThat(Dependence.ofRepeats(each(100, 5), few).designEffect(share("95 %")))
                .as("four cases that failed say too little")
                .isEqualByComparingTo("5");
        assertThat(Dependence.ofRepeats(each(100, 1), few)).isEqualTo(Dependence.NONE);
    }

    @Test
    void aHigherConfidenceNeverCountsMore() {
        var random = new Random(5);
        int corrected = 0;
        for (int i = 0; i < 300; i++) {
            var dependence = random(random);
            var before = BigDecimal.ONE;
            for (var confidence : new String[] {"50 %", "80 %", "90 %", "95 %", "99 %", "99.999 %"}) {
                var factor = dependence.designEffect(share(confidence));
                assertThat(factor).isBetween(before, dependence.most());
                before = factor;
            }
            corrected += before.compareTo(BigDecimal.ONE) > 0 ? 1 : 0;
        }
        assertThat(corrected).isBetween(100, 290);
    }

    /** Some run, dependent or not. */
    static Dependence random(Random random) {
        int bins = 8 + random.nextInt(random.nextBoolean() ? 20 : 500);
        long[] trials = new long[bins];
        long[] failures = new long[bins];
        boolean burst = false;
        boolean dependent = random.nextInt(3) > 0;
        for (int i = 0; i < bins; i++) {
            trials[i] = 1 + random.nextInt(30);
            burst = burst ? random.nextInt(3) > 0 : random.nextInt(25) == 0;
            for (int j = 0; j < trials[i]; j++) {
                failures[i] += random.nextDouble() < (dependent ? (burst ? 0.5 : 0.005) : 0.05) ? 1 : 0;
            }
        }
        return random.nextBoolean() ? Dependence.inTime(trials, failures) : Dependence.ofRepeats(trials, failures);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> Dependence.inTime(new long[] {1}, new long[] {1, 2}))
                .hasMessage("no such counts: 1 and 2");
        assertThatThrownBy(() -> Dependence.inTime(new long[] {1}, new long[] {2}))
                .hasMessage("no such counts: 1, 2");
        assertThatThrownBy(() -> Dependence.ofRepeats(new long[] {1}, new long[] {-1}))
                .hasMessage("no such counts: 1, -1");
        assertThatThrownBy(() -> Dependence.inTime(new long[] {Long.MAX_VALUE, 1}, new long[] {0, 0}))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Dependence.known(new BigDecimal("0.9"))).hasMessage("no such dependence: 0.9, 0, 0.9");
    }
}
