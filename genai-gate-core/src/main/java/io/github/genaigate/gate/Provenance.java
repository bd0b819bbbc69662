package io.github.genaigate.gate;

import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Binding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a file of evidence is tied to the covered content. */
interface Provenance {

    /**
     * How firmly, and since when.
     *
     * @param path relative to the base directory
     * @param covers further globs whose change makes it stale
     */
    Bound of(String path, List<String> covers);

    /**
     * The answer.
     *
     * @param committedAt when these very bytes were first committed
     * @param stale present when the covered content has changed since
     */
    record Bound(Binding binding, Optional<Instant> committedAt, Optional<Absence> stale) {
        static final Bound NOT = new Bound(Binding.UNBOUND, Optional.empty(), Optional.empty());
    }
}
