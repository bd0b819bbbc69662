package io.github.genaigate.gate;

import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Correction;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Judgement;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Reason;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Judges every requirement at every stage at which it is in force.
 *
 * @param plan what is demanded
 * @param adjustment what is done so that all claims hold together
 * @param own the ids of the requirements that rest on a policy in the tree under judgement
 * @param digest of the policy, which pins it
 */
record Judging(Plan plan, Adjustment adjustment, Set<String> own, String digest) {

    Judging {
        own = Set.copyOf(own);
    }

    /**
     * All judgements, by what is demanded now and by what is demanded from later days on.
     *
     * @param stages the ladder
     * @param facts what is known at a stage
     */
    List<Assessment.Judged> at(List<String> stages, Function<String, FactsView> facts) {
        var views = new HashMap<String, FactsView>();
        Function<String, FactsView> once = stage -> views.computeIfAbsent(stage, facts);
        var now = judged(plan.items(), stages, once);
        var last = new LinkedHashMap<>(now);
        var later = new HashMap<String, SortedMap<LocalDate, Assessment.Judged>>();
        var known = new HashSet<>(plan.items());
        for (var change : plan.later().entrySet()) {
            // What holds for all claims together may change for each of them.
            var items = adjustment.correction() == Correction.NONE
                    ? change.getValue().items().stream()
                            .filter(item -> !known.contains(item))
                            .toList()
                    : change.getValue().items();
            judged(items, stages, once).forEach((id, judged) -> {
                if (!judged.foundAs(of(last, id))) {
                    later.computeIfAbsent(id, same -> new TreeMap<>()).put(change.getKey(), judged);
                    last.put(id, judged);
                }
            });
            known.addAll(change.getValue().items());
        }
        return now.values().stream()
                .map(judged ->
                        judged.with(later.getOrDefault(judged.requirement().id(), new TreeMap<>())))
                .toList();
    }

    private Map<String, Assessment.Judged> judged(
            List<Plan.Item> all, List<String> stages, Function<String, FactsView> facts) {
        var judgements = new LinkedHashMap<String, Map<String, Judgement>>();
        all.forEach(item -> judgements.put(item.requirement().id(), new LinkedHashMap<>()));
        for (String stage : stages) {
            var items = all.stream()
                    .filter(item -> item.demands().containsKey(stage))
                    .toList();
            if (!items.isEmpty()) {
                var view = facts.apply(stage);
                adjustment
                        .judge(items, stage, (item, demand) -> capped(item, demand, applied(item, demand, view)))
                        .forEach((id, judgement) -> of(judgements, id).put(stage, judgement));
            }
        }
        var judged = new LinkedHashMap<String, Assessment.Judged>();
        all.forEach(item -> {
            var id = item.requirement().id();
            judged.put(id, new Assessment.Judged(item.requirement(), of(judgements, id)));
        });
        return judged;
    }

    private Judgement capped(Plan.Item item, Demand demand, Judgement judgement) {
        return own.contains(item.requirement().id()) ? OwnPolicy.capped(judgement, demand, digest) : judgement;
    }

    private static Judgement applied(Plan.Item item, Demand demand, FactsView view) {
        return new Applying(item.requirement(), demand.claims().service()).judge(() -> judgement(item, demand, view));
    }

    private static <T> T of(Map<String, T> all, String id) {
        return Optional.ofNullable(all.get(id)).orElseThrow();
    }

    /** A criterion that fails proves nothing, and must not keep the rest from being told. */
    private static Judgement judgement(Plan.Item item, Demand demand, FactsView view) {
        try {
            var needs = item.criterion().needs(demand);
            return item.criterion().judge(demand, view.under(demand.settings(), needs));
        } catch (RuntimeException defect) {
            return new Judgement(List.of(Part.unproven(
                            item.requirement().id(),
                            Reason.UNREADABLE,
                            "The criterion " + item.requirement().criterion() + " could not cope with the facts: "
                                    + defect,
                            "Report it with the evidence as a defect of the criterion")
                    .assured(Assurance.DECLARED)));
        }
    }
}
