package io.github.genaigate.policy;

import io.github.genaigate.input.Converter;
import io.github.genaigate.input.Text;
import io.github.genaigate.model.About;
import io.github.genaigate.model.Catalogue;
import io.github.genaigate.model.CommonSettings;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Level;
import io.github.genaigate.model.Names;
import io.github.genaigate.model.Origin;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Setting;
import io.github.genaigate.model.Settings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what one layer demands of a requirement: at every stage, from a stage on, and from a day on. */
final class DemandsReader {

    private final Catalogue catalogue;
    private final RequirementShape.Known shapes;
    private final Converter converter;
    private final String origin;
    private final List<String> ladder;

    /**
     * A reader for one layer.
     *
     * @param origin how the layer is called in origins
     * @param ladder the stages in force
     */
    DemandsReader(
            Catalogue catalogue,
            RequirementShape.Known shapes,
            Converter converter,
            String origin,
            List<String> ladder) {
        this.catalogue = catalogue;
        this.shapes = shapes;
        this.converter = converter;
        this.origin = origin;
        this.ladder = ladder;
    }

    /** @param fallbacks where values that no layer writes are said to come from; empty when a layer above has them */
    Settings settings(About about, Entry written, Optional<Place> fallbacks) {
        var values = new LinkedHashMap<String, Object>();
        var origins = new LinkedHashMap<String, Origin>();
        for (Setting<?> setting : CommonSettings.and(about.settings())) {
            normal(setting, written).ifPresent(value -> {
                values.put(setting.name(), value);
                origins.put(setting.name(), new Origin(this.origin, written.placeOf(setting.field())));
            });
            fallbacks.ifPresent(place -> setting.fallback().ifPresent(value -> {
                values.putIfAbsent(setting.name(), value);
                origins.putIfAbsent(setting.name(), new Origin(this.origin, place));
            }));
        }
        return new Settings(values, origins);
    }

    private static <T> Optional<T> normal(Setting<T> setting, Entry written) {
        return written.find(setting.field()).map(setting.strictness()::normal);
    }

    /**
     * Carried forward, as levels are: what is demanded at a stage is demanded at every later one.
     *
     * @param always what the same entry demands at every stage
     * @param above what the layer inherits
     */
    Map<String, Settings> stages(
            About about, String name, Entry written, Settings always, Optional<Requirement> above) {
        var floors = above.map(Requirement::least).stream().toList();
        return stages(about, name, written, always, floors, unnamed(above, always));
    }

    /** What holds by a freedom that the layer does not use: it is given away for all stages and days, or for none. */
    private static Settings unnamed(Optional<Requirement> above, Settings named) {
        return above.filter(inherited -> inherited.floor().isPresent())
                .map(inherited -> inherited.settings().without(named.values().keySet()))
                .orElse(Settings.none());
    }

    private Map<String, Settings> stages(
            About about, String name, Entry written, Settings always, List<Requirement> floors, Settings unnamed) {
        var named = written.find(shapes.of(about).stages());
        if (named.isEmpty()) {
            return Map.of();
        }
        checkStages(
                "stages", named.get().keySet(), written.placeOf(shapes.of(about).stages()));
        var loosening = new Loosening(converter);
        var problems = new ArrayList<Problem>();
        var all = new LinkedHashMap<String, Settings>();
        Settings held = always;
        for (String stage : ladder) {
            Entry entry = named.get().get(stage);
            if (entry != null) {
                var here = settings(about, entry, Optional.empty());
                var called = name + ".stages." + stage;
                floors.forEach(floor -> loosening.check(about, called, floor.settings(stage), here));
                loosening.check(about, called, unnamed, here);
                loosening.check(about, called, held, here);
                held = new Join(catalogue, problems).settings(about, called, held, here, entry.place());
            }
            all.put(stage, held);
        }
        tell(problems);
        return all;
    }

