package io.github.genaigate.model;

/**
 * Counts of two parts that add up to the counts of both, in any order.
 *
 * @param <V> the type itself
 */
public interface Addable<V> {

    /** Both together. */
    V plus(V other);
}
