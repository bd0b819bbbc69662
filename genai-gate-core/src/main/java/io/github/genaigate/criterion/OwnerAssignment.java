package io.github.genaigate.criterion;

import io.github.genaigate.model.About;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Judgement;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Needs;
import io.github.genaigate.model.Observation;
import io.github.genaigate.model.Owner;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Setting;
import io.github.genaigate.model.Strictness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** People who know the service answer for it: roles are named, the content is owned, the owners are active. */
public final class OwnerAssignment implements Criterion {

    static final String ACCOUNTABLE = "accountable";

    private static final Setting<List<String>> ROLES =
            Setting.of("roles", Kind.list(Kind.TEXT), Strictness.union(), "The roles that must be named under owners.");
    private static final Setting<Boolean> CODE_OWNERS = Setting.of(
            "codeOwners",
            Kind.FLAG,
            Strictness.larger(),
            "Whether every covered path must belong to the accountable owner by the code owners file.");
    private static final Setting<Integer> ACTIVE_OWNERS = Setting.of(
            "activeOwners",
            Kind.COUNT,
            Strictness.larger(),
            "How many owners, named by the e-mail address they commit with, must have changed the content lately.");
    private static final Setting<Duration> ACTIVE_WITHIN =
            Setting.of("activeWithin", Kind.DURATION, Strictness.smaller(), "What lately means.");

    private static final About ABOUT = new About(
            "owner-assignment",
            "People who know the service answer for it: roles are named, the content is owned, the owners are active.",
            List.of(ROLES, CODE_OWNERS, ACTIVE_OWNERS, ACTIVE_WITHIN),
            Optional.empty());

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Problem> check(Demand demand) {
        var check = new Check(demand)
                .demandsSomething(
                        !roles(demand).isEmpty() || codeOwners(demand) || activeOwners(demand) > 0,
                        "Add roles, codeOwners or activeOwners");
        boolean within = demand.settings().find(ACTIVE_WITHIN).isPresent();
        if (activeOwners(demand) > 0 && !within) {
            check.problem(
                    check.requirement(),
                    "activeOwners is " + activeOwners(demand) + ", and activeWithin does not say how lately",
                    "Add activeWithin, such as 90 d");
        }
        return check.problems();
    }

    @Override
    public Needs needs(Demand demand) {
        return new Needs(Map.of(), codeOwners(demand), active(demand).map(ActiveOwners::within));
    }

    @Override
    public Judgement judge(Demand demand, Facts facts) {
        var parts = new ArrayList<Part>();
        roles(demand).forEach(role -> parts.add(new NamedRole(role).judge(demand)));
        if (codeOwners(demand)) {
            parts.addAll(owned(demand, facts));
        }
        active(demand)
                .ifPresent(claim -> parts.addAll(facts.activity()
                        .judge("active owners", activity -> List.of(claim.judge(activity, facts.at())))));
        return parts.isEmpty()
                ? new Judgement(List.of(Part.unproven(
                        "owners",
                        Reason.MISSING,
                        "The policy demands no role, no code owners and no active owners",
                        "Add roles, codeOwners or activeOwners with activeWithin to the requirement in the policy")))
                : new Judgement(parts);
    }

    private static List<Part> owned(Demand demand, Facts facts) {
        var accountable = ids(new NamedRole(ACCOUNTABLE).owners(demand));
        if (accountable.isEmpty()) {
            return List.of(Part.unproven(
                            "code owners",
                            Reason.MISSING,
                            "Code owners: the manifest names no accountable owner to whom the content could belong",
                            "Add somebody with the role accountable under owners")
                    .assured(Assurance.DECLARED)
                    .at(demand.claims().manifest()));
        }
        return facts.content()
                .with(
                        facts.ownership(),
                        (content, ownership) -> content.paths().isEmpty()
                                ? noPath()
                                : owned(
                                        accountable,
                                        content.paths(),
                                        content.paths().stream()
                                                .filter(path -> ownership.owners(content.prefix() + path).stream()
                                                        .noneMatch(owner -> accountable.stream()
                                                                .anyMatch(owner::equalsIgnoreCase)))
                                                .toList()))
                .judge("code owners", List::of);
    }

    private static Part noPath() {
        return Part.unproven(
                "code owners",
                Reason.MISSING,
                "Code owners: no path is covered",
                "Name the files that define the service under service.content");
    }

    private static Part owned(List<String> accountable, List<String> covered, List<String> unowned) {
        var part = unowned.isEmpty()
                ? Part.met("code owners", "Code owners: " + all(covered) + " to " + Words.few(accountable))
                : Part.notMet(
                                "code owners",
                                Reason.UNOWNED,
                                "Code owners: " + Words.count(unowned.size()) + " of "
                                        + Words.count(covered.size(), "covered path") + " "
                                        + (unowned.size() == 1 ? "does" : "do") + " not belong to "
                                        + Words.few(accountable) + ": " + Words.few(unowned),
                                "Give " + (unowned.size() == 1 ? "it" : "them") + " to " + Words.few(accountable)
                                        + " in the code owners file")
                        .at(Words.first(unowned).stream().map(Place::of).toArray(Place[]::new));
        return part.observing(
                Observation.of("paths", covered.size(), "paths"), Observation.of("unowned", unowned.size(), "paths"));
    }

    private static String all(List<String> covered) {
        return covered.size() == 1
                ? "the covered path belongs"
                : "all " + Words.count(covered.size()) + " covered paths belong";
    }

    private static Optional<ActiveOwners> active(Demand demand) {
        return activeOwners(demand) == 0
                ? Optional.empty()
                : demand.settings()
                        .find(ACTIVE_WITHIN)
                        .map(within -> new ActiveOwners(ids(demand.claims().owners()), activeOwners(demand), within));
    }

    private static List<String> ids(List<Owner> owners) {
        return owners.stream().map(Owner::id).distinct().toList();
    }

    private static List<String> roles(Demand demand) {
        return demand.settings().find(ROLES).orElse(List.of());
    }

    private static boolean codeOwners(Demand demand) {
        return demand.settings().find(CODE_OWNERS).orElse(false);
    }

    private static int activeOwners(Demand demand) {
        return demand.settings().find(ACTIVE_OWNERS).orElse(0);
    }
}
