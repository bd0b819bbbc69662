package io.github.genaigate.model;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What tokens cost and how long models are offered, as a table that the team pinned says.
 *
 * @param currency its code of three letters
 * @param models by the model's id in the table; a model without a price for each token is not here
 * @param lifecycles how long every model of the table is offered, with a price or without
 */
public record Prices(String currency, SortedMap<String, Price> models, SortedMap<String, Lifecycle> lifecycles)
        implements Measurement {

    public Prices {
        models = Collections.unmodifiableSortedMap(new TreeMap<>(models));
        lifecycles = Collections.unmodifiableSortedMap(new TreeMap<>(lifecycles));
    }

    /** A table that tells nothing but prices. */
    public Prices(String currency, SortedMap<String, Price> models) {
        this(currency, models, Collections.emptySortedMap());
    }

    /**
     * How long a model is offered.
     *
     * @param retires the day on which the provider takes it away, when the table says so
     */
    public record Lifecycle(Status status, Optional<LocalDate> retires) {

        /** What the table says, the better first. */
        public enum Status {
            /** It is offered. */
            OFFERED,
            /** The table says something that is neither a status nor a day. */
            UNCLEAR,
            /** The provider is about to take it away, or has done so. */
            DEPRECATED
        }

        /** What holds when a table says both. */
        public Lifecycle and(Lifecycle other) {
            return new Lifecycle(
                    status.compareTo(other.status) >= 0 ? status : other.status, least(retires, other.retires));
        }
    }

    /**
     * What one model costs.
     *
     * @param rates for a request of usual length
     * @param dearest the greatest rate of each kind at any length
     * @param upTo the most input tokens of a request for which {@code rates} hold; empty when they always do
     * @param retires the day on which the provider takes the model away, when the table says so
     */
    public record Price(Rates rates, Rates dearest, Optional<Long> upTo, Optional<LocalDate> retires) {

        /** What holds at every length. */
        public static Price of(Rates rates) {
            return new Price(rates, rates, Optional.empty(), Optional.empty());
        }

        private static Price either(Price one, Price other) {
            return new Price(
                    one.rates.min(other.rates),
                    one.dearest.max(other.dearest),
                    one.rates.equals(other.rates) ? least(one.upTo, other.upTo) : Optional.of(0L),
                    least(one.retires, other.retires));
        }
    }

    /**
     * Money for one token.
     *
     * @param input sent
     * @param output answered
     * @param cached sent and served from the provider's cache
     */
    public record Rates(BigDecimal input, BigDecimal output, BigDecimal cached) {

        public Rates {
            input = plain(input);
            output = plain(output);
            cached = plain(cached);
        }

        private static BigDecimal plain(BigDecimal price) {
            if (price.signum() < 0) {
                throw new IllegalArgumentException("no such price: " + price);
            }
            return price.signum() == 0 ? BigDecimal.ZERO : price.stripTrailingZeros();
        }

        public Rates max(Rates other) {
            return new Rates(input.max(other.input), output.max(other.output), cached.max(other.cached));
        }

        Rates min(Rates other) {
            return new Rates(input.min(other.input), output.min(other.output), cached.min(other.cached));
        }

        /** Whether neither a question nor an answer costs anything, which no table means for certain. */
        public boolean areNothing() {
            return input.signum() == 0 && output.signum() == 0;
        }
    }

    private static <T extends Comparable<? super T>> Optional<T> least(Optional<T> one, Optional<T> other) {
        return Stream.of(one, other).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    /** Prices are the provider's, whatever the service does. */
    @Override
    public boolean isAboutContent() {
        return false;
    }

    @Override
    public String renewal() {
        return "Fetch it anew, and commit it";
    }

    /** Where both price one model, it may cost either. */
    @Override
    public Prices merge(Measurement other) {
        var that = Measurement.as(Prices.class, other);
        if (!currency.equals(that.currency)) {
            throw new IllegalArgumentException("cannot merge " + currency + " with " + that.currency);
        }
        var all = new TreeMap<>(models);
        that.models.forEach((model, price) -> all.merge(model, price, Price::either));
        var ends = new TreeMap<>(lifecycles);
        that.lifecycles.forEach((model, lifecycle) -> ends.merge(model, lifecycle, Lifecycle::and));
        return new Prices(currency, all, ends);
    }
}
