package io.github.genaigate.gate;

import io.github.genaigate.input.Text;
import io.github.genaigate.manifest.Manifest;
import io.github.genaigate.model.Names;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import io.github.genaigate.policy.Policy;
import java.util.List;
import java.util.Optional;

/**
 * The stage that is asked for: the later of the manifest's and the request's, unless the policy lets it be lowered.
 *
 * @param asked the stage; empty when there is a problem
 * @param notes what a reader must know about the choice
 */
record StageChoice(Optional<String> asked, List<Problem> problems, List<String> notes) {

    static StageChoice of(Policy policy, Manifest manifest, GateRequest request) {
        var ladder = policy.stages();
        var claimed = manifest.service().stage();
        if (!ladder.contains(claimed)) {
            return unknown(claimed, manifest.place(), ladder);
        }
        var atLeast = request.stageAtLeast().orElse(claimed);
        if (!ladder.contains(atLeast)) {
            return unknown(atLeast, Place.of("genai-gate.stage"), ladder);
        }
        return ladder.indexOf(atLeast) > ladder.indexOf(claimed)
                ? of(policy, atLeast, "build", request.stage())
                : of(policy, claimed, "manifest", request.stage());
    }

    /** The choice again, under another policy, when the stage that was judged is known. */
    static StageChoice of(Policy policy, Manifest manifest, String judged) {
        var claimed = manifest.service().stage();
        return policy.stages().contains(claimed)
                ? of(policy, claimed, "manifest", Optional.of(judged))
                : unknown(claimed, manifest.place(), policy.stages());
    }

    private static StageChoice of(Policy policy, String claimed, String claimant, Optional<String> requested) {
        var ladder = policy.stages();
        if (requested.isEmpty() || requested.get().equals(claimed)) {
            return new StageChoice(Optional.of(claimed), List.of(), List.of());
        }
        if (!ladder.contains(requested.get())) {
            return unknown(requested.get(), Place.of("genai-gate.stage"), ladder);
        }
        if (ladder.indexOf(requested.get()) > ladder.indexOf(claimed)) {
            return new StageChoice(requested, List.of(), List.of());
        }
        var lowered = "The stage " + requested.get() + " was asked for, which is earlier than the " + claimed
                + " of the " + claimant;
        return policy.rules().stageAdjustable()
                ? new StageChoice(requested, List.of(), List.of(lowered + "; the policy allows it"))
                : new StageChoice(
                        Optional.of(claimed),
                        List.of(),
                        List.of(lowered + "; the policy does not allow it, so " + claimed + " was judged"));
    }

    private static StageChoice unknown(String stage, Place place, List<String> ladder) {
        return new StageChoice(
                Optional.empty(),
                List.of(new Problem(
                        place,
                        "The stage " + Text.quoted(stage) + " is not on the ladder of the policy",
                        Names.nearest(stage, ladder)
                                .map(name -> "Did you mean " + name + "?")
                                .orElse("Write one of " + String.join(", ", ladder)))),
                List.of());
    }
}
