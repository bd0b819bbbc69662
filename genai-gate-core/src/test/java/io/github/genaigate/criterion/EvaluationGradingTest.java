package io.github.genaigate.criterion;

import static io.github.genaigate.criterion.Fixture.demand;
import static io.github.genaigate.criterion.Fixture.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Cases;
import io.github.genaigate.model.Cases.Case;
import io.github.genaigate.model.Cases.Result;
import io.github.genaigate.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who answered, who judged, and whether anybody was asked at all. */
class EvaluationGradingTest {

    private static final Evaluation CRITERION = new Evaluation();
    private static final String SUITE = "suites: [{ name: tone, evidence: evals, passing: 90 % }]";

    private static List<Case> cases(int count, boolean cached, Map<String, String> attributes) {
        var all = new ArrayList<Case>();
        for (int i = 0; i < count; i++) {
            all.add(new Case(
                    "case-" + attributes + i,
                    attributes,
                    Result.PASSED,
                    Map.of(),
                    cached,
                    new Place("evals.json", i + 1, 0)));
        }
        return all;
    }

    @SafeVarargs
    private static List<String> texts(String settings, List<Case>... lists) {
        var all = new ArrayList<Case>();
        for (List<Case> some : lists) {
            all.addAll(some);
        }
        return Fixture.texts(CRITERION, demand(CRITERION, SUITE, settings), evidence("evals", new Cases(all)));
    }

    /** All that is told beside the share of cases that pass. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "judge: named | graded=code | MET ! Suite tone: graded by code, and by no judge",
                "judge: pinned | graded=code | MET ! Suite tone: graded by code, and by no judge",
                "judge: named | judge=gpt-4o | MET ! Suite tone: judged by gpt-4o",
                "judge: pinned | judge=gpt-4o-2024-08-06 | MET ! Suite tone: judged by gpt-4o-2024-08-06",
                "judge: pinned | `judge=gpt-4o-2024-08-06, mistral` | NOT_MET not-allowed ! Suite tone: judged by"
                        + " gpt-4o-2024-08-06, mistral, and the judge must be pinned"
                        + " ! Name an id that stands for one snapshot, such as gpt-4o-2024-08-06",
                "judge: named | graded=model | UNPROVEN missing ! Suite tone: no judge is named in 40 of 40 runs"
                        + " ! Name the judge in the evaluation; in promptfoo it is the provider of the assertion, or of"
                        + " defaultTest.options",
                "judge: named | model=m | UNPROVEN missing ! Suite tone: no judge is named in 40 of 40 runs"
                        + " ! Name the judge in the evaluation; in promptfoo it is the provider of the assertion, or of"
                        + " defaultTest.options",
                "model: named | model=gpt-4o | MET ! Suite tone: answered by gpt-4o",
                "model: pinned | model=gpt-4o | NOT_MET not-allowed ! Suite tone: answered by gpt-4o, and the model must"
                        + " be pinned ! Name an id that stands for one snapshot, such as gpt-4o-2024-08-06",
                "model: named | judge=gpt-4o | UNPROVEN missing ! Suite tone: no model is named in 40 of 40 runs"
                        + " ! Let the evaluation write down which model it asks",
                "cached: refused | graded=code | MET ! Suite tone: no answer came out of a cache",
                "cached: allowed | graded=code | ",
            })
    void isHeldAgainstThePolicy(String settings, String attributes, String expected) {
        var pair = attributes.split("=", -1);
        var told = texts(settings, cases(40, false, Map.of(pair[0], pair[1]))).stream()
                .skip(1)
                .toList();
        assertThat(String.join("\n", told)).isEqualTo(expected == null ? "" : expected.replace("!", "|"));
    }

    @Test
    void aModelThatJudgesItselfProvesNothingWithoutAnyDemand() {
        assertThat(texts(
                        "",
                        cases(40, false, Map.of("model", "gpt-4.1", "judge", "mistral")),
                        cases(2, false, Map.of("model", "gpt-4o-2024-08-06", "judge", "gpt-4o, mistral"))))
                .containsExactly(
                        "MET | Suite tone: 100 % of 42 cases passed, demanded 90 % (at least 93.1 % with confidence 95 %)",
                        "UNPROVEN not-independent | Suite tone: 2 of 42 runs judged by gpt-4o, mistral, and the model"
                                + " under test is gpt-4o-2024-08-06 | Let another model judge");
    }

    @Test
    void cachedAnswersAreToldAndMayBeRefused() {
        var some = cases(3, true, Map.of("graded", "code"));
        var rest = cases(37, false, Map.of("graded", "code", "more", "yes"));
        assertThat(texts("", some, rest))
                .containsExactly("MET | Suite tone: 100 % of 40 cases passed, demanded 90 % (at least 92.7 % with"
                        + " confidence 95 %); 3 answers came out of a cache");
        assertThat(texts("cached: refused", some, rest).get(1))
                .isEqualTo(
                        "UNPROVEN stale | Suite tone: the answers of 3 of 40 runs came out of a cache, and such answers"
                                + " are refused | Run the evaluation without its cache, promptfoo with --no-cache");
    }

    @Test
    void everyDemandIsTold() {
        assertThat(texts("judge: named\nmodel: named\ncached: refused", cases(40, true, Map.of("graded", "model"))))
                .hasSize(4)
                .filteredOn(text -> text.startsWith("UNPROVEN"))
                .hasSize(3);
    }
}
