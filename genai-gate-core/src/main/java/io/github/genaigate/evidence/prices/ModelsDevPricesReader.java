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
import io.github.genaigate.model.Prices.Lifecycle.Status;
import io.github.genaigate.model.Prices.Price;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Shape;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the price table of models.dev, or a part of it: US dollars for a million tokens. One model costs another price
 * with another provider, so that a model is named {@code provider/model}.
 */
public final class ModelsDevPricesReader implements EvidenceReader {

    private static final PriceEntry.Keys KEYS = new PriceEntry.Keys(6, "input", "output", "cache_read", "reasoning");
    private static final String OVER_200K = "context_over_200k";

    @Override
    public String format() {
        return "models-dev-prices";
    }

    @Override
    public String purpose() {
        return "Prices in US dollars for a million tokens, a pinned copy of https://models.dev/api.json.";
    }

    @Override
    public Shape<?> shape() {
        return Shape.PRICES;
    }

    @Override
    public boolean recognises(byte[] head) {
        var json = JsonHead.of(head);
        return json.hasWithin(".models.") && json.hasWithin(".cost." + KEYS.input());
    }

    @Override
    public Reading read(Source source, Set<Question> questions) throws UnreadableException, IOException {
        return JsonCursor.read(source, json -> {
            var table = new PriceTable();
            json.members(provider -> json.members(key -> {
                if (key.equals("models")) {
                    json.members(model -> {
                        var entry = json.value();
                        table.add(json, provider + "/" + model, price(entry.get("cost")), lifecycle(entry));
                    });
                }
            }));
            return table.reading(Place.of(source.name()));
        });
    }

    /** The table says that a model goes, and not when. */
    private static Lifecycle lifecycle(Value entry) {
        if (!entry.has("status")) {
            return new Lifecycle(Status.OFFERED, Optional.empty());
        }
        var status = switch (entry.get("status").text().orElse("")) {
            case "alpha", "beta" -> Status.OFFERED;
            case "deprecated" -> Status.DEPRECATED;
            default -> Status.UNCLEAR;
        };
        return new Lifecycle(status, Optional.empty());
    }

    private static Optional<Price> price(Value cost) {
        var price = new PriceEntry(KEYS, cost);
        for (Value tier : cost.get("tiers").items()) {
            price.above(tier.at("tier", "size").integer().orElse(0L), tier);
        }
        if (cost.has(OVER_200K)) {
            price.above(200_000, cost.get(OVER_200K));
        }
        return price.price(Optional.empty());
    }
}
