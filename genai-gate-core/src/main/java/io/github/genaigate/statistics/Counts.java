package io.github.genaigate.statistics;

/** What holds of all counts of failures among trials. */
final class Counts {

    private Counts() {}

    /** Refuses what cannot be counted. */
    static void check(long[] trials, long[] failures) {
        if (trials.length != failures.length) {
            throw new IllegalArgumentException("no such counts: " + trials.length + " and " + failures.length);
        }
        long all = 0;
        for (int i = 0; i < trials.length; i++) {
            if (failures[i] < 0 || failures[i] > trials[i]) {
                throw new IllegalArgumentException("no such counts: " + trials[i] + ", " + failures[i]);
            }
            all = Math.addExact(all, trials[i]);
        }
    }
}
