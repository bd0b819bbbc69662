package io.github.genaigate.criterion;

import static io.github.genaigate.criterion.Fixture.DOUBT;
import static io.github.genaigate.criterion.Fixture.NOT_THERE;
import static io.github.genaigate.criterion.Fixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Catalogue;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Measurement;
import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every criterion owes. Each has a sample, {@code criterion/<id>.yaml}, that good facts prove. */
class CriterionContractTest {

    static Stream<Criterion> criteria() {
        return ServiceLoader.load(Criterion.class).stream().map(ServiceLoader.Provider::get);
    }

    @Test
    void allAreInOneCatalogue() {
        assertThat(Catalogue.of(criteria().map(Criterion::about).toList())
                        .criteria()
                        .keySet())
                .contains(
                        "business-value",
                        "capacity",
                        "cost-budget",
                        "data-lineage",
                        "data-quality",
                        "document",
                        "evaluation",
                        "governance-sign-off",
                        "latency-budget",
                        "model-inventory",
                        "operations",
                        "owner-assignment",
                        "security-review");
    }

    @ParameterizedTest
    @MethodSource("criteria")
    void declaresItself(Criterion criterion) {
        var about = criterion.about();
        assertThat(about).isEqualTo(criterion.about());
        assertThat(about.id())
                .isEqualTo(criterion
                        .getClass()
                        .getSimpleName()
                        .replaceAll("(?<=.)([A-Z])", "-$1")
                        .toLowerCase(java.util.Locale.ROOT));
        assertThat(about.purpose()).matches("[A-Z].*\\.");
        assertThat(about.settings()).isNotEmpty();
        assertThat(about.settings()).allSatisfy(setting -> {
            assertThat(setting.field().required()).isFalse();
            assertThat(setting.fallback()).as("demands live in policies").isEmpty();
            assertThat(setting.strictness().rule()).isNotBlank();
            meaningful(setting.field());
        });
        about.section().ifPresent(section -> section.fields().fields().forEach(CriterionContractTest::meaningful));
    }

    /** Who asks what proves a requirement gets an answer for every criterion whose claims name evidence. */
    @ParameterizedTest
    @MethodSource("criteria")
    void saysWhichEvidenceItAccepts(Criterion criterion) {
        boolean named = criterion.about().section().stream().anyMatch(section -> namesEvidence(section.fields()));
        assertThat(criterion.accepts().isEmpty()).isEqualTo(!named);
        assertThat(criterion.accepts()).doesNotHaveDuplicates();
    }

    private static boolean namesEvidence(Kind<?> kind) {
        if (kind instanceof Kind.ListOf<?> list) {
            return namesEvidence(list.element());
        }
        return kind.equals(Kind.EVIDENCE)
                || (kind instanceof Kind.Group group
                        && group.fields().stream().anyMatch(field -> namesEvidence(field.kind())));
    }

    private static void meaningful(Field<?> field) {
        assertThat(field.name()).matches("[a-z][A-Za-z]*");
        assertThat(field.meaning()).as(field.name()).matches("[A-Z].*\\.");
        fields(field.kind()).forEach(CriterionContractTest::meaningful);
    }

    private static List<Field<?>> fields(Kind<?> kind) {
        if (kind instanceof Kind.ListOf<?> list) {
            return fields(list.element());
        }
        return kind instanceof Kind.Group group ? group.fields() : List.of();
    }

    /** A member that no rule merges would be lost between two layers. */
    @ParameterizedTest
    @MethodSource("criteria")
    void everySettingKeepsWhatIsWritten(Criterion criterion) {
        var demand = sample(criterion);
        criterion.about().settings().forEach(setting -> keeps(setting, demand.settings()));
    }

    private static <T> void keeps(io.github.genaigate.model.Setting<T> setting, Settings settings) {
        settings.find(setting).ifPresent(value -> {
            var normal = setting.strictness().normal(value);
            assertThat(setting.strictness().join(normal, normal)).contains(normal);
            assertThat(setting.strictness().loosenings(value, value)).isEmpty();
            assertThat(normal.toString()).hasSameSizeAs(value.toString());
        });
    }

    @ParameterizedTest
    @MethodSource("criteria")
    void goodFactsProveTheSample(Criterion criterion) {
        var demand = sample(criterion);
        assertThat(criterion.check(demand)).isEmpty();
        assertThat(criteriaOutcomes(criterion, demand, false)).contains(Outcome.MET);
    }

