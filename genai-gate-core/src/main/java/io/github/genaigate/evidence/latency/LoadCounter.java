package io.github.genaigate.evidence.latency;

import io.github.genaigate.model.Load;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Counts what a file put on the service over time, all operations together. */
final class LoadCounter {

    /**
     * In microseconds, the time that the requests of a file may take together, about 285 years: a thousand files of it still
     * fit in a number.
     */
    private static final long MOST_BUSY = 1L << 53;

    private static final int REQUESTS = 0;
    private static final int ERRORS = 1;
    private static final int BUSY = 2;
    private static final int COLUMNS = 3;
    private static final long NANOS_PER_MICRO = 1_000;

    private final Bins bins = new Bins(COLUMNS);
    private long first = Long.MAX_VALUE;
    private long last = Decimals.NONE;
    private long busy;

    /**
     * What is counted next began at this moment.
     *
     * @param millis since 1970
     */
    void at(long millis) {
        first = Math.min(first, millis);
        last = Math.max(last, millis);
        bins.at(millis);
    }

    /**
     * Counts requests.
     *
     * @param nanos how long they took together; {@link Decimals#NONE} when it is not told
     * @return false when all requests together took longer than can be counted
     */
    boolean add(long requests, long errors, long nanos) {
        bins.add(REQUESTS, requests);
        bins.add(ERRORS, errors);
        if (nanos != Decimals.NONE) {
            long micros = nanos / NANOS_PER_MICRO;
            busy += micros;
            bins.add(BUSY, micros);
        }
        return busy <= MOST_BUSY;
    }

    Optional<Instant> first() {
        return isTimed() ? Optional.of(Instant.ofEpochMilli(first)) : Optional.empty();
    }

    Optional<Instant> last() {
        return isTimed() ? Optional.of(Instant.ofEpochMilli(last)) : Optional.empty();
    }

    /** Whether it was told when requests began. */
    boolean isTimed() {
        return last != Decimals.NONE;
    }

    /** The load; none where times are not told. */
    List<Load> loads() {
        return isTimed()
                ? List.of(new Load(
                        Instant.ofEpochMilli(first),
                        Instant.ofEpochMilli(last),
                        bins.timeline(count -> new Load.Moment(
                                count.applyAsLong(REQUESTS), count.applyAsLong(ERRORS), count.applyAsLong(BUSY)))))
                : List.of();
    }
}
