package io.github.genaigate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.manifest.Manifest;
import io.github.genaigate.model.Correction;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Service;
import io.github.genaigate.policy.Policy;
import io.github.genaigate.policy.Reach;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageChoiceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // manifest | at least | asked for | adjustable | stage | note
                "pilot      |            |            | false | pilot      |",
                "pilot      |            | pilot      | false | pilot      |",
                "pilot      |            | production | false | production |",
                "pilot      | production |            | false | production |",
                "pilot      | poc        |            | false | pilot      |",
                "pilot      | production | production | false | production |",
                "pilot      | poc        | production | false | production |",
                "pilot      |            | poc        | false | pilot      | The stage poc was asked for, which is earlier than the pilot of the manifest; the policy does not allow it, so pilot was judged",
                "pilot      |            | poc        | true  | poc        | The stage poc was asked for, which is earlier than the pilot of the manifest; the policy allows it",
                "pilot      | production | pilot      | false | production | The stage pilot was asked for, which is earlier than the production of the build; the policy does not allow it, so production was judged",
                "pilot      | production | pilot      | true  | pilot      | The stage pilot was asked for, which is earlier than the production of the build; the policy allows it",
            })
    void takesTheLater(String manifest, String atLeast, String asked, boolean adjustable, String stage, String note) {
        var choice = choose(manifest, atLeast, asked, adjustable);
        assertThat(choice.problems()).isEmpty();
        assertThat(choice.asked()).contains(stage);
        assertThat(choice.notes()).isEqualTo(note == null ? List.of() : List.of(note));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pilott | | | genai-gate.yaml: The stage \"pilott\" is not on the ladder of the policy; Did you mean pilot?",
                "pilot | live | | genai-gate.stage: The stage \"live\" is not on the ladder of the policy; Write one of poc, pilot, production",
                "pilot | | prodution | genai-gate.stage: The stage \"prodution\" is not on the ladder of the policy; Did you mean production?",
            })
    void refusesAStageThatIsNotOnTheLadder(String manifest, String atLeast, String asked, String problem) {
        var choice = choose(manifest, atLeast, asked, true);
        assertThat(choice.asked()).isEmpty();
        assertThat(choice.problems().stream().map(Problem::toString)).containsExactly(problem);
    }

    private static StageChoice choose(String manifest, String atLeast, String asked, boolean adjustable) {
        var rules = new Policy.Rules(
                new TreeMap<>(),
                Optional.empty(),
                Optional.empty(),
                true,
                adjustable,
                Optional.empty(),
                Correction.NONE,
                false,
                List.of(),
                Reach.none(),
                Map.of());
        var policy =
                new Policy("acme-genai", "1", List.of(), List.of("poc", "pilot", "production"), new TreeMap<>(), rules);
        var claims = new Manifest(
                new Service("support-assistant", Optional.empty(), manifest, List.of("src/**")),
                List.of(),
                new TreeMap<>(),
                Map.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                "",
                Place.of("genai-gate.yaml"));
        var request = new GateRequest(
                Path.of("."),
                GateRequest.MANIFEST,
                List.of(),
                Optional.empty(),
                Optional.ofNullable(asked),
                Optional.ofNullable(atLeast),
                Instant.EPOCH,
                Optional.empty(),
                false,
                Path.of("target"));
        return StageChoice.of(policy, claims, request);
    }
}
