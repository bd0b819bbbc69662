package io.github.genaigate.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Named numbers: figures of the business, scores of an evaluation, each with what is known of its samples.
 *
 * @param figures in the order of the file
 */
public record Figures(List<Figure> figures) implements Measurement {

    public Figures {
        figures = List.copyOf(figures);
    }

    /**
     * One number.
     *
     * @param name its name, such as {@code handling-time} or {@code mmlu/acc}
     * @param arm the group of a comparison that it is of, such as {@code control}; empty when there is no comparison
     * @param value what was measured
     * @param place where the file says so
     */
    public record Figure(String name, Optional<String> arm, Value value, Place place) {}

    /** What is known of a number. */
    public sealed interface Value {

        /** Every sample was at hand. */
        record Sampled(Moments moments) implements Value {}

        /** So many of so many. */
        record Counted(long trials, long successes) implements Value {
            public Counted {
                if (successes < 0 || successes > trials) {
                    throw new IllegalArgumentException("no such counts: " + successes + " of " + trials);
                }
            }
        }

        /**
         * A tool published a mean.
         *
         * @param samples of how many, when it says so
         * @param standardError of the mean, when it says so
         */
        record Reported(OptionalLong samples, BigDecimal mean, Optional<BigDecimal> standardError) implements Value {}
    }

    @Override
    public Figures merge(Measurement other) {
        return new Figures(Stream.concat(figures.stream(), Measurement.as(Figures.class, other).figures.stream())
                .toList());
    }
}
