package io.github.genaigate.gate;

import io.github.genaigate.input.BaseDirectory;
import io.github.genaigate.manifest.Manifest;
import io.github.genaigate.policy.Policy;
import java.util.Map;
import java.util.Set;

/**
 * A request of which everything is known that is known before evidence is opened.
 *
 * @param asked the stage asked for
 */
record Prepared(
        Gate gate, GateRequest request, BaseDirectory base, Policy policy, Manifest manifest, Plan plan, String asked) {

    /** What follows on one day. */
    record Judged(Assessment assessment, Waivers waivers) {}

    /** The repository as it is, looked at by a clock; to be closed by the caller. */
    Workspace workspace(Clock clock) {
        return Workspace.open(request, base, policy, manifest, gate, clock);
    }

    /** The same facts on another day: evidence is not opened again. */
    Judged judged(Map<String, Gathered> evidence, Adjustment adjustment, Clock clock) {
        try (var workspace = workspace(clock)) {
            return judged(workspace, workspace.surroundings(plan.needs(), asked), evidence, adjustment, clock);
        }
    }

    /** What follows by one clock. */
    Judged judged(
            Workspace workspace,
            Surroundings surroundings,
            Map<String, Gathered> evidence,
            Adjustment adjustment,
            Clock clock) {
        var own = request.policyDigest().isEmpty() ? policy.onlyInTree() : Set.<String>of();
        var judged = new Judging(plan, adjustment, own, policy.identity().digest())
                .at(
                        policy.stages(),
                        stage -> new FactsView(
                                clock.at(),
                                evidence,
                                stage.equals(asked) ? surroundings : surroundings.with(workspace.signOffs(stage))));
        var waivers = workspace.waivers(
                judged.stream().map(one -> one.on(clock.today())).toList(), asked);
        var assessment = new Assessment(
                policy.stages(),
                judged,
                waivers.valid(),
                manifest.service().name(),
                manifest.accountable(),
                clock.today());
        return new Judged(assessment, waivers);
    }
}
