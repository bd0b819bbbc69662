package io.github.genaigate.model;

import static io.github.genaigate.model.Lineage.State.FAILED;
import static io.github.genaigate.model.Lineage.State.RUNNING;
import static io.github.genaigate.model.Lineage.State.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Lineage.Dataset;
import io.github.genaigate.model.Lineage.Run;
import io.github.genaigate.model.Lineage.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LineageTest {

    private static final SortedSet<Dataset> NONE = new TreeSet<>();

    @Test
    void keepsTheLatestStateOfARun() {
        var start = run("1", RUNNING, 1);
        var failure = run("1", FAILED, 2);
        var success = run("1", SUCCEEDED, 3);

        assertThat(new Lineage(List.of(success, start, failure), NONE).runs()).containsExactly(success);
        assertThat(start.plus(failure).state()).isEqualTo(FAILED);
    }

    @Test
    void letsAnEndOutliveALaterBeginning() {
        assertThat(run("1", FAILED, 1).plus(run("1", RUNNING, 2)).state()).isEqualTo(FAILED);
    }

    @Test
    void takesTheWorseOfTwoEndsAtOneInstant() {
        assertThat(run("1", FAILED, 1).plus(run("1", SUCCEEDED, 1)).state()).isEqualTo(FAILED);
    }

    @Test
    void aSuccessUndoesNoFailureOfWhichNobodyKnowsWhenItWas() {
        var failure = new Run("1", "acme handbook", FAILED, Optional.empty(), NONE, NONE);
        var success = run("1", SUCCEEDED, 3);

        assertThat(failure.plus(success)).isEqualTo(failure);
        assertThat(success.plus(failure)).isEqualTo(failure);
    }

    @Test
    void norDoesASuccessOfWhichNobodyKnowsWhenItWas() {
        var failure = run("1", FAILED, 1);
        var success = new Run("1", "acme handbook", SUCCEEDED, Optional.empty(), NONE, NONE);

        assertThat(failure.plus(success)).isEqualTo(failure);
        assertThat(success.plus(failure)).isEqualTo(failure);
    }

    @Test
    void mergesInAnyOrder() {
        var random = new Random(8);
        for (int i = 0; i < 1_000; i++) {
            var a = lineage(random);
            var b = lineage(random);
            var c = lineage(random);

            assertThat(a.merge(b)).isEqualTo(b.merge(a));
            assertThat(a.merge(b).merge(c)).isEqualTo(a.merge(b.merge(c)));
            assertThat(a.merge(a)).isEqualTo(a);
        }
    }

    @Test
    void doesNotDependOnTheOrderOfEvents() {
        var random = new Random(9);
        for (int i = 0; i < 500; i++) {
            var runs = new ArrayList<>(runs(random));
            var sorted = new Lineage(runs, NONE);
            Collections.shuffle(runs, random);

            assertThat(new Lineage(runs, NONE)).isEqualTo(sorted);
        }
    }

    private static Lineage lineage(Random random) {
        return new Lineage(runs(random), datasets(random));
    }

    private static List<Run> runs(Random random) {
        var runs = new ArrayList<Run>();
        for (int i = random.nextInt(6); i > 0; i--) {
            runs.add(new Run(
                    "run" + random.nextInt(3),
                    "job" + random.nextInt(2),
                    State.values()[random.nextInt(3)],
                    random.nextInt(4) == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(random.nextInt(3))),
                    datasets(random),
                    datasets(random)));
        }
        return runs;
    }

    private static SortedSet<Dataset> datasets(Random random) {
        var all = new TreeSet<Dataset>();
        for (int i = random.nextInt(3); i > 0; i--) {
            all.add(new Dataset("namespace" + random.nextInt(2), "name" + random.nextInt(2)));
        }
        return all;
    }

    private static Run run(String id, State state, long second) {
        return new Run(id, "acme handbook", state, Optional.of(Instant.ofEpochSecond(second)), NONE, NONE);
    }
}
