package io.github.genaigate.policy;

import io.github.genaigate.model.About;
import io.github.genaigate.model.Catalogue;
import io.github.genaigate.model.CommonSettings;
import io.github.genaigate.model.Decision.LayerIdentity;
import io.github.genaigate.model.Level;
import io.github.genaigate.model.Origin;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Setting;
import io.github.genaigate.model.Settings;
import io.github.genaigate.model.Strictness;
import io.github.genaigate.model.Values;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * The weakest policy that demands all that two policies demand. Commutative but for the order of layers and the names,
 * associative and idempotent; where nothing can satisfy both, a problem.
 */
final class Join {

    private final Catalogue catalogue;
    private final List<Problem> problems;
    private final boolean builtinDefers;
    private final RulesJoin rulesJoin;

    Join(Catalogue catalogue, List<Problem> problems) {
        this(catalogue, problems, true);
    }

    /**
     * A join.
     *
     * @param builtinDefers whether what comes with the gate leaves it to the other policy to grant freedoms; not when
     *     somebody asked for it by name beside others
     */
    Join(Catalogue catalogue, List<Problem> problems, boolean builtinDefers) {
        this.catalogue = catalogue;
        this.problems = problems;
        this.builtinDefers = builtinDefers;
        this.rulesJoin = new RulesJoin(problems, builtinDefers);
    }

    /** Two policies side by side. */
    Policy join(Policy one, Policy other) {
        return join(one, other, this::join);
    }

    /** A layer below another policy: stricter by all that it demands, and looser only where that policy lets it be. */
    Policy stacked(Policy above, Policy own) {
        return join(above, own, this::stacked);
    }

    private Policy join(Policy one, Policy other, BinaryOperator<Requirement> both) {
        var stages = one.stages().isEmpty() ? other.stages() : one.stages();
        if (!other.stages().isEmpty() && !other.stages().equals(stages)) {
            rulesJoin.disagree(other, "stages", Values.text(stages), Values.text(other.stages()));
        }
        var requirements = new TreeMap<>(one.requirements());
        other.requirements().forEach((id, requirement) -> requirements.merge(id, requirement, both));
        var layers = new LinkedHashSet<LayerIdentity>(one.layers());
        layers.addAll(other.layers());
        return new Policy(
                other.name(), other.version(), List.copyOf(layers), stages, requirements, rulesJoin.join(one, other));
    }

    Requirement join(Requirement one, Requirement other) {
        if (!one.criterion().equals(other.criterion())) {
            problems.add(new Problem(
                    place(other),
                    "The criterion of " + one.id() + " is " + other.criterion() + " here and " + one.criterion()
                            + " in " + one.origins().get("criterion"),
                    "Give one of the two requirements another id"));
            return one;
        }
        var now = now(one, other);
        var joined = now.with(changes(now, one, other));
        return one.floor().isEmpty() && other.floor().isEmpty()
                ? joined
                : above(joined, join(one.least(), other.least()));
    }

    private Requirement stacked(Requirement above, Requirement own) {
        boolean fixed = above.floor().isEmpty() && own.floor().isEmpty();
        if (fixed || !above.criterion().equals(own.criterion())) {
            return join(above, own);
        }
        var floor = join(above.least(), own.least());
        var about = catalogue.criterion(own.criterion()).orElseThrow();
        return above(join(new Replacing(about, this).over(above, own, floor), floor), floor);
    }

    private static Requirement above(Requirement value, Requirement floor) {
        return value.with(value.alwaysDemandsAs(floor) ? Optional.empty() : Optional.of(floor));
    }

    /** On every day what both demand on it; a day on which nothing changes is none. */
    private SortedMap<LocalDate, Requirement> changes(Requirement before, Requirement one, Requirement other) {
        var days = new TreeSet<>(one.changes().keySet());
        days.addAll(other.changes().keySet());
        var changes = new TreeMap<LocalDate, Requirement>();
        Requirement held = before;
        for (LocalDate day : days) {
            var joined = now(one.on(day), other.on(day));
            if (!joined.demandsAs(held)) {
                changes.put(day, joined);
                held = joined;
            }
        }
        return changes;
    }

