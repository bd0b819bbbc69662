package io.github.genaigate.evidence.prices;

import io.github.genaigate.evidence.JsonCursor;
import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Prices;
import io.github.genaigate.model.Prices.Lifecycle;
import io.github.genaigate.model.Prices.Price;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The prices and lifecycles of a table while it is read. Both public tables are in US dollars, and hold no time. */
final class PriceTable {

    static final String MEND = "Give the table as it is published";

    private static final int MOST = 100_000;

    private final SortedMap<String, Price> models = new TreeMap<>();
    private final SortedMap<String, Lifecycle> lifecycles = new TreeMap<>();

    void add(JsonCursor json, String model, Optional<Price> price, Lifecycle lifecycle) throws UnreadableException {
        if (lifecycles.size() == MOST) {
            throw json.unreadable("The price table holds more than " + MOST + " models", MEND);
        }
        price.ifPresent(found -> models.put(model, found));
        lifecycles.merge(model, lifecycle, Lifecycle::and);
    }

    Reading reading(Place file) throws UnreadableException {
        if (models.isEmpty()) {
            throw new UnreadableException(file, "The price table holds no model with a price for each token", MEND);
        }
        return Reading.complete(new Prices("USD", models, lifecycles), Assurance.MEASURED, Optional.empty());
    }
}
