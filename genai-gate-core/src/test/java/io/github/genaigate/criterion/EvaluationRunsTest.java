package io.github.genaigate.criterion;

import static io.github.genaigate.criterion.Fixture.demand;
import static io.github.genaigate.criterion.Fixture.evidence;
import static io.github.genaigate.criterion.Fixture.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Cases;
import io.github.genaigate.model.Cases.Case;
import io.github.genaigate.model.Cases.Result;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What repeats say, what is left out, and that no more cases of the wrong kind ever help. */
class EvaluationRunsTest {

    private static final Evaluation CRITERION = new Evaluation();
    private static final String SUITE = "suites: [{ name: tone, evidence: evals, passing: 90 % }]";
    private static final String RUNS = SUITE.replace("passing", "passingRuns");

    private static Case run(int id, Result result, String category) {
        return new Case("case-" + id, Map.of("category", category), result, new Place("evals.json", id + 1, 0));
    }

    /** So many cases, each run as often, of which so many first runs of different cases fail. */
    private static Cases repeated(int cases, int repeats, int failed) {
        var all = new ArrayList<Case>();
        for (int i = 0; i < cases * repeats; i++) {
            all.add(run(i % cases, i < failed ? Result.FAILED : Result.PASSED, "tone"));
        }
        return new Cases(all);
    }

    private static List<String> judged(String section, String settings, Cases cases) {
        return texts(CRITERION, demand(CRITERION, section, settings), evidence("evals", cases));
    }

    @Test
    void aShareOfRunsToleratesRepeatsThatFailNowAndThen() {
        var cases = repeated(60, 5, 12);
        assertThat(judged(SUITE, "", cases))
                .containsExactly(
                        "NOT_MET over-limit | Suite tone: 80 % of 60 cases passed, demanded 90 % (at most 88.1 %"
                                + " with confidence 95 %); they were run 300 times, and all repeats must pass | Look into"
                                + " the cases that did not pass: case-0, case-1, case-2, case-3, case-4 and 7 more");
        assertThat(judged(RUNS, "", cases))
                .containsExactly("MET | Suite tone: 96 % of 300 runs passed, demanded 90 % (at least 93.5 % with"
                        + " confidence 95 %); they are runs of 60 cases");
    }

    @Test
    void oneCaseRepeatedAHundredTimesIsOneCluster() {
        assertThat(judged(RUNS, "", repeated(1, 100, 0)))
                .containsExactly(
                        "UNPROVEN too-few-samples | Suite tone: 100 % of 100 runs (worth 1 independent one) passed, which neither proves"
                                + " nor refutes the demanded 90 % (at least 5 % and at most 100 %, each with confidence 95"
                                + " %); they are runs of 1 case | Add 28 cases rather than repeats: 29 cases would do"
                                + " even if each counts once");
        assertThat(judged(SUITE, "", repeated(1, 100, 0)))
                .containsExactly(
                        "UNPROVEN too-few-samples | Suite tone: 100 % of 1 case passed, which neither proves nor"
                                + " refutes the demanded 90 % (at least 5 % and at most 100 %, each with confidence 95 %);"
                                + " they were run 100 times, and all repeats must pass | Measure 28 more: 29 cases would"
                                + " do if the share stays");
    }

    @Test
    void theFewestCasesAreCountedAsCases() {
        assertThat(judged(RUNS, "suites: [{ name: tone, minimumCases: 61 }]", repeated(60, 5, 0)))
                .containsExactly(
                        "UNPROVEN too-few-samples | Suite tone: 100 % of 300 runs (worth 60 independent ones) passed, demanded 90 % (at"
                                + " least 95.1 % with confidence 95 %); they are runs of 60 cases, and at least 61 cases"
                                + " are demanded | Measure at least 61 cases");
    }

    @Test
    void thePolicyMayWantAllCasesToCount() {
        var cases = new ArrayList<>(repeated(40, 1, 0).cases());
        for (int i = 100; i < 110; i++) {
            cases.add(run(i, Result.FAILED, "other"));
        }
        var section = SUITE.replace("passing", "select: { category: tone }, passing");
        assertThat(judged(section, "", new Cases(cases)))
                .containsExactly("MET | Suite tone: 100 % of 40 cases passed, demanded 90 % (at least 92.7 % with"
                        + " confidence 95 %); 10 runs not selected, of which 10 did not pass");
        assertThat(judged(section, "suites: [{ name: tone, passing: 90 %, whole: true }]", new Cases(cases)))
                .containsExactly(
                        "NOT_MET over-limit | Suite tone: 80 % of 50 cases passed, demanded 90 % (at most 88.8 %"
                                + " with confidence 95 %) | Look into the cases that did not pass: case-100, case-101,"
                                + " case-102, case-103, case-104 and 5 more");
    }

    @Test
    void aFailedOrErroredCaseNeverHelpsAndNeitherDoesARepeat() {
        var random = new Random(7);
        var demand = demand(CRITERION, SUITE, "");
        for (int i = 0; i < 2_000; i++) {
            var cases = new ArrayList<Case>();
            int most = 1 + random.nextInt(80);
            for (int j = 0; j < most; j++) {
                boolean passed = random.nextInt(20) > 0;
                cases.add(run(random.nextInt(80), passed ? Result.PASSED : Result.FAILED, "tone"));
            }
            var before = outcome(demand, cases);
            var failed = new ArrayList<>(cases);
            failed.add(run(1_000, random.nextBoolean() ? Result.FAILED : Result.ERRORED, "tone"));
            assertThat(outcome(demand, failed)).isGreaterThanOrEqualTo(before);
            var again = new ArrayList<>(cases);
            var repeat = cases.get(random.nextInt(cases.size()));
            again.add(new Case(
                    repeat.id(),
                    repeat.attributes(),
                    Result.values()[random.nextInt(Result.values().length)],
                    repeat.place()));
            assertThat(outcome(demand, again)).isGreaterThanOrEqualTo(before);
        }
    }

    /** Worse outcomes are greater. */
    private static Outcome outcome(Demand demand, List<Case> cases) {
        return CRITERION.judge(demand, evidence("evals", new Cases(cases))).outcome();
    }
}
