package io.github.genaigate.criterion;

import static io.github.genaigate.criterion.Fixture.demand;
import static io.github.genaigate.criterion.Fixture.evidence;
import static io.github.genaigate.criterion.Fixture.problems;
import static io.github.genaigate.criterion.Fixture.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Claims;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Histogram;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Measurement;
import io.github.genaigate.model.Metric;
import io.github.genaigate.model.Observation;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Samples;
import io.github.genaigate.model.Tally;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatencyBudgetTest {

    private static final LatencyBudget CRITERION = new LatencyBudget();
    private static final String ANSWER =
            "budgets: [{ name: answer, evidence: load, operation: chat, metric: duration, within: 1500 ms, share: 95 % }]";
    private static final Question CHAT = question("chat", Metric.DURATION, 1_500);

    private static Question question(String operation, Metric metric, int millis) {
        return new Question(Optional.ofNullable(operation), metric, Duration.ofMillis(millis));
    }

    private static Samples samples(Question question, Tally tally, long errors, Histogram histogram) {
        var operations = new TreeMap<String, Samples.Count>();
        operations.put("chat", new Samples.Count(tally.trials(), errors));
        operations.put("health", new Samples.Count(10, 0));
        return new Samples(
                Optional.empty(), Optional.empty(), operations, Map.of(question, tally), Map.of(question, histogram));
    }

    private static Samples samples(long trials, long failures) {
        return samples(CHAT, Tally.exact(trials, failures, 0), 0, Histogram.EMPTY);
    }

    private static Histogram histogram(long... millisAndCounts) {
        var counts = new TreeMap<Integer, Long>();
        for (int i = 0; i < millisAndCounts.length; i += 2) {
            counts.put(Histogram.bucket(millisAndCounts[i] * 1_000), millisAndCounts[i + 1]);
        }
        return new Histogram(counts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "2417 # 50 # MET | Budget answer: 97.9 % of 2 417 requests were within 1500 ms, demanded 95 % (at least 97.3 % with confidence 95 %)",
                "59 # 0 # MET | Budget answer: 100 % of 59 requests were within 1500 ms, demanded 95 % (at least 95 % with confidence 95 %)",
                "58 # 0 # UNPROVEN too-few-samples | Budget answer: 100 % of 58 requests were within 1500 ms, which neither proves nor refutes the demanded 95 % (at least 94.9 % and at most 100 %, each with confidence 95 %) | Measure 1 more: 59 requests would do if the share stays",
                "2417 # 213 # NOT_MET over-limit | Budget answer: 91.1 % of 2 417 requests were within 1500 ms, demanded 95 % (at most 92.2 % with confidence 95 %) | Make 95 % of the requests take at most 1500 ms",
                "100 # 5 # UNPROVEN too-few-samples | Budget answer: 95 % of 100 requests were within 1500 ms, which neither proves nor refutes the demanded 95 % (at least 89.7 % and at most 98.1 %, each with confidence 95 %) | Make 95 % of the requests take at most 1500 ms; no number of further requests settles it at the observed share",
                "100 # 6 # UNPROVEN too-few-samples | Budget answer: 94 % of 100 requests were within 1500 ms, which neither proves nor refutes the demanded 95 % (at least 88.5 % and at most 97.4 %, each with confidence 95 %) | Make 95 % of the requests take at most 1500 ms; at the observed share, 1 350 more would show that it is not met",
                "0 # 0 # UNPROVEN too-few-samples | Budget answer: load holds no request of chat | Run the load test: 59 requests would do if all are within the limit",
            })
    void exactCounts(long trials, long failures, String text) {
        assertThat(texts(CRITERION, demand(CRITERION, ANSWER, ""), evidence("load", samples(trials, failures))))
                .containsExactly(text);
    }

    @Test
    void theNumbersBehindTheSentenceAreObserved() {
        var load = samples(CHAT, Tally.exact(2_417, 50, 0), 12, histogram(900, 2_300, 1_499, 67, 2_000, 38));
        var part = CRITERION
                .judge(demand(CRITERION, ANSWER, ""), evidence("load", load))
                .parts()
                .get(0);
        assertThat(part.observations().stream().map(o -> o.name() + " " + o.text()))
                .containsExactly(
                        "samples 2417 requests",
                        "failures 50 requests",
                        "observed 97.9 %",
                        "demanded 95 %",
                        "lowerBound 97.3 %",
                        "upperBound 98.4 %",
                        "confidence 95 %",
                        "errors 12 requests",
                        "limit 1500 ms",
                        "p95AtMost 902 ms");
        assertThat(part.places()).containsExactly(new Place("genai-gate.yaml", 1, 11));
        assertThat(part.name()).isEqualTo("budget answer");
        assertThat(part.assurance()).isEqualTo(Assurance.MEASURED);
    }

    /** The histogram rounds 1499 ms up to more than 1500 ms; the exact counts say that it is within 1500 ms. */
    @Test
    void aPercentileNeverContradictsTheExactCounts() {
        var within = samples(CHAT, Tally.exact(1_000, 10, 0), 0, histogram(1_499, 990, 1_502, 10));
        var beyond = samples(CHAT, Tally.exact(1_000, 990, 0), 0, histogram(1_499, 10, 1_502, 990));
        assertThat(observation(within, "p95AtMost").text()).isEqualTo("1500 ms");
        assertThat(observation(beyond, "p95AtMost").text()).isEqualTo("1508 ms");
    }

    private static Observation observation(Samples samples, String name) {
        return CRITERION
                .judge(demand(CRITERION, ANSWER, ""), evidence("load", samples))
                .parts()
                .get(0)
                .observations()
                .stream()
                .filter(observation -> observation.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theMendNamesWhatIsInTheWay() {
        var slow = samples(CHAT, Tally.exact(1_000, 200, 0), 12, histogram(900, 800, 2_000, 188));
        var failing = samples(CHAT, Tally.exact(1_000, 200, 0), 200, histogram(900, 800));
        assertThat(CRITERION
                        .judge(demand(CRITERION, ANSWER, ""), evidence("load", slow))
                        .worst()
                        .mend())
                .contains(
                        "Make 95 % of the requests take at most 1500 ms, the load test says at most 2008 ms; 12 failed, which counts as beyond the limit");
        assertThat(CRITERION
                        .judge(demand(CRITERION, ANSWER, ""), evidence("load", failing))
                        .worst()
                        .mend())
                .contains("Find out why 200 requests failed: a failed request is not within the limit");
        var mostlyFailing = samples(CHAT, Tally.exact(1_000, 200, 0), 190, histogram(900, 800, 2_000, 10));
        assertThat(CRITERION
                        .judge(demand(CRITERION, ANSWER, ""), evidence("load", mostlyFailing))
                        .worst()
                        .mend())
                .contains("Find out why 190 requests failed: a failed request is not within the limit");
    }

    @Test
    void anOperationThatDoesNotOccurIsMissing() {
        var section = ANSWER.replace("chat", "chta");
        assertThat(texts(CRITERION, demand(CRITERION, section, ""), evidence("load", samples(100, 0))))
                .containsExactly(
                        "UNPROVEN missing | Budget answer: operation chta does not occur in load, which has chat, health"
                                + " | Write chat if that is what is meant");
        var none = new Samples(Optional.empty(), Optional.empty(), new TreeMap<>(), Map.of(), Map.of());
        assertThat(texts(CRITERION, demand(CRITERION, section, ""), evidence("load", none)))
                .containsExactly(
                        "UNPROVEN missing | Budget answer: operation chta does not occur in load, which names no operation"
                                + " | Write the operation as the load test names it, or leave it out for all requests together");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "90 # 0 # 10 # UNPROVEN incomplete | Budget answer: 10 of 100 requests in load succeeded without a duration | Let the load test record the duration of every request",
                "0 # 0 # 10 # UNPROVEN incomplete | Budget answer: 10 of 10 requests in load succeeded without a duration | Let the load test record the duration of every request",
                "9000 # 0 # 1 # UNPROVEN incomplete | Budget answer: 1 of 9 001 requests in load succeeded without a duration | Let the load test record the duration of every request",
                "90 # 50 # 10 # NOT_MET over-limit | Budget answer: as far as is known, at most 50 % of 100 requests were within 1500 ms, demanded 95 % (at most 58.7 % with confidence 95 %) | Make 95 % of the requests take at most 1500 ms",
            })
    void requestsWithoutTheMetricProveNothing(long trials, long failures, long unmeasured, String text) {
        var load = samples(CHAT, Tally.exact(trials, failures, unmeasured), 0, Histogram.EMPTY);
        assertThat(texts(CRITERION, demand(CRITERION, ANSWER, ""), evidence("load", load)))
                .containsExactly(text);
    }

    @Test
    void aMetricThatTheEvidenceDoesNotTellIsIncomplete() {
        var section = ANSWER.replace("metric: duration", "metric: time-to-first-token");
        assertThat(texts(CRITERION, demand(CRITERION, section, ""), evidence("load", samples(100, 0))))
                .containsExactly("UNPROVEN incomplete | Budget answer: load does not tell the time-to-first-token"
                        + " | Name evidence that measures the time-to-first-token");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "1000 # 0 # 10 # MET | Budget answer: as far as is known, at least 99 % of 1 000 requests were within 1500 ms, demanded 95 % (at least 98.3 % with confidence 95 %)",
                "1000 # 100 # 1000 # NOT_MET over-limit | Budget answer: as far as is known, at most 90 % of 1 000 requests were within 1500 ms, demanded 95 % (at most 91.6 % with confidence 95 %) | Make 95 % of the requests take at most 1500 ms",
                "1000 # 0 # 50 # UNPROVEN incomplete | Budget answer: as far as is known, between 95 % and 100 % of 1 000 requests were within 1500 ms, which neither proves nor refutes the demanded 95 % (at least 93.7 % and at most 100 %, each with confidence 95 %) | Let the tool publish a percentile from p(96.2) up to p(100), or name evidence with one row for each request",
                "50 # 0 # 2 # UNPROVEN too-few-samples | Budget answer: as far as is known, between 96 % and 100 % of 50 requests were within 1500 ms, which neither proves nor refutes the demanded 95 % (at least 87.9 % and at most 100 %, each with confidence 95 %) | Measure more: 50 requests are too few even if all are within the limit",
            })
    void aSummaryProvesWhatItImplies(long trials, long least, long most, String text) {
        var load = samples(CHAT, new Tally(trials, least, most, 0), 0, Histogram.EMPTY);
        assertThat(texts(CRITERION, demand(CRITERION, ANSWER, ""), evidence("load", load)))
                .containsExactly(text);
    }

    @Test
    void theToolSaysHowItIsMadeToTellMore() {
        assertThat(withRemedy(ANSWER, new Tally(1_000, 0, 50, 0)))
                .containsExactly("UNPROVEN incomplete | Budget answer: as far as is known, between 95 % and 100 % of"
                        + " 1 000 requests were within 1500 ms, which neither proves nor refutes the demanded 95 %"
                        + " (at least 93.7 % and at most 100 %, each with confidence 95 %)"
                        + " | Run the tool with --all: a percentile from p(96.2) up to p(100) would do");
        assertThat(withRemedy(ANSWER, Tally.exact(90, 0, 10)))
                .containsExactly("UNPROVEN incomplete | Budget answer: 10 of 100 requests in load succeeded without a"
                        + " duration | Run the tool with --all: the duration of every request is needed");
        assertThat(withRemedy(ANSWER.replace("metric: duration", "metric: time-to-first-token"), Tally.exact(90, 0, 0)))
                .containsExactly("UNPROVEN incomplete | Budget answer: load does not tell the time-to-first-token"
                        + " | Run the tool with --all: the time-to-first-token is needed");
    }

    private static List<String> withRemedy(String section, Tally tally) {
        var load = samples(CHAT, tally, 0, Histogram.EMPTY).withRemedy("Run the tool with --all");
        return texts(CRITERION, demand(CRITERION, section, ""), evidence("load", load));
    }

    @Test
    void fewerSamplesThanThePolicyDemandsProveNothingAndMayRefute() {
        var demand = demand(CRITERION, ANSWER, "minimumSamples: 1000");
        assertThat(texts(CRITERION, demand, evidence("load", samples(500, 0))))
                .containsExactly(
                        "UNPROVEN too-few-samples | Budget answer: 100 % of 500 requests were within 1500 ms, demanded 95 %"
                                + " (at least 99.4 % with confidence 95 %), and at least 1 000 requests are demanded"
                                + " | Measure at least 1 000 requests");
        assertThat(texts(CRITERION, demand, evidence("load", samples(500, 100))))
                .first()
                .asString()
                .startsWith("NOT_MET over-limit");
        assertThat(texts(CRITERION, demand, evidence("load", samples(50, 0))))
                .first()
                .asString()
                .endsWith("| Measure 950 more: 1 000 requests would do if the share stays");
    }

    @Test
    void theConfidenceOfThePolicyHolds() {
        assertThat(texts(CRITERION, demand(CRITERION, ANSWER, "confidence: 99 %"), evidence("load", samples(59, 0))))
                .containsExactly(
                        "UNPROVEN too-few-samples | Budget answer: 100 % of 59 requests were within 1500 ms, which neither"
                                + " proves nor refutes the demanded 95 % (at least 92.4 % and at most 100 %, each with"
                                + " confidence 99 %) | Measure 31 more: 90 requests would do if the share stays");
    }

    @Test
    void withoutBudgetsNothingIsProven() {
        assertThat(texts(CRITERION, demand(CRITERION, "", ""), Fixture.nothing()))
                .containsExactly("UNPROVEN missing | The manifest declares no latency budget"
                        + " | Add a budget under latency.budgets, with the load test that proves it");
        assertThat(texts(
                        CRITERION,
                        demand(
                                CRITERION,
                                "",
                                "ceilings: [{ metric: duration, operation: chat, within: 2 s, share: 95 % }]"),
                        Fixture.nothing()))
                .containsExactly(
                        "UNPROVEN missing | Ceiling duration of chat: the manifest declares no budget of duration"
                                + " | Add a budget of duration under latency.budgets, with the load test that proves it");
    }

    @Test
    void aCeilingIsJudgedOnAllRowsOfEveryLoadTestOfItsMetric() {
        var all = question(null, Metric.DURATION, 1_000);
        var demand = demand(CRITERION, """
                budgets:
                  - { name: answer, evidence: load, operation: chat, metric: duration, within: 1500 ms, share: 95 % }
                  - { name: search, evidence: other, metric: duration, within: 1500 ms, share: 95 % }
                """, "ceilings: [{ metric: duration, within: 1 s, share: 95 % }]");
        assertThat(CRITERION.needs(demand).evidence().get("load")).containsExactlyInAnyOrder(CHAT, all);
        assertThat(CRITERION.needs(demand).evidence().get("other"))
                .containsExactlyInAnyOrder(question(null, Metric.DURATION, 1_500), all);
        var load = new Samples(
                Optional.empty(),
                Optional.empty(),
                samples(100, 0).operations(),
                Map.of(CHAT, Tally.exact(100, 0, 0), all, Tally.exact(1_000, 500, 0)),
                Map.of());
        var parts = CRITERION.judge(demand, evidence("load", load)).parts();
        assertThat(parts.stream().map(part -> part.name() + " " + part.outcome()))
                .containsExactly(
                        "budget answer MET",
                        "budget search UNPROVEN",
                        "ceiling duration in load NOT_MET",
                        "ceiling duration in other UNPROVEN");
        assertThat(parts.get(2).message())
                .isEqualTo(
                        "Ceiling duration in load: 50 % of 1 000 requests were within 1 s, demanded 95 % (at most 52.7 %"
                                + " with confidence 95 %)");
        assertThat(parts.get(2).places()).containsExactly(new Place("policy.yaml", 1, 12));
    }

    @Test
    void aLoadTestWithoutTheOperationOfACeilingIsPassedOverWhenAnotherHasIt() {
        var demand = demand(
                CRITERION, """
                budgets:
                  - { name: answer, evidence: load, metric: duration, within: 1500 ms, share: 95 % }
                  - { name: search, evidence: other, metric: duration, within: 1500 ms, share: 95 % }
                """, "ceilings: [{ metric: duration, operation: chat, within: 1500 ms, share: 95 % }]");
        var other = new Samples(Optional.empty(), Optional.empty(), new TreeMap<>(), Map.of(), Map.of());
        var facts = evidence(Map.of(
                "load", Lookup.<Measurement>found(samples(100, 0), Assurance.MEASURED),
                "other", Lookup.<Measurement>found(other, Assurance.MEASURED)));
        assertThat(CRITERION.judge(demand, facts).parts().stream()
                        .map(part -> part.name() + " " + part.outcome())
                        .filter(text -> text.startsWith("ceiling")))
                .containsExactly("ceiling duration of chat in load MET");
        var nowhere = evidence(Map.of(
                "load", Lookup.<Measurement>found(other, Assurance.MEASURED),
                "other", Lookup.<Measurement>found(other, Assurance.MEASURED)));
        assertThat(CRITERION.judge(demand, nowhere).parts().stream()
                        .map(part -> part.name() + " " + part.outcome())
                        .filter(text -> text.startsWith("ceiling")))
                .containsExactly(
                        "ceiling duration of chat in load UNPROVEN", "ceiling duration of chat in other UNPROVEN");
    }

    @Test
    void aBudgetLooserThanACeilingIsTold() {
        var demand = demand(
                CRITERION, ANSWER, "ceilings: [{ metric: duration, operation: chat, within: 1 s, share: 95 % }]");
        assertThat(CRITERION
                        .judge(demand, evidence("load", samples(59, 0)))
                        .parts()
                        .get(0)
                        .message())
                .isEqualTo("Budget answer: 100 % of 59 requests were within 1500 ms, demanded 95 % (at least 95 % with"
                        + " confidence 95 %); the policy's ceiling is stricter, 95 % within 1 s");
    }

    @Test
    void mistakesAreToldBeforeEvidenceIsOpened() {
        var demand = demand(CRITERION, """
                budgets:
                  - { name: a, evidence: load, metric: duration, within: 0 ms, share: 100 % }
                  - { name: a, evidence: load, metric: duration, within: 1 s, share: 0 % }
                """, """
                confidence: 100 %
                ceilings: [{ metric: duration, within: 1 s, share: 100 % }]
                """);
        assertThat(problems(CRITERION, demand))
                .containsExactly(
                        "policy.yaml:1:1: confidence is 100 %, and samples are judged at 50 % or more and less than 100 %; Write a confidence such as 95 %",
                        "genai-gate.yaml:3:7: Budget a is written twice; Give each budget a name of its own, or merge the two",
                        "genai-gate.yaml:2:64: Budget a demands 100 %, which no number of samples proves; Write a share below 100 %, such as 99.9 %",
                        "genai-gate.yaml:2:50: Budget a allows no time at all; Write a duration such as 800 ms",
                        "genai-gate.yaml:3:63: Budget a demands 0 %, which is nothing; Write a share such as 95 %",
                        "policy.yaml:2:45: Ceiling duration demands 100 %, which no number of samples proves; Write a share below 100 %, such as 99.9 %");
        assertThat(problems(CRITERION, demand(CRITERION, ANSWER, "confidence: 99 %")))
                .isEmpty();
    }

    @Test
    void countsThatAFileMakesUpDoNoHarm() {
        var load = samples(CHAT, Tally.exact(Long.MAX_VALUE, 5, Long.MAX_VALUE), 0, Histogram.EMPTY);
        assertThat(CRITERION
                        .judge(demand(CRITERION, ANSWER, ""), evidence("load", load))
                        .worst()
                        .reason())
                .hasToString("Optional[INCOMPLETE]");
    }

    @Test
    void aShortLoadTestProvesNothing() {
        var demand = demand(CRITERION, ANSWER, "minimumDuration: 10 min");
        assertThat(texts(CRITERION, demand, evidence("load", LoadFixture.steady(120, 20))))
                .containsExactly(
                        "UNPROVEN too-few-samples | load put load on for 120 s, demanded at least 10 min (Budget"
                                + " answer: 100 % of 2 400 requests were within 1500 ms, demanded 95 % (at least 99.8 % with"
                                + " confidence 95 %)) | Run the load test for at least 10 min");
        assertThat(texts(CRITERION, demand, evidence("load", LoadFixture.untimed(2_400))))
                .containsExactly(
                        "UNPROVEN incomplete | load does not tell when each request began, and a load test of at least"
                                + " 10 min is demanded (Budget answer: 100 % of 2 400 requests were within 1500 ms, demanded 95 %"
                                + " (at least 99.8 % with confidence 95 %)) | Name evidence that tells the time of each request, such"
                                + " as JMeter's CSV file or what k6 writes with --out json=results.json");
        assertThat(texts(CRITERION, demand, evidence("load", LoadFixture.steady(600, 20))))
                .allMatch(text -> text.startsWith("MET"));
    }

    @Test
    void aWarmUpIsShownAndLimited() {
        var cut = LoadFixture.run(0, 120, second -> 20, second -> second < 30 ? 20 : 0)
                .without(Duration.ofSeconds(30));
        var demand = demand(CRITERION, ANSWER, "");
        assertThat(texts(CRITERION, demand, evidence("load", cut)))
                .containsExactly(
                        "MET | Budget answer: 100 % of 1 800 requests were within 1500 ms, demanded 95 % (at least"
                                + " 99.8 % with confidence 95 %); 600 requests of the first 30 s left out as warm-up");
        assertThat(CRITERION.judge(demand, evidence("load", cut)).parts().get(0).observations().stream()
                        .map(observation -> observation.name() + " " + observation.text()))
                .contains("errors 0 requests", "duration 90 s", "warmUp 30 s", "warmUpRequests 600 requests");
        assertThat(texts(CRITERION, demand(CRITERION, ANSWER, "maximumWarmUp: 10 s"), evidence("load", cut)))
                .containsExactly(
                        "UNPROVEN not-allowed | load leaves out the first 30 s as warm-up, and at most 10 s are allowed"
                                + " (Budget answer: 100 % of 1 800 requests were within 1500 ms, demanded 95 % (at least 99.8 % with"
                                + " confidence 95 %); 600 requests of the first 30 s left out as warm-up)"
                                + " | Warm the service up before the load test, and declare a warmUp of at most 10 s");
        assertThat(texts(
                        CRITERION,
                        demand,
                        evidence("load", LoadFixture.steady(60, 20).without(Duration.ofMinutes(2)))))
                .containsExactly(
                        "UNPROVEN too-few-samples | Budget answer: load holds no request of chat; 1 200 requests of the"
                                + " first 2 min left out as warm-up | Run the load test: 59 requests would do if all are within the limit");
    }

    /** Failures that come in bursts say less than as many that come alone. */
    @Test
    void dependentRequestsAreWorthFewer() {
        var bursts = LoadFixture.run(0, 1_200, second -> 20, second -> second % 100 < 4 ? 20 : 0);
        var part = CRITERION
                .judge(demand(CRITERION, ANSWER, ""), evidence("load", bursts))
                .parts()
                .get(0);
        assertThat(Fixture.text(part))
                .startsWith("UNPROVEN too-few-samples | Budget answer: 96 % of 24 000 requests (worth ")
                .contains(" independent ones) were within 1500 ms, which neither proves nor refutes the demanded 95 %");
        assertThat(part.observations().stream().map(Observation::name))
                .contains("effectiveSamples", "designEffect", "blocks", "blocksWithFailures");
        var alone = LoadFixture.run(0, 1_200, second -> 20, second -> second % 5 < 4 ? 1 : 0);
        assertThat(texts(CRITERION, demand(CRITERION, ANSWER, ""), evidence("load", alone)))
                .allMatch(text -> text.startsWith("MET | Budget answer: 96 % of 24 000 requests were within"));
    }

    @Test
    void fewClustersOfFailuresAreNeverMet() {
        var twice = LoadFixture.run(0, 1_200, second -> 20, second -> second == 100 || second == 900 ? 20 : 0);
        assertThat(texts(CRITERION, demand(CRITERION, ANSWER, ""), evidence("load", twice)))
                .singleElement()
                .asString()
                .startsWith("UNPROVEN too-few-samples | Budget answer: 99.8 % of 24 000 requests (worth ")
                .contains("; failures come in clusters, and 2 of them are too few to tell how many there will be | ");
    }

    @Test
    void aBudgetCountsOnlyAtTheDeclaredPeak() {
        assertThat(atPeak("", LoadFixture.steady(120, 20)))
                .isEqualTo(
                        "UNPROVEN missing | No peak is declared for load, and a load test counts only at the peak (Budget"
                                + " answer: 100 % of 2 400 requests were within 1500 ms, demanded 95 % (at least 99.8 % with"
                                + " confidence 95 %)) | Add a claim on load under capacity.claims");
        assertThat(atPeak("{ evidence: other, peak: 20 requests/s }", LoadFixture.steady(120, 20)))
                .startsWith("UNPROVEN missing | No peak is declared for load");
        assertThat(atPeak("{ evidence: load, peak: 20 requests/s }", LoadFixture.steady(120, 20)))
                .startsWith("MET | Budget answer: 100 % of 2 400 requests");
        assertThat(atPeak("{ evidence: load, peak: 50 requests/s }", LoadFixture.steady(120, 20)))
                .startsWith(
                        "UNPROVEN incomplete | load never reached 50 requests/s: it carried at most 20 requests/s over 2 s"
                                + " (Budget answer: 100 % of 2 400 requests")
                .endsWith("| Run the load test at a steady 50 requests/s or more, or declare the peak that it reaches");
        assertThat(atPeak("{ evidence: load, peak: 50 requests/s }", LoadFixture.run(0, 120, s -> 20, s -> 20)))
                .startsWith("NOT_MET over-limit");
    }

    private static String atPeak(String claim, Samples samples) {
        var demand = demand(CRITERION, ANSWER, "atPeak: true");
        var claims = demand.claims();
        var capacity = claim.isEmpty()
                ? Map.<String, Entry>of()
                : Map.of(
                        "capacity",
                        Fixture.entry(
                                "genai-gate.yaml",
                                "claims: [" + claim + "]",
                                PeakClaim.SECTION.fields().fields()));
        var with = new Demand(
                demand.requirement(),
                demand.settings(),
                new Claims(
                        claims.service(),
                        claims.owners(),
                        claims.evidence(),
                        claims.section(),
                        capacity,
                        claims.manifest()));
        return texts(CRITERION, with, evidence("load", samples)).get(0);
    }
}
