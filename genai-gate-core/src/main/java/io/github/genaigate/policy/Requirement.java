package io.github.genaigate.policy;

import io.github.genaigate.model.Level;
import io.github.genaigate.model.Origin;
import io.github.genaigate.model.Settings;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One demand of a policy.
 *
 * @param id its id
 * @param criterion the id of the criterion that judges it
 * @param levels the level at each stage of the ladder, never weaker at a later one; empty while no layer wrote any
 * @param effectiveFrom the day from which it is in force; empty when it always is
 * @param waivable whether a waiver may remove its block
 * @param settings what is demanded
 * @param origins who set {@code criterion}, {@code levels}, {@code effectiveFrom} and {@code waivable}
 */
public record Requirement(
        String id,
        String criterion,
        Map<String, Level> levels,
        Optional<LocalDate> effectiveFrom,
        boolean waivable,
        Settings settings,
        Map<String, Origin> origins) {

    public Requirement {
        levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
        origins = Collections.unmodifiableMap(new LinkedHashMap<>(origins));
    }

    /** The level at a stage. */
    public Level level(String stage) {
        return levels.getOrDefault(stage, Level.OFF);
    }

    /** Who set what, the settings included. */
    public Map<String, Origin> allOrigins() {
        var all = new LinkedHashMap<>(origins);
        all.putAll(settings.origins());
        return all;
    }
}
