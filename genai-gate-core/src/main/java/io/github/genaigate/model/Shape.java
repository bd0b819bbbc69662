package io.github.genaigate.model;

import java.util.List;

/**
 * A kind of measurement. Tools are many and shapes are few: a new tool is a new reader, not a new shape.
 *
 * @param <M> the measurement
 * @param type its Java type
 * @param noun what it holds, in the plural, for messages
 */
public record Shape<M extends Measurement>(Class<M> type, String noun) {

    public static final Shape<Samples> SAMPLES = new Shape<>(Samples.class, "latency samples");
    public static final Shape<Cases> CASES = new Shape<>(Cases.class, "evaluation cases");
    public static final Shape<Issues> ISSUES = new Shape<>(Issues.class, "security issues");
    public static final Shape<Lineage> LINEAGE = new Shape<>(Lineage.class, "lineage events");
    public static final Shape<Ownership> OWNERSHIP = new Shape<>(Ownership.class, "code owners");

    public static final Shape<Figures> FIGURES = new Shape<>(Figures.class, "figures");
    public static final Shape<Prices> PRICES = new Shape<>(Prices.class, "prices");
    public static final Shape<Components> COMPONENTS = new Shape<>(Components.class, "models and datasets");

    public static final Shape<Document> DOCUMENT = new Shape<>(Document.class, "documents");
    public static final Shape<Alerts> ALERTS = new Shape<>(Alerts.class, "alert rules");

    public static final List<Shape<?>> ALL =
            List.of(SAMPLES, CASES, ISSUES, LINEAGE, OWNERSHIP, FIGURES, PRICES, COMPONENTS, DOCUMENT, ALERTS);

    /** The shape of a measurement. */
    public static Shape<?> of(Measurement measurement) {
        return ALL.stream()
                .filter(shape -> shape.type().isInstance(measurement))
                .findFirst()
                .orElseThrow();
    }
}
