package io.github.genaigate.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The effective values of one requirement's settings, each with its origin. */
public final class Settings {

    private final Map<String, Object> values;
    private final Map<String, Origin> origins;

    /**
     * @param values by setting name, each of the Java type that the setting's kind gives
     * @param origins by setting name
     */
    public Settings(Map<String, ?> values, Map<String, Origin> origins) {
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        this.origins = Collections.unmodifiableMap(new LinkedHashMap<>(origins));
    }

    /** No policy writes anything. */
    public static Settings none() {
        return new Settings(Map.of(), Map.of());
    }

    /** The value written, or else the setting's fallback, or else empty. */
    @SuppressWarnings("unchecked") // the loader converts by the setting's own kind
    public <T> Optional<T> find(Setting<T> setting) {
        var written = Optional.ofNullable((T) values.get(setting.name()));
        return written.isPresent() ? written : setting.fallback();
    }

    /** The value of a setting that has a fallback. */
    public <T> T get(Setting<T> setting) {
        return find(setting).orElseThrow(() -> new IllegalStateException(setting.name() + " has no fallback"));
    }

    /** The same with another value of one setting, whose origin stays. */
    public <T> Settings with(Setting<T> setting, T value) {
        var changed = new LinkedHashMap<>(values);
        changed.put(setting.name(), value);
        return new Settings(changed, origins);
    }

    /** The same without what is written of one setting. */
    public Settings without(Setting<?> setting) {
        var changed = new LinkedHashMap<>(values);
        changed.remove(setting.name());
        return new Settings(changed, origins);
    }

    /** The same without what is written of settings with these names. */
    public Settings without(Set<String> names) {
        var changed = new LinkedHashMap<>(values);
        changed.keySet().removeAll(names);
        return new Settings(changed, origins);
    }

    public Optional<Origin> origin(Setting<?> setting) {
        return Optional.ofNullable(origins.get(setting.name()));
    }

    public Map<String, Object> values() {
        return values;
    }

    public Map<String, Origin> origins() {
        return origins;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Settings settings && values.equals(settings.values);
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
