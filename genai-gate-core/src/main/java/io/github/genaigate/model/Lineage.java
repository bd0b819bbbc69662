package io.github.genaigate.model;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * Which runs read and wrote which datasets, and which checks of their quality ran.
 *
 * @param runs one for each run id, sorted by id; reports about one run are put together
 * @param mentioned datasets named outside of any run
 * @param checks one for each check, sorted by id; reports about one check are put together
 */
public record Lineage(List<Run> runs, SortedSet<Dataset> mentioned, List<QualityCheck> checks) implements Measurement {

    public Lineage {
        var byId = new TreeMap<String, Run>();
        runs.forEach(run -> byId.merge(run.id(), run, Run::plus));
        runs = List.copyOf(byId.values());
        mentioned = Collections.unmodifiableSortedSet(new TreeSet<>(mentioned));
        var checksById = new TreeMap<String, QualityCheck>();
        checks.forEach(check -> checksById.merge(check.id(), check, QualityCheck::plus));
        checks = List.copyOf(checksById.values());
    }

    /** Events that tell of no check. */
    public Lineage(List<Run> runs, SortedSet<Dataset> mentioned) {
        this(runs, mentioned, List.of());
    }

    /** A dataset, by the exact names that the tools give it. */
    public record Dataset(String namespace, String name) implements Comparable<Dataset> {
        @Override
        public int compareTo(Dataset other) {
            int byNamespace = namespace.compareTo(other.namespace);
            return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
        }

        @Override
        public String toString() {
            return namespace + " " + name;
        }
    }

    /** How far a run got. */
    public enum State {
        RUNNING,
        SUCCEEDED,
        FAILED
    }

    /**
     * One run, all its events together.
     *
     * @param id the run id
     * @param job namespace and name of the job
     * @param state the latest state; a terminal state outlives a later one that is not
     * @param at when that state was reported, when the event says so
     */
    public record Run(
            String id,
            String job,
            State state,
            Optional<Instant> at,
            SortedSet<Dataset> inputs,
            SortedSet<Dataset> outputs) {
        public Run {
            inputs = Collections.unmodifiableSortedSet(new TreeSet<>(inputs));
            outputs = Collections.unmodifiableSortedSet(new TreeSet<>(outputs));
        }

        /**
         * Both reports about one run together. Order does not matter. A failure whose time is not told is not undone by a
         * success.
         */
        public Run plus(Run other) {
            Run latest = Comparator.comparing((Run run) -> run.state != State.RUNNING)
                                    .thenComparing(
                                            run -> run.at.orElse(run.state == State.FAILED ? Instant.MAX : Instant.MIN))
                                    .thenComparing(Run::state)
                                    .thenComparing(Run::job)
                                    .compare(this, other)
                            >= 0
                    ? this
                    : other;
            var allInputs = new TreeSet<>(inputs);
            allInputs.addAll(other.inputs);
            var allOutputs = new TreeSet<>(outputs);
            allOutputs.addAll(other.outputs);
            return new Run(id, latest.job, latest.state, latest.at, allInputs, allOutputs);
        }
    }

    /** For each dataset that was read or written successfully, the latest of the runs that did; of one without a time nothing is known but that. */
    public SortedMap<Dataset, Run> proofs() {
        var latest =
                Comparator.comparing((Run run) -> run.at().orElse(Instant.MIN)).thenComparing(Run::id);
        var all = new TreeMap<Dataset, Run>();
        runs.stream()
                .filter(run -> run.state() == State.SUCCEEDED)
                .forEach(run -> Stream.concat(run.inputs().stream(), run.outputs().stream())
                        .forEach(dataset -> all.merge(dataset, run, BinaryOperator.maxBy(latest))));
        return all;
    }

    @Override
    public Lineage merge(Measurement other) {
        var that = Measurement.as(Lineage.class, other);
        var all = new TreeSet<>(mentioned);
        all.addAll(that.mentioned);
        return new Lineage(
                Stream.concat(runs.stream(), that.runs.stream()).toList(),
                all,
                Stream.concat(checks.stream(), that.checks.stream()).toList());
    }
}
