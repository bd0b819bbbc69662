package io.github.genaigate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.criterion.Criterion;
import io.github.genaigate.model.About;
import io.github.genaigate.model.Claims;
import io.github.genaigate.model.CommonSettings;
import io.github.genaigate.model.Correction;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Finding;
import io.github.genaigate.model.Judgement;
import io.github.genaigate.model.Level;
import io.github.genaigate.model.Needs;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Rationale;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Service;
import io.github.genaigate.model.Settings;
import io.github.genaigate.model.Share;
import io.github.genaigate.model.Simultaneous;
import io.github.genaigate.policy.Requirement;
import io.github.genaigate.policy.Scope;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many claims hold together as surely as one, where a policy asks for it. */
class AdjustmentTest {

    private static final String STAGE = "production";

    /** A requirement whose parts are met exactly when the chance of error that is left is at least their p-value. */
    private record Sample(double... chances) implements Criterion {

        @Override
        public About about() {
            return new About("sample", "Something holds.", List.of(), Optional.empty());
        }

        @Override
        public Needs needs(Demand demand) {
            return Needs.nothing();
        }

        @Override
        public Judgement judge(Demand demand, Facts facts) {
            throw new AssertionError("judged by the test");
        }

        Judgement at(Demand demand) {
            var confidence = demand.settings().get(CommonSettings.CONFIDENCE);
            return new Judgement(Arrays.stream(chances)
                    .mapToObj(chance -> new BigDecimal(String.valueOf(chance)))
                    .map(chance -> chance.compareTo(confidence.complement().fraction()) <= 0
                            ? Part.met("p " + chance, "It holds")
                            : Part.unproven("p " + chance, Reason.TOO_FEW_SAMPLES, "Who knows", "Measure more"))
                    .map(part -> part.sure(confidence))
                    .toList());
        }
    }

    private static Plan.Item item(String id, Level level, double... chances) {
        var claims = new Claims(
                new Service("support-assistant", Optional.empty(), STAGE, List.of("src/**")),
                List.of(),
                Set.of(),
                Optional.empty(),
                Place.of("genai-gate.yaml"));
        return new Plan.Item(
                new Requirement(
                        id,
                        "sample",
                        Map.of(STAGE, level),
                        Optional.empty(),
                        true,
                        Scope.everyService(),
                        Rationale.none(),
                        Settings.none(),
                        Map.of(),
                        Map.of()),
                new Sample(chances),
                Map.of(STAGE, new Demand(id, Settings.none(), claims)),
                Needs.nothing());
    }

    private static Map<String, Judgement> judge(Adjustment adjustment, Plan.Item... items) {
        return adjustment.judge(List.of(items), STAGE, (item, demand) -> ((Sample) item.criterion()).at(demand));
    }

    private static List<String> met(Map<String, Judgement> judged) {
        return judged.values().stream()
                .flatMap(judgement -> judgement.parts().stream())
                .filter(part -> part.reason().isEmpty())
                .map(Part::name)
                .toList();
    }

    private static List<String> met(Correction correction, Plan.Item... items) {
        return met(judge(new Adjustment(correction, 1, false), items));
    }

    @Test
    void eachByItself() {
        assertThat(met(Correction.NONE, item("one", Level.BLOCK, 0.049, 0.05, 0.051)))
                .containsExactly("p 0.049", "p 0.05");
    }

    @Test
    void aChanceDividedAmongAll() {
        assertThat(met(Correction.BONFERRONI, item("one", Level.BLOCK, 0.01, 0.02), item("two", Level.BLOCK, 0.025)))
                .containsExactly("p 0.01");
    }

    @Test
    void stepByStep() {
        // 0.01 <= 0.05 / 3, 0.02 <= 0.05 / 2, 0.04 <= 0.05
        assertThat(met(Correction.HOLM, item("one", Level.BLOCK, 0.04, 0.01), item("two", Level.BLOCK, 0.02)))
                .containsExactly("p 0.04", "p 0.01", "p 0.02");
        // 0.03 > 0.05 / 2 stops it, although 0.04 <= 0.05
        assertThat(met(Correction.HOLM, item("one", Level.BLOCK, 0.04, 0.01), item("two", Level.BLOCK, 0.03)))
                .containsExactly("p 0.01");
    }

    @Test
    void whatOnlyWarnsIsJudgedByItselfAndCostsNothing() {
        var judged = judge(
                new Adjustment(Correction.BONFERRONI, 1, false),
                item("blocks", Level.BLOCK, 0.05),
                item("warns", Level.WARN, 0.05, 0.05));

        assertThat(met(judged)).hasSize(3);
    }

    @Test
    void triesDivideTheChanceWhereThePolicyAsksForIt() {
        var one = item("one", Level.BLOCK, 0.02);

        assertThat(met(judge(new Adjustment(Correction.NONE, 3, false), one))).containsExactly("p 0.02");
        assertThat(met(judge(new Adjustment(Correction.NONE, 3, true), one))).isEmpty();
        assertThat(met(judge(new Adjustment(Correction.HOLM, 2, true), one))).containsExactly("p 0.02");
    }

    @RepeatedTest(200)
    void holmIsTheProcedureOfTheTextbook(RepetitionInfo info) {
        var random = new Random(info.getCurrentRepetition());
        var chances = new TreeMap<String, Double>();
        int number = 1 + random.nextInt(12);
        while (chances.size() < number) {
            double chance = random.nextInt(60) / 1_000.0;
            chances.put("p " + chance, chance);
        }
        var expected = new ArrayList<String>();
        var sorted =
                chances.entrySet().stream().sorted(Map.Entry.comparingByValue()).toList();
        for (int i = 0; i < sorted.size() && sorted.get(i).getValue() <= 0.05 / (sorted.size() - i) + 1e-12; i++) {
            expected.add(sorted.get(i).getKey());
        }

        var all = chances.values().stream().mapToDouble(Double::doubleValue).toArray();
        int cut = random.nextInt(all.length + 1);
        var judged = met(
                Correction.HOLM,
                item("one", Level.BLOCK, Arrays.copyOf(all, cut)),
                item("two", Level.BLOCK, Arrays.copyOfRange(all, cut, all.length)));

        assertThat(judged).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            NONE,       1, false, 85 %
            NONE,       2, false, 70 %
            NONE,       2, true,  85 %
            NONE,       7, false, 0 %
            HOLM,       1, false, 95 %
            HOLM,       2, false, 90 %
            HOLM,       2, true,  95 %
            BONFERRONI, 1, false, 95 %
            """)
    void whatIsPromisedForAllTogether(Correction correction, int tries, boolean corrected, String promised) {
        var adjustment = new Adjustment(correction, tries, corrected);
        var judged = judge(adjustment, item("one", Level.BLOCK, 0.0001, 0.0002), item("two", Level.BLOCK, 0.0003));

        assertThat(adjustment.promise(
                        findings(judged, Level.BLOCK), Map.of("one", share("95 %"), "two", share("95 %"))))
                .contains(new Simultaneous(3, share(promised), correction, tries, corrected));
        assertThat(adjustment.promise(findings(judged, Level.WARN), Map.of())).isEmpty();
    }

    private static Share share(String text) {
        return Share.parse(text).value().orElseThrow();
    }

    private static List<Finding> findings(Map<String, Judgement> judged, Level level) {
        var all = new LinkedHashMap<String, Finding>();
        judged.forEach((id, judgement) -> all.put(
                id,
                new Finding(
                        id,
                        "sample",
                        level,
                        judgement,
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        Optional.empty())));
        return List.copyOf(all.values());
    }
}
