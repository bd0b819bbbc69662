package io.github.genaigate.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many requests took how long, for showing percentiles; no verdict rests on it. Buckets are exact below 256 µs and at
 * most 1/128 wide, relative to their value, above. Failed requests are not in it.
 *
 * @param counts requests by bucket, without empty buckets
 */
public record Histogram(SortedMap<Integer, Long> counts) {

    private static final int LINEAR = 256;
    private static final int PER_OCTAVE = 128;

    public static final Histogram EMPTY = new Histogram(new TreeMap<>());

    public Histogram {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /** The bucket of a duration in microseconds. */
    public static int bucket(long micros) {
        if (micros < LINEAR) {
            return (int) Math.max(0, micros);
        }
        int octave = 63 - Long.numberOfLeadingZeros(micros);
        int within = (int) (micros >>> (octave - 7)) & (PER_OCTAVE - 1);
        return LINEAR + (octave - 8) * PER_OCTAVE + within;
    }

    /** The longest duration, in microseconds, that falls into the bucket. */
    public static long upperBound(int bucket) {
        if (bucket < LINEAR) {
            return bucket;
        }
        int octave = 8 + (bucket - LINEAR) / PER_OCTAVE;
        long within = (long) PER_OCTAVE + (bucket - LINEAR) % PER_OCTAVE;
        return ((within + 1) << (octave - 7)) - 1;
    }

    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public Histogram plus(Histogram other) {
        var both = new TreeMap<>(counts);
        other.counts.forEach((bucket, count) -> both.merge(bucket, count, Math::addExact));
        return new Histogram(both);
    }

    /** A duration that at least this share of the requests did not exceed (nearest rank, rounded up to its bucket). */
    public Optional<Duration> percentile(Share share) {
        long total = total();
        long rank = share.fraction()
                .multiply(BigDecimal.valueOf(total))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        long seen = 0;
        for (Map.Entry<Integer, Long> bucket : counts.entrySet()) {
            seen += bucket.getValue();
            if (seen >= Math.max(1, rank)) {
                return Optional.of(Duration.of(upperBound(bucket.getKey()), ChronoUnit.MICROS));
            }
        }
        return Optional.empty();
    }
}
