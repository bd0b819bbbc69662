package io.github.genaigate.gate;

import io.github.genaigate.model.Decision.Validity;
import io.github.genaigate.model.Finding;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Level;
import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.SignOff;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the first day on which a decision that is ready would turn red by itself. */
final class Validities {

    private final List<Validity> ends;
    private final LocalDate today;

    /**
     * The ends as seen from a day.
     *
     * @param today what ends during it is told as ending with it
     */
    Validities(LocalDate today) {
        this(today, new ArrayList<>());
    }

    private Validities(LocalDate today, List<Validity> ends) {
        this.today = today;
        this.ends = ends;
    }

    /** For what is demanded from a later day on: whatever ends before it, ends on the day before it. */
    Validities from(LocalDate day) {
        return new Validities(day.minusDays(1), ends);
    }

    /** Waivers, grace and exemptions in use end; upcoming requirements come into force. */
    Validities findings(List<Finding> inForce, List<Finding> upcoming) {
        inForce.stream()
                .filter(Finding::waived)
                .flatMap(finding -> finding.waiver().stream())
                .forEach(waiver -> end(waiver.expires(), "the waiver of " + waiver.requirement() + " ends"));
        inForce.stream()
                .filter(finding -> finding.exempted() || finding.inGrace())
                .forEach(finding -> finding.grant()
                        .ifPresent(grant -> end(
                                grant.until(),
                                "the " + grant.kind().word() + " of " + finding.requirement() + " ends")));
        upcoming.stream()
                .filter(finding -> finding.outcome().fails() && finding.level() == Level.WARN)
                .forEach(finding -> finding.effectiveFrom()
                        .ifPresent(day -> end(day.minusDays(1), finding.requirement() + comes(finding, inForce))));
        return this;
    }

    private static String comes(Finding finding, List<Finding> inForce) {
        boolean known = inForce.stream().anyMatch(one -> one.requirement().equals(finding.requirement()));
        return known ? " gets stricter" : " comes into force";
    }

    /** What a requirement rests on that would block ends by itself. */
    Validities parts(List<Finding> inForce) {
        inForce.stream()
                .filter(finding -> finding.outcome() == Outcome.MET && finding.level() == Level.BLOCK)
                .flatMap(finding -> finding.judgement().parts().stream())
                .flatMap(part -> part.until().stream())
                .forEach(until -> end(until.day(), until.why()));
        return this;
    }

    /** Sign-offs expire where a requirement that is met asks for one. */
    Validities signOffs(String stage, List<Plan.Item> items, List<Finding> inForce, List<SignOff> valid) {
        var roles = resting(items, inForce).stream()
                .flatMap(item -> roles(item, stage))
                .collect(Collectors.toSet());
        return signOffs(
                valid.stream().filter(signOff -> roles.contains(signOff.role())).toList());
    }

    private static Stream<String> roles(Plan.Item item, String stage) {
        var values = item.requirement().settings(stage).values();
        return item.criterion().about().settings().stream()
                .filter(setting -> setting.field().kind().equals(Kind.list(Kind.ROLE)))
                .flatMap(setting -> values.get(setting.name()) instanceof List<?> names ? names.stream() : Stream.of())
                .map(Object::toString);
    }

    Validities signOffs(List<SignOff> demanded) {
        demanded.forEach(signOff -> signOff.expires()
                .ifPresent(day -> end(day, "the sign-off of the role " + signOff.role() + " expires")));
        return this;
    }

    /** Evidence that a requirement rests on at the stage grows too old. */
    Validities evidence(String stage, List<Plan.Item> items, List<Finding> inForce, Map<String, Gathered> evidence) {
        for (Plan.Item item : resting(items, inForce)) {
            var settings = item.requirement().settings(stage);
            var needs = item.needs(stage);
            needs.evidence().keySet().stream()
                    .flatMap(name -> Optional.ofNullable(evidence.get(name)).stream())
                    .forEach(gathered -> gathered.maxAge(settings, needs.ages())
                            .flatMap(most -> gathered.takenAt().map(taken -> taken.plus(most)))
                            .map(end -> end.atOffset(ZoneOffset.UTC))
                            .ifPresent(end -> end(
                                    end.toLocalDate().minusDays(1),
                                    "the evidence " + gathered.declared().name() + " grows older than "
                                            + item.requirement().id() + " allows")));
        }
        return this;
    }

    /** The requirements that would block if they were not met. */
    private static List<Plan.Item> resting(List<Plan.Item> items, List<Finding> inForce) {
        return items.stream()
                .filter(item -> inForce.stream()
                        .anyMatch(finding ->
                                finding.requirement().equals(item.requirement().id())
                                        && finding.outcome() == Outcome.MET
                                        && finding.level() == Level.BLOCK))
                .toList();
    }

    private void end(LocalDate day, String why) {
        ends.add(new Validity(day.isBefore(today) ? today : day, why));
    }

    /** The first of all ends. */
    Optional<Validity> first() {
        return ends.stream().min(Comparator.comparing(Validity::day).thenComparing(Validity::why));
    }
}
