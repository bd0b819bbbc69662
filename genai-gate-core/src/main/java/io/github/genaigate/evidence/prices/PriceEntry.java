package io.github.genaigate.evidence.prices;

import io.github.genaigate.input.Json.Value;
import io.github.genaigate.model.Prices.Price;
import io.github.genaigate.model.Prices.Rates;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The price of one model while it is read. What is no proper price leaves the whole model without one, so that nobody
 * reckons with half of it.
 */
final class PriceEntry {

    /** Beyond this it is no price of a token, and exact sums would grow without need. */
    private static final BigDecimal GREATEST = BigDecimal.valueOf(1_000_000);

    private static final int FINEST = 40;

    private final Keys keys;
    private final Optional<Rates> rates;
    private Optional<Rates> dearest;
    private Optional<Long> upTo = Optional.empty();
    private boolean proper = true;

    /**
     * How a table writes prices.
     *
     * @param tokens how many tokens a price is for, as a power of ten
     */
    record Keys(int tokens, String input, String output, String cached, String reasoning) {

        /** The same with an ending. */
        Keys ending(String end) {
            return new Keys(tokens, input + end, output + end, cached + end, reasoning + end);
        }
    }

    /** Begins with what holds for requests of usual length. */
    PriceEntry(Keys keys, Value entry) {
        this.keys = keys;
        this.rates = price(entry, keys.input())
                .flatMap(input -> price(entry, keys.output())
                        .map(output -> new Rates(
                                input,
                                price(entry, keys.reasoning()).map(output::max).orElse(output),
                                price(entry, keys.cached()).orElse(input))));
        this.dearest = rates;
    }

    /** For requests with more input tokens than that, the table has these prices; what it leaves out stays. */
    void above(long tokens, Value tier) {
        above(tokens, tier, keys);
    }

    void above(long tokens, Value tier, Keys written) {
        upTo = Optional.of(Math.min(tokens, upTo.orElse(tokens)));
        dearest = dearest.map(until -> until.max(new Rates(
                price(tier, written.input()).orElse(until.input()),
                price(tier, written.output()).orElse(until.output()),
                price(tier, written.cached()).orElse(until.cached()))));
    }

    private Optional<BigDecimal> price(Value entry, String key) {
        var price = entry.get(key)
                .number()
                .filter(number -> number.signum() >= 0 && number.compareTo(GREATEST) <= 0 && number.scale() <= FINEST)
                .map(number -> number.movePointLeft(keys.tokens()));
        proper &= price.isPresent() || !entry.has(key);
        return price;
    }

    /** The price; empty when the model has none for a token. */
    Optional<Price> price(Optional<LocalDate> retires) {
        return rates.filter(any -> proper)
                .flatMap(usual ->
                        dearest.map(most -> new Price(usual, most, upTo.filter(any -> !most.equals(usual)), retires)));
    }
}
