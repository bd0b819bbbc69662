package io.github.genaigate.policy;

import io.github.genaigate.model.Settings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a requirement demands at every stage, from a stage on and from a day on, as lines of a policy, and what layers below may
 * make of it at the most.
 *
 * @param requirement with all its changes
 * @param document to which the lines go
 */
record EffectiveDemands(Requirement requirement, List<String> ladder, EffectivePolicy document) {

    private static final String LEVELS = PolicyShape.LEVELS.name();

    /** What is demanded at some stage on some day, and the least that layers below may make of it. */
    private record Cell(Settings value, Settings least) {
        static final Cell NOTHING = new Cell(Settings.none(), Settings.none());

        static Cell of(Requirement demanded) {
            return new Cell(demanded.settings(), demanded.least().settings());
        }

        static Cell of(Requirement demanded, String stage) {
            return new Cell(demanded.settings(stage), demanded.least().settings(stage));
        }

        boolean saysTheSame(Cell other, String name) {
            return Objects.equals(value.values().get(name), other.value.values().get(name))
                    && Objects.equals(
                            least.values().get(name), other.least.values().get(name));
        }
    }

    void all() {
        demands("    ", Optional.empty(), requirement.unchanged());
        var days = new TreeSet<>(requirement.changes().keySet());
        days.addAll(requirement.least().changes().keySet());
        if (!days.isEmpty()) {
            document.lines.add("    " + PolicyShape.CHANGES + ":");
        }
        Requirement held = requirement.unchanged();
        for (LocalDate day : days) {
            document.lines.add("      - " + PolicyShape.CHANGED_FROM.name() + ": " + day);
            var later = requirement.on(day);
            demands("        ", Optional.of(held), later);
            held = later;
        }
    }

    /** @param before what holds already on the days before, and need not be said again */
    private void demands(String indent, Optional<Requirement> before, Requirement demanded) {
        var levels = demanded.levels();
        var least = demanded.least().levels();
        boolean raised = before.filter(held ->
                        held.levels().equals(levels) && held.least().levels().equals(least))
                .isEmpty();
        if (raised && before.isPresent()) {
            document.value(indent, LEVELS, levels, demanded.origins().get(LEVELS));
        }
        var freedoms = settings(indent, List.of(before.map(Cell::of).orElse(Cell.NOTHING)), Cell.of(demanded));
        if (raised && !levels.equals(least)) {
            var origin = demanded.least().origins().get(LEVELS);
            freedoms.value(indent + "  ", LEVELS, least, origin);
        }
        adjustable(indent, freedoms);
        stages(indent, before, demanded);
    }

    private void stages(String indent, Optional<Requirement> before, Requirement demanded) {
        var stages = new EffectivePolicy();
        Cell held = Cell.of(demanded);
        for (String stage : ladder) {
            var here = Cell.of(demanded, stage);
            var known = new ArrayList<>(List.of(held));
            before.ifPresent(earlier -> known.add(Cell.of(earlier, stage)));
            var one = new EffectiveDemands(requirement, ladder, new EffectivePolicy());
            one.adjustable(indent + "    ", one.settings(indent + "    ", known, here));
            if (!one.document.lines.isEmpty()) {
                stages.lines.add(EffectivePolicy.line(indent + "  ", stage));
                stages.lines.addAll(one.document.lines);
            }
            held = here;
        }
        if (!stages.lines.isEmpty()) {
            document.lines.add(indent + PolicyShape.STAGES.name() + ":");
            document.lines.addAll(stages.lines);
        }
    }

    private void adjustable(String indent, EffectivePolicy freedoms) {
        if (!freedoms.lines.isEmpty()) {
            document.lines.add(indent + PolicyShape.ADJUSTABLE + ":");
            document.lines.addAll(freedoms.lines);
        }
    }

    /**
     * Writes the values.
     *
     * @param known what need not be said again
     * @return the freedoms
     */
    private EffectivePolicy settings(String indent, List<Cell> known, Cell here) {
        // What nobody writes is said to come from where the requirement begins.
        var nobody = requirement.origins().get(PolicyShape.CRITERION.name());
        var freedoms = new EffectivePolicy();
        here.value().values().forEach((name, value) -> {
            if (known.stream().anyMatch(cell -> cell.saysTheSame(here, name))) {
                return;
            }
            var origin = here.value().origins().get(name);
            document.value(indent, name, value, Objects.equals(origin, nobody) ? null : origin);
            var least = here.least().values().get(name);
            if (least != null && !least.equals(value)) {
                freedoms.value(
                        indent + "  ", name, least, here.least().origins().get(name));
            }
        });
        return freedoms;
    }
}
