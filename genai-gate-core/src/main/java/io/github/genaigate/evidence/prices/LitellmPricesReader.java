package io.github.genaigate.evidence.prices;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.evidence.JsonCursor;
import io.github.genaigate.evidence.JsonHead;
import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Source;
import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.input.Json.Value;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Prices.Lifecycle;
import io.github.genaigate.model.Prices.Price;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Shape;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the price table of litellm, or a part of it: US dollars for a single token, by the model's name there. A model
 * priced by images, seconds, characters or tiers alone has no price for a token, and is passed over.
 */
public final class LitellmPricesReader implements EvidenceReader {

    /** Describes the fields, with texts where numbers belong and zeros for prices. */
    private static final String SPECIMEN = "sample_spec";

    private static final String RETIRES = "deprecation_date";
    private static final String TIERS = "tiered_pricing";
    private static final PriceEntry.Keys KEYS = new PriceEntry.Keys(
            0,
            "input_cost_per_token",
            "output_cost_per_token",
            "cache_read_input_token_cost",
            "output_cost_per_reasoning_token");
    private static final Pattern ABOVE = Pattern.compile(
            "(?:" + KEYS.input() + "|" + KEYS.output() + "|" + KEYS.cached() + ")(_above_(\\d{1,9})k_tokens)");

    @Override
    public String format() {
        return "litellm-prices";
    }

    @Override
    public String purpose() {
        return "Prices in US dollars for a token, a pinned copy of litellm's model_prices_and_context_window.json.";
    }

    @Override
    public Shape<?> shape() {
        return Shape.PRICES;
    }

    @Override
    public boolean recognises(byte[] head) {
        var json = JsonHead.of(head);
        return json.hasWithin("." + KEYS.input()) && json.hasWithin(".litellm_provider");
    }

    @Override
    public Reading read(Source source, Set<Question> questions) throws UnreadableException, IOException {
        return JsonCursor.read(source, json -> {
            var table = new PriceTable();
            json.members(model -> {
                if (!json.isObject()) {
                    throw json.unreadable("A model of the price table is not an object", PriceTable.MEND);
                }
                var entry = json.value();
                if (!model.equals(SPECIMEN)) {
                    var retires = retires(entry);
                    table.add(json, model, price(entry, retires), lifecycle(entry, retires));
                }
            });
            return table.reading(Place.of(source.name()));
        });
    }

    private static Optional<Price> price(Value entry, Optional<LocalDate> retires) {
        if (entry.has(TIERS)) {
            return Optional.empty();
        }
        var price = new PriceEntry(KEYS, entry);
        entry.keys().forEach(key -> {
            var above = ABOVE.matcher(key);
            if (above.matches()) {
                price.above(Long.parseLong(above.group(2)) * 1_000, entry, KEYS.ending(above.group(1)));
            }
        });
        return price.price(retires);
    }

    /** What is no day and yet stands there may mean any day. */
    private static Lifecycle lifecycle(Value entry, Optional<LocalDate> retires) {
        boolean clear = retires.isPresent() || !entry.has(RETIRES);
        return new Lifecycle(clear ? Lifecycle.Status.OFFERED : Lifecycle.Status.UNCLEAR, retires);
    }

    private static Optional<LocalDate> retires(Value entry) {
        try {
            return entry.get(RETIRES).text().map(LocalDate::parse);
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
