package io.github.genaigate.gate;

import io.github.genaigate.input.RefusedException;
import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Verdict;
import io.github.genaigate.policy.Policy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A decision file, judged again from the facts that it carries by the policy and the clock of a request. */
final class Again {

    private static final String MEND = "Keep decision.json as genai-gate:check of this version wrote it";

    private final Gate gate;
    private final GateRequest request;
    private final Draft draft = new Draft();

    Again(Gate gate, GateRequest request) {
        this.gate = gate;
        this.request = request;
    }

    Decision decide(byte[] file) throws RefusedException, IOException {
        var recorded = RecordedDecision.read(new ByteArrayInputStream(file), true);
        if (recorded.facts().isEmpty() || recorded.asked().isEmpty()) {
            throw new RefusedException("It carries no facts to be judged", MEND);
        }
        var clock = Clock.of(request, Optional.empty());
        if (recorded.evaluatedAt().isAfter(clock.at())) {
            throw new RefusedException(
                    "It was made at " + recorded.evaluatedAt() + ", and is judged at " + clock.at(),
                    "Judge it by a day that is not before its own");
        }
        var inputs = new Inputs(gate, request, draft);
        var policy = inputs.base().flatMap(inputs::policy);
        if (policy.isEmpty() || !draft.problems.isEmpty()) {
            return draft.decision(Verdict.NOT_READY, clock.at());
        }
        return decide(policy.get(), recorded, clock);
    }

    private Decision decide(Policy policy, RecordedDecision recorded, Clock clock) {
        draft.service = Optional.of(recorded.service());
        var replay = Replay.of(
                gate, policy, recorded.facts().orElseThrow(), recorded.asked().orElseThrow());
        if (replay.value().isEmpty()) {
            List<Problem> problems = replay.problems();
            draft.problems.addAll(problems);
            return draft.decision(Verdict.NOT_READY, clock.at());
        }
        var assessment = replay.value().get().at(clock);
        var asked = replay.value().get().asked();
        draft.asked = Optional.of(asked);
        draft.findings.addAll(assessment.findings(asked));
        draft.upcoming.addAll(assessment.upcoming(asked));
        draft.reached = assessment.reached();
        return draft.decision(assessment.verdict(asked), clock.at());
    }
}
