package io.github.genaigate.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Strictness of entries: antichains of limits, groups, and lists by name. */
class EntryStrictnessTest {

    private static final Field<String> METRIC = Field.required("metric", Kind.TEXT, "");
    private static final Field<String> OPERATION = Field.optional("operation", Kind.TEXT, "");
    private static final Field<Duration> WITHIN = Field.required("within", Kind.DURATION, "");
    private static final Field<Share> SHARE = Field.required("share", Kind.SHARE, "");
    private static final Field<String> NAME = Field.required("name", Kind.TEXT, "");
    private static final Field<List<String>> TOOLS = Field.optional("tools", Kind.list(Kind.TEXT), "");
    private static final Field<String> SELECT = Field.optional("select", Kind.TEXT, "");

    private static final Strictness<List<Entry>> CEILINGS = Strictness.antichain(
            List.of(METRIC, OPERATION), Member.of(WITHIN, Strictness.smaller()), Member.of(SHARE, Strictness.larger()));
    private static final Strictness<List<Entry>> SUITES = Strictness.byName(
            NAME,
            Member.of(SHARE, Strictness.larger()),
            Member.of(TOOLS, Strictness.intersection()),
            Member.of(SELECT, Strictness.fixed()));

    private static Entry entry(Object... namesAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Entry(Place.of("policy.yaml"), values, Map.of());
    }

    private static Entry ceiling(String metric, int millis, String share) {
        return entry("metric", metric, "within", Duration.ofMillis(millis), "share", share(share));
    }

    private static Share share(String text) {
        return Share.parse(text).value().orElseThrow();
    }

    @Test
    void aCeilingThatAnotherMakesSuperfluousIsDropped() {
        var loose = ceiling("duration", 2_000, "95 %");
        var strict = ceiling("duration", 1_500, "99 %");
        var other = ceiling("duration", 500, "50 %");
        var metric = ceiling("time-to-first-token", 3_000, "90 %");
        assertThat(CEILINGS.join(List.of(loose, metric), List.of(strict, other)))
                .contains(List.of(strict, other, metric));
        assertThat(CEILINGS.loosenings(List.of(strict), List.of(loose, other)))
                .containsExactly(
                        new Strictness.Loosening("duration", "within 1500 ms, share 99 %", "within 2 s, share 95 %"));
        assertThat(CEILINGS.loosenings(List.of(strict, metric), List.of(strict)))
                .isEmpty();
        assertThat(CEILINGS.rule()).isEqualTo("all entries hold; one that another makes superfluous is dropped");
    }

    @Test
    void allOperationsTogetherSayNothingAboutOne() {
        var all = ceiling("duration", 1_000, "99 %");
        var chat = entry(
                "metric", "duration", "operation", "chat", "within", Duration.ofMillis(2_000), "share", share("95 %"));
        assertThat(CEILINGS.join(List.of(all), List.of(chat)).orElseThrow()).containsExactlyInAnyOrder(all, chat);
        assertThat(CEILINGS.loosenings(List.of(all), List.of(chat))).isEmpty();
    }

    @Test
    void entriesOfOneNameAreMergedAndInheritWhatTheyOmit() {
        var above = entry("name", "jailbreak", "share", share("99 %"), "tools", List.of("b", "a"));
        var below = entry("name", "jailbreak", "tools", List.of("b", "c"), "select", "x");
        var more = entry("name", "grounded", "share", share("90 %"));
        assertThat(SUITES.join(List.of(above), List.of(below, more)))
                .contains(List.of(
                        more,
                        entry("name", "jailbreak", "share", share("99 %"), "tools", List.of("b"), "select", "x")));
        assertThat(SUITES.join(List.of(above), List.of(entry("name", "jailbreak", "tools", List.of("z")))))
                .as("nothing satisfies both")
                .isEmpty();
    }

    @Test
    void looseningIsToldMemberByMember() {
        var above = entry("name", "jailbreak", "share", share("99 %"), "tools", List.of("a"), "select", "x");
        var below = entry("name", "jailbreak", "share", share("98 %"), "tools", List.of("a", "b"), "select", "y");
        assertThat(SUITES.loosenings(List.of(above), List.of(below)))
                .containsExactly(
                        new Strictness.Loosening("jailbreak share", "99 %", "98 %"),
                        new Strictness.Loosening("jailbreak tools", "[a]", "[a, b]"),
                        new Strictness.Loosening("jailbreak select", "x", "y"));
        assertThat(SUITES.loosenings(List.of(above), List.of(entry("name", "other", "share", share("1 %")))))
                .isEmpty();
    }

