package io.github.genaigate.gate;

import io.github.genaigate.input.Loaded;
import io.github.genaigate.model.Comparison;
import io.github.genaigate.model.Foresight;
import io.github.genaigate.model.Impact;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Share;
import io.github.genaigate.policy.EffectivePolicy;
import io.github.genaigate.policy.Policy;
import io.github.genaigate.policy.PolicyComparison;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What can be told before any evidence is opened: the effort of the claims, and the policy in force. */
final class Preview {

    private final Gate gate;
    private final GateRequest request;
    private final Draft draft = new Draft();
    private final Inputs inputs;

    Preview(Gate gate, GateRequest request) {
        this.gate = gate;
        this.request = request;
        this.inputs = new Inputs(gate, request, draft);
    }

    /** What it will take to prove what the manifest claims. */
    Foresight plan(Share failing, Share probability) {
        var base = inputs.base();
        var policy = base.flatMap(inputs::policy).map(loaded -> loaded.from(today(loaded)));
        var manifest = base.flatMap(inputs::manifest);
        var lines = new ArrayList<Foresight.Line>();
        var others = new ArrayList<String>();
        if (policy.isPresent() && manifest.isPresent()) {
            var stage = StageChoice.of(policy.get(), manifest.get(), request);
            draft.asked = stage.asked();
            draft.problems.addAll(stage.problems());
            Loaded<Plan> plan = Plan.of(policy.get(), manifest.get(), gate.criteria());
            draft.problems.addAll(plan.problems());
            if (draft.problems.isEmpty()
                    && plan.value().isPresent()
                    && stage.asked().isPresent()) {
                new Foreseen(plan.value().get(), stage.asked().get(), failing, probability)
                        .corrected(policy.get().rules().correction())
                        .forEach((id, claims) -> {
                            lines.addAll(claims);
                            if (claims.isEmpty()) {
                                others.add(id);
                            }
                        });
            }
        }
        return new Foresight(draft.service, draft.asked, failing, probability, lines, others, problems());
    }

    /** The policy beside a candidate for it. */
    Comparison compare(List<String> candidate) {
        var base = inputs.base();
        var held = base.flatMap(inputs::policy);
        var heldIdentity = draft.policy;
        var other = new Draft();
        var theirs = base.flatMap(root -> new Inputs(gate, request.policies(candidate), other).policy(root));
        if (held.isEmpty() || theirs.isEmpty() || !draft.problems.isEmpty()) {
            draft.problems.addAll(other.problems);
            return new Comparison(heldIdentity, other.policy, List.of(), problems());
        }
        // What changed in the past holds, and how it was before is nobody's concern.
        var today = today(held.get());
        return new PolicyComparison(gate.catalogue())
                .compare(held.get().from(today), theirs.get().from(today));
    }

    private LocalDate today(Policy policy) {
        return Clock.of(request, policy.rules().maxDifference()).today();
    }

    /** The policy alone, as one document. */
    ShownPolicy effectivePolicy() {
        var policy = inputs.base().flatMap(inputs::policy);
        return draft.problems.isEmpty()
                ? new ShownPolicy(EffectivePolicy.lines(policy.orElseThrow()), List.of())
                : new ShownPolicy(List.of(), problems());
    }

    /** Earlier decisions under the policy alone. */
    Impact impact(Path decisions, int days) {
        var policy = inputs.base().flatMap(inputs::policy);
        var clock = Clock.of(request, policy.flatMap(loaded -> loaded.rules().maxDifference()));
        draft.problems.addAll(clock.problems());
        return draft.problems.isEmpty()
                ? new Impacts(gate, policy.orElseThrow(), decisions, clock, days).impact()
                : new Impact(draft.policy, clock.at(), days, List.of(), 0, List.of(), problems());
    }

    private List<Problem> problems() {
        return draft.problems.stream().sorted().distinct().toList();
    }
}
