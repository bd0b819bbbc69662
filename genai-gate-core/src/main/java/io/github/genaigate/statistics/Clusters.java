package io.github.genaigate.statistics;

/** Failures that came together, cluster by cluster, and how sure they make of the size of clusters. */
final class Clusters {

    private long number;
    private double failures;
    private double squares;
    private double fourths;

    void add(double size) {
        if (size > 0) {
            number++;
            failures += size;
            squares += size * size;
            fourths += size * size * size * size;
        }
    }

    /** How many there were. */
    long number() {
        return number;
    }

    /** Whether failures come several at a time. */
    boolean several() {
        return failures >= 2 * (double) number;
    }

    /**
     * The degrees of freedom of an estimated design effect: as many as clusters of one size would be that vary as much,
     * by the sum of their squares on which the estimate rests, and at most as many as there are effective failures.
     */
    double freedom(double estimate) {
        return Math.min(failures / estimate, squares * squares / fourths);
    }
}
