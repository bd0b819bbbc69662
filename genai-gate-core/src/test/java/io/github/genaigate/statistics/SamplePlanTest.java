package io.github.genaigate.statistics;

import static io.github.genaigate.statistics.ShareTestTest.share;
import static io.github.genaigate.statistics.ShareTestTest.test;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.genaigate.model.Share;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SamplePlanTest {

    private static final Share LIKELY = share("80 %");

    private static SamplePlan plan(String limit, String confidence) {
        return new SamplePlan(share(limit), share(confidence));
    }

    @Test
    void withoutAFailureTheRuleOfThreeIsEnough() {
        assertThat(plan("5 %", "95 %").samples(share("0 %"), LIKELY)).hasValue(59);
        assertThat(plan("1 %", "95 %").samples(share("0 %"), LIKELY)).hasValue(299);
        assertThat(plan("0.1 %", "95 %").samples(share("0 %"), LIKELY)).hasValue(2_995);
    }

    @Test
    void whatNoNumberProvesHasNone() {
        assertThat(plan("5 %", "95 %").samples(share("5 %"), LIKELY)).isEmpty();
        assertThat(plan("5 %", "95 %").samples(share("6 %"), LIKELY)).isEmpty();
        assertThat(plan("0 %", "95 %").samples(share("0 %"), LIKELY)).isEmpty();
        assertThat(plan("5 %", "95 %").samples(share("1 %"), share("100 %"))).isEmpty();
        assertThat(plan("100 %", "95 %").samples(share("100 %"), LIKELY)).hasValue(1);
        assertThat(plan("5 %", "95 %").probability(58, share("0 %"))).isZero();
        assertThat(plan("5 %", "95 %").probability(59, share("0 %"))).isOne();
    }

    @Test
    void dependentSamplesAreWorthLess() {
        assertThat(plan("5 %", "95 %").samples(share("0 %"), LIKELY, new BigDecimal("2.5")))
                .hasValue(148);
    }

    /** From the number on, and not before it, the teeth of the saw stay above what is wanted. */
    @Test
    void itIsLikelyFromThereOn() {
        var random = new Random(23);
        for (int i = 0; i < 40; i++) {
            var limit = new Share(BigDecimal.valueOf(10 + random.nextInt(200), 3));
            var assumed = new Share(limit.fraction().multiply(BigDecimal.valueOf(20 + random.nextInt(45), 2)));
            var plan = new SamplePlan(limit, share(random.nextBoolean() ? "90 %" : "99 %"));
            var wanted = share(random.nextBoolean() ? "80 %" : "90 %");
            long samples = plan.samples(assumed, wanted).getAsLong();
            double enough = wanted.fraction().doubleValue();
            assertThat(plan.probability(samples - 1, assumed))
                    .as("%s %s", plan, assumed)
                    .isLessThan(enough);
            for (long more = samples; more < samples + 300; more++) {
                assertThat(plan.probability(more, assumed))
                        .as("%s %s", plan, assumed)
                        .isGreaterThanOrEqualTo(enough);
            }
        }
    }

    @Test
    void anOpenTestSaysWhatIsLikelyToDo() {
        var test = test(92, 1, "95 %", "95 %");
        assertThat(test.furtherSamples()).hasValue(32);
        long all = 92 + test.likelySamples().getAsLong();
        double share = 1.0 / 92;
        var plan = plan("5 %", "95 %");
        assertThat(plan.probability(all, new Share(BigDecimal.valueOf(share)))).isGreaterThanOrEqualTo(0.8);
        assertThat(test(58, 0, "95 %", "95 %").likelySamples()).hasValue(1);
        assertThat(test(59, 0, "95 %", "95 %").likelySamples()).hasValue(0);
        assertThat(test(0, 0, "95 %", "95 %").likelySamples()).hasValue(59);
        assertThat(test(100, 5, "95 %", "95 %").likelySamples()).isEmpty();
        assertThat(test(100, 9, "95 %", "95 %").likelySamples()).isEmpty();
        assertThat(test(100, 50, "95 %", "95 %").likelySamples()).isEmpty();
        assertThat(new ShareTest(1_000, 0, 50, share("5 %"), share("95 %")).likelySamples())
                .isEmpty();
        assertThat(test.under(Dependence.known(BigDecimal.TEN)).likelySamples().getAsLong())
                .isGreaterThan(9 * all);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> plan("5 %", "40 %")).hasMessage("no such confidence: 40 %");
    }
}
