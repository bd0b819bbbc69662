package io.github.genaigate.gate;

import io.github.genaigate.model.About;
import io.github.genaigate.model.CommonSettings;
import io.github.genaigate.model.Explanation.Demanded;
import io.github.genaigate.model.Explanation.Later;
import io.github.genaigate.model.Origin;
import io.github.genaigate.model.Setting;
import io.github.genaigate.model.Values;
import io.github.genaigate.policy.Requirement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a requirement demands at each stage, today and from later days on, as text.
 *
 * @param requirement as seen from today
 * @param stages the ladder
 */
record ExplainedDemands(Requirement requirement, About about, List<String> stages) {

    List<Demanded> now() {
        return of(requirement.unchanged());
    }

    /** What changes on each day to come, and only that. */
    List<Later> later() {
        var all = new ArrayList<Later>();
        Requirement held = requirement.unchanged();
        for (LocalDate day : requirement.changes().keySet()) {
            var before = of(held);
            var then = requirement.on(day);
            all.add(new Later(
                    day,
                    then.levels().equals(held.levels()) ? Map.of() : then.levels(),
                    of(then).stream()
                            .filter(demanded -> !before.contains(demanded))
                            .toList()));
            held = then;
        }
        return all;
    }

    private List<Demanded> of(Requirement demanding) {
        var all = new ArrayList<Demanded>();
        for (Setting<?> setting : CommonSettings.and(about.settings())) {
            var values = values(demanding, setting);
            if (!values.isEmpty()) {
                var least =
                        demanding.floor().map(floor -> values(floor, setting)).orElseGet(LinkedHashMap::new);
                least.entrySet().removeAll(values.entrySet());
                all.add(new Demanded(
                        setting.name(), setting.field().meaning(), values, origins(demanding, setting), least));
            }
        }
        return all;
    }

    private LinkedHashMap<String, String> values(Requirement demanding, Setting<?> setting) {
        var values = new LinkedHashMap<String, String>();
        stages.forEach(
                stage -> Optional.ofNullable(demanding.settings(stage).values().get(setting.name()))
                        .ifPresent(value -> values.put(stage, Values.text(value))));
        return values;
    }

    private Map<String, Origin> origins(Requirement demanding, Setting<?> setting) {
        // What nobody writes is said to come from where the requirement begins.
        var nobody = Optional.ofNullable(requirement.origins().get("criterion"));
        var origins = new LinkedHashMap<String, Origin>();
        stages.forEach(stage -> demanding
                .settings(stage)
                .origin(setting)
                .filter(origin -> !Optional.of(origin).equals(nobody))
                .ifPresent(origin -> origins.put(stage, origin)));
        return origins;
    }
}
