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
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
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
            new Records(MethodHandles.lookup()).write(type, value, json);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return text.toString();
    }

    private static <T extends Record> T read(Class<T> type, String text) throws IOException {
        try (var json = Json.parser(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
            json.nextToken();
            return new Records(MethodHandles.lookup()).read(type, json);
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
}
