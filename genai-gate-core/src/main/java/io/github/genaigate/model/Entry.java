package io.github.genaigate.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The values of a {@link Kind.Group}, each with the place where it is written. Two entries are equal when their values
 * are, wherever they are written.
 */
public final class Entry {

    private final Place place;
    private final Map<String, Object> values;
    private final Map<String, Place> places;

    /**
     * @param place where the entry begins
     * @param values by field name, each of the Java type that the field's kind gives
     * @param places by field name
     */
    public Entry(Place place, Map<String, ?> values, Map<String, Place> places) {
        this.place = place;
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        this.places = Map.copyOf(places);
    }

    public Place place() {
        return place;
    }

    /** Where the field is written, or else where the entry begins. */
    public Place placeOf(Field<?> field) {
        return places.getOrDefault(field.name(), place);
    }

    /** Where the fields are written, by name. */
    public Map<String, Place> places() {
        return places;
    }

    /** The value of a required field. */
    public <T> T get(Field<T> field) {
        return find(field).orElseThrow(() -> new IllegalStateException(field.name() + " is not in " + this));
    }

    /** The value of a field, or empty when it is not written. */
    @SuppressWarnings("unchecked") // the loader converts by the field's own kind
    public <T> Optional<T> find(Field<T> field) {
        return Optional.ofNullable((T) values.get(field.name()));
    }

    /** All values by field name, in the order written. */
    public Map<String, Object> values() {
        return values;
    }

    /** The same with one value changed. */
    public <T> Entry with(Field<T> field, T value, Place where) {
        var newValues = new LinkedHashMap<>(values);
        newValues.put(field.name(), value);
        var newPlaces = new LinkedHashMap<>(places);
        newPlaces.put(field.name(), where);
        return new Entry(place, newValues, newPlaces);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Entry entry && values.equals(entry.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
