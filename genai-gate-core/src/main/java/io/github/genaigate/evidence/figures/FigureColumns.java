package io.github.genaigate.evidence.figures;

import io.github.genaigate.model.Names;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The columns of a file of figures, as its first row names them, in any order.
 *
 * @param names no two alike, and none unknown when there is no complaint
 */
record FigureColumns(List<String> names) {

    static final String FIGURE = "figure";
    static final String ARM = "arm";
    static final String VALUE = "value";
    static final String TRIALS = "trials";
    static final String SUCCESSES = "successes";
    static final String TIME = "time";

    static final String LAYOUT = "figure,arm,value or figure,arm,trials,successes, arm and time being optional";

    private static final List<String> ALL = List.of(FIGURE, ARM, VALUE, TRIALS, SUCCESSES, TIME);

    FigureColumns {
        names = List.copyOf(names);
    }

    /** Whether files of figures begin like this, mistakes allowed. */
    boolean looksRight() {
        return has(FIGURE) && (has(VALUE) || (has(TRIALS) && has(SUCCESSES)));
    }

    /** What is wrong with them; empty when nothing is. */
    Optional<String> complaint() {
        var unknown = names.stream().filter(name -> !ALL.contains(name)).findFirst();
        if (unknown.isPresent()) {
            return Optional.of("The header names a column that is not known"
                    + Names.nearest(unknown.get(), ALL)
                            .map(near -> "; " + near + " may be meant")
                            .orElse(""));
        }
        if (Set.copyOf(names).size() != names.size()) {
            return Optional.of("The header names a column twice");
        }
        boolean counted = has(TRIALS) || has(SUCCESSES);
        return looksRight() && has(VALUE) != counted
                ? Optional.empty()
                : Optional.of("The header is neither that of samples nor that of counts");
    }

    boolean has(String name) {
        return names.contains(name);
    }

    int of(String name) {
        return names.indexOf(name);
    }
}
