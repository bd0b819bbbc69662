package io.github.genaigate.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts the loads of several injectors together to runs. */
final class Loads {

    private static final Comparator<Load> IN_ORDER =
            Comparator.comparing(Load::first).thenComparing(Load::last).thenComparing(Load::requests);

    private Loads() {}

    static List<Load> sorted(List<Load> loads) {
        return loads.stream().sorted(IN_ORDER).toList();
    }

    /** One load for each run: those that overlap, directly or through others, belong together. */
    static List<Load> runs(List<Load> loads) {
        var runs = new ArrayList<List<Load>>();
        for (Load load : sorted(loads)) {
            var together = new ArrayList<Load>(List.of(load));
            runs.removeIf(run -> {
                boolean same = run.stream().anyMatch(load::isOfOneRunWith);
                if (same) {
                    together.addAll(run);
                }
                return same;
            });
            runs.add(together);
        }
        return sorted(runs.stream()
                .map(run -> run.stream().reduce(Load::plus).orElseThrow())
                .toList());
    }
}
