package io.github.genaigate.criterion;

import static io.github.genaigate.criterion.Fixture.demand;
import static io.github.genaigate.criterion.Fixture.evidence;
import static io.github.genaigate.criterion.Fixture.problems;
import static io.github.genaigate.criterion.Fixture.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Figures;
import io.github.genaigate.model.Figures.Figure;
import io.github.genaigate.model.Figures.Value;
import io.github.genaigate.model.Moments;
import io.github.genaigate.model.Place;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessValueTest {

    private static final BusinessValue CRITERION = new BusinessValue();
    private static final String TIME = "name: handling-time, unit: min, direction: down, evidence: pilot";
    private static final String ARMS = ", control: before, treatment: after";
    private static final String SOLVED = "name: solved, direction: up, evidence: pilot";

    private static String kpi(String fields) {
        return "kpis: [{ " + fields + " }]";
    }

    /** Half of the samples lie so much below the mean, and half above. */
    private static Value sampled(int samples, String mean, String away) {
        var moments = Moments.NONE;
        for (int i = 0; i < samples; i++) {
            var distance = new BigDecimal(away);
            moments = moments.plus(Moments.of(new BigDecimal(mean).add(i % 2 == 0 ? distance : distance.negate())));
        }
        return new Value.Sampled(moments);
    }

    private static Figure figure(String name, String arm, Value value) {
        return new Figure(name, Optional.of(arm).filter(any -> !any.isEmpty()), value, Place.of("pilot.csv"));
    }

    private static Facts pilot(Figure... figures) {
        return evidence("pilot", new Figures(List.of(figures)));
    }

    private static Facts times(Value before, Value after) {
        return pilot(figure("handling-time", "before", before), figure("handling-time", "after", after));
    }

    private static List<String> judged(String kpi, Facts facts) {
        var demand = demand(CRITERION, kpi(kpi), "");
        assertThat(problems(CRITERION, demand)).isEmpty();
        return texts(CRITERION, demand, facts);
    }

    @Test
    void oneGroupReachesItsTarget() {
        var facts = pilot(figure("handling-time", "", sampled(240, "8.4", "4")));
        var part = CRITERION
                .judge(demand(CRITERION, kpi(TIME + ", baseline: 12.4, target: 9.0"), ""), facts)
                .parts()
                .get(0);
        assertThat(Fixture.text(part))
                .isEqualTo(
                        "MET | KPI handling-time: 8.4 min in 240 samples, demanded at most 9 min (at most 8.9 min with confidence 95 %)");
        assertThat(part.assurance()).isEqualTo(Assurance.MEASURED);
        assertThat(part.observations().stream().map(o -> o.name() + " " + o.text()))
                .containsExactly(
                        "samples 240 samples",
                        "observed 8.4 min",
                        "lowerBound 7.972756989110819 min",
                        "upperBound 8.827243010889182 min",
                        "demanded 9 min",
                        "confidence 95 %");
        assertThat(part.places()).containsExactly(new Place("genai-gate.yaml", 1, 8));
        assertThat(judged(TIME + ", target: 8", facts))
                .containsExactly(
                        "UNPROVEN too-few-samples | KPI handling-time: 8.4 min in 240 samples, demanded at most 8 min, which is neither proven nor refuted (at least 7.9 min and at most 8.9 min, each with confidence 95 %) | Find out why handling-time does not go down as promised, or promise less");
        assertThat(judged(TIME + ", target: 8.5", facts))
                .containsExactly(
                        "UNPROVEN too-few-samples | KPI handling-time: 8.4 min in 240 samples, demanded at most 8.5 min, which is neither proven nor refuted (at least 7.97 min and at most 8.83 min, each with confidence 95 %) | Measure more: about 4 381 would do if what was observed stays");
        assertThat(judged(TIME + ", baseline: 12.4, effect: -25 %", facts))
                .containsExactly(
                        "MET | KPI handling-time: 8.4 min in 240 samples, demanded at most 9.3 min, -25 % from 12.4 min (at most 8.83 min with confidence 95 %)");
    }

    @Test
    void twoGroupsDifferByTheChangeFromBaselineToTarget() {
        var facts = times(sampled(260, "12", "5"), sampled(240, "8", "4"));
        assertThat(judged(TIME + ARMS + ", baseline: 12.4, target: 9.4", facts))
                .containsExactly(
                        "MET | KPI handling-time: 8 min in after and 12 min in before, of 240 and 260 samples, demanded a change of -3 min or less (after minus before is at most -3.3 min with confidence 95 %)");
        assertThat(judged(TIME + ARMS + ", baseline: 12.4, target: 7", facts))
                .containsExactly(
                        "NOT_MET over-limit | KPI handling-time: 8 min in after and 12 min in before, of 240 and 260 samples, demanded a change of -5.4 min or less (after minus before is at least -4.67 min with confidence 95 %) | Find out why handling-time does not go down as promised, or promise less");
        assertThat(judged(TIME + ARMS + ", baseline: 12.4, target: 8.5", facts))
                .containsExactly(
                        "UNPROVEN too-few-samples | KPI handling-time: 8 min in after and 12 min in before, of 240 and 260 samples, demanded a change of -3.9 min or less, which is neither proven nor refuted (after minus before is at least -4.67 min and at most -3.33 min, each with confidence 95 %) | Measure more: about 10 656 in each group would do if what was observed stays");
    }

    @Test
    void twoGroupsDifferByAnEffect() {
        var facts = times(sampled(260, "12", "5"), sampled(240, "8", "4"));
        assertThat(judged(TIME + ARMS + ", effect: -20 %", facts))
                .containsExactly(
                        "MET | KPI handling-time: 8 min in after and 12 min in before, of 240 and 260 samples, demanded a change of -20 % or less (after minus 80 % of before is at most -1 min with confidence 95 %)");
        assertThat(judged(TIME + ARMS + ", effect: -30 %", facts))
                .containsExactly(
                        "UNPROVEN too-few-samples | KPI handling-time: 8 min in after and 12 min in before, of 240 and 260 samples, demanded a change of -30 % or less, which is neither proven nor refuted (after minus 70 % of before is at least -1 min and at most 0.2 min, each with confidence 95 %) | Measure more: about 466 in each group would do if what was observed stays");
        assertThat(judged(TIME + ARMS + ", effect: -50 %", facts))
                .containsExactly(
                        "NOT_MET over-limit | KPI handling-time: 8 min in after and 12 min in before, of 240 and 260 samples, demanded a change of -50 % or less (after minus 50 % of before is at least 1.5 min with confidence 95 %) | Find out why handling-time does not go down as promised, or promise less");
    }

    @Test
    void sharesHaveExactBounds() {
        var facts = pilot(
                figure("solved", "before", new Value.Counted(400, 200)),
                figure("solved", "after", new Value.Counted(400, 260)));
        assertThat(judged(SOLVED + ", treatment: after, target: 0.6", facts))
                .containsExactly(
                        "MET | KPI solved: 65 % of 400 trials, demanded at least 60 % (at least 60.8 % with confidence 95 %)");
        assertThat(judged(SOLVED + ", treatment: after, target: 60", facts))
                .containsExactly(
                        "UNPROVEN invalid | KPI solved: it is a share, and 60 is demanded | Write shares as numbers from 0 to 1, such as 0.58");
        assertThat(judged(SOLVED + ", treatment: after, baseline: 0.5, effect: +20 %", facts))
                .containsExactly(
                        "MET | KPI solved: 65 % of 400 trials, demanded at least 60 %, +20 % from 50 % (at least 60.8 % with confidence 95 %)");
        assertThat(judged(SOLVED + ARMS + ", effect: +5 %", facts))
                .containsExactly(
                        "MET | KPI solved: 65 % in after and 50 % in before, of 400 and 400 trials, demanded a change of +5 % or more (after minus 105 % of before is at least 2.3 points with confidence 95 %)");
        assertThat(judged(SOLVED + ARMS + ", baseline: 0.5, target: 0.55", facts))
                .containsExactly(
                        "MET | KPI solved: 65 % in after and 50 % in before, of 400 and 400 trials, demanded a change of 5 points or more (after minus before is at least 5.09 points with confidence 95 %)");
        assertThat(judged(SOLVED + ARMS + ", baseline: 0.5, target: 0.8", facts))
                .containsExactly(
                        "NOT_MET over-limit | KPI solved: 65 % in after and 50 % in before, of 400 and 400 trials, demanded a change of 30 points or more (after minus before is at most 24.7 points with confidence 95 %) | Find out why solved does not go up as promised, or promise less");
    }

    @Test
    void aDeclaredNumberIsWorthWhatItIs() {
        var declared = "name: handling-time, unit: min, direction: down, target: 9.0, declared: ";
        var part = CRITERION
                .judge(demand(CRITERION, kpi(declared + "8.1"), ""), Fixture.nothing())
                .parts()
                .get(0);
        assertThat(Fixture.text(part))
                .isEqualTo(
                        "MET | KPI handling-time: 8.1 min as the manifest declares, demanded at most 9 min; nobody measured it here");
        assertThat(part.assurance()).isEqualTo(Assurance.DECLARED);
        assertThat(judged(declared + "9.1", Fixture.nothing()))
                .containsExactly(
                        "NOT_MET over-limit | KPI handling-time: 9.1 min as the manifest declares, demanded at most 9 min; nobody measured it here | Find out why handling-time does not go down as promised, or promise less");
        var measured = demand(CRITERION, kpi(declared + "8.1"), "assurance: measured");
        assertThat(texts(CRITERION, measured, Fixture.nothing()))
                .containsExactly(
                        "UNPROVEN weak-assurance | KPI handling-time is declared, and measured is demanded (KPI handling-time: 8.1 min as the manifest declares, demanded at most 9 min; nobody measured it here) | Name evidence with its samples or counts");
        assertThat(texts(CRITERION, demand(CRITERION, kpi(declared + "8.1"), "assurance: declared"), Fixture.nothing()))
                .containsExactly(
                        "MET | KPI handling-time: 8.1 min as the manifest declares, demanded at most 9 min; nobody measured it here");
    }

    @Test
    void aPublishedMeanNeedsItsStandardError() {
        var error = new BigDecimal("0.2");
        var mean = new BigDecimal("8.4");
        assertThat(judged(
                        TIME + ", target: 9",
                        pilot(figure(
                                "handling-time",
                                "",
                                new Value.Reported(OptionalLong.of(200), mean, Optional.of(error))))))
                .containsExactly(
                        "MET | KPI handling-time: 8.4 min in 200 samples, demanded at most 9 min (at most 8.8 min with confidence 95 %)");
        assertThat(judged(
                        TIME + ", target: 9",
                        pilot(figure(
                                "handling-time",
                                "",
                                new Value.Reported(OptionalLong.of(200), mean, Optional.empty())))))
                .containsExactly(
                        "UNPROVEN incomplete | KPI handling-time: pilot tells a mean, not of how many samples and how they vary, so that no bound can be given | Give the samples, or the mean with its standard error and the number of samples");
        assertThat(judged(
                        TIME + ", target: 9",
                        pilot(figure(
                                "handling-time",
                                "",
                                new Value.Reported(OptionalLong.of(29), mean, Optional.of(error))))))
                .containsExactly(
                        "UNPROVEN too-few-samples | KPI handling-time: pilot has 29 samples of it in one group, and a mean is not known from fewer than 30 | Measure at least 30 in each group");
    }

    @Test
    void whatCannotBeJudgedIsUnproven() {
        var some = sampled(40, "8", "1");
        assertThat(judged(TIME + ", target: 9", pilot(figure("handling-tme", "", some))))
                .containsExactly(
                        "UNPROVEN missing | KPI handling-time: pilot has no figure handling-time; there is handling-tme | Write handling-tme if that is what is meant");
        assertThat(judged(TIME + ", target: 9", pilot()))
                .containsExactly(
                        "UNPROVEN missing | KPI handling-time: pilot has no figure handling-time | Name a figure that the evidence has");
        assertThat(judged(TIME + ", target: 9", times(some, some)))
                .containsExactly(
                        "UNPROVEN missing | KPI handling-time: in pilot it has the arms after, before, and none is chosen | Name the arm that the service is in as treatment");
        assertThat(judged(TIME + ", target: 9, treatment: aftr", times(some, some)))
                .containsExactly(
                        "UNPROVEN missing | KPI handling-time: in pilot it has no arm aftr; there are after, before | Write after if that is what is meant");
        assertThat(judged(TIME + ", target: 9, treatment: after", pilot(figure("handling-time", "", some))))
                .containsExactly(
                        "UNPROVEN missing | KPI handling-time: in pilot it has no arm after; there is only one without a name | Name an arm that the evidence has");
        assertThat(judged(TIME + ", target: 9", pilot(figure("handling-time", "", sampled(29, "8", "1")))))
                .containsExactly(
                        "UNPROVEN too-few-samples | KPI handling-time: pilot has 29 samples of it in one group, and a mean is not known from fewer than 30 | Measure at least 30 in each group");
        assertThat(judged(TIME + ", target: 9", pilot(figure("handling-time", "", sampled(40, "8", "0")))))
                .containsExactly(
                        "UNPROVEN incomplete | KPI handling-time: pilot has 40 samples of it in one group that are all alike, which says nothing of how much others differ | Give the samples as they were taken");
        assertThat(judged(TIME + ", target: 9", pilot(figure("handling-time", "", sampled(40, "8e200", "1")))))
                .containsExactly(
                        "UNPROVEN invalid | KPI handling-time: pilot counts more than there can be | Let the tool write it again");
        assertThat(judged(TIME + ", target: 9", pilot(figure("handling-time", "", new Value.Counted(0, 0)))))
                .containsExactly("UNPROVEN missing | KPI handling-time: pilot counts no trial | Measure it");
        assertThat(judged(TIME + ARMS + ", effect: -10 %", times(new Value.Counted(50, 1), some)))
                .containsExactly(
                        "UNPROVEN invalid | KPI handling-time: one group is sampled and the other counted | Give both groups in the same way");
        assertThat(judged(TIME + ARMS + ", effect: -10 %", times(sampled(40, "-3", "1"), some)))
                .containsExactly(
                        "UNPROVEN invalid | KPI handling-time: a change in percent means nothing from -3 on | Demand a target with a baseline in place of an effect");
        assertThat(judged(
                        TIME + ", target: 9",
                        pilot(figure("handling-time", "", some), figure("handling-time", "", new Value.Counted(5, 1)))))
                .containsExactly(
                        "UNPROVEN invalid | KPI handling-time: pilot tells it in several ways, which cannot be added up | Give its samples or its counts, once");
        assertThat(judged(TIME + ", target: 9", evidence("pilot", new io.github.genaigate.model.Cases(List.of()))))
                .containsExactly(
                        "UNPROVEN foreign | Evidence pilot holds evaluation cases, not figures | Name evidence that holds figures");
        assertThat(judged(
                        TIME + ", target: 9",
                        pilot(figure(
                                "handling-time",
                                "",
                                new Value.Sampled(new Moments(40, BigDecimal.TEN, Optional.empty()))))))
                .containsExactly(
                        "UNPROVEN incomplete | KPI handling-time: pilot tells a mean, not of how many samples and how they vary, so that no bound can be given | Give the samples, or the mean with its standard error and the number of samples");
    }

    @Test
    void thePolicyDemandsFiguresByNameAndNumber() {
        var demand = demand(
                CRITERION,
                kpi("name: handling-time, direction: down, target: 9, declared: 8"),
                "{ kpis: [handling-tim, revenue], minimumKpis: 2 }");
        assertThat(texts(CRITERION, demand, Fixture.nothing()))
                .containsExactly(
                        "MET | KPI handling-time: 8 as the manifest declares, demanded at most 9; nobody measured it here",
                        "UNPROVEN missing | KPI handling-tim: the manifest does not declare it; it has handling-time | Write handling-time if that is what is meant",
                        "UNPROVEN missing | KPI revenue: the manifest does not declare it; it has handling-time | Add it under value.kpis, with the evidence that proves it",
                        "UNPROVEN missing | The manifest declares 1 KPI, and at least 2 are demanded | Add further figures that the service is to move under value.kpis");
        assertThat(texts(CRITERION, demand(CRITERION, "", ""), Fixture.nothing()))
                .containsExactly(
                        "UNPROVEN missing | The manifest declares no KPI | Add a figure that the service is to move under value.kpis, with the evidence that proves it");
        assertThat(texts(CRITERION, demand(CRITERION, "", "{ kpis: [revenue] }"), Fixture.nothing()))
                .containsExactly(
                        "UNPROVEN missing | KPI revenue: the manifest does not declare it | Add it under value.kpis, with the evidence that proves it");
        assertThat(texts(CRITERION, demand(CRITERION, "", "{ minimumKpis: 1 }"), Fixture.nothing()))
                .containsExactly(
                        "UNPROVEN missing | The manifest declares no KPI | Add a figure that the service is to move under value.kpis, with the evidence that proves it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "direction: up, evidence: e | genai-gate.yaml:1:8: KPI k has neither target nor effect; Write one of the two: what it has to reach, or how much it has to change",
                "direction: up, target: 2, effect: +5 %, baseline: 1, evidence: e | genai-gate.yaml:1:8: KPI k has both target and effect; Write one of the two: what it has to reach, or how much it has to change",
                "direction: up, target: 2 | genai-gate.yaml:1:8: KPI k has no evidence; Name the evidence that proves it, or write under declared what it is said to be",
                "direction: up, target: 2, evidence: e, declared: 2 | genai-gate.yaml:1:8: KPI k is both measured and declared; Name the evidence that proves it, or write under declared what it is said to be",
                "direction: up, target: 2, baseline: 1, evidence: e, control: a | genai-gate.yaml:1:71: KPI k has a control arm and no treatment; Name the arm that uses the service",
                "direction: up, target: 2, baseline: 1, declared: 2, control: a, treatment: b | genai-gate.yaml:1:71: KPI k compares arms of evidence and has none; Name the evidence, or leave control out",
                "direction: up, effect: +5 %, evidence: e | genai-gate.yaml:1:8: KPI k does not say what it was without the service; Add baseline, or name a control arm",
                "direction: up, target: 2, evidence: e, control: a, treatment: b | genai-gate.yaml:1:8: KPI k does not say what it was without the service; Add baseline",
                "direction: up, effect: -5 %, baseline: 1, evidence: e | genai-gate.yaml:1:34: KPI k is to go up, and its effect is not such a change; Write a change above 0 % for up, and one between -100 % and 0 % for down",
                "direction: down, effect: -100 %, baseline: 1, evidence: e | genai-gate.yaml:1:36: KPI k is to go down, and its effect is not such a change; Write a change above 0 % for up, and one between -100 % and 0 % for down",
                "direction: down, effect: -5 %, baseline: 0, evidence: e | genai-gate.yaml:1:50: KPI k has a baseline that is not above zero, from which a change in percent means nothing; Write a target in place of the effect",
                "direction: down, target: 2, baseline: 2, evidence: e | genai-gate.yaml:1:36: KPI k is to go down, and its target is no better than its baseline; Write a target beyond the baseline",
            })
    void mistakesAreToldBeforeEvidenceIsOpened(String fields, String problem) {
        assertThat(problems(CRITERION, demand(CRITERION, kpi("name: k, " + fields), "")))
                .containsExactly(problem);
    }

    @Test
    void aFigureIsWrittenOnceAndConfidenceIsUsable() {
        var twice =
                "kpis: [{ name: k, direction: up, target: 2, declared: 3 }, { name: k, direction: up, target: 2, declared: 3 }]";
        assertThat(problems(CRITERION, demand(CRITERION, twice, "confidence: 40 %")))
                .containsExactly(
                        "policy.yaml:1:1: confidence is 40 %, and samples are judged at 50 % or more and less than 100 %; Write a confidence such as 95 %",
                        "genai-gate.yaml:1:62: KPI k is written twice; Give each kpi a name of its own, or merge the two");
    }
}
