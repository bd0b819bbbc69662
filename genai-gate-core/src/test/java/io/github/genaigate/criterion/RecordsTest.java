package io.github.genaigate.criterion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import io.github.genaigate.input.Json;
import io.github.genaigate.input.Records;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Activity;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Content;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Measurement;
import io.github.genaigate.model.Metric;
import io.github.genaigate.model.Needs;
import io.github.genaigate.model.Ownership;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.SignOff;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.invoke.MethodHandles;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts that are written down and read again are the same facts, and nothing else is read as facts. */
class RecordsTest {

    private record Written(
            Map<String, Lookup<Measurement>> evidence,
            Lookup<Content> content,
            Map<String, Lookup<SignOff>> signOffs,
            Lookup<Ownership> ownership,
            Lookup<Activity> activity) {}

    private static <T extends Record> String text(Class<T> type, T value) {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(text)) {
            new Records(MethodHandles.lookup(), type).write(type, value, json);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return text.toString();
    }

    private static <T extends Record> T read(Class<T> type, String text) throws IOException {
        try (var json = Json.parser(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
            json.nextToken();
            return new Records(MethodHandles.lookup(), type).read(type, json);
        }
    }

    private static final Question QUESTION = new Question(Optional.of("chat"), Metric.DURATION, Duration.ofMillis(800));

    @Test
    void everyShapeIsTheSameAgain() throws IOException {
        var random = new Random(7);
        var shapes = new HashSet<Class<?>>();
        for (int i = 0; i < 300; i++) {
            Facts facts = RandomFacts.any(
                    random, new Needs(Map.of("evidence", Set.of(QUESTION)), true, Optional.of(Duration.ofDays(90))));
            var written = new Written(
                    facts.evidence(), facts.content(), facts.signOffs(), facts.ownership(), facts.activity());
            facts.evidence()
                    .values()
                    .forEach(lookup -> lookup.written().value().ifPresent(one -> shapes.add(one.getClass())));

            var text = text(Written.class, written);
            var again = read(Written.class, text);

            assertThat(text(Written.class, again)).isEqualTo(text);
            assertThat(again.evidence().values().stream()
                            .map(lookup -> lookup.written())
                            .toList())
                    .isEqualTo(written.evidence().values().stream()
                            .map(lookup -> lookup.written())
                            .toList());
        }
        assertThat(shapes)
                .as("every shape was written")
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(Measurement.class.getPermittedSubclasses()));
    }

    private record Sample(String name, int count, Optional<Place> place, Set<Reason> reasons) {}

    @Test
    void isAsShortAsCanBe() throws IOException {
        var sample = new Sample("a", 2, Optional.of(new Place("x", 1, 2)), Set.of(Reason.STALE));

        assertThat(text(Sample.class, sample)).isEqualTo("[\"a\",2,[\"x\",1,2],[\"STALE\"]]");
        assertThat(read(Sample.class, "[\"a\",2,[\"x\",1,2],[\"STALE\"]]")).isEqualTo(sample);
        assertThat(read(Sample.class, "[\"a\",2,null,[]]")).isEqualTo(new Sample("a", 2, Optional.empty(), Set.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "[\"a\",2,null]",
                "[\"a\",2,null,[],1]",
                "[1,2,null,[]]",
                "[\"a\",\"2\",null,[]]",
                "[\"a\",2.5,null,[]]",
                "[\"a\",99999999999,null,[]]",
                "[\"a\",2,[\"x\",-1,2],[]]",
                "[\"a\",2,[\"x\",1],[]]",
                "[\"a\",2,null,[\"WRONG\"]]",
                "[\"a\",2,null,[null]]",
                "[\"a\",2,null,[\"STALE\"",
                "[\"a\",2,null,{}]"
            })
    void refusesWhatIsNot(String text) {
        assertThatThrownBy(() -> read(Sample.class, text)).isInstanceOf(IOException.class);
    }

    private record Fact(Lookup<Place> fact) {}

    @Test
    void refusesAFactWithoutAValueAndWithoutAReason() {
        assertThatThrownBy(() -> read(Fact.class, "[[null,null,\"DECLARED\"]]"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("neither a fact nor the reason why there is none");
    }

    @Test
    void keepsTheReasonOfADoubt() throws IOException {
        var fact = Lookup.doubtful(
                new Place("x", 1, 2), Assurance.MEASURED, Absence.of(Reason.STALE, "It is old", "Make it anew"));

        assertThat(read(Fact.class, text(Fact.class, new Fact(fact))).fact().written())
                .isEqualTo(fact.written());
    }

    private record Two(Map<String, Integer> counts) {}

    @Test
    void refusesAKeyTwice() {
        assertThatThrownBy(() -> read(Two.class, "[[\"a\",1,\"a\",2]]"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("The same key twice");
    }

    private record Named(Map<String, Place> places, Set<String> names) {}

    @Test
    void writesEqualValuesAsEqualTexts() {
        var one = new LinkedHashMap<String, Place>();
        one.put("first", Place.of("a"));
        one.put("second", Place.of("b"));
        var other = new LinkedHashMap<String, Place>();
        other.put("second", Place.of("b"));
        other.put("first", Place.of("a"));

        assertThat(text(Named.class, new Named(other, new LinkedHashSet<>(List.of("y", "x")))))
                .isEqualTo(text(Named.class, new Named(one, new LinkedHashSet<>(List.of("x", "y")))))
                .isEqualTo("[[\"first\",[\"a\",0,0],\"second\",[\"b\",0,0]],[\"x\",\"y\"]]");
    }

    private record Repeated(List<String> texts, SortedMap<Long, Place> places) {}

    @Test
    void tellsNothingTwice() throws IOException {
        var places = new TreeMap<Long, Place>();
        places.put(1_764_000_000L, Place.of("file"));
        places.put(1_764_000_001L, Place.of("file"));
        places.put(1_764_000_003L, new Place("file", 3, 0));
        var repeated = new Repeated(List.of("text", "text", "at", "at"), places);

        assertThat(text(Repeated.class, repeated))
                .isEqualTo("[[\"text\",0,\"at\",\"at\"],[1764000000,[\"file\",0,0],1,null,2,[1,3,0]]]");
        assertThat(read(Repeated.class, text(Repeated.class, repeated))).isEqualTo(repeated);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[0],[]]",
                "[[\"text\",1],[]]",
                "[[\"text\",-1],[]]",
                "[[],[1,null]]",
                "[[],[1,[\"file\",0,0],0,null]]",
                "[[],[9223372036854775807,[\"file\",0,0],1,null]]",
                "[[],[\"1\",[\"file\",0,0]]]",
                "[[],[1]]"
            })
    void refusesARepetitionOfNothing(String text) {
        assertThatThrownBy(() -> read(Repeated.class, text)).isInstanceOf(IOException.class);
    }
}