    /** Carried forward: a stage that is not named takes the nearest earlier level, and none is weaker than before it. */
    Map<String, Level> levels(Entry written) {
        var named = written.find(PolicyShape.LEVELS);
        if (named.isEmpty()) {
            return Map.of();
        }
        checkStages("levels", named.get().keySet(), written.placeOf(PolicyShape.LEVELS));
        var all = new LinkedHashMap<String, Level>();
        Level level = Level.OFF;
        for (String stage : ladder) {
            Level here = named.get().getOrDefault(stage, level);
            level = here.compareTo(level) > 0 ? here : level;
            all.put(stage, level);
        }
        return all;
    }

    private void checkStages(String key, Set<String> named, Place place) {
        named.stream()
                .filter(stage -> !ladder.contains(stage))
                .forEach(stage -> converter.problem(
                        place,
                        key + " names the stage " + Text.quoted(stage) + ", which is not on the ladder",
                        Names.nearest(stage, ladder)
                                .map(name -> "Did you mean " + name + "?")
                                .orElse("Known are " + String.join(", ", ladder))));
    }

    /**
     * What is demanded from later days on, each with all that the layer demands before it.
     *
     * @param before what the layer demands until the first of them
     * @param above what none of it may be weaker than on its day
     */
    SortedMap<LocalDate, Requirement> changes(
            About about, Entry written, Requirement before, Optional<Requirement> above) {
        var changes = new TreeMap<LocalDate, Requirement>();
        var places = new TreeMap<LocalDate, Place>();
        var inOrder = written.find(shapes.of(about).changes()).orElse(List.of()).stream()
                .sorted(Comparator.comparing(entry -> entry.get(PolicyShape.CHANGED_FROM)))
                .toList();
        Requirement held = before;
        for (Entry entry : inOrder) {
            var day = entry.get(PolicyShape.CHANGED_FROM);
            var first = places.putIfAbsent(day, entry.place());
            if (first != null) {
                converter.problem(
                        entry.place(),
                        before.id() + " changes twice on " + day + ", here and in " + first,
                        "Write one entry for each day");
            }
            var floors = new ArrayList<Requirement>(List.of(held));
            var inherited = above.map(one -> one.on(day));
            inherited.map(Requirement::least).ifPresent(floors::add);
            var next = changed(
                    about, before.id() + ".changes." + day, entry, held, floors, unnamed(inherited, held.settings()));
            if (!next.demandsAs(held)) {
                changes.put(day, next);
            }
            held = next;
        }
        return changes;
    }

    private Requirement changed(
            About about, String name, Entry entry, Requirement held, List<Requirement> floors, Settings unnamed) {
        if (entry.values().size() == 1) {
            converter.problem(
                    entry.place(), name + " changes nothing", "Write what is stricter from then on, or remove it");
        }
        var origins = new LinkedHashMap<String, Origin>();
        origins.put(PolicyShape.CRITERION.name(), new Origin(origin, entry.place()));
        entry.find(PolicyShape.LEVELS)
                .ifPresent(levels ->
                        origins.put(PolicyShape.LEVELS.name(), new Origin(origin, entry.placeOf(PolicyShape.LEVELS))));
        var settings = settings(about, entry, Optional.empty());
        var change = new Requirement(
                held.id(),
                held.criterion(),
                levels(entry),
                held.effectiveFrom(),
                held.waivable(),
                held.scope(),
                held.rationale(),
                settings,
                stages(
                        about,
                        name,
                        entry,
                        settings,
                        floors,
                        unnamed.without(settings.values().keySet())),
                origins);
        var loosening = new Loosening(converter);
        var levels = entry.find(PolicyShape.LEVELS).orElse(Map.of());
        floors.forEach(floor -> loosening.check(about, name, floor, change, levels));
        loosening.check(about, name, unnamed, settings);
        var problems = new ArrayList<Problem>();
        var joined = new Join(catalogue, problems).now(held, change);
        tell(problems);
        return joined;
    }

    private void tell(List<Problem> problems) {
        problems.forEach(problem -> converter.problem(problem.place(), problem.what(), problem.mend()));
    }
}
