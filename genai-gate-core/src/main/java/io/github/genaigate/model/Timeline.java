package io.github.genaigate.model;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/**
 * Counts in the order of time. A bin is 2 to the power given seconds wide and begins at a multiple of its width since 1970,
 * so that the bins of two files fit together whatever they hold; neighbours are joined when there would be more than
 * {@value #MOST}. Neither order nor chunk nor shard of what is counted makes a difference.
 *
 * @param <V> what is counted in a bin
 * @param power how wide a bin is: 0 for one second, 6 for 64 seconds
 * @param bins by the number of their widths since 1970; one that holds nothing is left out
 */
public record Timeline<V extends Addable<V>>(int power, SortedMap<Long, V> bins) {

    /** The most bins that are kept from the first to the last, empty ones included. */
    public static final int MOST = 4_096;

    private static final int WIDEST = 40;

    public Timeline {
        if (power < 0 || power > WIDEST) {
            throw new IllegalArgumentException("no such width: 2^" + power + " s");
        }
        var kept = new TreeMap<>(bins);
        while (span(kept) > MOST) {
            kept = joined(kept, 1);
            power++;
        }
        bins = Collections.unmodifiableSortedMap(kept);
    }

    /** Nothing was counted. */
    public static <V extends Addable<V>> Timeline<V> empty() {
        return new Timeline<V>(0, new TreeMap<Long, V>());
    }

    private static long span(SortedMap<Long, ?> bins) {
        return bins.isEmpty() ? 0 : bins.lastKey() - bins.firstKey() + 1;
    }

    private static <V extends Addable<V>> TreeMap<Long, V> joined(SortedMap<Long, V> bins, int powers) {
        var wider = new TreeMap<Long, V>();
        bins.forEach((bin, counted) -> wider.merge(bin >> powers, counted, Addable::plus));
        return wider;
    }

    /** The width of a bin in seconds. */
    public long width() {
        return 1L << power;
    }

    /** When a bin begins. */
    public Instant begin(long bin) {
        return Instant.ofEpochSecond(bin << power);
    }

    /** The bin in which an instant lies. */
    public long bin(Instant instant) {
        return instant.getEpochSecond() >> power;
    }

    /** Both together, in bins of the wider width. */
    public Timeline<V> plus(Timeline<V> other) {
        int wider = Math.max(power, other.power);
        var all = joined(bins, wider - power);
        joined(other.bins, wider - other.power).forEach((bin, counted) -> all.merge(bin, counted, Addable::plus));
        return new Timeline<>(wider, all);
    }

    /** The same without some of its bins. */
    public Timeline<V> without(LongPredicate removed) {
        var rest = new TreeMap<Long, V>();
        for (Map.Entry<Long, V> bin : bins.entrySet()) {
            if (!removed.test(bin.getKey())) {
                rest.put(bin.getKey(), bin.getValue());
            }
        }
        return new Timeline<>(power, rest);
    }

    /** What is counted, in the order of time. */
    public Collection<V> counts() {
        return bins.values();
    }

    /** All bins together, added to the nothing given. */
    public V total(V nothing) {
        return bins.values().stream().reduce(nothing, Addable::plus);
    }
}
