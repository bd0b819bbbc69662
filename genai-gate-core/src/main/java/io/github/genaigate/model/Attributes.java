package io.github.genaigate.model;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * What is stated of a service.
 *
 * @param words a word for each attribute that is stated
 * @param origins who states it
 */
public record Attributes(SortedMap<Attribute, String> words, Map<Attribute, Origin> origins) {

    public Attributes {
        words = Collections.unmodifiableSortedMap(new TreeMap<>(words));
        origins = Map.copyOf(origins);
    }

    /** Nothing is stated. */
    public static Attributes none() {
        return new Attributes(new TreeMap<>(Map.of()), Map.of());
    }

    /** What an entry states that may have further fields. */
    public static Attributes of(Entry entry, BiFunction<Attribute, Place, Origin> origin) {
        var words = new TreeMap<Attribute, String>();
        var origins = new TreeMap<Attribute, Origin>();
        for (Attribute attribute : Attribute.values()) {
            entry.find(attribute.field()).ifPresent(word -> {
                words.put(attribute, word);
                origins.put(attribute, origin.apply(attribute, entry.placeOf(attribute.field())));
            });
        }
        return new Attributes(words, origins);
    }

    /** The word that is stated for an attribute. */
    public Optional<String> word(Attribute attribute) {
        return Optional.ofNullable(words.get(attribute));
    }

    /** Who states an attribute. */
    public Optional<Origin> origin(Attribute attribute) {
        return Optional.ofNullable(origins.get(attribute));
    }

    /** The more of each that either states. */
    public Attributes and(Attributes other) {
        var all = new TreeMap<>(words);
        var from = new TreeMap<>(origins);
        other.words.forEach((attribute, word) -> {
            String mine = words.get(attribute);
            if (mine == null || !attribute.atLeast(mine, word)) {
                all.put(attribute, word);
                other.origin(attribute).ifPresent(origin -> from.put(attribute, origin));
            }
        });
        return new Attributes(all, from);
    }
}
