package io.github.genaigate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Attribute;
import io.github.genaigate.model.CommonSettings;
import io.github.genaigate.model.Comparison;
import io.github.genaigate.model.Grant;
import io.github.genaigate.model.Level;
import io.github.genaigate.model.Setting;
import io.github.genaigate.model.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random layers, side by side and in stacks: merging never loses a demand, whatever the order, and loosens no value beyond what
 * each layer allows.
 */
class JoinPropertyTest {

    private static final List<String> STAGES = List.of("poc", "pilot", "production");

    @TempDir
    Path folder;

    @RepeatedTest(150)
    void siblings_join_in_any_order_to_the_same_and_demand_all_that_each_demands(RepetitionInfo info)
            throws IOException {
        var random = new Random(info.getCurrentRepetition());
        var desk = new Desk(folder);
        var names = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            names.add("layer" + i + ".yaml");
            desk.write(names.get(i), layer(random, "layer" + i, Optional.empty()));
        }
        var joined = desk.policy(names.toArray(String[]::new));
        var shuffled = new ArrayList<>(names);
        Collections.shuffle(shuffled, random);
        shuffled.add(shuffled.get(0));

        var again = desk.policy(shuffled.toArray(String[]::new));
        assertThat(EffectivePolicyTest.demands(again)).isEqualTo(EffectivePolicyTest.demands(joined));
        assertThat(again.rules().waivers()).isEqualTo(joined.rules().waivers());
        for (String name : names) {
            assertAtLeastAsStrict(joined, desk.policy(name));
        }
        EffectivePolicyTest.assertLoadsAgain(Desk.CATALOGUE, joined, folder);
    }

    @RepeatedTest(150)
    void a_stack_that_is_accepted_is_at_least_as_strict_as_every_layer_of_it(RepetitionInfo info) throws IOException {
        var random = new Random(7_000 + info.getCurrentRepetition());
        var desk = new Desk(folder);
        desk.write("layer0.yaml", layer(random, "layer0", Optional.empty()));
        Policy above = desk.policy("layer0.yaml");
        for (int i = 1; i < 5; i++) {
            var name = "layer" + i + ".yaml";
            desk.write(name, layer(random, "layer" + i, Optional.of("layer" + (i - 1) + ".yaml")));
            var loaded = desk.load(name);
            if (loaded.value().isEmpty()) {
                assertThat(loaded.problems()).isNotEmpty();
                return;
            }
            assertAtLeastAsStrict(loaded.value().get(), above);
            above = loaded.value().get();
            EffectivePolicyTest.assertLoadsAgain(Desk.CATALOGUE, above, folder);
        }
    }

    @RepeatedTest(150)
    void a_join_is_never_looser_than_what_it_joins(RepetitionInfo info) throws IOException {
        var random = new Random(21_000 + info.getCurrentRepetition());
        var desk = new Desk(folder)
                .write("one.yaml", layer(random, "one", Optional.empty()))
                .write("other.yaml", layer(random, "other", Optional.empty()));
        var comparison = new PolicyComparison(Desk.CATALOGUE);
        var one = desk.policy("one.yaml");
        var other = desk.policy("other.yaml");
        var both = desk.policy("one.yaml", "other.yaml");

        assertThat(comparison.compare(one, one).relation()).isEqualTo(Comparison.Relation.EQUAL);
        assertThat(comparison.compare(one, both)).matches(Comparison::atLeastAsStrict);
        assertThat(comparison.compare(other, both).atLeastAsStrict()).isTrue();
        assertThat(comparison.compare(one, other).relation())
                .isEqualTo(
                        switch (comparison.compare(other, one).relation()) {
                            case EQUAL -> Comparison.Relation.EQUAL;
                            case STRICTER -> Comparison.Relation.LOOSER;
                            case LOOSER -> Comparison.Relation.STRICTER;
                            case NEITHER -> Comparison.Relation.NEITHER;
                        });
    }

    /** A policy at random; a lower layer writes little, so that some stacks are accepted. */
    private static String layer(Random random, String name, Optional<String> above) {
        var text = new StringBuilder("name: " + name + "\nversion: 1.0.0\n");
        text.append(above.map(file -> "extends: [" + file + "]\n").orElse("stages: [poc, pilot, production]\n"));
        if (above.isEmpty() || random.nextInt(3) == 0) {
            text.append("roles: { risk: { signers: [a@acme.example] }, lead: { signers: [a@acme.example] } }\n");
            text.append("waivers:\n    maxDuration: " + (20 + random.nextInt(20)) + " d\n");
            line(text, random, "maxOpen: " + random.nextInt(5));
            line(text, random, "maxOpenAt: { " + STAGES.get(random.nextInt(3)) + ": " + random.nextInt(4) + " }");
            line(text, random, "maxRenewals: " + random.nextInt(3));
            line(text, random, "warnBefore: " + (10 + random.nextInt(10)) + " d");
            text.append("    approvers: [risk" + (random.nextBoolean() ? ", lead" : "") + "]\n");
        }
        text.append("requirements:\n");
        for (String id : List.of("sample", "twin")) {
            text.append("  ").append(id).append(":\n    criterion: sample\n");
            if (above.isEmpty() || random.nextInt(4) == 0) {
                text.append("    levels: { ")
                        .append(STAGES.get(random.nextInt(3)))
                        .append(": ")
                        .append(Level.values()[random.nextInt(4)].word())
                        .append(" }\n");
            }
            int most = 2 + random.nextInt(4);
            line(text, random, "most: " + most + free(random, "most: " + (most + random.nextInt(3))));
            line(text, random, "least: " + (90 + random.nextInt(10)) + " %");
            line(text, random, "within: " + (1 + random.nextInt(3)) + (random.nextBoolean() ? " s" : "000 ms"));
            line(text, random, "demanded: [" + (char) ('a' + random.nextInt(3)) + ", q]");
            line(text, random, "allowed: [x, " + (char) ('a' + random.nextInt(3)) + "]");
            line(text, random, "confidence: " + (90 + random.nextInt(8)) + " %");
            line(text, random, "appliesWhen: " + conditions(random));
            line(
                    text,
                    random,
                    "grace: { services: [" + (random.nextBoolean() ? "a, b" : "b, c") + "], until: 2027-0"
                            + (1 + random.nextInt(8)) + "-01 }");
            line(text, random, "why: It went wrong " + random.nextInt(3) + " times.");
            line(text, random, "references: { eu-ai-act: [Article 1" + random.nextInt(3) + "], x-acme: [4.2] }");
            line(text, random, "effectiveFrom: 2027-0" + (1 + random.nextInt(8)) + "-01");
            line(text, random, "changes: [" + change(random, 1) + ", " + change(random, 5) + "]");
            line(
                    text,
                    random,
                    "stages: { " + STAGES.get(1 + random.nextInt(2)) + ": { confidence: " + (97 + random.nextInt(2))
                            + " %, most: " + random.nextInt(3) + " } }");
        }
        if (random.nextInt(3) == 0) {
            text.append("exemptions: [{ service: ")
                    .append(random.nextBoolean() ? "a" : "b")
                    .append(", requirement: sample, reason: It moves., until: 2027-0")
                    .append(1 + random.nextInt(8))
                    .append("-01 }]\n");
        }
        return text.toString();
    }

    private static String conditions(Random random) {
        var all = new ArrayList<String>();
        for (int i = 0; i <= random.nextInt(2); i++) {
            all.add(
                    random.nextBoolean()
                            ? "{ tier: "
                                    + Attribute.TIER.from(Attribute.TIER.words().get(random.nextInt(4))) + " }"
                            : "{ tier: [high, critical], personalData: "
                                    + Attribute.PERSONAL_DATA.from(
                                            Attribute.PERSONAL_DATA.words().get(random.nextInt(4)))
                                    + " }");
        }
        return all.toString();
    }

    /** Some layers let those below loosen what they write. */
    private static String free(Random random, String bound) {
        return random.nextInt(3) > 0 ? "" : "\n    adjustable: { " + bound + " }";
    }

    private static String change(Random random, int month) {
        var levels = random.nextInt(3) == 0 ? ", levels: { production: block }" : "";
        return "{ effectiveFrom: 2027-0" + (month + random.nextInt(4)) + "-15, most: "
                + ((month == 1 ? 1 : 0) + random.nextInt(2))
                + ", within: " + (month == 1 ? 900 : 800) + " ms" + levels + ", stages: { production: { least: "
                + (month == 1 ? 99 : 100) + " % } } }";
    }

    private static void line(StringBuilder text, Random random, String line) {
        if (random.nextInt(3) == 0) {
            text.append("    ").append(line).append('\n');
        }
    }

    private static void assertAtLeastAsStrict(Policy effective, Policy layer) {
        effective
                .rules()
                .waivers()
                .ifPresent(actual -> assertThat(layer.rules().waivers())
                        .hasValueSatisfying(demanded -> assertAtLeastAsStrict(actual, demanded)));
        var days = new TreeSet<>(effective.changes());
        days.addAll(layer.changes());
        days.add(LocalDate.MIN);
        days.forEach(day -> assertAtLeastAsStrictNow(effective.on(day), layer.on(day)));
    }

    private static void assertAtLeastAsStrictNow(Policy effective, Policy layer) {
        layer.requirements().forEach((id, written) -> {
            Requirement demanded = written.least();
            Requirement actual = effective.requirements().get(id);
            assertThat(actual).as(id).isNotNull();
            STAGES.forEach(stage -> assertThat(actual.level(stage))
                    .as(id + " at " + stage)
                    .isGreaterThanOrEqualTo(demanded.level(stage)));
            STAGES.forEach(stage -> CommonSettings.and(Desk.SAMPLE.settings())
                    .forEach(setting -> assertKept(setting, actual.settings(stage), demanded.settings(stage))));
            assertThat(actual.settings("poc")).isEqualTo(actual.settings());
            assertThat(actual.scope().appliesWhen().or(demanded.scope().appliesWhen()))
                    .isEqualTo(actual.scope().appliesWhen());
            assertSpared(actual.scope().grace(), demanded.scope().grace());
            assertSpared(actual.scope().exemptions(), demanded.scope().exemptions());
            assertThat(actual.rationale().and(demanded.rationale())).isEqualTo(actual.rationale());
            actual.effectiveFrom()
                    .ifPresent(day -> assertThat(demanded.effectiveFrom())
                            .hasValueSatisfying(later -> assertThat(day).isBeforeOrEqualTo(later)));
        });
    }

    private static void assertSpared(Map<String, Grant> actual, Map<String, Grant> allowed) {
        actual.forEach((service, grant) -> {
            assertThat(allowed).containsKey(service);
            assertThat(grant.until()).isBeforeOrEqualTo(allowed.get(service).until());
        });
    }

    private static void assertAtLeastAsStrict(WaiverRules actual, WaiverRules demanded) {
        assertThat(actual.maxDuration()).isLessThanOrEqualTo(demanded.maxDuration());
        assertAtMost(actual.maxOpen(), demanded.maxOpen());
        demanded.maxOpenAt()
                .forEach((stage, most) ->
                        assertAtMost(Optional.ofNullable(actual.maxOpenAt().get(stage)), Optional.of(most)));
        assertAtMost(actual.maxRenewals(), demanded.maxRenewals());
        assertThat(actual.warnBefore()).isGreaterThanOrEqualTo(demanded.warnBefore());
        assertThat(demanded.approvers()).containsAll(actual.approvers());
    }

    private static void assertAtMost(Optional<Integer> actual, Optional<Integer> most) {
        most.ifPresent(number ->
                assertThat(actual).hasValueSatisfying(is -> assertThat(is).isLessThanOrEqualTo(number)));
    }

    private static <T> void assertKept(Setting<T> setting, Settings actual, Settings demanded) {
        demanded.find(setting)
                .ifPresent(value -> assertThat(setting.strictness()
                                .loosenings(value, actual.find(setting).orElseThrow()))
                        .as(setting.name())
                        .isEmpty());
    }
}
