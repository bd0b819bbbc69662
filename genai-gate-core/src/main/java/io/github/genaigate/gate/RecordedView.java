package io.github.genaigate.gate;

import io.github.genaigate.manifest.Manifest;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Activity;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Measurement;
import io.github.genaigate.model.Needs;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.SignOff;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Recorded facts as a policy may see them. What the policy would have had gathered in another way is not known: nothing is
 * borrowed from a policy that demanded less.
 *
 * @param rules those of the policy
 * @param needs what the policy asks for
 */
record RecordedView(Recorded recorded, Manifest manifest, Recorded.Rules rules, Needs needs) {

    /** The evidence that is asked for. */
    Map<String, Gathered> evidence() {
        var all = new LinkedHashMap<String, Gathered>();
        manifest.evidence().forEach((name, declared) -> {
            if (needs.evidence().containsKey(name)) {
                all.put(name, evidence(declared));
            }
        });
        return all;
    }

    private Gathered evidence(Manifest.Evidence declared) {
        var known = recorded.evidence().get(declared.name());
        if (known == null) {
            return Gathered.absent(declared, Recorded.unknown("what the evidence " + declared.name() + " holds"));
        }
        boolean isAboutContent =
                Known.of(known.measurement()).map(Measurement::isAboutContent).orElse(true);
        var measurement = sameContent() || !isAboutContent
                ? known.measurement()
                : known.measurement()
                        .refusedFor(Recorded.unknown("whether the evidence " + declared.name()
                                + " is about the content that the policy covers"));
        return new Gathered(declared, measurement, known.takenAt(), known.binding(), known.unbound(), List.of());
    }

    /** What the repository says at a stage. */
    Surroundings surroundings(String stage, Clock clock) {
        var repository = recorded.repository();
        return new Surroundings(
                ifSameContent(repository.content(), "the covered content"),
                signOffs(stage, clock),
                needs.ownership()
                        ? ifSameContent(known(repository.ownership(), "the code owners"), "the code owners")
                        : known(Optional.empty(), "the code owners"),
                activity(repository),
                known(repository.baseline(), "the baseline"),
                (paths, covers) -> Map.of());
    }

    private Lookup<Activity> activity(Recorded.Repository repository) {
        Optional<Duration> wanted = needs.activity();
        boolean enough = wanted.isEmpty()
                || repository
                        .window()
                        .filter(window -> window.compareTo(wanted.get()) >= 0)
                        .isPresent();
        var commits = "the commits of so long a time";
        return enough
                ? ifSameContent(known(repository.activity(), commits), commits)
                : Lookup.absent(Recorded.unknown(commits));
    }

    private static <T> Lookup<T> known(Optional<Lookup<T>> recorded, String what) {
        return recorded.orElse(Lookup.absent(Recorded.unknown(what)));
    }

    private <T> Lookup<T> ifSameContent(Lookup<T> fact, String what) {
        return sameContent() ? fact : Lookup.absent(Recorded.unknown(what + " when the policy covers other content"));
    }

    private boolean sameContent() {
        return rules.content().equals(recorded.rules().content());
    }

    private Map<String, Lookup<SignOff>> signOffs(String stage, Clock clock) {
        var known = recorded.signOffs().getOrDefault(stage, Map.of());
        var all = new HashMap<String, Lookup<SignOff>>();
        manifest.signOffs()
                .forEach(reference -> all.put(
                        reference.role(),
                        same(reference.role())
                                ? Optional.ofNullable(known.get(reference.role()))
                                        .map(signOff -> signOff.then(valid -> inTime(signOff, valid, clock)))
                                        .orElseGet(() -> unknownApproval(reference.role()))
                                : unknownApproval(reference.role())));
        return all;
    }

    private static Lookup<SignOff> unknownApproval(String role) {
        return Lookup.absent(Recorded.unknown("whether the approval of the role " + role + " is valid"));
    }

    private static Lookup<SignOff> inTime(Lookup<SignOff> signOff, SignOff valid, Clock clock) {
        var ended = valid.expires().filter(day -> day.isBefore(clock.today()));
        return ended.isEmpty()
                ? signOff
                : Lookup.absent(Absence.of(
                        Reason.STALE,
                        "The sign-off of the role " + valid.role() + " held through " + ended.get() + ", and today is "
                                + clock.today() + " in UTC",
                        "Have the role " + valid.role() + " sign again",
                        valid.place()));
    }

    /** Whether approvals in the role were held against the same rules. */
    private boolean same(String role) {
        return sameContent()
                && rules.signers().equals(recorded.rules().signers())
                && Optional.ofNullable(rules.roles().get(role))
                        .equals(Optional.ofNullable(recorded.rules().roles().get(role)));
    }

    /** The waivers that are valid. */
    ValidWaivers waivers(List<String> stages, Clock clock) {
        return new ValidWaivers(
                sameWaivers()
                        ? recorded.waivers().stream()
                                .filter(waiver -> !waiver.expires().isBefore(clock.today()))
                                .toList()
                        : List.of(),
                stages);
    }

    /** Whether a waiver may hold under the policy although it is not known to. */
    boolean mayBeWaived(String requirement, Clock clock) {
        return !sameWaivers()
                && manifest.waivers().stream()
                        .anyMatch(waiver -> waiver.requirement().equals(requirement)
                                && !waiver.expires().isBefore(clock.today()));
    }

    private boolean sameWaivers() {
        return sameContent()
                && rules.waivers().equals(recorded.rules().waivers())
                && rules.signers().equals(recorded.rules().signers())
                && rules.roles().equals(recorded.rules().roles());
    }
}
