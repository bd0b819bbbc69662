package io.github.genaigate.model;

import java.time.Duration;
import java.time.Instant;

/**
 * What one file, or one injector, put on the service over time, all operations together.
 *
 * @param first when its earliest request began
 * @param last when its latest request began
 * @param timeline what began when
 */
public record Load(Instant first, Instant last, Timeline<Moment> timeline) {

    /**
     * The requests that began in one bin.
     *
     * @param requests how many
     * @param errors how many of them failed
     * @param busy how long they took together, in microseconds, rounded down: divided by the width of the bin it is the
     *     mean number of requests in flight (Little's law), which adds up over injectors
     */
    public record Moment(long requests, long errors, long busy) implements Addable<Moment> {

        public static final Moment NONE = new Moment(0, 0, 0);

        @Override
        public Moment plus(Moment other) {
            return new Moment(
                    Math.addExact(requests, other.requests),
                    Math.addExact(errors, other.errors),
                    Math.addExact(busy, other.busy));
        }
    }

    /** How many requests. */
    public long requests() {
        return timeline.total(Moment.NONE).requests();
    }

    /** From its earliest request that is left to its latest: where a beginning was cut off, from the end of what was cut. */
    public Duration duration() {
        return timeline.bins().isEmpty() ? Duration.ZERO : Duration.between(begin(), last);
    }

    /** When the earliest request that is left began, as far as bins tell. */
    public Instant begin() {
        var bins = timeline.bins();
        var begin = bins.isEmpty() ? first : timeline.begin(bins.firstKey());
        return begin.isAfter(first) ? begin : first;
    }

    /** Whether both belong to one run: they overlap in time by at least half of the shorter. */
    boolean isOfOneRunWith(Load other) {
        var begin = first.isAfter(other.first) ? first : other.first;
        var end = last.isBefore(other.last) ? last : other.last;
        var shorter = span().compareTo(other.span()) <= 0 ? span() : other.span();
        return !end.isBefore(begin)
                && Duration.between(begin, end).multipliedBy(2).compareTo(shorter) >= 0;
    }

    private Duration span() {
        return Duration.between(first, last);
    }

    /** Both together. */
    Load plus(Load other) {
        return new Load(
                first.isBefore(other.first) ? first : other.first,
                last.isAfter(other.last) ? last : other.last,
                timeline.plus(other.timeline));
    }
}
