package io.github.genaigate.criterion;

import static io.github.genaigate.criterion.Fixture.demand;
import static io.github.genaigate.criterion.Fixture.evidence;
import static io.github.genaigate.criterion.Fixture.problems;
import static io.github.genaigate.criterion.Fixture.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Cases;
import io.github.genaigate.model.Cases.Case;
import io.github.genaigate.model.Cases.Result;
import io.github.genaigate.model.Figures;
import io.github.genaigate.model.Figures.Figure;
import io.github.genaigate.model.Figures.Value;
import io.github.genaigate.model.Moments;
import io.github.genaigate.model.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Claims on mean scores, of cases and of published figures. */
class EvaluationScoreTest {

    private static final Evaluation CRITERION = new Evaluation();
    private static final String SUITE = "suites: [{ name: tone, evidence: evals, score: tone, atLeast: 0.8 }]";

    private static Case run(int id, String score) {
        return new Case(
                "case-" + id,
                Map.of(),
                Result.PASSED,
                Map.of("tone", new BigDecimal(score)),
                false,
                new Place("evals.json", id + 1, 0));
    }

    private static List<Case> runs(int from, int count, String... scores) {
        var all = new ArrayList<Case>();
        for (int i = from; i < from + count; i++) {
            all.add(run(i, scores[i % scores.length]));
        }
        return all;
    }

    @SafeVarargs
    private static List<String> judged(String section, String settings, List<Case>... lists) {
        var all = new ArrayList<Case>();
        for (List<Case> some : lists) {
            all.addAll(some);
        }
        return texts(CRITERION, demand(CRITERION, section, settings), evidence("evals", new Cases(all)));
    }

    private static String figure(String section, Value value) {
        var figures = new Figures(List.of(new Figure("mmlu/acc", Optional.empty(), value, Place.of("results.json"))));
        return texts(CRITERION, demand(CRITERION, section, ""), evidence("evals", figures))
                .get(0);
    }

    private static Value reported(long samples, String mean, String error) {
        return new Value.Reported(OptionalLong.of(samples), new BigDecimal(mean), Optional.of(new BigDecimal(error)));
    }

    @Test
    void theMeanOfTheCasesIsHeldAgainstTheLimit() {
        assertThat(judged(SUITE, "", runs(0, 100, "0.9", "0.8")))
                .containsExactly("MET | Suite tone: the mean tone of 100 cases is 0.85, demanded at least 0.8 (at least"
                        + " 0.822 with confidence 95 %)");
        assertThat(judged(SUITE, "", runs(0, 100, "0.8", "0.7")))
                .containsExactly(
                        "NOT_MET over-limit | Suite tone: the mean tone of 100 cases is 0.75, demanded at least"
                                + " 0.8 (at most 0.763 with confidence 95 %) | Look into the cases with the worst scores");
        assertThat(judged(SUITE, "", runs(0, 100, "0.2", "1", "1", "1")))
                .containsExactly(
                        "UNPROVEN too-few-samples | Suite tone: the mean tone of 100 cases is 0.8, which neither"
                                + " proves nor refutes the demanded at least 0.8 (at least 0.731 and at most 0.858, each"
                                + " with confidence 95 %) | Measure more cases");
    }

    @Test
    void repeatsOfOneCaseAreOneSample() {
        assertThat(judged(SUITE, "", runs(0, 40, "1"), runs(0, 40, "0.5")))
                .containsExactly(
                        "NOT_MET over-limit | Suite tone: the mean tone of 40 cases is 0.75, demanded at least 0.8"
                                + " (at most 0.769 with confidence 95 %) | Look into the cases with the worst scores");
        assertThat(judged(SUITE, "", List.of(run(1, "1"), run(1, "1"), run(1, "1"))))
                .containsExactly(
                        "UNPROVEN too-few-samples | Suite tone: 100 % of 1 case scored 1 in tone, which neither"
                                + " proves nor refutes the demanded 80 % (at least 5 % and at most 100 %, each with"
                                + " confidence 95 %) | Measure 13 more: 14 cases would do if the share stays");
    }

