package io.github.genaigate.statistics.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The error rates that docs/statistics.md tables, by fewer runs; the table itself is the profile {@code simulation}. */
class SimulationTest {

    private static final int REPLICATIONS = 1_000;

    /** Those whose runs are short enough for every build. */
    private static Stream<Scenario> brief(List<Scenario> scenarios) {
        return scenarios.stream().filter(scenario -> scenario.bins() <= 100);
    }

    static Stream<Scenario> independent() {
        return brief(Scenarios.INDEPENDENT);
    }

    static Stream<Scenario> dependent() {
        return brief(Scenarios.DEPENDENT);
    }

    static Stream<Scenario> repeated() {
        return brief(Scenarios.REPEATED);
    }

    @ParameterizedTest
    @MethodSource({"independent", "dependent", "repeated"})
    void atTheLimitTheGateIsFooledNoMoreOftenThanItSays(Scenario scenario) {
        var rates = Rates.of(scenario, 1, REPLICATIONS, 1);
        for (int c = 0; c < Rates.CONFIDENCES.size(); c++) {
            assertThat(rates.rate(c))
                    .as("%s at %s", scenario.what(), Rates.CONFIDENCES.get(c))
                    .isLessThanOrEqualTo(rates.allowed(c));
            if (rates.designEffect() > 2.5) {
                assertThat(rates.plainRate(c))
                        .as("%s, taken as independent: so the simulation can fail", scenario.what())
                        .isGreaterThan(rates.allowed(c));
            }
        }
    }

    /** A clean run costs little more than plain counts do. */
    @ParameterizedTest
    @MethodSource("independent")
    void independentRequestsArePlainlyProven(Scenario scenario) {
        var rates = Rates.of(scenario, 0.5, REPLICATIONS, 2);
        assertThat(rates.rate(1)).isGreaterThan(0.8 * rates.plainRate(1));
    }

    static List<Scores> scores() {
        return Scores.ALL;
    }

    @ParameterizedTest
    @MethodSource("scores")
    void skewedScoresAreMetFalselyNoMoreOftenThanTheGateSays(Scores scores) {
        for (int samples : new int[] {20, 100, 300}) {
            double[] met = scores.met(samples, 0, true, REPLICATIONS);
            for (int c = 0; c < Rates.CONFIDENCES.size(); c++) {
                assertThat(met[c])
                        .as("%s, %s at %s", scores.what(), samples, Rates.CONFIDENCES.get(c))
                        .isLessThanOrEqualTo(Rates.allowed(c, REPLICATIONS));
            }
        }
    }

    /** So the simulation can fail. */
    @Test
    void studentAloneIsFooledByFewLowScores() {
        var scores = Scores.ALL.get(2);
        assertThat(scores.met(100, 0, false, REPLICATIONS)[1])
                .as(scores.what())
                .isGreaterThan(Rates.allowed(1, REPLICATIONS));
    }

    /** What the care costs is gone when there are many. */
    @ParameterizedTest
    @MethodSource("scores")
    void manyScoresProveWhatTheyShow(Scores scores) {
        assertThat(scores.met(500, 0.05, true, 200)[1]).isGreaterThan(0.9);
    }
}
