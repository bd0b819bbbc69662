package io.github.genaigate.model;

import java.util.Optional;

/** What a reader extracts from evidence. */
public sealed interface Measurement
        permits Samples, Cases, Issues, Lineage, Ownership, Figures, Prices, Components, Document, Alerts {

    /**
     * The measurements of two files of one run together. Order does not matter.
     *
     * @throws IllegalArgumentException when the other is of another shape
     */
    Measurement merge(Measurement other);

    /** The tokens that the requests behind it took, where it tells them. */
    default Optional<Usage> usage() {
        return Optional.empty();
    }

    /** Whether it was taken from the service, so that it is stale when the content of the service changes. */
    default boolean isAboutContent() {
        return true;
    }

    /** The next step when it is too old, a sentence without a full stop. */
    default String renewal() {
        return "Run the tool again";
    }

    /** The other measurement as this type, for implementations of {@link #merge}. */
    static <M extends Measurement> M as(Class<M> type, Measurement other) {
        if (!type.isInstance(other)) {
            throw new IllegalArgumentException("cannot merge " + type.getSimpleName() + " with "
                    + other.getClass().getSimpleName());
        }
        return type.cast(other);
    }
}
