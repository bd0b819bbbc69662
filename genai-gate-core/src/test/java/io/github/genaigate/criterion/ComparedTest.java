package io.github.genaigate.criterion;

import static io.github.genaigate.criterion.Fixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Baseline;
import io.github.genaigate.model.Cases;
import io.github.genaigate.model.Cases.Case;
import io.github.genaigate.model.Cases.Result;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Place;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A suite that is good enough must not get worse unseen, where the policy says so. */
class ComparedTest {

    private static final Criterion CRITERION = new Evaluation();
    private static final Place FILE = Place.of("governance/baseline.json");

    private static Demand demand(String settings) {
        return Fixture.demand(CRITERION, "suites: [{ name: jailbreak, evidence: evals, passing: 80 % }]", settings);
    }

    private static Facts facts(int cases, int failed, Lookup<Baseline> baseline) {
        var all = new ArrayList<Case>();
        for (int i = 0; i < cases; i++) {
            all.add(new Case(
                    "case-" + i,
                    Map.of(),
                    i < failed ? Result.FAILED : Result.PASSED,
                    new Place("evals.json", i + 1, 0)));
        }
        var evals = Fixture.evidence("evals", new Cases(all));
        return new Facts(
                evals.at(),
                evals.evidence(),
                evals.content(),
                evals.signOffs(),
                evals.ownership(),
                evals.activity(),
                baseline);
    }

    private static Lookup<Baseline> baseline(String part, long samples, long failures, Optional<BigDecimal> limit) {
        return Lookup.found(
                new Baseline(
                        Optional.of("365e0db4bf5c"),
                        Instant.parse("2026-11-20T10:00:00Z"),
                        Map.of(
                                "evaluation",
                                Map.of(part, new Baseline.Counted(samples, failures, limit, BigDecimal.ONE))),
                        FILE),
                Assurance.DECLARED);
    }

    private static List<Part> parts(String settings, Facts facts) {
        return CRITERION.judge(demand(settings), facts).parts();
    }

    @Test
    void isShownToBeNoWorse() {
        var parts =
                parts("maximumRegression: 5 %", facts(500, 5, baseline("suite jailbreak", 500, 10, Optional.empty())));

        assertThat(parts).hasSize(2);
        assertThat(text(parts.get(1)))
                .isEqualTo(
                        "MET | Suite jailbreak against the baseline: 1 % of 500 cases did not pass, 2 % of 500 in the baseline of"
                                + " 2026-11-20, allowed 5 percentage points more (at most 1.4 percentage points more with confidence 95 %)");
        assertThat(parts.get(1).assurance()).isEqualTo(Assurance.DECLARED);
        assertThat(parts.get(1).confidence()).hasToString("Optional[95 %]");
    }

    @Test
    void isShownToBeWorse() {
        var parts =
                parts("maximumRegression: 5 %", facts(500, 80, baseline("suite jailbreak", 500, 5, Optional.empty())));

        assertThat(text(parts.get(1)))
                .isEqualTo(
                        "NOT_MET over-limit | Suite jailbreak against the baseline: 16 % of 500 cases did not pass, 1 % of 500 in the"
                                + " baseline of 2026-11-20, allowed 5 percentage points more (at least 10.5 percentage points more with confidence"
                                + " 95 %) | Find out what got worse since, or bless what is now when it is meant to be so");
    }

    @Test
    void tooFewSamplesOnEitherSideProveNothing() {
        var parts =
                parts("maximumRegression: 2 %", facts(100, 1, baseline("suite jailbreak", 100, 1, Optional.empty())));

        assertThat(parts.get(1).outcome()).isEqualTo(Outcome.UNPROVEN);
        assertThat(parts.get(1).message())
                .isEqualTo(
                        "Suite jailbreak against the baseline: 1 % of 100 cases did not pass, 1 % of 100 in the baseline"
                                + " of 2026-11-20, which neither proves nor refutes the allowed 2 percentage points more (at least"
                                + " -5.5 percentage points and at most 5.5 percentage points, each with confidence 95 %)");
    }

    @Test
    void withoutAMarginFishersTestDecides() {
        assertThat(parts(
                                "maximumRegression: 0 %",
                                facts(400, 2, baseline("suite jailbreak", 400, 20, Optional.empty())))
                        .get(1)
                        .outcome())
                .isEqualTo(Outcome.MET);
        assertThat(parts(
                                "maximumRegression: 0 %",
                                facts(400, 20, baseline("suite jailbreak", 400, 2, Optional.empty())))
                        .get(1)
                        .outcome())
                .isEqualTo(Outcome.NOT_MET);
    }

    @Test
    void withoutABaselineNothingIsProven() {
        var parts = parts("maximumRegression: 2 %", facts(100, 1, Lookup.absent(Facts.NO_BASELINE)));

        assertThat(parts)
                .extracting(Fixture::text)
                .last()
                .isEqualTo("UNPROVEN missing | The manifest names no baseline to"
                        + " compare with | Name a file under baseline in the manifest, write it with genai-gate:bless, and commit"
                        + " it");
    }

    @Test
    void aBaselineOfSomethingElseIsNone() {
        assertThat(parts(
                        "maximumRegression: 2 %",
                        facts(100, 1, baseline("suite groundedness", 100, 1, Optional.empty()))))
                .extracting(Fixture::text)
                .last()
                .isEqualTo(
                        "UNPROVEN missing | Suite jailbreak against the baseline: governance/baseline.json holds no counts"
                                + " for it | Bless a baseline that holds it with genai-gate:bless, and commit it");
        assertThat(parts(
                        "maximumRegression: 2 %",
                        facts(100, 1, baseline("suite jailbreak", 100, 1, Optional.of(BigDecimal.TEN)))))
                .extracting(Fixture::text)
                .last()
                .isEqualTo(
                        "UNPROVEN foreign | Suite jailbreak against the baseline: governance/baseline.json counted it under"
                                + " another limit | Bless a baseline that holds it with genai-gate:bless, and commit it");
    }

    @Test
    void nothingIsComparedWhereNobodyDemandsIt() {
        assertThat(parts("", facts(100, 1, baseline("suite jailbreak", 100, 1, Optional.empty()))))
                .hasSize(1);
        assertThat(CRITERION.needs(demand("")).baseline()).isFalse();
        assertThat(CRITERION.needs(demand("maximumRegression: 2 %")).baseline()).isTrue();
    }
}
