package io.github.genaigate.policy;

import io.github.genaigate.input.Converter;
import io.github.genaigate.model.About;
import io.github.genaigate.model.CommonSettings;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Level;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Setting;
import io.github.genaigate.model.Settings;
import io.github.genaigate.model.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a layer lets the layers below make of its values at the most, as it writes it under {@code adjustable}. */
final class Freedoms {

    private final About about;
    private final RequirementShape shape;
    private final Converter converter;

    Freedoms(About about, RequirementShape shape, Converter converter) {
        this.about = about;
        this.shape = shape;
        this.converter = converter;
    }

    /** The same requirement with the loosest that is allowed in place of each value; itself when nothing is adjustable. */
    Entry loosest(Entry written) {
        Entry loosest = looser(written);
        var stages = shape.stages();
        var ofStages = written.find(stages);
        if (ofStages.isPresent()) {
            var all = new LinkedHashMap<String, Entry>();
            ofStages.get().forEach((stage, entry) -> all.put(stage, looser(entry)));
            loosest = all.equals(ofStages.get()) ? loosest : loosest.with(stages, all, written.placeOf(stages));
        }
        var changes = shape.changes();
        var ofDays = written.find(changes);
        if (ofDays.isPresent()) {
            var all = ofDays.get().stream().map(this::loosest).toList();
            loosest = all.equals(ofDays.get()) ? loosest : loosest.with(changes, all, written.placeOf(changes));
        }
        return loosest;
    }

    private Entry looser(Entry written) {
        var adjustable = granted(written);
        if (adjustable.isEmpty()) {
            return written;
        }
        Entry loosest = written;
        for (Setting<?> setting : CommonSettings.and(about.settings())) {
            loosest = looser(setting, adjustable.get(), loosest);
        }
        var levels = adjustable.get().find(PolicyShape.LEVELS);
        if (levels.isPresent()) {
            var all = new LinkedHashMap<>(written.find(PolicyShape.LEVELS).orElse(Map.of()));
            all.putAll(levels.get());
            loosest = loosest.with(PolicyShape.LEVELS, all, adjustable.get().placeOf(PolicyShape.LEVELS));
        }
        return loosest;
    }

    private static <T> Entry looser(Setting<T> setting, Entry adjustable, Entry written) {
        var field = setting.field();
        return adjustable
                .find(field)
                .map(least -> written.with(
                        field,
                        written.find(field)
                                .map(value -> setting.strictness().over(value, least))
                                .orElse(least),
                        adjustable.placeOf(field)))
                .orElse(written);
    }

    private Optional<Entry> granted(Entry written) {
        return written.find(shape.adjustable());
    }

    /**
     * Refuses what is no freedom: without a value, or stricter than the value.
     *
     * @param value the requirement as the layer writes it
     * @param above what it inherits
     */
    void check(Entry written, Requirement value, Optional<Requirement> above) {
        check(value.id(), written, value, above);
        for (Entry entry : written.find(shape.changes()).orElse(List.of())) {
            var day = entry.get(PolicyShape.CHANGED_FROM);
            check(value.id() + ".changes." + day, entry, value.on(day), above.map(inherited -> inherited.on(day)));
        }
    }

    private void check(String name, Entry written, Requirement value, Optional<Requirement> above) {
        granted(written).ifPresent(adjustable -> {
            check(name, adjustable, value.settings(), above.map(Requirement::settings));
            adjustable
                    .find(PolicyShape.LEVELS)
                    .ifPresent(levels -> levels.forEach((stage, least) -> {
                        var holds = value.levels().isEmpty()
                                ? above.map(one -> one.level(stage))
                                : Optional.of(value.level(stage));
                        checkLevel(name, stage, adjustable, least, holds.orElse(Level.OFF));
                    }));
        });
        written.find(shape.stages())
                .orElse(Map.of())
                .forEach((stage, entry) -> granted(entry)
                        .ifPresent(adjustable -> check(
                                name + ".stages." + stage,
                                adjustable,
                                value.settings(stage),
                                above.map(inherited -> inherited.settings(stage)))));
    }

    private void checkLevel(String name, String stage, Entry adjustable, Level least, Level holds) {
        if (least.compareTo(holds) > 0) {
            stricter(adjustable.placeOf(PolicyShape.LEVELS), name + ".adjustable.levels." + stage, least, holds);
        }
    }

    private void check(String name, Entry adjustable, Settings value, Optional<Settings> above) {
        CommonSettings.and(about.settings()).forEach(setting -> check(setting, name, adjustable, value, above));
    }

    private <T> void check(
            Setting<T> setting, String name, Entry adjustable, Settings value, Optional<Settings> above) {
        var least = adjustable.find(setting.field());
        if (least.isEmpty()) {
            return;
        }
        var called = name + ".adjustable." + setting.name();
        var holds = Join.written(setting, value).or(() -> above.flatMap(all -> Join.written(setting, all)));
        if (holds.isEmpty()) {
            converter.problem(
                    adjustable.placeOf(setting.field()),
                    called + ": there is no value that could be adjusted",
                    "Write " + setting.name() + " beside adjustable, or remove it here");
            return;
        }
        var strictness = setting.strictness();
        if (!strictness
                .loosenings(strictness.over(holds.get(), least.get()), holds.get())
                .isEmpty()) {
            stricter(adjustable.placeOf(setting.field()), called, least.get(), holds.get());
        }
    }

    private void stricter(Place place, String name, Object least, Object holds) {
        converter.problem(
                place,
                name + ": " + Values.text(least) + " is stricter than " + Values.text(holds) + ", the value itself",
                "Write the loosest value that layers below may set, or remove it here");
    }
}
