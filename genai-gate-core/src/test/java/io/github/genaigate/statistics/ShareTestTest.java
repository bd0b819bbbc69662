package io.github.genaigate.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Share;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ShareTestTest {

    static Share share(String text) {
        return Share.parse(text).value().orElseThrow();
    }

    static ShareTest test(long trials, long failures, String demanded, String confidence) {
        return ShareTest.exact(trials, failures, share(demanded).complement(), share(confidence));
    }

    static Stream<String> oracle() throws Exception {
        try (var in = ShareTestTest.class.getResourceAsStream("/statistics/clopper-pearson.tsv")) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.subList(2, lines.size()).stream();
        }
    }

    @ParameterizedTest
    @MethodSource("oracle")
    void boundsAgreeWithExactFractions(String line) {
        var cells = line.split("\t");
        var confidence = new Share(new BigDecimal(cells[2]));
        var test = ShareTest.exact(Long.parseLong(cells[0]), Long.parseLong(cells[1]), share("5 %"), confidence);
        assertThat(test.lowerBound()).isCloseTo(Double.parseDouble(cells[3]), within(1e-12));
        assertThat(test.upperBound()).isCloseTo(Double.parseDouble(cells[4]), within(1e-12));
    }

    /** The example on R's help page of binom.test (682 of 925), and the exact rule of three, 1 - 0.05^(1/n). */
    @Test
    void boundsAgreeWithPublishedOnes() {
        var conover = test(925, 682, "50 %", "97.5 %");
        assertThat(conover.lowerBound()).isCloseTo(0.7076683, within(5e-8));
        assertThat(conover.upperBound()).isCloseTo(0.7654066, within(5e-8));
        for (int n : new int[] {1, 10, 59, 1_000, 100_000}) {
            assertThat(test(n, 0, "95 %", "95 %").upperBound())
                    .isCloseTo(-Math.expm1(Math.log(0.05) / n), within(1e-12));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 95 %, UNPROVEN, 59",
        "58, 0, 95 %, UNPROVEN, 1",
        "59, 0, 95 %, MET, 0",
        "298, 0, 99 %, UNPROVEN, 1",
        "299, 0, 99 %, MET, 0",
        "2994, 0, 99.9 %, UNPROVEN, 1",
        "2995, 0, 99.9 %, MET, 0",
        "1, 1, 95 %, UNPROVEN, 1",
        "2, 2, 95 %, NOT_MET, 0",
        "93, 1, 95 %, MET, 0",
        "92, 1, 95 %, UNPROVEN, 32",
        "100, 5, 95 %, UNPROVEN, ",
        "100, 50, 95 %, NOT_MET, 0",
        "1000000000000000000, 0, 95 %, MET, 0",
        "1000000000000000000, 500000000000000000, 95 %, NOT_MET, 0",
        "9223372036854775807, 9223372036854775807, 95 %, NOT_MET, 0",
        "0, 0, 100 %, UNPROVEN, ",
        "1000000, 0, 100 %, UNPROVEN, ",
        "1000000, 1, 100 %, NOT_MET, 0",
        "0, 0, 0 %, UNPROVEN, 1",
        "1, 1, 0 %, MET, 0",
    })
    void edges(long trials, long failures, String demanded, Outcome outcome, Long further) {
        var test = test(trials, failures, demanded, "95 %");
        assertThat(test.outcome()).isEqualTo(outcome);
        var forecast = test.furtherSamples();
        assertThat(forecast.isPresent() ? forecast.getAsLong() : null).isEqualTo(further);
    }

    /** Where the probability is the level itself, the upper bound is the limit itself: within it, and not beyond it. */
    @ParameterizedTest
    @CsvSource({
        "1, 0, 5 %, 95 %, MET",
        "1, 0, 5.000000000001 %, 95 %, UNPROVEN",
        "2, 0, 10 %, 99 %, MET",
        "2, 0, 10.000000000001 %, 99 %, UNPROVEN",
        "1, 1, 95 %, 95 %, UNPROVEN",
        "1, 1, 95.000000000001 %, 95 %, NOT_MET",
        "3, 1, 50 %, 50 %, MET",
        "3, 2, 50 %, 50 %, UNPROVEN",
    })
    void boundariesAreExact(long trials, long failures, String demanded, String confidence, Outcome outcome) {
        assertThat(test(trials, failures, demanded, confidence).outcome()).isEqualTo(outcome);
    }

    @Test
    void verdictsAgreeWithTheBoundsAndAreMonotone() {
        var random = new Random(7);
        var confidences = new String[] {"50 %", "90 %", "95 %", "99 %", "99.9 %"};
        for (int i = 0; i < 4_000; i++) {
            long n = 1 + random.nextInt(random.nextBoolean() ? 40 : 4_000);
            long k = (long) (n * Math.pow(random.nextDouble(), 3));
            var limit = new Share(BigDecimal.valueOf(1 + random.nextInt(998), 3));
            int level = random.nextInt(confidences.length);
            var test = ShareTest.exact(n, k, limit, share(confidences[level]));
            var outcome = test.outcome();
            double p = limit.fraction().doubleValue();

            assertThat(test.lowerBound()).isLessThanOrEqualTo((double) k / n);
            assertThat(test.upperBound()).isGreaterThanOrEqualTo((double) k / n);
            if (Math.abs(test.upperBound() - p) > 1e-9 && Math.abs(test.lowerBound() - p) > 1e-9) {
                assertThat(outcome == Outcome.MET).isEqualTo(test.upperBound() <= p);
                assertThat(outcome == Outcome.NOT_MET).isEqualTo(test.lowerBound() > p);
            }
            if (outcome == Outcome.MET) {
                assertThat(ShareTest.exact(n + 1, k, limit, test.confidence()).outcome())
                        .isEqualTo(Outcome.MET);
                assertThat(ShareTest.exact(n, Math.max(0, k - 1), limit, test.confidence())
                                .outcome())
                        .isEqualTo(Outcome.MET);
            }
            if (outcome == Outcome.NOT_MET) {
                assertThat(ShareTest.exact(n + 1, k + 1, limit, test.confidence())
                                .outcome())
                        .isEqualTo(Outcome.NOT_MET);
                assertThat(ShareTest.exact(n, Math.min(n, k + 1), limit, test.confidence())
                                .outcome())
                        .isEqualTo(Outcome.NOT_MET);
            }
            if (outcome != Outcome.UNPROVEN && level > 0) {
                assertThat(ShareTest.exact(n, k, limit, share(confidences[level - 1]))
                                .outcome())
                        .isEqualTo(outcome);
            }
        }
    }

    @Test
    void theForecastWouldJustDo() {
        var random = new Random(11);
        int open = 0;
        for (int i = 0; i < 3_000; i++) {
            long n = 1 + random.nextInt(300);
            long k = (long) (n * Math.pow(random.nextDouble(), 3));
            var limit = new Share(BigDecimal.valueOf(1 + random.nextInt(30), 2));
            var test = ShareTest.exact(n, k, limit, share("95 %"));
            var further = test.furtherSamples();
            if (test.outcome() != Outcome.UNPROVEN || further.isEmpty()) {
                continue;
            }
            open++;
            var settled = later(test, further.getAsLong());
            assertThat(settled.outcome()).as("%s + %s", test, further).isEqualTo(test.tendency());
            if (further.getAsLong() > 1) {
                assertThat(later(test, further.getAsLong() - 1).outcome()).isEqualTo(Outcome.UNPROVEN);
            }
        }
        assertThat(open).isGreaterThan(200);
    }

    /** So many more samples with the same share of failures, in whole failures, against the forecast. */
    private static ShareTest later(ShareTest test, long further) {
        long trials = test.trials() + further;
        var rounding = test.tendency() == Outcome.MET ? RoundingMode.CEILING : RoundingMode.FLOOR;
        long failures = BigDecimal.valueOf(test.failuresAtMost() * trials)
                .divide(BigDecimal.valueOf(test.trials()), 0, rounding)
                .longValueExact();
        return ShareTest.exact(trials, failures, test.limit(), test.confidence());
    }

    @Test
    void aSummaryProvesOnlyWhatItsBoundsImply() {
        var limit = share("5 %");
        var confidence = share("95 %");
        assertThat(new ShareTest(1_000, 0, 30, limit, confidence).outcome()).isEqualTo(Outcome.MET);
        assertThat(new ShareTest(1_000, 0, 50, limit, confidence).outcome()).isEqualTo(Outcome.UNPROVEN);
        assertThat(new ShareTest(1_000, 0, 1_000, limit, confidence).outcome()).isEqualTo(Outcome.UNPROVEN);
        assertThat(new ShareTest(1_000, 70, 1_000, limit, confidence).outcome()).isEqualTo(Outcome.NOT_MET);
        assertThat(new ShareTest(1_000, 0, 50, limit, confidence).furtherSamples())
                .isEmpty();
    }

    @Test
    void tolerates() {
        assertThat(test(58, 0, "95 %", "95 %").tolerated()).isEmpty();
        assertThat(test(59, 0, "95 %", "95 %").tolerated()).hasValue(0);
        assertThat(test(93, 0, "95 %", "95 %").tolerated()).hasValue(1);
        assertThat(test(0, 0, "95 %", "95 %").tolerated()).isEmpty();
        assertThat(test(1_000, 0, "0 %", "95 %").tolerated()).hasValue(1_000);
    }

    /** The sum in sixty digits is what decides when double precision cannot. */
    @Test
    void closeCallsOfLargeCountsAreDecided() {
        var limit = share("1 %").fraction();
        for (long n : new long[] {100_000, 10_000_000, 80_000_000}) {
            long k = n / 100;
            var level = new BigDecimal("0.5");
            int sign = BinomialTail.compare(n, k, limit, level, BinomialTail.FOR_A_VERDICT);
            assertThat(sign).isPositive();
        }
        assertThat(BinomialTail.compare(1, 0, share("95 %").fraction(), new BigDecimal("0.05"), 0))
                .isZero();
        assertThat(BinomialTail.compare(2, 1, share("95 %").fraction(), new BigDecimal("0.0975"), 0))
                .as("too close to call without effort counts as above")
                .isPositive();
        assertThat(BinomialTail.compare(2, 1, share("95 %").fraction(), new BigDecimal("0.0975"), 1))
                .isZero();
    }

    /** Samples that say less can neither prove nor refute more; so it goes for failures and for confidence. */
    @Test
    void dependenceOnlyEverTakesAway() {
        var random = new Random(13);
        var confidences = new String[] {"50 %", "80 %", "90 %", "95 %", "99 %", "99.9 %"};
        int met = 0;
        int notMet = 0;
        for (int i = 0; i < 6_000; i++) {
            long n = 1 + random.nextInt(random.nextBoolean() ? 200 : 20_000);
            var limit = new Share(BigDecimal.valueOf(1 + random.nextInt(998), 3));
            long k = Math.min(n, (long) (n * limit.fraction().doubleValue() * 3 * Math.pow(random.nextDouble(), 2)));
            int level = random.nextInt(confidences.length);
            var factor = BigDecimal.valueOf(10_000 + random.nextInt(90_000), 4);
            var plain = ShareTest.exact(n, k, limit, share(confidences[level]));
            var less = plain.under(Dependence.known(factor));
            var least = plain.under(Dependence.known(factor.add(BigDecimal.valueOf(random.nextInt(5_000), 4))));

            assertThat(less.effectiveTrials()).isLessThanOrEqualTo(BigDecimal.valueOf(n));
            assertThat(plain.outcome()).as("%s", less).isIn(less.outcome(), settled(less, plain));
            assertThat(less.outcome()).as("%s", least).isIn(least.outcome(), settled(least, less));
            assertThat(least.lowerBound()).isLessThanOrEqualTo(less.lowerBound() + 1e-12);
            assertThat(least.upperBound()).isGreaterThanOrEqualTo(less.upperBound() - 1e-12);
            met += less.outcome() == Outcome.MET ? 1 : 0;
            notMet += less.outcome() == Outcome.NOT_MET ? 1 : 0;

            var known = Dependence.known(factor);
            if (less.outcome() == Outcome.MET) {
                assertThat(ShareTest.exact(n + 1, k, limit, less.confidence())
                                .under(known)
                                .outcome())
                        .isEqualTo(Outcome.MET);
                assertThat(ShareTest.exact(n, Math.max(0, k - 1), limit, less.confidence())
                                .under(known)
                                .outcome())
                        .isEqualTo(Outcome.MET);
                assertThat(k).isLessThanOrEqualTo(less.tolerated().getAsLong());
            } else if (less.tolerated().isPresent()) {
                assertThat(k).isGreaterThan(less.tolerated().getAsLong());
            }
            if (level > 0 && less.outcome() != Outcome.UNPROVEN) {
                assertThat(ShareTest.exact(n, k, limit, share(confidences[level - 1]))
                                .under(known)
                                .outcome())
                        .isEqualTo(less.outcome());
            }
        }
        assertThat(met).isGreaterThan(1_000);
        assertThat(notMet).isGreaterThan(1_000);
    }

    /** What a test that says more may find besides: anything, where the lesser one left it open. */
    private static Outcome settled(ShareTest lesser, ShareTest greater) {
        return lesser.outcome() == Outcome.UNPROVEN ? greater.outcome() : lesser.outcome();
    }

    @Test
    void theForecastOfDependentSamplesWouldJustDo() {
        var random = new Random(17);
        int open = 0;
        for (int i = 0; i < 1_000; i++) {
            long n = 10 + random.nextInt(3_000);
            long k = (long) (n * Math.pow(random.nextDouble(), 3));
            var limit = new Share(BigDecimal.valueOf(1 + random.nextInt(30), 2));
            var factor = BigDecimal.valueOf(11 + random.nextInt(90), 1);
            var test = ShareTest.exact(n, k, limit, share("95 %")).under(Dependence.known(factor));
            var further = test.furtherSamples();
            if (test.outcome() != Outcome.UNPROVEN || further.isEmpty()) {
                continue;
            }
            open++;
            long all = n + further.getAsLong();
            assertThat(scaled(test, factor, all)).as("%s + %s", test, further).isEqualTo(test.tendency());
            if (further.getAsLong() > 1) {
                assertThat(scaled(test, factor, all - 1)).isEqualTo(Outcome.UNPROVEN);
            }
        }
        assertThat(open).isGreaterThan(100);
    }

    /** So many samples of the same share and design effect: ten thousand times as many as dependent. */
    private static Outcome scaled(ShareTest test, BigDecimal factor, long all) {
        long many = 10_000;
        var same = factor.multiply(BigDecimal.valueOf(test.trials() * many))
                .divide(BigDecimal.valueOf(all), MathContext.DECIMAL64);
        return ShareTest.exact(test.trials() * many, test.failuresAtMost() * many, test.limit(), test.confidence())
                .under(Dependence.known(same))
                .outcome();
    }

    @Test
    void effectiveTrialsAreRoundedDown() {
        var test = ShareTest.exact(100, 5, share("10 %"), share("95 %"));
        assertThat(test.effectiveTrials()).isEqualByComparingTo("100");
        assertThat(test.under(Dependence.known(new BigDecimal("3"))).effectiveTrials())
                .isEqualByComparingTo("33.3333");
        assertThat(test.under(Dependence.known(new BigDecimal("3"))).designEffect())
                .isEqualByComparingTo("3");
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> ShareTest.exact(1, 2, share("5 %"), share("95 %")))
                .hasMessage("no such counts: 1, 2..2");
        assertThatThrownBy(() -> ShareTest.exact(-1, -1, share("5 %"), share("95 %")))
                .hasMessage("no such counts: -1, -1..-1");
        assertThatThrownBy(() -> test(10, 1, "95 %", "100 %")).hasMessage("no such confidence: 100 %");
        assertThatThrownBy(() -> test(10, 1, "95 %", "49.9 %")).hasMessage("no such confidence: 49.9 %");
    }
}
