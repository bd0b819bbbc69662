package io.github.genaigate.model;

/** What a reader extracts from evidence. */
public sealed interface Measurement permits Samples, Cases, Issues, Lineage, Ownership {

    /**
     * The measurements of two files of one run together. Order does not matter.
     *
     * @throws IllegalArgumentException when the other is of another shape
     */
    Measurement merge(Measurement other);

    /** The other measurement as this type, for implementations of {@link #merge}. */
    static <M extends Measurement> M as(Class<M> type, Measurement other) {
        if (!type.isInstance(other)) {
            throw new IllegalArgumentException("cannot merge " + type.getSimpleName() + " with "
                    + other.getClass().getSimpleName());
        }
        return type.cast(other);
    }
}
