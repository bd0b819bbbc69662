package io.github.genaigate.policy;

import io.github.genaigate.model.Level;
import io.github.genaigate.model.Origin;
import io.github.genaigate.model.Rationale;
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
 * @param scope to whom it applies
 * @param rationale why it exists
 * @param settings what is demanded at every stage
 * @param stages what is demanded at each stage of the ladder, all that holds at earlier ones included; empty when it is the
 *     same at every stage
 * @param origins who set {@code criterion}, {@code levels}, {@code effectiveFrom}, {@code waivable}, {@code appliesWhen}, {@code grace},
 *     {@code why} and {@code references}
 */
public record Requirement(
        String id,
        String criterion,
        Map<String, Level> levels,
        Optional<LocalDate> effectiveFrom,
        boolean waivable,
        Scope scope,
        Rationale rationale,
        Settings settings,
        Map<String, Settings> stages,
        Map<String, Origin> origins) {

    public Requirement {
        levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
        stages = Collections.unmodifiableMap(new LinkedHashMap<>(stages));
        origins = Collections.unmodifiableMap(new LinkedHashMap<>(origins));
    }

    /** One that applies to every service, and of which nobody says why. */
    public Requirement(
            String id,
            String criterion,
            Map<String, Level> levels,
            Optional<LocalDate> effectiveFrom,
            boolean waivable,
            Settings settings,
            Map<String, Settings> stages,
            Map<String, Origin> origins) {
        this(
                id,
                criterion,
                levels,
                effectiveFrom,
                waivable,
                Scope.everyService(),
                Rationale.none(),
                settings,
                stages,
                origins);
    }

    /** The same for others. */
    Requirement with(Scope changed) {
        return new Requirement(
                id, criterion, levels, effectiveFrom, waivable, changed, rationale, settings, stages, origins);
    }

    /** The level at a stage. */
    public Level level(String stage) {
        return levels.getOrDefault(stage, Level.OFF);
    }

    /** What is demanded at a stage. */
    public Settings settings(String stage) {
        return stages.getOrDefault(stage, settings);
    }

    /** Who set what at a stage, the settings included. */
    public Map<String, Origin> origins(String stage) {
        var all = new LinkedHashMap<>(origins);
        all.putAll(settings(stage).origins());
        return all;
    }
}
