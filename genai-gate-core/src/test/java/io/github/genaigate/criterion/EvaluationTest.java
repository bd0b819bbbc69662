package io.github.genaigate.criterion;

import static io.github.genaigate.criterion.Fixture.demand;
import static io.github.genaigate.criterion.Fixture.evidence;
import static io.github.genaigate.criterion.Fixture.problems;
import static io.github.genaigate.criterion.Fixture.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Cases;
import io.github.genaigate.model.Cases.Case;
import io.github.genaigate.model.Cases.Result;
import io.github.genaigate.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final Evaluation CRITERION = new Evaluation();
    private static final String GROUNDEDNESS =
            "suites: [{ name: groundedness, evidence: evals, select: { category: grounded }, passing: 90 % }]";

    private static List<Case> cases(int from, int count, String category, Result result) {
        var all = new ArrayList<Case>();
        for (int i = from; i < from + count; i++) {
            all.add(new Case("case-" + i, Map.of("category", category), result, new Place("evals.json", i + 1, 0)));
        }
        return all;
    }

    @SafeVarargs
    private static Cases cases(List<Case>... lists) {
        var all = new ArrayList<Case>();
        for (List<Case> some : lists) {
            all.addAll(some);
        }
        return new Cases(all);
    }

    @Test
    void enoughCasesPass() {
        var evals = cases(
                cases(0, 116, "grounded", Result.PASSED),
                cases(116, 3, "grounded", Result.FAILED),
                cases(119, 1, "grounded", Result.ERRORED),
                cases(120, 5, "tone", Result.FAILED));
        var part = CRITERION
                .judge(demand(CRITERION, GROUNDEDNESS, ""), evidence("evals", evals))
                .parts()
                .get(0);
        assertThat(Fixture.text(part))
                .isEqualTo("MET | Suite groundedness: 96.6 % of 120 cases passed, demanded 90 % (at least 92.5 % with"
                        + " confidence 95 %); 5 runs not selected, of which 5 did not pass");
        assertThat(part.observations().stream().map(o -> o.name() + " " + o.text()))
                .containsExactly(
                        "samples 120 cases",
                        "failures 4 cases",
                        "observed 96.6 %",
                        "demanded 90 %",
                        "lowerBound 92.5 %",
                        "upperBound 98.9 %",
                        "confidence 95 %",
                        "runs 120 runs",
                        "runsFailed 3 runs",
                        "runsErrored 1 runs",
                        "runsInFile 125 runs",
                        "runsCached 0 runs");
    }

    @Test
    void tooFewPass() {
        var evals = cases(cases(0, 6, "grounded", Result.FAILED), cases(6, 6, "grounded", Result.PASSED));
        var part = CRITERION
                .judge(demand(CRITERION, GROUNDEDNESS, ""), evidence("evals", evals))
                .parts()
                .get(0);
        assertThat(Fixture.text(part))
                .isEqualTo(
                        "NOT_MET over-limit | Suite groundedness: 50 % of 12 cases passed, demanded 90 % (at most 75.5 %"
                                + " with confidence 95 %) | Look into the cases that did not pass: case-0, case-1, case-2, case-3,"
                                + " case-4 and 1 more");
        assertThat(part.places())
                .hasSize(6)
                .contains(new Place("evals.json", 1, 0), new Place("genai-gate.yaml", 1, 10));
    }

    @Test
    void elevenSingleShotCasesSettleNothing() {
        assertThat(texts(
                        CRITERION,
                        demand(CRITERION, GROUNDEDNESS, ""),
                        evidence("evals", cases(cases(0, 11, "grounded", Result.PASSED)))))
                .containsExactly(
                        "UNPROVEN too-few-samples | Suite groundedness: 100 % of 11 cases passed, which neither"
                                + " proves nor refutes the demanded 90 % (at least 76.1 % and at most 100 %, each with confidence"
                                + " 95 %) | Measure 18 more: 29 cases would do if the share stays");
    }

    @Test
    void oneCaseRepeatedIsOneSampleAndPassesWhenAllRepeatsDo() {
        var evals = cases(
                cases(0, 40, "grounded", Result.PASSED),
                cases(0, 40, "grounded", Result.PASSED),
                cases(0, 1, "grounded", Result.FAILED));
        assertThat(texts(CRITERION, demand(CRITERION, GROUNDEDNESS, ""), evidence("evals", evals)))
                .containsExactly(
                        "UNPROVEN too-few-samples | Suite groundedness: 97.5 % of 40 cases passed, which neither"
                                + " proves nor refutes the demanded 90 % (at least 88.6 % and at most 99.9 %, each with confidence"
                                + " 95 %); they were run 81 times, and all repeats must pass | Measure 21 more: 61 cases would do"
                                + " if the share stays; if it is the true share, a run of 76 does with a probability of 80 %");
        assertThat(CRITERION
                        .judge(demand(CRITERION, GROUNDEDNESS, ""), evidence("evals", evals))
                        .parts()
                        .get(0)
                        .observations())
                .extracting(observation -> observation.name() + " " + observation.text())
                .contains("furtherSamples 21 cases", "likelySamples 36 cases");
    }

    @Test
    void thePolicyDecidesWhatCounts() {
        var demand = demand(
                CRITERION,
                GROUNDEDNESS,
                "suites: [{ name: groundedness, passing: 95 %, minimumCases: 200, select: { category: all } }]");
        var evals = cases(cases(0, 100, "all", Result.PASSED), cases(100, 50, "grounded", Result.PASSED));
        assertThat(texts(CRITERION, demand, evidence("evals", evals)))
                .containsExactly(
                        "UNPROVEN too-few-samples | Suite groundedness: 100 % of 100 cases passed, demanded 95 %"
                                + " (at least 97 % with confidence 95 %); 50 runs not selected, and at least 200 cases are demanded"
                                + " | Measure at least 200 cases");
    }

    @Test
    void theStricterShareHolds() {
        var evals = evidence("evals", cases(cases(0, 29, "grounded", Result.PASSED)));
        var lower = demand(CRITERION, GROUNDEDNESS, "suites: [{ name: groundedness, passing: 80 % }]");
        var higher = demand(CRITERION, GROUNDEDNESS, "suites: [{ name: groundedness, passing: 99 % }]");
        assertThat(texts(CRITERION, lower, evals)).first().asString().contains("demanded 90 %");
        assertThat(texts(CRITERION, higher, evals)).first().asString().contains("demanded 99 %");
    }

    @Test
    void whatIsNotThereIsMissing() {
        var evals = evidence("evals", cases(cases(0, 9, "groundd", Result.PASSED)));
        assertThat(texts(CRITERION, demand(CRITERION, GROUNDEDNESS, ""), evals))
                .containsExactly(
                        "UNPROVEN missing | Suite groundedness: no case in evals has category grounded; there are"
                                + " groundd | Write groundd if that is what is meant");
        assertThat(texts(CRITERION, demand(CRITERION, GROUNDEDNESS.replace("category", "kategory"), ""), evals))
                .containsExactly(
                        "UNPROVEN missing | Suite groundedness: no case in evals has an attribute kategory; they"
                                + " have category | Write category if that is what is meant");
        assertThat(texts(CRITERION, demand(CRITERION, GROUNDEDNESS, ""), evidence("evals", cases())))
                .containsExactly("UNPROVEN missing | Suite groundedness: evals holds no case | Run the evaluation");
        assertThat(texts(CRITERION, demand(CRITERION, "", "suites: [{ name: jailbreak, passing: 99 % }]"), evals))
                .containsExactly("UNPROVEN missing | Suite jailbreak: the manifest does not declare it | Add it under"
                        + " evaluation.suites, with the run that holds its cases");
        assertThat(texts(
                                CRITERION,
                                demand(CRITERION, GROUNDEDNESS, "suites: [{ name: groundednes, passing: 99 % }]"),
                                evals)
                        .get(1))
                .isEqualTo("UNPROVEN missing | Suite groundednes: the manifest does not declare it; it has groundedness"
                        + " | Write groundedness if that is what is meant");
        assertThat(texts(CRITERION, demand(CRITERION, "", ""), evals))
                .containsExactly("UNPROVEN missing | The manifest declares no evaluation suite | Add a suite under"
                        + " evaluation.suites, with the run that holds its cases");
    }

    @Test
    void casesThatHaveOneAttributeEachAreNotSelectedByBoth() {
        var evals = new Cases(List.of(
                new Case("1", Map.of("category", "grounded"), Result.PASSED, Place.of("evals.json")),
                new Case("2", Map.of("provider", "a"), Result.PASSED, Place.of("evals.json"))));
        var demand = demand(CRITERION, GROUNDEDNESS.replace("grounded }", "grounded, provider: a }"), "");
        assertThat(texts(CRITERION, demand, evidence("evals", evals)))
                .containsExactly("UNPROVEN missing | Suite groundedness: no case in evals has all of category grounded,"
                        + " provider a | Select fewer attributes, or add such cases");
    }

    @Test
    void mistakesAreToldBeforeEvidenceIsOpened() {
        var demand = demand(
                CRITERION,
                GROUNDEDNESS.replace("90 %", "100 %"),
                "suites: [{ name: a, minimumCases: 3 }, { name: a, passing: 0 % }]");
        assertThat(problems(CRITERION, demand))
                .containsExactly(
                        "policy.yaml:1:42: Suite a is written twice; Give each suite a name of its own, or merge the two",
                        "genai-gate.yaml:1:81: Suite groundedness demands 100 %, which no number of samples proves; Write a share below 100 %, such as 99.9 %",
                        "policy.yaml:1:10: Suite a does not say what share of its cases must pass, nor which score they must reach; Add passing, such as 90 %, or score and atLeast",
                        "policy.yaml:1:51: Suite a demands 0 %, which is nothing; Write a share such as 95 %");
        assertThat(problems(CRITERION, demand(CRITERION, GROUNDEDNESS, ""))).isEmpty();
    }
}
