package io.github.genaigate.model;

/**
 * How the requests of a moment answer a {@link Question}.
 *
 * @param tally the answer
 * @param errors how many of the requests failed, whatever they took
 */
public record Slice(Tally tally, long errors) implements Addable<Slice> {

    public static final Slice NONE = new Slice(Tally.NONE, 0);

    @Override
    public Slice plus(Slice other) {
        return new Slice(tally.plus(other.tally), Math.addExact(errors, other.errors));
    }
}
