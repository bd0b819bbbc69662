package io.github.genaigate.model;

/**
 * The exact answer to a {@link Question}, or bounds when only a summary is at hand.
 *
 * @param trials all requests the question is about, failed ones included
 * @param failuresAtLeast requests certainly beyond the limit or failed
 * @param failuresAtMost requests possibly beyond the limit or failed; equal to the former when counted exactly
 * @param unmeasured successful requests without the metric; they are in none of the other counts
 */
public record Tally(long trials, long failuresAtLeast, long failuresAtMost, long unmeasured) implements Addable<Tally> {

    public static final Tally NONE = new Tally(0, 0, 0, 0);

    public Tally {
        if (unmeasured < 0 || failuresAtLeast < 0 || failuresAtLeast > failuresAtMost || failuresAtMost > trials) {
            throw new IllegalArgumentException(
                    "no such tally: " + trials + ", " + failuresAtLeast + ".." + failuresAtMost);
        }
    }

    /** Every request was looked at. */
    public static Tally exact(long trials, long failures, long unmeasured) {
        return new Tally(trials, failures, failures, unmeasured);
    }

    public boolean isExact() {
        return failuresAtLeast == failuresAtMost;
    }

    @Override
    public Tally plus(Tally other) {
        return new Tally(
                Math.addExact(trials, other.trials),
                Math.addExact(failuresAtLeast, other.failuresAtLeast),
                Math.addExact(failuresAtMost, other.failuresAtMost),
                Math.addExact(unmeasured, other.unmeasured));
    }
}