    @Test
    void aNameTwiceInOneListIsMergedUnlessItContradictsItself() {
        var one = entry("name", "a", "share", share("90 %"));
        var two = entry("name", "a", "share", share("95 %"));
        assertThat(SUITES.normal(List.of(one, two))).containsExactly(two);
        var x = entry("name", "a", "select", "x");
        var y = entry("name", "a", "select", "y");
        assertThat(SUITES.normal(List.of(x, y))).containsExactly(x, y);
        assertThat(SUITES.join(List.of(x, y), List.of(one))).isEmpty();
    }

    @Test
    void groupsAreMergedMemberByMember() {
        var limits = Strictness.members(Member.of(WITHIN, Strictness.smaller()), Member.of(SHARE, Strictness.larger()));
        var one = entry("within", Duration.ofSeconds(2));
        var other = entry("within", Duration.ofSeconds(3), "share", share("90 %"));
        assertThat(limits.join(one, other)).contains(entry("within", Duration.ofSeconds(2), "share", share("90 %")));
        assertThat(limits.loosenings(one, other)).containsExactly(new Strictness.Loosening("within", "2 s", "3 s"));
        assertThat(limits.rule()).isEqualTo("each member by itself; what is left out is inherited");
        assertThat(SUITES.rule()).isEqualTo("entries of one name are merged, all others add up");
    }

    @Test
    void theMergedEntryRemembersWhereEachValueIsWritten() {
        var place = new Place("below.yaml", 3, 5);
        var one = entry("name", "a", "share", share("90 %"));
        var other = entry("name", "a").with(SHARE, share("95 %"), place);
        var merged = SUITES.join(List.of(one), List.of(other)).orElseThrow().get(0);
        assertThat(merged.placeOf(SHARE)).isEqualTo(place);
    }

    @Test
    void antichainsJoinTotallyInAnyOrder() {
        var random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            laws(CEILINGS, ceilings(random), ceilings(random), ceilings(random), true);
        }
    }

    @Test
    void listsByNameJoinInAnyOrderWhereTheyDo() {
        var random = new Random(2);
        for (int i = 0; i < 2_000; i++) {
            laws(SUITES, suites(random), suites(random), suites(random), false);
        }
    }

    private static <T> void laws(Strictness<T> strictness, T a, T b, T c, boolean total) {
        var ab = strictness.join(a, b);
        assertThat(ab).isEqualTo(strictness.join(b, a));
        assertThat(ab.flatMap(both -> strictness.join(both, c)))
                .isEqualTo(strictness.join(b, c).flatMap(both -> strictness.join(a, both)));
        assertThat(strictness.join(a, a)).isEqualTo(Optional.of(strictness.normal(a)));
        assertThat(strictness.normal(strictness.normal(a))).isEqualTo(strictness.normal(a));
        if (total) {
            assertThat(ab).isPresent();
        }
        ab.ifPresent(both -> {
            assertThat(strictness.join(both, a)).as("never weaker than either").contains(both);
            assertThat(strictness.loosenings(a, both)).isEmpty();
        });
    }

    private static List<Entry> ceilings(Random random) {
        var all = new ArrayList<Entry>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            var entry = ceiling(
                    random.nextBoolean() ? "duration" : "ttft",
                    1_000 * (1 + random.nextInt(3)),
                    (90 + random.nextInt(3)) + " %");
            all.add(random.nextInt(3) == 0 ? entry.with(OPERATION, "chat", Place.of("policy.yaml")) : entry);
        }
        return all;
    }

    private static List<Entry> suites(Random random) {
        var all = new ArrayList<Entry>();
        for (var name : List.of("a", "b", "c")) {
            if (random.nextBoolean()) {
                continue;
            }
            var entry = entry("name", name);
            var place = Place.of("policy.yaml");
            if (random.nextBoolean()) {
                entry = entry.with(SHARE, share((90 + random.nextInt(3)) + " %"), place);
            }
            if (random.nextBoolean()) {
                entry = entry.with(TOOLS, random.nextBoolean() ? List.of("x", "y") : List.of("y", "z"), place);
            }
            if (random.nextInt(3) == 0) {
                entry = entry.with(SELECT, random.nextInt(5) == 0 ? "p" : "q", place);
            }
            all.add(entry);
        }
        return all;
    }
}
