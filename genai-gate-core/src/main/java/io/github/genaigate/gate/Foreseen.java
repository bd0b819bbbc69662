package io.github.genaigate.gate;

import io.github.genaigate.criterion.Foreseeing;
import io.github.genaigate.model.CommonSettings;
import io.github.genaigate.model.Correction;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Effort;
import io.github.genaigate.model.Foresight;
import io.github.genaigate.model.Level;
import io.github.genaigate.model.Share;
import io.github.genaigate.statistics.Family;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the criteria what their claims will take.
 *
 * @param plan what is demanded
 * @param stage the stage asked for
 * @param failing how much of the failures that are allowed is assumed to occur
 * @param probability with which the proof shall succeed then
 */
record Foreseen(Plan plan, String stage, Share failing, Share probability) {

    /**
     * The claims of each requirement in force, by its id. With a correction for their number every claim that can block is
     * planned with the chance of error that Bonferroni leaves it, which Holm never undercuts.
     */
    Map<String, List<Foresight.Line>> corrected(Correction correction) {
        var all = claims(1);
        long blocking = all.values().stream()
                .flatMap(List::stream)
                .filter(line -> line.level() == Level.BLOCK)
                .count();
        return correction == Correction.NONE || blocking <= 1 ? all : claims((int) blocking);
    }

    private Map<String, List<Foresight.Line>> claims(int family) {
        var all = new LinkedHashMap<String, List<Foresight.Line>>();
        for (Plan.Item item : plan.items()) {
            Optional.ofNullable(item.demands().get(stage))
                    .filter(demand -> applies(item, demand))
                    .ifPresent(demand -> {
                        Level level = item.requirement().level(stage);
                        var confidence = demand.settings().get(CommonSettings.CONFIDENCE);
                        var one =
                                level == Level.BLOCK ? demand.at(new Family(confidence, family).bonferroni()) : demand;
                        all.put(
                                item.requirement().id(),
                                efforts(item, one).stream()
                                        .map(effort -> new Foresight.Line(
                                                item.requirement().id(), level, effort))
                                        .toList());
                    });
        }
        return all;
    }

    private static boolean applies(Plan.Item item, Demand demand) {
        return new Applying(item.requirement(), demand.claims().service()).applies();
    }

    private List<Effort> efforts(Plan.Item item, Demand demand) {
        return item.criterion() instanceof Foreseeing foreseeing
                ? foreseeing.efforts(demand, failing, probability)
                : List.of();
    }
}
