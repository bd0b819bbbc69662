package io.github.genaigate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clone that leaves out commits cannot tell whether evidence is stale, and does not pretend that it is not. */
class ShallowCloneTest {

    @TempDir
    Path folder;

    @Test
    void whatCannotBeToldIsNotProven() throws Exception {
        var service = ServiceFolder.ready(folder.resolve("origin"));
        service.edit(ServiceFolder.POLICY, ", binding: committed", "");
        var clone = folder.resolve("clone");
        var git = new ProcessBuilder("git", "clone", "-q", "--depth", "1", "file://" + service.base(), clone.toString())
                .inheritIO()
                .start();
        assertThat(git.waitFor()).isZero();

        var decision = ServiceFolder.GATE.decide(new GateRequest(
                clone,
                GateRequest.MANIFEST,
                List.of(service.path(ServiceFolder.POLICY).normalize().toString()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ServiceFolder.NOW,
                Optional.empty(),
                false,
                clone.resolve("target/genai-gate")));

        assertThat(ServiceFolder.problems(decision)).isEmpty();
        assertThat(decision.verdict()).isEqualTo(Verdict.NOT_READY);
        for (var requirement : List.of("latency-budget", "evaluation", "security-review", "data-lineage")) {
            var judgement = ServiceFolder.finding(decision, requirement).judgement();
            assertThat(judgement.outcome()).as(requirement).isEqualTo(Outcome.UNPROVEN);
            assertThat(judgement.reason()).as(requirement).contains(Reason.UNVERIFIABLE);
            assertThat(judgement.mend().orElseThrow()).as(requirement).contains("fetch-depth");
        }
    }
}
