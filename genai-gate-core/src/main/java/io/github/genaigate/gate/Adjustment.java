package io.github.genaigate.gate;

import io.github.genaigate.model.CommonSettings;
import io.github.genaigate.model.Correction;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Finding;
import io.github.genaigate.model.Judgement;
import io.github.genaigate.model.Level;
import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Share;
import io.github.genaigate.model.Simultaneous;
import io.github.genaigate.statistics.Family;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What has to be done so that many claims hold together: the chance that luck meets a claim is divided among them and among
 * the tries.
 *
 * @param correction how
 * @param tries how many sets of evidence were judged for the content
 * @param triesCorrected whether the tries count
 */
record Adjustment(Correction correction, int tries, boolean triesCorrected) {

    /** Judges a requirement by a demand. */
    interface Judge extends BiFunction<Plan.Item, Demand, Judgement> {}

    /**
     * Judges all requirements in force at a stage, by id. Those that cannot block are judged as they are: what only warns keeps
     * nobody out, and must not make it harder for the rest.
     *
     * <p>Holm's procedure in rounds: with m claims, each is held against a chance of error of one m-th; those that are met
     * are settled, and the rest is held against the m that are left, until no further one is met. What was met stays met,
     * because every round allows more.
     */
    Map<String, Judgement> judge(Collection<Plan.Item> items, String stage, Judge judge) {
        int parts = triesCorrected ? tries : 1;
        var judged = round(items, stage, judge, parts);
        int claims = claims(judged, items, stage, false);
        if (correction == Correction.NONE || claims == 0) {
            return judged;
        }
        int left = claims;
        while (true) {
            judged = round(items, stage, judge, Math.multiplyExact(left, parts));
            int rest = Math.max(1, claims - claims(judged, items, stage, true));
            if (correction == Correction.BONFERRONI || rest >= left) {
                return judged;
            }
            left = rest;
        }
    }

    private static Map<String, Judgement> round(Collection<Plan.Item> items, String stage, Judge judge, int parts) {
        var judged = new LinkedHashMap<String, Judgement>();
        for (Plan.Item item : items) {
            var demand = Optional.ofNullable(item.demands().get(stage)).orElseThrow();
            judged.put(
                    item.requirement().id(),
                    judge.apply(item, canBlock(item, stage) ? divided(demand, parts) : demand));
        }
        return judged;
    }

    private static Demand divided(Demand demand, int parts) {
        return parts == 1
                ? demand
                : demand.at(new Family(demand.settings().get(CommonSettings.CONFIDENCE), parts).bonferroni());
    }

    private static boolean canBlock(Plan.Item item, String stage) {
        return item.requirement().level(stage) == Level.BLOCK;
    }

    private static int claims(Map<String, Judgement> judged, Collection<Plan.Item> items, String stage, boolean met) {
        return (int) items.stream()
                .filter(item -> canBlock(item, stage))
                .flatMap(item ->
                        Optional.ofNullable(judged.get(item.requirement().id())).stream())
                .flatMap(judgement -> judgement.parts().stream())
                .filter(part -> part.confidence().isPresent() && (!met || part.outcome() == Outcome.MET))
                .count();
    }

    /**
     * What is promised for all claims together.
     *
     * @param findings those in force
     * @param demanded the confidence that the policy asks of each requirement, by its id
     */
    Optional<Simultaneous> promise(List<Finding> findings, Map<String, Share> demanded) {
        var met = findings.stream()
                .filter(finding -> finding.level() == Level.BLOCK)
                .flatMap(finding -> finding.judgement().parts().stream()
                        .filter(part -> part.confidence().isPresent() && part.outcome() == Outcome.MET)
                        .map(part -> error(part, finding, demanded)))
                .toList();
        if (met.isEmpty()) {
            return Optional.empty();
        }
        var error = correction == Correction.NONE
                ? met.stream().reduce(BigDecimal.ZERO, BigDecimal::add)
                : met.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
        if (!(triesCorrected && correction != Correction.NONE)) {
            error = error.multiply(BigDecimal.valueOf(tries));
        }
        var confidence =
                new Share(BigDecimal.ONE.subtract(error.min(BigDecimal.ONE)).setScale(4, RoundingMode.FLOOR));
        return Optional.of(new Simultaneous(met.size(), confidence, correction, tries, triesCorrected));
    }

    /** The chance that luck met a claim: without a correction its own, with one that of the whole family. */
    private BigDecimal error(Part part, Finding finding, Map<String, Share> demanded) {
        var own = part.confidence().orElseThrow();
        var level = correction == Correction.NONE ? own : demanded.getOrDefault(finding.requirement(), own);
        return level.complement().fraction();
    }
}