    @Test
    void fewCasesAreNotEnough() {
        assertThat(judged(SUITE, "", runs(0, 5, "1")))
                .containsExactly(
                        "UNPROVEN too-few-samples | Suite tone: 100 % of 5 cases scored 1 in tone, which neither"
                                + " proves nor refutes the demanded 80 % (at least 54.9 % and at most 100 %, each with"
                                + " confidence 95 %) | Measure 9 more: 14 cases would do if the share stays");
        assertThat(judged(SUITE, "suites: [{ name: tone, minimumCases: 200 }]", runs(0, 100, "0.9", "0.95")))
                .containsExactly(
                        "UNPROVEN too-few-samples | Suite tone: the mean tone of 100 cases is 0.925, demanded at"
                                + " least 0.8 (at least 0.897 with confidence 95 %), and at least 200 cases are demanded |"
                                + " Measure at least 200 cases");
    }

    @Test
    void aCaseWithoutTheScoreLeavesTheMeanOpen() {
        var without = new Case("x", Map.of(), Result.ERRORED, new Place("evals.json", 9, 0));
        assertThat(judged(SUITE, "", runs(0, 100, "0.9", "0.95"), List.of(without)))
                .containsExactly("UNPROVEN incomplete | Suite tone: there is no score tone in 1 of 101 runs | Look into"
                        + " the cases without the score");
        assertThat(judged(SUITE.replace("score: tone", "score: tune"), "", runs(0, 100, "0.9")))
                .containsExactly(
                        "UNPROVEN missing | Suite tone: no case has a score tune; there are tone | Write tone if"
                                + " that is what is meant");
    }

    @Test
    void lessMayBeBetter() {
        var section = SUITE.replace("atLeast: 0.8", "atMost: 0.2");
        assertThat(judged(section, "", runs(0, 100, "0.1", "0.05")))
                .containsExactly("MET | Suite tone: the mean tone of 100 cases is 0.075, demanded at most 0.2 (at most"
                        + " 0.103 with confidence 95 %)");
        assertThat(judged(section, "", runs(0, 100, "0.3", "0.35")))
                .containsExactly(
                        "NOT_MET over-limit | Suite tone: the mean tone of 100 cases is 0.325, demanded at most"
                                + " 0.2 (at least 0.313 with confidence 95 %) | Look into the cases with the worst scores");
    }

    @Test
    void thePolicyAddsItsClaimAndMakesThatOfTheManifestStricter() {
        var policy = "suites: [{ name: tone, score: tone, atLeast: 0.9, passing: 80 % }]";
        assertThat(judged(SUITE, policy, runs(0, 100, "0.9", "0.8")))
                .containsExactly(
                        "MET | Suite tone: 100 % of 100 cases passed, demanded 80 % (at least 97 % with"
                                + " confidence 95 %)",
                        "NOT_MET over-limit | Suite tone: the mean tone of 100 cases is 0.85, demanded at least"
                                + " 0.9 (at most 0.861 with confidence 95 %) | Look into the cases with the worst scores");
    }

    @Test
    void publishedMeansAreHeldAgainstTheLimitToo() {
        var section = SUITE.replace("score: tone", "score: mmlu/acc");
        assertThat(figure(section, reported(1209, "0.952", "0.0061")))
                .isEqualTo("MET | Suite tone: the mean mmlu/acc of 1 209 samples is 0.952, demanded at least 0.8"
                        + " (at least 0.94 with confidence 95 %)");
        assertThat(figure(section, reported(12, "0.952", "0.0061")))
                .isEqualTo("UNPROVEN too-few-samples | Suite tone: the mean mmlu/acc of 12 samples is 0.952, which"
                        + " neither proves nor refutes the demanded at least 0.8 (at least 0.741 and at most 0.968,"
                        + " each with confidence 95 %) | Measure 6 more: 18 samples would do if mean and spread"
                        + " stay");
        assertThat(figure(section, new Value.Reported(OptionalLong.empty(), BigDecimal.ONE, Optional.empty())))
                .isEqualTo("UNPROVEN incomplete | Suite tone: the mean mmlu/acc comes without the number of its"
                        + " samples | Claim a score of which the evaluation tells both, such as that of a single"
                        + " task");
        assertThat(figure(section, new Value.Reported(OptionalLong.of(9), BigDecimal.ONE, Optional.empty())))
                .isEqualTo("UNPROVEN incomplete | Suite tone: the mean mmlu/acc comes without its standard error |"
                        + " Claim a score of which the evaluation tells both, such as that of a single task");
        assertThat(figure(section, reported(1209, "1e-900", "1")))
                .isEqualTo("UNPROVEN invalid | Suite tone: the mean mmlu/acc is beyond any scale | Look into the"
                        + " evaluation, and run it again");
        assertThat(figure(section, new Value.Counted(100, 95)))
                .isEqualTo("MET | Suite tone: 95 % of 100 samples scored 1 in mmlu/acc, demanded 80 % (at least"
                        + " 89.7 % with confidence 95 %)");
        assertThat(figure(section, new Value.Counted(0, 0)))
                .isEqualTo("UNPROVEN too-few-samples | Suite tone: 0 % of 0 samples scored 1 in mmlu/acc, which"
                        + " neither proves nor refutes the demanded 80 % (at least 0 % and at most 100 %, each"
                        + " with confidence 95 %) | Measure 14 more: 14 samples would do if the share stays");
        assertThat(figure(section, new Value.Sampled(Moments.of(BigDecimal.TEN))))
                .isEqualTo("UNPROVEN too-few-samples | Suite tone: the mean mmlu/acc of 1 sample is 10, which"
                        + " neither proves nor refutes the demanded at least 0.8: so few, or all alike, they tell"
                        + " nothing of the true mean | Measure more samples");
        assertThat(figure(SUITE, reported(1209, "0.952", "0.0061")))
                .isEqualTo("UNPROVEN missing | Suite tone: evals has no score tone; it has mmlu/acc | Name a score"
                        + " that the evaluation gives");
    }