    /** What rests on samples is counted among the claims that must hold together. */
    @ParameterizedTest
    @MethodSource("criteria")
    void aStatementFromSamplesSaysHowSureItIs(Criterion criterion) {
        var demand = sample(criterion);
        var facts = Stream.concat(
                RandomFacts.good(criterion.needs(demand)),
                Stream.generate(new Random(11)::nextLong)
                        .limit(200)
                        .map(seed -> RandomFacts.any(new Random(seed), criterion.needs(demand))));
        assertThat(facts.flatMap(some -> criterion.judge(demand, some).parts().stream()))
                .allSatisfy(part -> assertThat(part.confidence().isPresent())
                        .as(part.message())
                        .isEqualTo(part.observations().stream()
                                .anyMatch(observation -> observation.name().equals("confidence"))));
    }

    @ParameterizedTest
    @MethodSource("criteria")
    void doubtfulFactsProveNothing(Criterion criterion) {
        assertThat(criteriaOutcomes(criterion, sample(criterion), true)).doesNotContain(Outcome.MET);
    }

    private static List<Outcome> criteriaOutcomes(Criterion criterion, Demand demand, boolean doubtful) {
        return RandomFacts.good(criterion.needs(demand))
                .map(facts -> doubtful ? RandomFacts.doubted(facts, DOUBT) : facts)
                .map(facts -> criterion.judge(demand, facts).outcome())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("criteria")
    void withoutFactsNothingIsMet(Criterion criterion) {
        var judgement = criterion.judge(sample(criterion), Fixture.nothing());
        assertThat(judgement.outcome()).isEqualTo(Outcome.UNPROVEN);
        assertThat(judgement.parts())
                .noneMatch(part -> part.outcome() == Outcome.MET && part.assurance() != Assurance.DECLARED);
        assertThat(criterion.judge(sample(criterion), absent()).outcome()).isEqualTo(Outcome.UNPROVEN);
    }

    private static Facts absent() {
        Lookup<Measurement> none = Lookup.absent(NOT_THERE);
        return new Facts(
                NOW,
                Map.of("evidence", none),
                Lookup.absent(NOT_THERE),
                Map.of("risk", Lookup.absent(NOT_THERE)),
                Lookup.absent(NOT_THERE),
                Lookup.absent(NOT_THERE));
    }

    @ParameterizedTest
    @MethodSource("criteria")
    void withoutClaimsOrDemandsNothingIsMet(Criterion criterion) {
        var sample = sample(criterion);
        var claims = sample.claims();
        var empty = new Entry(Place.of("genai-gate.yaml"), Map.of(), Map.of());
        for (var section : List.of(Optional.<Entry>empty(), Optional.of(empty))) {
            var silent = new io.github.genaigate.model.Claims(
                    claims.service(), List.of(), claims.evidence(), section, claims.manifest());
            for (var settings : List.of(sample.settings(), Settings.none())) {
                var demand = new Demand(sample.requirement(), settings, silent);
                boolean claimed = criterion.about().section().isPresent();
                var facts = claimed ? RandomFacts.good(criterion.needs(sample)).toList() : List.of(Fixture.nothing());
                assertThat(facts)
                        .extracting(some -> criterion.judge(demand, some).outcome())
                        .containsOnly(Outcome.UNPROVEN);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("criteria")
    void neverThrowsAndSaysTheSameTwice(Criterion criterion) {
        var random = new Random(5);
        var sample = sample(criterion);
        var demands = List.of(
                sample,
                new Demand(sample.requirement(), Settings.none(), sample.claims()),
                Fixture.demand(criterion, "", ""));
        for (int i = 0; i < 1_200; i++) {
            var demand = demands.get(random.nextInt(demands.size()));
            var facts = RandomFacts.any(random, criterion.needs(sample));
            var judgement = criterion.judge(demand, facts);
            assertThat(criterion.judge(demand, facts)).isEqualTo(judgement);
            judgement.parts().forEach(part -> {
                assertThat(part.message()).isNotBlank().doesNotEndWith(".");
                part.mend().ifPresent(mend -> assertThat(mend).isNotBlank().doesNotEndWith("."));
                assertThat(part.message() + part.mend().orElse("")).hasSizeLessThan(3_000);
            });
        }
    }

    private static Demand sample(Criterion criterion) {
        return Fixture.sample(criterion);
    }
}
