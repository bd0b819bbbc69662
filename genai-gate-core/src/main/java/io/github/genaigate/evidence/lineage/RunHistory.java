package io.github.genaigate.evidence.lineage;

import io.github.genaigate.model.Lineage.Dataset;
import io.github.genaigate.model.Lineage.Run;
import io.github.genaigate.model.Lineage.State;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;

/** All events of one run, in whatever order they come. Datasets add up; the latest state that ends the run decides. */
final class RunHistory {

    private static final Comparator<LineageEvent> DECISIVE = Comparator.comparing(
                    (LineageEvent event) -> event.state() != State.RUNNING)
            .thenComparing(LineageEvent::order)
            .thenComparing(LineageEvent::state)
            .thenComparing(event -> event.job().orElse(""));

    private final SortedSet<Dataset> inputs = new TreeSet<>();
    private final SortedSet<Dataset> outputs = new TreeSet<>();
    private LineageEvent decisive;

    RunHistory(LineageEvent first) {
        decisive = first;
    }

    void add(LineageEvent event) {
        decisive = DECISIVE.compare(decisive, event) >= 0 ? decisive : event;
        inputs.addAll(event.inputs());
        outputs.addAll(event.outputs());
    }

    Run run(String id) {
        return new Run(id, decisive.job().orElse("(no job)"), decisive.state(), decisive.at(), inputs, outputs);
    }
}
