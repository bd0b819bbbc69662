package io.github.genaigate.criterion;

import io.github.genaigate.model.About;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Judgement;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Needs;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Setting;
import io.github.genaigate.model.Strictness;
import java.util.List;
import java.util.Optional;

/** Every role that has to approve approved the content under judgement. */
public final class GovernanceSignOff implements Criterion {

    private static final Setting<List<String>> ROLES =
            Setting.of("roles", Kind.list(Kind.ROLE), Strictness.union(), "The roles that have to approve.");

    private static final About ABOUT = new About(
            "governance-sign-off",
            "Every role that has to approve approved the content under judgement.",
            List.of(ROLES),
            Optional.empty());

    @Override
    public About about() {
        return ABOUT;
    }

    @Override
    public List<Problem> check(Demand demand) {
        return new Check(demand)
                .demandsSomething(!roles(demand).isEmpty(), "Add roles, such as [risk]")
                .problems();
    }

    @Override
    public Needs needs(Demand demand) {
        return Needs.nothing();
    }

    @Override
    public Judgement judge(Demand demand, Facts facts) {
        return roles(demand).isEmpty()
                ? new Judgement(List.of(Part.unproven(
                        "sign-offs",
                        Reason.MISSING,
                        "The policy names no role that has to approve",
                        "Add roles to the requirement in the policy, such as [risk]")))
                : new Judgement(roles(demand).stream()
                        .flatMap(role -> new Approval(role).judge(facts).stream())
                        .toList());
    }

    private static List<String> roles(Demand demand) {
        return demand.settings().find(ROLES).orElse(List.of());
    }
}
