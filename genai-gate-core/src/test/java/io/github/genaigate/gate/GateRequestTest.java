package io.github.genaigate.gate;

import static io.github.genaigate.gate.ServiceFolder.problems;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Decision.PolicyIdentity;
import io.github.genaigate.model.Verdict;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What else a request brings: a stage, a clock, a pinned policy, the wish to skip, and input that is unusable. */
@ExtendWith(ReadyService.class)
class GateRequestTest {

    private final ServiceFolder service;

    GateRequestTest(ServiceFolder service) {
        this.service = service;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            production | pilot      | fixed      | production | The stage pilot was asked for, which is earlier than the production of the manifest; the policy does not allow it, so production was judged
            production | pilot      | adjustable | pilot      | The stage pilot was asked for, which is earlier than the production of the manifest; the policy allows it
            pilot      | production | fixed      | production |
            pilot      | pilot      | fixed      | pilot      |
            """)
    void theLaterStageIsAskedFor(String manifest, String requested, String stage, String asked, String note) {
        service.edit(ServiceFolder.POLICY, text -> text + "stage: " + stage + "\n")
                .edit(ServiceFolder.MANIFEST, text -> text.replace("stage: production", "stage: " + manifest) + "# \n")
                .commit();

        var decision = service.decideAt(requested);

        assertThat(decision.stage().asked()).contains(asked);
        assertThat(decision.notes())
                .isEqualTo(Optional.ofNullable(note).stream().toList());
    }

    @Test
    void aStageThatIsNotOnTheLadder() {
        var decision = service.decideAt("prod");

        assertThat(decision.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(problems(decision))
                .containsExactly(
                        "genai-gate.stage: The stage \"prod\" is not on the ladder of the policy; Write one of poc, pilot, production");
        assertThat(problems(service.decideAt("pilots")))
                .containsExactly(
                        "genai-gate.stage: The stage \"pilots\" is not on the ladder of the policy; Did you mean pilot?");
    }

    @Test
    void thePinnedDigest() {
        var digest = service.decide().policy().digest();

        assertThat(ServiceFolder.GATE
                        .decide(service.with().policyDigest(digest))
                        .verdict())
                .isEqualTo(Verdict.READY);
        assertThat(problems(ServiceFolder.GATE.decide(service.with().policyDigest("0".repeat(64)))))
                .containsExactly(
                        "genai-gate.policyDigest: The policy has the digest " + digest + ", and "
                                + "0".repeat(64)
                                + " is pinned; Find out who changed the policy, and pin the new digest when the change is right");
    }

    @Test
    void skippingIsNeverReady() {
        var forbidden = ServiceFolder.GATE.skip(service.request(), "Skipped by genai-gate.skip");
        assertThat(forbidden.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(forbidden.notes()).containsExactly("Skipped by genai-gate.skip; the policy forbids it");

        service.edit(ServiceFolder.POLICY, "skip: forbidden", "skip: allowed");
        var allowed = ServiceFolder.GATE.skip(service.request(), "Skipped by genai-gate.skip");
        assertThat(allowed.verdict()).isEqualTo(Verdict.SKIPPED);
        assertThat(allowed.notes()).containsExactly("Skipped by genai-gate.skip");

        var wrong = ServiceFolder.GATE.skip(service.with().policies("../none.yaml"), "Skipped by genai-gate.skip");
        assertThat(wrong.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(problems(wrong))
                .containsExactly(
                        "genai-gate.policy: There is no policy \"../none.yaml\"; Create it, or correct the path");
    }

    @Test
    void unusableInputIsAllToldAtOnce() {
        service.edit(ServiceFolder.MANIFEST, "name: support-assistant", "nam: support-assistant")
                .edit(ServiceFolder.POLICY, "skip: forbidden", "skip: never");

        var decision = service.decide();

        assertThat(decision.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(decision.findings()).isEmpty();
        assertThat(decision.policy()).isEqualTo(PolicyIdentity.none());
        assertThat(problems(decision))
                .containsExactly(
                        "acme-policy.yaml:21:7: skip is \"never\": only allowed, forbidden are known; Write one of allowed, forbidden",
                        "genai-gate.yaml:4:3: The key \"nam\" is not known here; Did you mean name?",
                        "genai-gate.yaml:4:3: service has no name; Add name, a text of one line, at most 200 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0",
                "a",
                "[]",
                "{}",
                "apiVersion: genai-gate/v1\nkind: Readiness\n",
                "&a [*a]",
                "\uFEFF",
                "- - -"
            })
    void noManifestOfAnyKindPasses(String text) {
        service.write(ServiceFolder.MANIFEST, text);
        assertThat(service.decide().verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(service.decide().problems()).isNotEmpty();

        service.write(ServiceFolder.MANIFEST, ServiceFolder.MANIFEST_TEXT).write(ServiceFolder.POLICY, text);
        assertThat(service.decide().verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(service.decide().problems()).isNotEmpty();
    }

    @Test
    void noManifestAndNoFolder() {
        service.git().delete(ServiceFolder.MANIFEST);
        assertThat(problems(service.decide()))
                .containsExactly(
                        "genai-gate.yaml: The manifest cannot be read: There is no file \"genai-gate.yaml\"; Write one with genai-gate:init, or name it with genai-gate.manifest");

        assertThat(problems(ServiceFolder.GATE.decide(service.with().baseDirectory(service.path("none")))))
                .containsExactly("genai-gate.baseDirectory: There is no folder " + service.path("none")
                        + "; Name the folder of the manifest");
    }

    @Test
    void globsThatMatchNothing() {
        service.edit(ServiceFolder.MANIFEST, "config/model.yaml]", "config/model.yml]")
                .edit(
                        ServiceFolder.MANIFEST,
                        "  evals: evals/promptfoo.json",
                        "  evals: { path: evals/promptfoo.json, covers: [handbook/**, prompts/**] }");

        assertThat(problems(service.decide()))
                .containsExactly(
                        "genai-gate.yaml: The glob \"config/model.yml\" of the covered content matches no file; Correct the glob, or add the files that it means",
                        "genai-gate.yaml:15:10: The glob \"handbook/**\" of the content that evals covers matches no file; Correct the glob, or add the files that it means");
    }

    @Test
    void anotherClock() {
        var tooFar = Optional.of(Instant.parse("2026-11-20T10:00:00Z"));
        assertThat(problems(ServiceFolder.GATE.decide(service.with().asOf(tooFar, false))))
                .containsExactly(
                        "genai-gate.asOf: The clock given, 2026-11-20T10:00:00Z, is more than 1 d from the real one; Leave genai-gate.asOf out, or rehearse with genai-gate:report");
        Decision rehearsal = ServiceFolder.GATE.decide(service.with().asOf(tooFar, true));
        assertThat(problems(rehearsal)).isEmpty();
        assertThat(rehearsal.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(rehearsal.blocking()).isEmpty();
        assertThat(rehearsal.rehearsal()).isTrue();
        assertThat(rehearsal.notes())
                .containsExactly("This is a rehearsal by another clock than the real one; a rehearsal is never ready");
    }

    @Test
    void aLadderOnWhichNothingIsDemanded() {
        service.write(ServiceFolder.POLICY, """
                apiVersion: genai-gate/v1
                kind: Policy
                name: empty
                version: "1"
                stages: [poc, production]
                requirements: {}
                """);

        var decision = service.decide();

        assertThat(decision.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(decision.stage().reached()).isEmpty();
        assertThat(decision.notes())
                .containsExactly(
                        "Nothing was checked: no requirement of the policy is in force at the stage production");
    }
}
