package io.github.genaigate.criterion;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.About;
import io.github.genaigate.model.CommonSettings;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Judgement;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Needs;
import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Setting;
import io.github.genaigate.model.Settings;
import io.github.genaigate.model.Share;
import io.github.genaigate.model.Strictness;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever passes what two layers demand together passes what each of them demands alone, for random values of every setting and
 * random facts: no criterion may read a value the other way round than it is merged.
 */
class StricterSettingsTest {

    private static final int ROUNDS = 400;

    static Stream<Criterion> criteria() {
        return ServiceLoader.load(Criterion.class).stream().map(ServiceLoader.Provider::get);
    }

    @ParameterizedTest
    @MethodSource("criteria")
    void whatPassesBothPassesEach(Criterion criterion) {
        assertThat(borrowed(criterion, Fixture.sample(criterion))).isEmpty();
    }

    /** A criterion that takes the smaller number for the stricter one, and merges as if it were the larger one. */
    @Test
    void findsACriterionThatReadsAValueTheOtherWayRound() {
        var most = Setting.of("most", Kind.COUNT, Strictness.larger(), "At most.");
        var wrong = new Criterion() {
            @Override
            public About about() {
                return new About("wrong", "It holds.", List.of(most), Optional.empty());
            }

            @Override
            public Needs needs(Demand demand) {
                return Needs.nothing();
            }

            @Override
            public Judgement judge(Demand demand, Facts facts) {
                boolean holds =
                        facts.evidence().size() <= demand.settings().find(most).orElse(0);
                return new Judgement(List.of(
                        holds
                                ? Part.met("most", "It is not")
                                : Part.notMet("most", Reason.OVER_LIMIT, "It is more", "Take less away")));
            }
        };
        var demand = new Demand(
                "wrong",
                new Settings(Map.of("most", 1), Map.of()),
                Fixture.sample(criteria().findFirst().orElseThrow()).claims());

        assertThat(borrowed(wrong, demand)).isNotEmpty();
    }

    /** The settings under which facts pass that fail one of the two that the settings were joined from. */
    private static List<String> borrowed(Criterion criterion, Demand sample) {
        var random = new Random(3);
        var found = new ArrayList<String>();
        for (int i = 0; i < ROUNDS; i++) {
            var one = settings(criterion, sample.settings(), random);
            var other = settings(criterion, sample.settings(), random);
            var both = joined(criterion, one, other);
            if (both.isEmpty()) {
                continue;
            }
            var alone = List.of(demand(sample, one), demand(sample, other));
            var together = demand(sample, both.get());
            var needs = Stream.concat(alone.stream(), Stream.of(together))
                    .map(criterion::needs)
                    .reduce(Needs.nothing(), Needs::and);
            Stream.concat(RandomFacts.good(needs), Stream.of(RandomFacts.any(random, needs)))
                    .filter(facts -> passes(criterion, together, facts))
                    .forEach(facts -> alone.stream()
                            .filter(demand -> !passes(criterion, demand, facts))
                            .forEach(demand -> found.add(
                                    demand.settings() + " refuses what " + together.settings() + " lets pass: "
                                            + criterion.judge(demand, facts).message())));
        }
        return found;
    }

    private static boolean passes(Criterion criterion, Demand demand, Facts facts) {
        return criterion.judge(demand, facts).outcome() == Outcome.MET;
    }

    private static Demand demand(Demand sample, Settings settings) {
        return new Demand(sample.requirement(), settings, sample.claims());
    }

    private static Settings settings(Criterion criterion, Settings sample, Random random) {
        var values = new LinkedHashMap<String, Object>();
        CommonSettings.and(criterion.about().settings()).forEach(setting -> change(setting, sample, random, values));
        return new Settings(values, sample.origins());
    }

    @SuppressWarnings("unchecked") // a value keeps its type
    private static <T> void change(Setting<T> setting, Settings sample, Random random, Map<String, Object> values) {
        Optional.ofNullable((T) sample.values().get(setting.name()))
                .map(value -> (T) changed(value, random))
                .ifPresent(
                        value -> values.put(setting.name(), setting.strictness().normal(value)));
    }

    private static Object changed(Object value, Random random) {
        if (value instanceof Integer number) {
            return Math.max(1, number * (1 + random.nextInt(4)) / 2);
        }
        if (value instanceof Duration duration) {
            return duration.multipliedBy(1 + random.nextInt(4)).dividedBy(2);
        }
        if (value instanceof BigDecimal number) {
            return number.multiply(BigDecimal.valueOf(1 + random.nextInt(4))).divide(BigDecimal.valueOf(2));
        }
        if (value instanceof Share share) {
            var rest = share.complement()
                    .fraction()
                    .multiply(BigDecimal.valueOf(1 + random.nextInt(4)))
                    .divide(BigDecimal.valueOf(2));
            return new Share(rest.min(BigDecimal.ONE)).complement();
        }
        if (value instanceof List<?> all) {
            var kept = all.stream()
                    .filter(one -> random.nextInt(4) > 0)
                    .map(one -> changed(one, random))
                    .toList();
            return kept.isEmpty() ? all : kept;
        }
        if (value instanceof Entry entry) {
            var values = new LinkedHashMap<String, Object>();
            entry.values().forEach((name, one) -> values.put(name, changed(one, random)));
            return new Entry(entry.place(), values, entry.places());
        }
        return value;
    }

    private static Optional<Settings> joined(Criterion criterion, Settings one, Settings other) {
        var values = new LinkedHashMap<String, Object>();
        boolean possible = CommonSettings.and(criterion.about().settings()).stream()
                .allMatch(setting -> join(setting, one, other, values));
        return possible ? Optional.of(new Settings(values, one.origins())) : Optional.empty();
    }

    @SuppressWarnings("unchecked") // a value keeps its type
    private static <T> boolean join(Setting<T> setting, Settings one, Settings other, Map<String, Object> values) {
        var mine = (T) one.values().get(setting.name());
        var theirs = (T) other.values().get(setting.name());
        if (mine == null || theirs == null) {
            return mine == theirs;
        }
        var both = setting.strictness().join(mine, theirs);
        both.ifPresent(value -> values.put(setting.name(), value));
        return both.isPresent();
    }
}
