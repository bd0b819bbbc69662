package io.github.genaigate.gate;

import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Binding;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How files of evidence are tied to the covered content. */
interface Provenance {

    /**
     * How firmly, and since when.
     *
     * @param paths relative to the base directory
     * @param covers further globs whose change makes them stale
     * @return an answer for every path
     */
    Map<String, Bound> of(Collection<String> paths, List<String> covers);

    /**
     * The answer.
     *
     * @param committedAt when these very bytes were first committed
     * @param unbound why it is tied to nothing; empty when it is tied
     */
    record Bound(Binding binding, Optional<Instant> committedAt, Optional<Absence> unbound) {

        static final Bound NOT = new Bound(Binding.UNBOUND, Optional.empty(), Optional.empty());
    }
}
