package io.github.genaigate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Counts over time are the same whatever the order, the chunks and the shards they were counted in. */
class TimelineTest {

    private static Timeline<Tally> at(long second, long trials) {
        return new Timeline<>(0, new TreeMap<>(Map.of(second, Tally.exact(trials, 0, 0))));
    }

    @RepeatedTest(50)
    void orderAndShardsMakeNoDifference(RepetitionInfo info) {
        var random = new Random(info.getCurrentRepetition());
        long range = 1L << (4 + random.nextInt(30));
        var parts = new ArrayList<Timeline<Tally>>();
        for (int i = 0; i < 60; i++) {
            parts.add(at((long) (random.nextDouble() * range), 1 + random.nextInt(9)));
        }
        var inOrder = parts.stream().reduce(Timeline.empty(), Timeline::plus);

        Collections.shuffle(parts, random);
        int cut = 1 + random.nextInt(parts.size() - 1);
        var one = parts.subList(0, cut).stream().reduce(Timeline.empty(), Timeline::plus);
        var other = parts.subList(cut, parts.size()).stream().reduce(Timeline.empty(), Timeline::plus);

        assertThat(one.plus(other)).isEqualTo(inOrder).isEqualTo(other.plus(one));
        assertThat(inOrder.bins().lastKey() - inOrder.bins().firstKey()).isLessThan(Timeline.MOST);
        assertThat(inOrder.total(Tally.NONE).trials())
                .isEqualTo(parts.stream()
                        .mapToLong(part -> part.total(Tally.NONE).trials())
                        .sum());
    }

    @Test
    void neighboursAreJoinedOnlyWhenThereAreTooMany() {
        var full = at(0, 1).plus(at(Timeline.MOST - 1, 2));
        var over = full.plus(at(Timeline.MOST, 3));

        assertThat(full.width()).isEqualTo(1);
        assertThat(over.width()).isEqualTo(2);
        assertThat(over.bins())
                .isEqualTo(Map.of(
                        0L,
                        Tally.exact(1, 0, 0),
                        (long) Timeline.MOST / 2 - 1,
                        Tally.exact(2, 0, 0),
                        (long) Timeline.MOST / 2,
                        Tally.exact(3, 0, 0)));
        assertThat(over.begin(Timeline.MOST / 2)).isEqualTo(Instant.ofEpochSecond(Timeline.MOST));
        assertThat(over.bin(Instant.ofEpochSecond(Timeline.MOST + 1))).isEqualTo(Timeline.MOST / 2);
    }

    @Test
    void timesBefore1970HaveBinsToo() {
        assertThat(new Timeline<Tally>(3, new TreeMap<>()).bin(Instant.ofEpochSecond(-1)))
                .isEqualTo(-1);
    }

    @Test
    void binsCanBeTakenAway() {
        var rest = at(0, 1).plus(at(1, 2)).plus(at(2, 4)).without(bin -> bin < 2);

        assertThat(rest.counts()).containsExactly(Tally.exact(4, 0, 0));
    }

    @Test
    void noSuchWidth() {
        assertThatThrownBy(() -> new Timeline<Tally>(-1, new TreeMap<>()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no such width: 2^-1 s");
    }
}
