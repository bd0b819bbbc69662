package io.github.genaigate.maven;

import io.github.genaigate.gate.GateRequest;
import io.github.genaigate.model.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What one execution of a goal is to do.
 *
 * @param request the question to the gate
 * @param reports the ids of the reports to write
 * @param skipped why nobody shall look
 * @param fromAbove whether the manifest lies above the module
 * @param problems what is wrong with the parameters
 */
record Call(
        GateRequest request,
        List<String> reports,
        Optional<String> skipped,
        boolean fromAbove,
        List<Problem> problems) {

    Path manifest() {
        return request.baseDirectory().resolve(request.manifest());
    }

    /** The same for two modules exactly when they ask the same; the time of asking does not count. */
    String identity(String goal) {
        return String.join(
                "\n",
                goal,
                request.baseDirectory().toString(),
                request.manifest(),
                request.policies().toString(),
                request.policyDigest().toString(),
                request.stage().toString(),
                request.stageAtLeast().toString(),
                request.asOf().toString(),
                request.outputDirectory().toString(),
                request.earlierDecisions().toString(),
                reports.toString(),
                skipped.toString(),
                problems.toString());
    }
}
