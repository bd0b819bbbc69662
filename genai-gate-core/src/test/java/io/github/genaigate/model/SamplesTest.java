package io.github.genaigate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SamplesTest {

    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");
    private static final Question ALL = new Question(Optional.empty(), Metric.DURATION, Duration.ofMillis(800));

    /** Requests at these seconds after the start; one in three is slow, one in four failed. */
    private static Samples at(int... seconds) {
        var slices = new TreeMap<Long, Slice>();
        var moments = new TreeMap<Long, Load.Moment>();
        long failures = 0;
        long errors = 0;
        for (int second : seconds) {
            int slow = second % 3 == 0 ? 1 : 0;
            int error = second % 4 == 0 ? 1 : 0;
            long bin = START.getEpochSecond() + second;
            slices.merge(bin, new Slice(Tally.exact(1, Math.max(slow, error), 0), error), Slice::plus);
            moments.merge(bin, new Load.Moment(1, error, 500_000), Load.Moment::plus);
            failures += Math.max(slow, error);
            errors += error;
        }
        var first = START.plusSeconds(Arrays.stream(seconds).min().orElseThrow());
        var last = START.plusSeconds(Arrays.stream(seconds).max().orElseThrow());
        return new Samples(
                Optional.of(first),
                Optional.of(last),
                new TreeMap<>(Map.of("chat", new Samples.Count(seconds.length, errors))),
                Map.of(ALL, Tally.exact(seconds.length, failures, 0)),
                Map.of(),
                Map.of(ALL, new Timeline<>(0, slices)),
                List.of(new Load(first, last, new Timeline<>(0, moments))),
                Optional.empty(),
                Optional.empty());
    }

    private static Samples merged(Samples... parts) {
        return List.of(parts).stream().reduce(Samples::merge).orElseThrow();
    }

    @Test
    void theWarmUpIsCutOffInWholeBins() {
        var samples = at(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        var rest = samples.without(Duration.ofSeconds(3));

        assertThat(rest.warmUp()).contains(new Samples.WarmUp(Duration.ofSeconds(3), 3));
        assertThat(rest.answer(ALL)).isEqualTo(Tally.exact(7, 5, 0));
        assertThat(rest.errors(ALL)).isEqualTo(2);
        assertThat(samples.errors(ALL)).isEqualTo(3);
        assertThat(rest.runs().get(0).requests()).isEqualTo(7);
        assertThat(samples.without(Duration.ofMillis(2_001)).answer(ALL)).isEqualTo(rest.answer(ALL));
        assertThat(samples.without(Duration.ofMinutes(1)).answer(ALL)).isEqualTo(Tally.NONE);
    }

    @Test
    void everyRunHasAWarmUpOfItsOwn() {
        var rest = merged(at(0, 1, 2, 3, 4), at(100, 101, 102, 103, 104)).without(Duration.ofSeconds(2));

        assertThat(rest.warmUp()).contains(new Samples.WarmUp(Duration.ofSeconds(2), 4));
        assertThat(rest.answer(ALL).trials()).isEqualTo(6);
    }

    @Test
    void filesThatOverlapByHalfOfTheShorterAreOfOneRun() {
        assertThat(merged(at(0, 100), at(50, 150)).runs()).hasSize(1);
        assertThat(merged(at(0, 100), at(51, 151)).runs()).hasSize(2);
        assertThat(merged(at(0, 100), at(95, 105)).runs()).hasSize(1);
        assertThat(merged(at(0, 100), at(96, 106)).runs()).hasSize(2);
        assertThat(merged(at(0, 100), at(101, 201)).runs()).hasSize(2);
        assertThat(merged(at(0, 100), at(80, 180), at(40, 140)).runs()).hasSize(1);
        assertThat(merged(at(5), at(5)).runs()).hasSize(1);
        assertThat(merged(at(5), at(6)).runs()).hasSize(2);
    }

    @RepeatedTest(30)
    void theOrderOfFilesMakesNoDifference(RepetitionInfo info) {
        var random = new Random(info.getCurrentRepetition());
        var parts = new ArrayList<Samples>();
        for (int i = 0; i < 6; i++) {
            parts.add(at(random.ints(5, 0, 60).toArray()));
        }
        var inOrder = merged(parts.toArray(Samples[]::new));
        Collections.shuffle(parts, random);
        var shuffled = merged(parts.toArray(Samples[]::new));

        assertThat(shuffled).isEqualTo(inOrder);
        assertThat(shuffled.runs()).isEqualTo(inOrder.runs());
        assertThat(shuffled.without(Duration.ofSeconds(4))).isEqualTo(inOrder.without(Duration.ofSeconds(4)));
    }

    @Test
    void withoutTimesThereIsNoWarmUpToCut() {
        var untimed = new Samples(
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(Map.of("chat", new Samples.Count(3, 0))),
                Map.of(ALL, Tally.exact(3, 0, 0)),
                Map.of());
        var partly = merged(at(1, 2), untimed);

        assertThat(at(1, 2).isTimed()).isTrue();
        assertThat(untimed.isTimed()).isFalse();
        assertThat(partly.isTimed()).isFalse();
        assertThatThrownBy(() -> partly.without(Duration.ofSeconds(1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the warm-up cannot be told from the rest");
    }

    /** What is known of a part would make the whole look cheap. */
    @Test
    void tokensAreToldOnlyWhenEveryFileTellsThem() {
        var told = using(at(1, 2), 300);

        assertThat(merged(told, using(at(3), 100)).usage()).contains(usage(3, 400));
        assertThat(merged(told, at(3)).usage()).isEmpty();
        assertThat(merged(at(3), told).usage()).isEmpty();
        assertThat(merged(told, at(3), told).usage()).isEmpty();
        assertThat(told.merge(merged(told, at(3)))).isEqualTo(merged(told, told, at(3)));
        assertThat(told.without(Duration.ofSeconds(1)).usage()).contains(usage(2, 300));
    }

    private static Samples using(Samples samples, long tokens) {
        return new Samples(
                samples.first(),
                samples.last(),
                samples.operations(),
                samples.answers(),
                samples.histograms(),
                samples.series(),
                samples.loads(),
                Optional.of(usage(samples.operations().get("chat").requests(), tokens)),
                samples.warmUp());
    }

    private static Usage usage(long requests, long tokens) {
        var sum = new Moments(requests, BigDecimal.valueOf(tokens), Optional.empty());
        return new Usage(new TreeMap<>(Map.of("gpt", new Usage.Tokens(sum, sum, sum))));
    }

    @Test
    void theRemedyStaysWithTheSamples() {
        var told = at(1, 2).withRemedy("b");

        assertThat(told.without(Duration.ofSeconds(1)).remedy()).contains("b");
        assertThat(merged(at(3), told, at(4).withRemedy("a")).remedy()).contains("a");
        assertThat(merged(at(4).withRemedy("a"), told, at(3)).remedy()).contains("a");
        assertThat(at(1).remedy()).isEmpty();
    }
}
