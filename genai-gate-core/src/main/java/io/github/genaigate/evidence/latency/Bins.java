package io.github.genaigate.evidence.latency;

import io.github.genaigate.model.Addable;
import io.github.genaigate.model.Timeline;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntToLongFunction;

/**
 * Counts in columns, a row of them for each bin of time, while they are counted: no object is made for a request. The bins
 * are those of {@link Timeline}: they become wider by themselves, and neither order nor gaps make a difference.
 *
 * <p>Bins lie in the array by the rest of their number divided by its capacity. As many as there is room for follow each
 * other, so that no two share a place, and nothing is moved when time goes on, or back.
 */
final class Bins {

    private static final long MILLIS = 1_000;
    private static final int FEWEST = 64;

    private final int columns;
    private int capacity = FEWEST;
    private int power;
    private long[] counts;
    private long low;
    private long high = -1;
    private long current = -1;
    private int row;

    Bins(int columns) {
        this.columns = columns;
        this.counts = new long[capacity * columns];
    }

    /**
     * Goes to the bin of a moment.
     *
     * @param millis since 1970, not negative
     */
    void at(long millis) {
        long bin = (millis / MILLIS) >> power;
        if (bin != current) {
            enter(bin);
        }
    }

    /** Adds to a column of the bin. */
    void add(int column, long count) {
        counts[row + column] += count;
    }

    private void enter(long bin) {
        long entered = bin;
        long from = high < low ? bin : Math.min(low, bin);
        long to = high < low ? bin : Math.max(high, bin);
        while (to - from >= capacity) {
            boolean grows = capacity < Timeline.MOST;
            rearrange(grows ? 2 * capacity : capacity, grows ? 0 : 1);
            if (!grows) {
                entered >>= 1;
                from >>= 1;
                to >>= 1;
            }
        }
        low = from;
        high = to;
        current = entered;
        row = row(entered);
    }

    private int row(long bin) {
        return (int) (bin & (capacity - 1)) * columns;
    }

    private void rearrange(int room, int powers) {
        long[] before = counts;
        int places = capacity - 1;
        capacity = room;
        counts = new long[room * columns];
        for (long bin = low; bin <= high; bin++) {
            int from = (int) (bin & places) * columns;
            int to = row(bin >> powers);
            for (int column = 0; column < columns; column++) {
                counts[to + column] += before[from + column];
            }
        }
        power += powers;
        low >>= powers;
        high >>= powers;
    }

    /** All bins of a column together. */
    long total(int column) {
        long sum = 0;
        for (int at = column; at < counts.length; at += columns) {
            sum += counts[at];
        }
        return sum;
    }

    /** The bins in which something was counted, each made of its columns. */
    <V extends Addable<V>> Timeline<V> timeline(Function<IntToLongFunction, V> count) {
        var bins = new TreeMap<Long, V>();
        for (long bin = low; bin <= high; bin++) {
            int from = row(bin);
            if (holdsSomething(from)) {
                bins.put(bin, count.apply(column -> counts[from + column]));
            }
        }
        return new Timeline<>(power, bins);
    }

    private boolean holdsSomething(int from) {
        for (int column = 0; column < columns; column++) {
            if (counts[from + column] != 0) {
                return true;
            }
        }
        return false;
    }
}
