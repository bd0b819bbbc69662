package io.github.genaigate.policy;

import io.github.genaigate.model.About;
import io.github.genaigate.model.CommonSettings;
import io.github.genaigate.model.Level;
import io.github.genaigate.model.Origin;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Setting;
import io.github.genaigate.model.Settings;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Puts what a layer writes in place of what it inherits, as far as it names it: at the stages and from the days at which it
 * names it, until what it inherits changes there. Nothing gets weaker at a later stage or on a later day.
 *
 * @param join of settings
 */
record Replacing(About about, Join join) {

    /** What both demand in one cell, of a stage on a day, and what comes of it. */
    private record Cell(Settings above, Settings own, Settings result) {
        static final Cell NOTHING = new Cell(Settings.none(), Settings.none(), Settings.none());
    }

    /** What both demand on one day, and what comes of it. */
    private record Day(Requirement above, Requirement own, Requirement result) {
        Cell at(String stage) {
            return new Cell(above.settings(stage), own.settings(stage), result.settings(stage));
        }
    }

    /** @param floor what all else is taken from */
    Requirement over(Requirement above, Requirement own, Requirement floor) {
        var days = new TreeSet<>(above.changes().keySet());
        days.addAll(own.changes().keySet());
        var now = first(above.unchanged(), own.unchanged(), floor.unchanged());
        Day before = new Day(above.unchanged(), own.unchanged(), now);
        var changes = new TreeMap<LocalDate, Requirement>();
        for (LocalDate day : days) {
            var result = next(above.on(day), own.on(day), floor.on(day), before);
            changes.put(day, result);
            before = new Day(above.on(day), own.on(day), result);
        }
        return now.with(changes);
    }

    private Requirement first(Requirement above, Requirement own, Requirement floor) {
        var always = replaced(new Cell(above.settings(), own.settings(), Settings.none()), Cell.NOTHING);
        var stages = new LinkedHashMap<String, Settings>();
        Cell before = always;
        for (String stage : stages(above, own)) {
            before = replaced(new Cell(above.settings(stage), own.settings(stage), Settings.none()), before);
            stages.put(stage, before.result());
        }
        var levels = new LinkedHashMap<String, Level>();
        Level inherited = Level.OFF;
        Level written = Level.OFF;
        Level level = Level.OFF;
        for (String stage : floor.levels().keySet()) {
            level = replaced(above.level(stage), own.level(stage), inherited, written, level);
            levels.put(stage, level);
            inherited = above.level(stage);
            written = own.level(stage);
        }
        return demanding(above, own, floor, levels, always.result(), stages);
    }

    private Requirement next(Requirement above, Requirement own, Requirement floor, Day day) {
        var always = replaced(
                new Cell(above.settings(), own.settings(), Settings.none()),
                new Cell(
                        day.above().settings(),
                        day.own().settings(),
                        day.result().settings()));
        var stages = new LinkedHashMap<String, Settings>();
        Settings held = always.result();
        var names = new LinkedHashSet<>(day.result().stages().keySet());
        names.addAll(stages(above, own));
        for (String stage : names) {
            var cell = replaced(new Cell(above.settings(stage), own.settings(stage), Settings.none()), day.at(stage));
            held = joined(held, cell.result());
            stages.put(stage, held);
        }
        var levels = new LinkedHashMap<String, Level>();
        Level level = Level.OFF;
        for (String stage : floor.levels().keySet()) {
            var here = replaced(
                    above.level(stage),
                    own.level(stage),
                    day.above().level(stage),
                    day.own().level(stage),
                    day.result().level(stage));
            level = here.compareTo(level) > 0 ? here : level;
            levels.put(stage, level);
        }
        return demanding(above, own, floor, levels, always.result(), stages);
    }

    private static LinkedHashSet<String> stages(Requirement above, Requirement own) {
        var names = new LinkedHashSet<>(above.stages().keySet());
        names.addAll(own.stages().keySet());
        return names;
    }

    private static Level replaced(Level above, Level own, Level aboveBefore, Level ownBefore, Level before) {
        Level here = own != ownBefore ? own : above == aboveBefore ? before : above;
        return here.compareTo(before) > 0 ? here : before;
    }

    private Cell replaced(Cell here, Cell before) {
        var values = new LinkedHashMap<String, Object>();
        var origins = new LinkedHashMap<String, Origin>();
        CommonSettings.and(about.settings()).forEach(setting -> replace(setting, here, before, values, origins));
        return new Cell(here.above(), here.own(), joined(before.result(), new Settings(values, origins)));
    }

    private Settings joined(Settings one, Settings other) {
        return join.settings(about, about.id(), one, other, Place.of(about.id()));
    }

    private static <T> void replace(
            Setting<T> setting, Cell here, Cell before, Map<String, Object> values, Map<String, Origin> origins) {
        var above = Join.written(setting, here.above());
        var own = Join.written(setting, here.own());
        var sameOwn = own.equals(Join.written(setting, before.own()));
        var sameAbove = above.equals(Join.written(setting, before.above()));
        if (own.isPresent() && sameOwn && sameAbove) {
            return;
        }
        boolean takes = own.isPresent() && !sameOwn;
        var from = takes || above.isEmpty() ? here.own() : here.above();
        var value = takes && above.isPresent()
                ? above.map(inherited -> setting.strictness().over(inherited, own.get()))
                : takes || above.isEmpty() ? own : above;
        value.ifPresent(one -> {
            values.put(setting.name(), one);
            from.origin(setting).ifPresent(origin -> origins.put(setting.name(), origin));
        });
    }

    private static Requirement demanding(
            Requirement above,
            Requirement own,
            Requirement floor,
            Map<String, Level> levels,
            Settings settings,
            Map<String, Settings> stages) {
        var origins = new LinkedHashMap<>(floor.origins());
        var setter = levels.equals(above.levels()) ? above : own;
        var origin = setter.origins().get(PolicyShape.LEVELS.name());
        if (origin != null) {
            origins.put(PolicyShape.LEVELS.name(), origin);
        }
        return floor.demanding(levels, settings, stages, origins);
    }
}
