package io.github.genaigate.policy;

import io.github.genaigate.input.Converter;
import io.github.genaigate.model.About;
import io.github.genaigate.model.CommonSettings;
import io.github.genaigate.model.Level;
import io.github.genaigate.model.Origin;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Setting;
import io.github.genaigate.model.Settings;
import io.github.genaigate.model.Strictness;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds what a layer writes that is weaker than what it inherits. What it leaves out it inherits. */
final class Loosening {

    private static final String MEND = "Write a value at least as strict, or leave the line out to inherit";

    private final Converter converter;

    Loosening(Converter converter) {
        this.converter = converter;
    }

    /**
     * Checks one requirement.
     *
     * @param name of the requirement, and of the change when it is one
     * @param written what the layer writes
     * @param levels the levels as the layer writes them, not carried forward
     */
    void check(About about, String name, Requirement inherited, Requirement written, Map<String, Level> levels) {
        levels.forEach((stage, level) -> {
            Level above = inherited.level(stage);
            if (level.compareTo(above) < 0) {
                complain(
                        name + ".levels." + stage,
                        level.word(),
                        above.word(),
                        inherited.origins().get("levels"),
                        place(written, "levels"));
            }
        });
        if (written.origins().containsKey("effectiveFrom")) {
            var later = written.effectiveFrom().orElseThrow();
            if (inherited.effectiveFrom().isEmpty()
                    || later.isAfter(inherited.effectiveFrom().get())) {
                complain(
                        name + ".effectiveFrom",
                        later.toString(),
                        inherited.effectiveFrom().map(Object::toString).orElse("in force already"),
                        inherited
                                .origins()
                                .getOrDefault(
                                        "effectiveFrom", inherited.origins().get("levels")),
                        place(written, "effectiveFrom"));
            }
        }
        if (written.origins().containsKey("waivable") && written.waivable() && !inherited.waivable()) {
            complain(
                    name + ".waivable",
                    "true",
                    "false",
                    inherited.origins().get("waivable"),
                    place(written, "waivable"));
        }
        if (written.origins().containsKey("appliesWhen")) {
            written.scope()
                    .appliesWhen()
                    .narrowing(inherited.scope().appliesWhen())
                    .findFirst()
                    .ifPresent(condition -> complain(
                            name + ".appliesWhen",
                            condition.toString(),
                            inherited.scope().appliesWhen().conditions().stream()
                                    .map(Condition::toString)
                                    .collect(Collectors.joining(" or ")),
                            inherited
                                    .origins()
                                    .getOrDefault(
                                            "appliesWhen", inherited.origins().get("criterion")),
                            place(written, "appliesWhen")));
        }
        check(about, name, inherited.settings(), written.settings());
    }

    /**
     * Checks settings.
     *
     * @param name of the requirement, and of the stage when they are for one
     * @param held what holds without them
     */
    void check(About about, String name, Settings held, Settings written) {
        CommonSettings.and(about.settings()).forEach(setting -> check(setting, name, held, written));
    }

    private <T> void check(Setting<T> setting, String requirement, Settings held, Settings written) {
        var above = Join.written(setting, held);
        var below = Join.written(setting, written);
        if (above.isEmpty() || below.isEmpty()) {
            return;
        }
        for (Strictness.Loosening loosening : setting.strictness().loosenings(above.get(), below.get())) {
            var name = requirement + "." + setting.name() + (loosening.part().isEmpty() ? "" : " " + loosening.part());
            complain(
                    name,
                    loosening.written(),
                    loosening.inherited(),
                    held.origin(setting).orElse(null),
                    written.origin(setting).map(Origin::place).orElse(Place.of(requirement)));
        }
    }

    void complain(String what, String written, String inherited, @Nullable Origin origin, Place place) {
        converter.problem(
                place,
                what + ": " + written + " is weaker than " + inherited
                        + (origin == null ? " of the layer above" : " of " + origin),
                MEND);
    }

    /** Where the layer writes a key, or else the requirement. */
    private static Place place(Requirement requirement, String key) {
        Origin origin =
                requirement.origins().getOrDefault(key, requirement.origins().get("criterion"));
        return origin == null ? Place.of(requirement.id()) : origin.place();
    }
}
