package io.github.genaigate.repository;

import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Lookup;
import java.util.ArrayList;
import java.util.List;

/** Looks into lookups, as only tests may. */
public final class Known {

    private Known() {}

    public static <T> T value(Lookup<T> lookup) {
        var values = new ArrayList<T>();
        lookup.map(values::add);
        if (values.isEmpty() || lookup.absence().isPresent()) {
            throw new AssertionError("not known: " + lookup.absence());
        }
        return values.get(0);
    }

    /** Reason, message and mend of what is not known. */
    public static List<String> absence(Lookup<?> lookup) {
        return words(lookup.absence().orElseThrow(() -> new AssertionError("known: " + lookup)));
    }

    public static List<String> words(Absence absence) {
        return List.of(absence.reason().word(), absence.message(), absence.mend());
    }
}
