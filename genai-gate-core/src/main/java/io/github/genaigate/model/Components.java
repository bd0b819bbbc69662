package io.github.genaigate.model;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The models and datasets that a bill of materials lists.
 *
 * @param all sorted by type and name; what is listed twice is here once
 */
public record Components(List<Component> all) implements Measurement {

    public Components {
        all = all.stream()
                .distinct()
                .sorted(Comparator.comparing(Component::type)
                        .thenComparing(Component::title)
                        .thenComparing(Component::toString))
                .toList();
    }

    /** What a component is. */
    public enum Type {
        MODEL,
        DATASET
    }

    /**
     * One model or dataset.
     *
     * @param names every exact name that the file gives it, without a version
     * @param versions every version that the file gives it
     * @param licences ids, names or expressions; all of them hold
     * @param digest {@code sha256:} and the SHA-256 of its content in lower case
     * @param place where the file lists it
     */
    public record Component(
            Type type,
            SortedSet<String> names,
            SortedSet<String> versions,
            SortedSet<String> licences,
            Optional<String> digest,
            Place place) {
        public Component {
            names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
            versions = Collections.unmodifiableSortedSet(new TreeSet<>(versions));
            licences = Collections.unmodifiableSortedSet(new TreeSet<>(licences));
            if (names.isEmpty()) {
                throw new IllegalArgumentException("a component without a name");
            }
        }

        /** The longest of its names, which says most. */
        public String title() {
            return names.stream()
                    .reduce((one, other) -> other.length() > one.length() ? other : one)
                    .orElseThrow();
        }
    }

    /** The models alone. */
    public List<Component> models() {
        return all.stream().filter(one -> one.type() == Type.MODEL).toList();
    }

    @Override
    public Components merge(Measurement other) {
        var that = Measurement.as(Components.class, other);
        return new Components(Stream.concat(all.stream(), that.all.stream()).toList());
    }
}