    @Test
    void publishedMeansHaveNoCases() {
        var figures = new Figures(List.of(
                new Figure("tone", Optional.empty(), reported(1209, "0.952", "0.0061"), Place.of("results.json")),
                new Figure("tone", Optional.empty(), reported(1209, "0.952", "0.0061"), Place.of("results.json"))));
        assertThat(texts(
                        CRITERION,
                        demand(
                                CRITERION,
                                SUITE.replace("score:", "select: { category: x }, score:"),
                                "judge: named\nmodel: named\ncached: refused"),
                        evidence("evals", figures)))
                .containsExactly(
                        "UNPROVEN incomplete | Suite tone: evals holds means, of which no cases can be selected"
                                + " | Leave select out, and name the score of what it selects",
                        "UNPROVEN invalid | Suite tone: evals has 2 scores tone | Give the file of one evaluation",
                        "UNPROVEN incomplete | Suite tone: evals holds means alone, and tells nothing of judge |"
                                + " Give evidence that holds the cases",
                        "UNPROVEN incomplete | Suite tone: evals holds means alone, and tells nothing of model |"
                                + " Give evidence that holds the cases",
                        "UNPROVEN incomplete | Suite tone: evals holds means alone, and tells nothing of cached"
                                + " answers | Give evidence that holds the cases");
        assertThat(texts(
                        CRITERION,
                        demand(CRITERION, SUITE.replace("score: tone, atLeast: 0.8", "passing: 90 %"), ""),
                        evidence("evals", figures)))
                .containsExactly("UNPROVEN foreign | Evidence evals holds figures, not evaluation cases | Name evidence"
                        + " that holds evaluation cases");
    }

    @Test
    void halfAClaimIsAMistake() {
        assertThat(problems(CRITERION, demand(CRITERION, SUITE.replace(", atLeast: 0.8", ""), "")))
                .containsExactly("genai-gate.yaml:1:41: Suite tone names a score and no limit of its mean; Write one of"
                        + " atLeast, such as 0.8, and atMost");
        assertThat(problems(CRITERION, demand(CRITERION, SUITE.replace("score: tone, ", ""), "")))
                .containsExactly(
                        "genai-gate.yaml:1:41: Suite tone limits a mean and does not name the score; Add score,"
                                + " with the name that the evaluation gives it");
        assertThat(problems(CRITERION, demand(CRITERION, SUITE.replace("0.8", "0.8, atMost: 0.9"), "")))
                .containsExactly("genai-gate.yaml:1:41: Suite tone limits the mean score on both sides; Write one of"
                        + " atLeast, such as 0.8, and atMost");
        assertThat(problems(
                        CRITERION,
                        demand(
                                CRITERION,
                                SUITE,
                                "suites: [{ name: tone, passing: 90 %, select: { category: x }, whole: true }]")))
                .containsExactly("policy.yaml:1:64: Suite tone selects cases, and wants all of them to count; Write one"
                        + " of select and whole");
        assertThat(problems(CRITERION, demand(CRITERION, SUITE, ""))).isEmpty();
    }
}
