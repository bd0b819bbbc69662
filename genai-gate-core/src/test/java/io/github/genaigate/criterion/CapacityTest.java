package io.github.genaigate.criterion;

import static io.github.genaigate.criterion.Fixture.demand;
import static io.github.genaigate.criterion.Fixture.evidence;
import static io.github.genaigate.criterion.Fixture.problems;
import static io.github.genaigate.criterion.Fixture.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Peak;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Samples;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapacityTest {

    private static final Capacity CRITERION = new Capacity();
    private static final String CLAIM = "claims: [{ evidence: load, peak: 20 requests/s, errors: 1 % }]";

    private static String judged(String section, String settings, Samples samples) {
        return String.join("\n", texts(CRITERION, demand(CRITERION, section, settings), evidence("load", samples)));
    }

    private static String judged(Samples samples) {
        return judged(CLAIM, "", samples);
    }

    @Test
    void aSteadyLoadAtThePeakIsMet() {
        var part = CRITERION
                .judge(demand(CRITERION, CLAIM, ""), evidence("load", LoadFixture.steady(120, 20)))
                .parts()
                .get(0);

        assertThat(Fixture.text(part))
                .isEqualTo("MET | Peak 20 requests/s: 100 % of 2 400 requests succeeded, demanded 99 % (at least 99.8 %"
                        + " with confidence 95 %); 20 requests/s over 120 s");
        assertThat(part.name()).isEqualTo("peak 20 requests/s of load");
        assertThat(part.places()).containsExactly(new Place("genai-gate.yaml", 1, 10));
        assertThat(part.observations().stream().map(o -> o.name() + " " + o.text()))
                .contains(
                        "peak 20 requests/s",
                        "load 20 requests/s",
                        "atPeak 120 s",
                        "binWidth 8 s",
                        "bins 15 bins",
                        "binsBelow 0 bins",
                        "errors 0 requests",
                        "duration 120 s");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "120 # 19 # MET | Peak 20 requests/s: 100 % of 2 280 requests succeeded, demanded 99 % (at least 99.8 % with confidence 95 %); 19 requests/s over 120 s, not below the peak by more than chance explains",
                "120 # 18 # UNPROVEN incomplete | Peak 20 requests/s: load carried 18 requests/s over 120 s, which is below 20 requests/s by more than chance explains | Run the load test at a steady 20 requests/s or more, or declare the peak that it reaches",
                "120 # 9 # UNPROVEN incomplete | Peak 20 requests/s: load never reached 20 requests/s: it carried at most 9 requests/s over 8 s | Run the load test at a steady 20 requests/s or more, or declare the peak that it reaches",
                "7 # 20 # UNPROVEN too-few-samples | Peak 20 requests/s: load put load on for 7 s, which is too short to tell whether it reached 20 requests/s | Run the load test for at least 16 s",
            })
    void aLoadBelowThePeakProvesNothing(int seconds, long perSecond, String text) {
        assertThat(judged(LoadFixture.steady(seconds, perSecond))).isEqualTo(text);
    }

    /** A ramp before and after is left aside, and a dip is not. */
    @Test
    void theWindowIsFromTheFirstBinAtThePeakToTheLast() {
        var ramped = LoadFixture.run(0, 400, second -> second < 80 || second >= 320 ? 4 : 20, second -> 0);
        assertThat(judged(ramped))
                .isEqualTo("MET | Peak 20 requests/s: 100 % of 4 800 requests succeeded, demanded 99 % (at least 99.9 %"
                        + " with confidence 95 %); 20 requests/s over 240 s");
        var dip = LoadFixture.run(0, 400, second -> second >= 160 && second < 168 ? 0 : 20, second -> 0);
        assertThat(judged(dip)).startsWith("MET | Peak 20 requests/s: 100 % of 7 840 requests succeeded");
        var stalls = LoadFixture.run(0, 400, second -> second >= 160 && second < 184 ? 0 : 20, second -> 0);
        assertThat(judged(stalls))
                .isEqualTo(
                        "UNPROVEN incomplete | Peak 20 requests/s: load did not hold 20 requests/s: it was below in 3 of 50"
                                + " bins of 8 s, and at most one in 20 may be"
                                + " | Run the load test at a steady 20 requests/s or more, or declare the peak that it reaches");
    }

    @Test
    void errorsAtThePeakCount() {
        var failing = LoadFixture.run(0, 120, second -> 20, second -> 1);
        assertThat(judged(failing))
                .isEqualTo(
                        "NOT_MET over-limit | Peak 20 requests/s: 95 % of 2 400 requests succeeded, demanded 99 % (at most"
                                + " 95.8 % with confidence 95 %); 20 requests/s over 120 s"
                                + " | Find out why 120 requests failed at the peak");
        assertThat(judged(CLAIM.replace("1 %", "10 %"), "errors: 2 %", failing))
                .startsWith("NOT_MET over-limit | Peak 20 requests/s: 95 % of 2 400 requests succeeded, demanded 98 %");
        assertThat(judged(CLAIM.replace(", errors: 1 %", ""), "", failing))
                .isEqualTo(
                        "UNPROVEN missing | Peak 20 requests/s: it is not said how many requests may fail; 120 of 2 400"
                                + " requests failed; 20 requests/s over 120 s | Add the share of errors to the claim, such as errors: 1 %");
    }

    @Test
    void eachOfSeparateRunsMustReachThePeak() {
        var both = LoadFixture.steady(120, 20).merge(LoadFixture.run(1_000, 120, second -> 5, second -> 0));
        assertThat(judged(both))
                .isEqualTo(
                        "MET | Peak 20 requests/s, run 1 of 2: 100 % of 2 400 requests succeeded, demanded 99 % (at least"
                                + " 99.8 % with confidence 95 %); 20 requests/s over 120 s\n"
                                + "UNPROVEN incomplete | Peak 20 requests/s, run 2 of 2: load never reached 20 requests/s: it carried"
                                + " at most 5 requests/s over 8 s"
                                + " | Run the load test at a steady 20 requests/s or more, or declare the peak that it reaches");
        var injectors = LoadFixture.steady(120, 10).merge(LoadFixture.run(2, 120, second -> 10, second -> 0));
        assertThat(judged(injectors)).startsWith("MET | Peak 20 requests/s: ");
    }

    @Test
    void requestsInFlightAreTheTimeTheyTakeTogether() {
        var claim = CLAIM.replace("20 requests/s", "10 concurrent requests");
        assertThat(judged(claim, "", LoadFixture.steady(120, 20)))
                .isEqualTo(
                        "MET | Peak 10 concurrent requests: 100 % of 2 400 requests succeeded, demanded 99 % (at least"
                                + " 99.8 % with confidence 95 %); 10 concurrent requests over 120 s");
        assertThat(judged(claim.replace("10 c", "30 c"), "", LoadFixture.steady(120, 20)))
                .startsWith(
                        "UNPROVEN incomplete | Peak 30 concurrent requests: load never reached 30 concurrent requests:"
                                + " it carried at most 10 concurrent requests over 8 s");
    }

    @Test
    void withoutTimesNothingIsKnownOfTheLoad() {
        assertThat(judged(LoadFixture.untimed(10_000)))
                .isEqualTo(
                        "UNPROVEN incomplete | Peak 20 requests/s: load does not tell when each request began, and so not"
                                + " whether it reached 20 requests/s | Name evidence that tells the time of each request, such as"
                                + " JMeter's CSV file or what k6 writes with --out json=results.json");
    }

    @Test
    void theDemandsOfThePolicyHold() {
        assertThat(judged(CLAIM, "minimumDuration: 10 min", LoadFixture.steady(120, 20)))
                .isEqualTo(
                        "UNPROVEN too-few-samples | The load was at the peak for 120 s, demanded at least 10 min (Peak 20"
                                + " requests/s: 100 % of 2 400 requests succeeded, demanded 99 % (at least 99.8 % with confidence"
                                + " 95 %); 20 requests/s over 120 s) | Hold the peak for at least 10 min");
        assertThat(judged(CLAIM, "minimumSamples: 3000", LoadFixture.steady(120, 20)))
                .startsWith("UNPROVEN too-few-samples | Peak 20 requests/s: 100 % of 2 400 requests")
                .endsWith("and at least 3 000 requests are demanded | Measure at least 3 000 requests");
        assertThat(judged(CLAIM, "minimumRate: 1500 requests/min", LoadFixture.steady(120, 20)))
                .startsWith("NOT_MET not-allowed | Least peak: 20 requests/s declared, demanded at least 25 requests/s"
                        + " | Declare a peak of at least 25 requests/s, and test the service at it\nMET");
        assertThat(judged(CLAIM, "minimumRate: 1200 requests/min", LoadFixture.steady(120, 20)))
                .startsWith("MET");
        var cut = LoadFixture.steady(240, 20).without(Duration.ofMinutes(1));
        assertThat(judged(CLAIM, "maximumWarmUp: 60 s", cut)).startsWith("MET");
        assertThat(judged(CLAIM, "maximumWarmUp: 30 s", cut))
                .startsWith(
                        "UNPROVEN not-allowed | load leaves out the first 1 min as warm-up, and at most 30 s are allowed")
                .endsWith(" | Warm the service up before the load test, and declare a warmUp of at most 30 s");
    }

    @Test
    void withoutAClaimNothingIsProven() {
        assertThat(judged("", "", LoadFixture.steady(120, 20)))
                .isEqualTo("UNPROVEN missing | The manifest declares no peak"
                        + " | Add a claim under capacity.claims, with the load test that reached the peak");
    }

    @Test
    void mistakesAreToldBeforeEvidenceIsOpened() {
        assertThat(problems(
                        CRITERION,
                        demand(
                                CRITERION,
                                "claims: [{ evidence: load, peak: 0 requests/s, errors: 0 % }]",
                                "errors: 100 %")))
                .containsExactly(
                        "genai-gate.yaml:1:28: A peak of 0 requests/s is no load; Write the load that the service must stand, such as 20 requests/s",
                        "genai-gate.yaml:1:48: errors is 0 %, which no number of requests proves; Write the share that may fail, such as 0.1 %",
                        "policy.yaml:1:1: errors is 100 %, which lets every request fail; Write a share such as 1 %");
    }

    /** Half of the seconds of such a run are below its mean, and hardly any run is turned away for it. */
    @Test
    void aRunMadeForExactlyThePeakReachesIt() {
        var random = new Random(20);
        var peak = Peak.parse("20 requests/s").value().orElseThrow();
        int reached = 0;
        int reachedHigher = 0;
        for (int i = 0; i < 1_000; i++) {
            var run = LoadFixture.run(0, 300, second -> poisson(random, 20), second -> 0)
                    .runs()
                    .get(0);
            reached += PeakWindow.of(run, peak).held() == PeakWindow.Held.REACHED ? 1 : 0;
            var higher = Peak.parse("22 requests/s").value().orElseThrow();
            reachedHigher += PeakWindow.of(run, higher).held() == PeakWindow.Held.REACHED ? 1 : 0;
        }
        assertThat(reached).isGreaterThan(990);
        assertThat(reachedHigher).isLessThan(10);
    }

    private static int poisson(Random random, double mean) {
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }
}
