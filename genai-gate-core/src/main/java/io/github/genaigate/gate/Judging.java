package io.github.genaigate.gate;

import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Judgement;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
     * All judgements.
     *
     * @param stages the ladder
     * @param facts what is known at a stage
     */
    List<Assessment.Judged> at(List<String> stages, Function<String, FactsView> facts) {
        var judgements = new LinkedHashMap<String, Map<String, Judgement>>();
        plan.items().forEach(item -> judgements.put(item.requirement().id(), new LinkedHashMap<>()));
        for (String stage : stages) {
            var items = plan.items().stream()
                    .filter(item -> item.demands().containsKey(stage))
                    .toList();
            if (!items.isEmpty()) {
                var view = facts.apply(stage);
                adjustment
                        .judge(items, stage, (item, demand) -> capped(item, demand, applied(item, demand, view)))
                        .forEach((id, judgement) -> of(judgements, id).put(stage, judgement));
            }
        }
        return plan.items().stream()
                .map(item -> new Assessment.Judged(
                        item.requirement(), of(judgements, item.requirement().id())))
                .toList();
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
