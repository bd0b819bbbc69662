package io.github.genaigate.model;

/**
 * Who set a value.
 *
 * @param layer the policy layer, as {@code name version} or {@code builtin:baseline}
 * @param place where that layer writes it
 */
public record Origin(String layer, Place place) {

    @Override
    public String toString() {
        return layer + " (" + place + ")";
    }
}
