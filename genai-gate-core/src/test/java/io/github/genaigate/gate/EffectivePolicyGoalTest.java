package io.github.genaigate.gate;

import static io.github.genaigate.gate.ServiceFolder.GATE;
import static io.github.genaigate.gate.ServiceFolder.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Problem;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The policy is shown before it is enforced, whatever else is missing. */
class EffectivePolicyGoalTest {

    @TempDir
    Path folder;

    private ServiceFolder service;

    @BeforeEach
    void make() {
        service = ServiceFolder.ready(folder);
    }

    @Test
    void neitherManifestNorEvidenceIsNeeded() {
        var before = GATE.effectivePolicy(service.request());
        service.delete("perf").delete("evals").delete("scans").delete("lineage").delete(GateRequest.MANIFEST);

        assertThat(before.lines()).contains("kind: Policy");
        assertThat(GATE.effectivePolicy(service.request())).isEqualTo(before);
    }

    @Test
    void aPolicyThatCannotBeUsedIsNotShown() {
        service.write(POLICY, ServiceFolder.POLICY_TEXT + "skipp: forbidden\n");

        assertThat(GATE.effectivePolicy(service.request()).lines()).isEmpty();
        assertThat(GATE.effectivePolicy(service.request()).problems())
                .extracting(Problem::what)
                .containsExactly("The key \"skipp\" is not known here");
    }

    @Test
    void anotherDigestThanThePinnedOneIsAProblem() {
        var pinned = GATE.effectivePolicy(service.with().policyDigest("0".repeat(64)));

        assertThat(pinned.lines()).isEmpty();
        assertThat(pinned.problems())
                .extracting(Problem::what)
                .hasSize(1)
                .first()
                .asString()
                .endsWith(", and " + "0".repeat(64) + " is pinned");
    }

    @Test
    void aFolderThatIsMissingIsAProblem() {
        assertThat(GATE.effectivePolicy(service.with().baseDirectory(folder.resolve("nowhere")))
                        .problems())
                .extracting(Problem::what)
                .containsExactly("There is no folder " + folder.resolve("nowhere"));
    }
}