    /** Both without what changes later. */
    Requirement now(Requirement one, Requirement other) {
        var origins = new LinkedHashMap<>(other.origins());
        origins.putAll(one.origins());
        var levels = new LinkedHashMap<>(one.levels());
        other.levels().forEach((stage, level) -> levels.merge(stage, level, Join::stricter));
        moved(origins, "levels", !levels.equals(one.levels()), other);
        var from = earlier(one.effectiveFrom(), other.effectiveFrom());
        moved(origins, "effectiveFrom", !from.equals(one.effectiveFrom()), other);
        if (from.isEmpty()) {
            origins.remove("effectiveFrom");
        }
        moved(origins, "waivable", one.waivable() && !other.waivable(), other);
        var scope = one.scope().and(other.scope(), builtinDefers);
        moved(origins, "appliesWhen", !scope.appliesWhen().equals(one.scope().appliesWhen()), other);
        if (scope.appliesWhen().isAlways()
                && !(one.scope().appliesWhen().isAlways() ? one : other)
                        .origins()
                        .containsKey("appliesWhen")) {
            origins.remove("appliesWhen");
        }
        moved(origins, "grace", !scope.grace().equals(one.scope().grace()), other);
        if (scope.grace().isEmpty()) {
            origins.remove("grace");
        }
        var rationale = one.rationale().and(other.rationale());
        moved(origins, "why", !rationale.why().equals(one.rationale().why()), other);
        moved(
                origins,
                "references",
                !rationale.references().equals(one.rationale().references()),
                other);
        return new Requirement(
                one.id(),
                one.criterion(),
                levels,
                from,
                one.waivable() && other.waivable(),
                scope,
                rationale,
                settings(one, one.settings(), other, other.settings()),
                stages(one, other),
                origins);
    }

    private Map<String, Settings> stages(Requirement one, Requirement other) {
        var joined = new LinkedHashMap<String, Settings>();
        Stream.concat(one.stages().keySet().stream(), other.stages().keySet().stream())
                .distinct()
                .forEach(stage -> joined.put(stage, settings(one, one.settings(stage), other, other.settings(stage))));
        return joined;
    }

    /** In force from the earlier day; a requirement without a day is in force already. */
    private static Optional<LocalDate> earlier(Optional<LocalDate> one, Optional<LocalDate> other) {
        return one.isEmpty() || other.isEmpty()
                ? Optional.empty()
                : Optional.of(one.get().isBefore(other.get()) ? one.get() : other.get());
    }

    private static void moved(Map<String, Origin> origins, String key, boolean changed, Requirement to) {
        Origin origin = to.origins().get(key);
        if (changed && origin != null) {
            origins.put(key, origin);
        }
    }

    private static Level stricter(Level one, Level other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private Settings settings(Requirement one, Settings mine, Requirement other, Settings theirs) {
        var about = catalogue.criterion(one.criterion()).orElseThrow();
        return settings(about, one.id(), mine, theirs, place(other));
    }

    /**
     * The weakest settings of a requirement that demand all that both demand.
     *
     * @param place where to complain when nothing satisfies both
     */
    Settings settings(About about, String id, Settings one, Settings other, Place place) {
        if (one.equals(other)) {
            return one;
        }
        var values = new LinkedHashMap<String, Object>();
        var origins = new LinkedHashMap<String, Origin>();
        CommonSettings.and(about.settings()).forEach(setting -> merge(setting, id, one, other, place, values, origins));
        return new Settings(values, origins);
    }

    private <T> void merge(
            Setting<T> setting,
            String id,
            Settings one,
            Settings other,
            Place place,
            Map<String, Object> values,
            Map<String, Origin> origins) {
        Optional<T> mine = written(setting, one);
        Optional<T> theirs = written(setting, other);
        Strictness<T> strictness = setting.strictness();
        Optional<T> joined;
        if (mine.isPresent() && theirs.isPresent()) {
            joined = strictness.join(mine.get(), theirs.get());
            if (joined.isEmpty()) {
                problems.add(new Problem(
                        other.origin(setting).map(Origin::place).orElse(place),
                        id + "." + setting.name() + " is " + Values.text(theirs.get()) + " here and "
                                + Values.text(mine.get()) + " in "
                                + one.origin(setting).map(Origin::toString).orElse("another layer")
                                + ", and nothing satisfies both (" + strictness.rule() + ")",
                        "Change one of the two, or leave the line out to inherit"));
                return;
            }
        } else {
            joined = mine.isPresent() ? mine : theirs;
        }
        joined.ifPresent(value -> {
            values.put(setting.name(), value);
            boolean kept = mine.filter(value::equals).isPresent();
            (kept ? one : other)
                    .origin(setting)
                    .or(() -> one.origin(setting))
                    .ifPresent(origin -> origins.put(setting.name(), origin));
        });
    }

    @SuppressWarnings("unchecked") // the loader converts by the setting's own kind
    static <T> Optional<T> written(Setting<T> setting, Settings settings) {
        return Optional.ofNullable((T) settings.values().get(setting.name()));
    }

    private static Place place(Requirement requirement) {
        Origin origin = requirement.origins().get("criterion");
        return origin == null ? Place.of(requirement.id()) : origin.place();
    }
}
