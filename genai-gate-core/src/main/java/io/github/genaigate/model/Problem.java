package io.github.genaigate.model;

/**
 * Something in a manifest, a policy or the request that makes it unusable.
 *
 * @param place where it is written
 * @param what what is wrong, a sentence without a full stop
 * @param mend the next step, a sentence without a full stop
 */
public record Problem(Place place, String what, String mend) implements Comparable<Problem> {

    @Override
    public int compareTo(Problem other) {
        int byPlace = place.compareTo(other.place);
        return byPlace != 0 ? byPlace : what.compareTo(other.what);
    }

    @Override
    public String toString() {
        return place + ": " + what + "; " + mend;
    }
}
