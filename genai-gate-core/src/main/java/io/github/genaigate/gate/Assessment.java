package io.github.genaigate.gate;

import io.github.genaigate.model.Finding;
import io.github.genaigate.model.Grant;
import io.github.genaigate.model.Judgement;
import io.github.genaigate.model.Level;
import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Verdict;
import io.github.genaigate.model.Waiver;
import io.github.genaigate.policy.Requirement;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What follows from the judgements at each stage of the ladder: the one place in which a verdict is computed.
 *
 * @param stages the ladder
 * @param judged every requirement that is on at some stage, with what was found
 * @param waivers the valid ones
 * @param service its name
 * @param owner who has to act
 * @param today the day of the clock, in UTC
 */
record Assessment(
        List<String> stages,
        List<Judged> judged,
        ValidWaivers waivers,
        String service,
        Optional<String> owner,
        LocalDate today) {

    Assessment {
        stages = List.copyOf(stages);
        judged = List.copyOf(judged);
    }

    /** The same as it will be on a later day when nothing but the day changes. */
    Assessment at(LocalDate day) {
        return new Assessment(stages, judged, waivers, service, owner, day);
    }

    /**
     * A requirement with what its criterion found.
     *
     * @param judgements by stage, for each stage at which it is in force
     * @param later the same by what is demanded from later days on
     */
    record Judged(Requirement requirement, Map<String, Judgement> judgements, SortedMap<LocalDate, Judged> later) {

        Judged {
            judgements = Map.copyOf(judgements);
            later = Collections.unmodifiableSortedMap(new TreeMap<>(later));
        }

        /** One of which the same is demanded on every day. */
        Judged(Requirement requirement, Map<String, Judgement> judgements) {
            this(requirement, judgements, new TreeMap<>(Map.of()));
        }

        Judged with(SortedMap<LocalDate, Judged> days) {
            return new Judged(requirement, judgements, days);
        }

        /** By what is demanded on a day, the day itself included. */
        Judged on(LocalDate day) {
            return later.headMap(day.plusDays(1)).values().stream()
                    .reduce((earlier, next) -> next)
                    .orElse(this);
        }

        /** What was found at a stage at which the requirement is in force. */
        Judgement judgement(String stage) {
            return Optional.ofNullable(judgements.get(stage)).orElseThrow();
        }

        /** Whether the same is demanded, and it ended in the same way. */
        boolean foundAs(Judged other) {
            return requirement.demandsAs(other.requirement) && outcomes().equals(other.outcomes());
        }

        private Map<String, Outcome> outcomes() {
            return judgements.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, one -> one.getValue().outcome()));
        }

        boolean upcoming(LocalDate today) {
            return requirement.effectiveFrom().filter(today::isBefore).isPresent();
        }
    }

    /** The requirements in force at a stage. */
    List<Finding> findings(String stage) {
        return judged.stream()
                .map(one -> one.on(today))
                .filter(one -> on(one, stage) && !one.upcoming(today))
                .map(one -> finding(one, stage, one.requirement().level(stage), Optional.empty()))
                .toList();
    }

    /**
     * What will be in force at a stage on a later day, and warns at the most until then: requirements, and what is demanded
     * by changed values that fail.
     */
    List<Finding> upcoming(String stage) {
        return judged.stream().flatMap(one -> upcoming(one, stage)).toList();
    }

    private Stream<Finding> upcoming(Judged one, String stage) {
        var inForce = one.requirement().effectiveFrom().filter(today::isBefore);
        var first = inForce.map(day -> later(one.on(day), stage, day))
                .orElse(Stream.of())
                .toList();
        if (first.stream().anyMatch(finding -> finding.outcome().fails())) {
            return first.stream();
        }
        var changed = one.later().tailMap(inForce.orElse(today).plusDays(1)).entrySet().stream()
                .filter(change -> !isNoNews(one.on(today), change.getValue(), stage))
                .flatMap(change -> later(change.getValue(), stage, change.getKey()))
                .filter(finding -> finding.outcome().fails())
                .limit(1);
        return Stream.concat(first.stream(), changed);
    }

    /** Whether it fails today already, at no lower a level, for all that it will fail for then. */
    private boolean isNoNews(Judged now, Judged later, String stage) {
        return on(now, stage)
                && on(later, stage)
                && !now.upcoming(today)
                && now.requirement().level(stage).compareTo(later.requirement().level(stage)) >= 0
                && messages(now, stage).containsAll(messages(later, stage));
    }

    private static List<String> messages(Judged judged, String stage) {
        return judged.judgement(stage).failing().stream().map(Part::message).toList();
    }

    private Stream<Finding> later(Judged one, String stage, LocalDate day) {
        Level later = one.requirement().level(stage);
        Level now = later.compareTo(Level.WARN) > 0 ? Level.WARN : later;
        return on(one, stage) ? Stream.of(finding(one, stage, now, Optional.of(day))) : Stream.of();
    }

    private static boolean on(Judged one, String stage) {
        return one.requirement().level(stage) != Level.OFF;
    }

    private Finding finding(Judged one, String stage, Level level, Optional<LocalDate> effectiveFrom) {
        var requirement = one.requirement();
        var judgement = one.judgement(stage);
        // A waiver removes a block and nothing else: what only warns goes on warning.
        var waiver = level == Level.BLOCK && requirement.waivable()
                ? waivers.removing(requirement.id(), stage, judgement)
                : Optional.<Waiver>empty();
        return new Finding(
                requirement.id(),
                requirement.criterion(),
                level,
                judgement,
                owner,
                requirement.origins(stage),
                waiver,
                effectiveFrom,
                requirement.rationale(),
                grant(requirement, judgement, level, effectiveFrom));
    }

    /** Only where it would block: nothing is granted to what is met, or not yet in force. */
    private Optional<Grant> grant(
            Requirement requirement, Judgement judgement, Level level, Optional<LocalDate> effectiveFrom) {
        boolean blocks = level == Level.BLOCK && judgement.outcome().fails() && effectiveFrom.isEmpty();
        return blocks ? requirement.scope().grant(service, today) : Optional.empty();
    }

    /** Whether nothing keeps the service out of a stage, and something was checked. */
    Verdict verdict(String stage) {
        var findings = findings(stage);
        boolean blocked = findings.stream().anyMatch(Finding::blocks);
        return checkedSomething(stage) && !blocked ? Verdict.READY : Verdict.NOT_READY;
    }

    /** Whether a requirement applies: one that can block, where there is any such. */
    boolean checkedSomething(String stage) {
        var findings = findings(stage);
        boolean canBlock = findings.stream().anyMatch(finding -> finding.level() == Level.BLOCK);
        return findings.stream()
                .filter(finding -> !canBlock || finding.level() == Level.BLOCK)
                .anyMatch(finding -> finding.outcome() != Outcome.NOT_APPLICABLE);
    }

    /**
     * The last stage such that it and all before it would be ready. A stage at which nothing is demanded is neither an
     * obstacle nor an achievement.
     */
    Optional<String> reached() {
        Optional<String> reached = Optional.empty();
        for (String stage : stages) {
            if (findings(stage).isEmpty()) {
                continue;
            }
            if (verdict(stage) != Verdict.READY) {
                break;
            }
            reached = Optional.of(stage);
        }
        return reached;
    }
}
