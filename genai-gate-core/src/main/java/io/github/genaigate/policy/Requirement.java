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
import java.util.SortedMap;
import java.util.TreeMap;

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
 * @param changes what is demanded from later days on, each with all that holds before it
 * @param floor what layers below may make of it at the most, on each day; empty when they may not loosen it
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
        SortedMap<LocalDate, Requirement> changes,
        Optional<Requirement> floor,
        Map<String, Origin> origins) {

    public Requirement {
        levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
        stages = Collections.unmodifiableMap(new LinkedHashMap<>(stages));
        changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
        origins = Collections.unmodifiableMap(new LinkedHashMap<>(origins));
    }

    /** One that demands the same on every day. */
    public Requirement(
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
        this(
                id,
                criterion,
                levels,
                effectiveFrom,
                waivable,
                scope,
                rationale,
                settings,
                stages,
                new TreeMap<>(),
                Optional.empty(),
                origins);
    }

    /** The same for others, on every day. */
    Requirement with(Scope changed) {
        var days = new TreeMap<LocalDate, Requirement>();
        changes.forEach((day, requirement) -> days.put(day, requirement.with(changed)));
        return new Requirement(
                id,
                criterion,
                levels,
                effectiveFrom,
                waivable,
                changed,
                rationale,
                settings,
                stages,
                days,
                floor.map(least -> least.with(changed)),
                origins);
    }

    /** The same with other changes. */
    Requirement with(SortedMap<LocalDate, Requirement> days) {
        return days.equals(changes) ? this : with(days, floor);
    }

    /** The same with what layers below may make of it at the most. */
    Requirement with(Optional<Requirement> least) {
        return with(changes, least);
    }

    private Requirement with(SortedMap<LocalDate, Requirement> days, Optional<Requirement> least) {
        return new Requirement(
                id,
                criterion,
                levels,
                effectiveFrom,
                waivable,
                scope,
                rationale,
                settings,
                stages,
                days,
                least,
                origins);
    }

    /** The same with other demands, on every day. */
    Requirement demanding(
            Map<String, Level> otherLevels,
            Settings always,
            Map<String, Settings> atStages,
            Map<String, Origin> setBy) {
        return new Requirement(
                id,
                criterion,
                otherLevels,
                effectiveFrom,
                waivable,
                scope,
                rationale,
                always,
                atStages,
                new TreeMap<>(),
                Optional.empty(),
                setBy);
    }

    /** What layers below may make of it at the most. */
    Requirement least() {
        return floor.orElse(this);
    }

    /** What is demanded on a day, the day itself included, as if it were so on every day. */
    public Requirement on(LocalDate day) {
        if (changes.isEmpty() && floor.isEmpty()) {
            return this;
        }
        return changes.headMap(day.plusDays(1)).values().stream()
                .reduce((earlier, later) -> later)
                .orElseGet(this::unchanged)
                .with(floor.map(least -> least.on(day)));
    }

    /** The same without what changes later. */
    public Requirement unchanged() {
        boolean steady = changes.isEmpty()
                && floor.filter(least -> !least.changes.isEmpty()).isEmpty();
        return steady ? this : with(new TreeMap<>()).with(floor.map(Requirement::unchanged));
    }

    /** The same as seen from a day: what has changed by then holds, and what changes later is still to come. */
    public Requirement from(LocalDate day) {
        return changes.isEmpty() && floor.isEmpty()
                ? this
                : on(day).with(changes.tailMap(day.plusDays(1))).with(floor.map(least -> least.from(day)));
    }

    /** Whether it demands what another one does, whoever set it. */
    public boolean demandsAs(Requirement other) {
        return levels.equals(other.levels)
                && settings.equals(other.settings)
                && stages.keySet().stream().allMatch(stage -> settings(stage).equals(other.settings(stage)))
                && other.stages.keySet().stream()
                        .allMatch(stage -> settings(stage).equals(other.settings(stage)));
    }

    /** Whether it demands what another one does on every day, whoever set it. */
    boolean alwaysDemandsAs(Requirement other) {
        return changes.keySet().equals(other.changes.keySet())
                && unchanged().demandsAs(other)
                && changes.keySet().stream().allMatch(day -> on(day).demandsAs(other.on(day)));
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
