package io.github.genaigate.gate;

import io.github.genaigate.model.Lookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The value of a lookup for showing it in the decision, where nothing is judged by it. */
final class Known {

    private Known() {}

    static <T> Optional<T> of(Lookup<T> lookup) {
        List<T> seen = new ArrayList<>();
        lookup.map(seen::add);
        return seen.stream().findFirst();
    }
}
