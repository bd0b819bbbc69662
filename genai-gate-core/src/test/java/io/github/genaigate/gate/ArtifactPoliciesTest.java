package io.github.genaigate.gate;

import static io.github.genaigate.gate.ServiceFolder.GATE;
import static io.github.genaigate.gate.ServiceFolder.POLICY_TEXT;
import static io.github.genaigate.gate.ServiceFolder.problems;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Verdict;
import io.github.genaigate.policy.Shelf;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies that are artifacts, and which of them must be pinned. */
class ArtifactPoliciesTest {

    private static final String RELEASE = "maven:acme:genai-policy:3.2.0";
    private static final String SNAPSHOT = "maven:acme:genai-policy:3.3.0-SNAPSHOT";
    private static final String FILE = "META-INF/genai-gate/policy.yaml";

    @TempDir
    Path folder;

    @TempDir
    Path shop;

    private ServiceFolder service;
    private Shelf shelf;

    @BeforeEach
    void service() throws IOException {
        service = ServiceFolder.ready(folder);
        shelf = new Shelf(shop).jar(RELEASE, FILE, POLICY_TEXT).jar(SNAPSHOT, FILE, POLICY_TEXT);
    }

    private Decision decide(GateRequest request) {
        return GATE.decide(request.resolving(shelf));
    }

    private Decision decide(String name) {
        return decide(service.with().policies(name));
    }

    private Decision pinned(String name) {
        var digest = decide(name).policy().digest();
        return decide(new Requests(service.with().policies(name)).policyDigest(digest));
    }

    @Test
    void a_release_is_as_good_as_a_file_outside_of_the_tree() {
        var decision = decide(RELEASE);

        assertThat(problems(decision)).isEmpty();
        assertThat(decision.verdict()).isEqualTo(Verdict.READY);
        assertThat(decision.notes()).isEmpty();
        assertThat(decision.policy().layers())
                .extracting(layer -> layer.source() + " " + layer.origin())
                .containsExactly("builtin:baseline builtin", RELEASE + " maven");
    }

    @Test
    void a_snapshot_must_be_pinned() {
        var decision = decide(SNAPSHOT);

        assertThat(decision.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(problems(decision))
                .containsExactly("genai-gate.policy: The policy " + SNAPSHOT
                        + " is a snapshot, which may be another policy tomorrow; " + mend(decision));
        assertThat(pinned(SNAPSHOT).verdict()).isEqualTo(Verdict.READY);
    }

    @Test
    void one_that_is_only_on_this_machine_must_be_pinned() {
        shelf.installed(RELEASE);
        var decision = decide(RELEASE);

        assertThat(decision.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(problems(decision))
                .containsExactly("genai-gate.policy: The policy " + RELEASE
                        + " is only known to be on this machine, where any build may have put it; " + mend(decision));
        assertThat(pinned(RELEASE).verdict()).isEqualTo(Verdict.READY);
    }

    @Test
    void a_layer_above_must_be_pinned_as_well() {
        service.write("../team.yaml", """
                apiVersion: genai-gate/v1
                kind: Policy
                name: team
                version: "1"
                extends: ["%s"]
                """.formatted(SNAPSHOT));

        assertThat(decide("../team.yaml").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.what())
                        .isEqualTo("The policy " + SNAPSHOT + " is a snapshot, which may be another policy tomorrow"));
        assertThat(pinned("../team.yaml").verdict()).isEqualTo(Verdict.READY);
    }

    @Test
    void a_request_without_a_resolver_says_so() {
        assertThat(problems(GATE.decide(service.with().policies(RELEASE))))
                .containsExactly("genai-gate.policy: The policy " + RELEASE + " is an artifact, and nothing here"
                        + " resolves artifacts; Run a goal of the Maven plugin, or name a file");
    }

    private static String mend(Decision decision) {
        return "Name a release in a repository of the settings, or pin what was found on the command line with"
                + " -Dgenai-gate.policyDigest=" + decision.policy().digest();
    }
}
