package io.github.genaigate.criterion;

import static io.github.genaigate.criterion.Fixture.demand;
import static io.github.genaigate.criterion.Fixture.problems;
import static io.github.genaigate.criterion.Fixture.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is judged by the manifest alone. */
class ModelInventoryTest {

    static final ModelInventory CRITERION = new ModelInventory();
    static final String REVISION = "5206a32e0bd3067aef1ce90f5528ade7d866253f";
    static final String DIGEST = "sha256:" + "a1".repeat(32);

    /** The section with one model; {@code R} and {@code D} stand for a revision and a digest. */
    static String model(String fields) {
        return "models: [{ name: answerer, "
                + fields.replace("@R", "@" + REVISION).replace("D!", DIGEST) + " }]";
    }

    private static void judged(String settings, String fields, String expected) {
        assertThat(texts(CRITERION, demand(CRITERION, model(fields), settings), Fixture.nothing()))
                .containsExactly(expected.replace("@R", "@" + REVISION).replace("D!", DIGEST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpt-4o-2024-08-06",
                "gpt-4o-2024-08-06, weights: provider",
                "openai/gpt-4.1-2025-04-14, weights: provider",
                "extractive-1.2.0",
                "\"acme/handbook-7b@R\"",
                "\"acme/handbook-7b@R\", weights: team",
                "\"acme/handbook-7b@D!\", weights: team",
                "acme/handbook-7b, digest: \"D!\"",
                "latest, weights: team, digest: \"D!\"",
                "gpt-4o-2024-08-06, aliases: [\"openai:gpt-4o-2024-08-06\"]",
                "\"acme/handbook-7b@R\", weights: team, aliases: [handbook]"
            })
    void oneVersionIsPinned(String id) {
        var text = id.replaceAll(", .*", "").replace("\"", "");
        judged("pinned: true", "id: " + id, "MET | Model answerer: its id " + text + " names one version");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gpt-4o",
                "latest",
                "gpt-4o-2024-08-06-latest",
                "gpt-4o, weights: provider",
                "acme/handbook-7b, weights: provider"
            })
    void aNameThatMayMoveIsNotPinned(String id) {
        judged(
                "pinned: true",
                "id: " + id,
                "NOT_MET not-allowed | Model answerer: its id " + id.replaceAll(", .*", "")
                        + " does not name one version | Write the id of one snapshot, such as gpt-4o-2024-08-06");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-4o, digest: \"D!\"", "gpt-4o, weights: provider, digest: \"D!\""})
    void aDigestPinsNothingThatTheProviderHolds(String id) {
        judged(
                "pinned: true",
                "id: " + id,
                "NOT_MET not-allowed | Model answerer: its id gpt-4o does not name one version"
                        + " | Write the id of one snapshot, such as gpt-4o-2024-08-06; where the team holds the weights,"
                        + " write weights: team");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme/handbook-7b",
                "acme/handbook-7b-1.2.0",
                "\"acme/handbook-7b@main\"",
                "\"acme/handbook-7b@5206a32\"",
                "extractive-1.2.0, weights: team"
            })
    void aNameOfWeightsThatMayChangeIsNotPinned(String id) {
        judged(
                "pinned: true",
                "id: " + id,
                "NOT_MET not-allowed | Model answerer: its id "
                        + id.replaceAll(", .*", "").replace("\"", "")
                        + " does not name one version of weights that may change | Write the revision after the id, as in"
                        + " owner/name@ and 40 hexadecimal digits, or the digest of the weights; where the provider holds"
                        + " them, write weights: provider");
    }

    @Test
    void anAliasThatMayMoveIsNotPinned() {
        judged(
                "pinned: true",
                "id: gpt-4o-2024-08-06, aliases: [gpt-4o, gpt-4o-2024-08-06, \"openai:latest\"]",
                "NOT_MET not-allowed | Model answerer: it was asked for as gpt-4o, openai:latest, which does not name one"
                        + " version | Let the service ask for the id of one snapshot");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    licensed: true               | licence: Apache-2.0        | MET ! Model answerer: its licence is Apache-2.0
                    licences: [MIT, proprietary] | licence: proprietary       | MET ! Model answerer: its licence is proprietary
                    licensed: true               | weights: team              | UNPROVEN missing ! Model answerer: the manifest does not declare its licence ! Add licence to the model: an SPDX id such as Apache-2.0, or proprietary
                    licences: [MIT]              | weights: team              | UNPROVEN missing ! Model answerer: the manifest does not declare its licence ! Add licence to the model: an SPDX id such as Apache-2.0, or proprietary
                    licensed: true               | licence: NOASSERTION       | UNPROVEN missing ! Model answerer: its licence NOASSERTION names none ! Add licence to the model: an SPDX id such as Apache-2.0, or proprietary
                    licensed: true               | licence: other             | UNPROVEN missing ! Model answerer: its licence other names none ! Add licence to the model: an SPDX id such as Apache-2.0, or proprietary
                    licences: [tbd]              | licence: tbd               | UNPROVEN missing ! Model answerer: its licence tbd names none ! Add licence to the model: an SPDX id such as Apache-2.0, or proprietary
                    licensed: true               | licence: "<licence>"       | UNPROVEN missing ! Model answerer: its licence <licence> names none ! Add licence to the model: an SPDX id such as Apache-2.0, or proprietary
                    licensed: true               | licence: "?"               | UNPROVEN missing ! Model answerer: its licence ? names none ! Add licence to the model: an SPDX id such as Apache-2.0, or proprietary
                    licences: [MIT, Apache-2.0]  | licence: llama3.1          | NOT_MET not-allowed ! Model answerer: its licence is llama3.1, allowed are MIT, Apache-2.0 ! Use a model under an allowed licence, or ask whoever keeps the policy to allow this one
                    licences: [MIT, Apache-2.0]  | licence: MIT OR Apache-2.0 | NOT_MET not-allowed ! Model answerer: its licence is MIT OR Apache-2.0, allowed are MIT, Apache-2.0 ! Use a model under an allowed licence, or ask whoever keeps the policy to allow this one
                    licences: [Apache-2.0]       | licence: Apache2.0         | NOT_MET not-allowed ! Model answerer: its licence is Apache2.0, allowed is Apache-2.0 ! Write Apache-2.0 if that is what is meant
                    digest: true                 | digest: "D!"               | MET ! Model answerer: the digest of its weights is D!
                    digest: true                 | weights: provider          | MET ! Model answerer: its weights are held by the provider
                    digest: true                 | weights: team              | UNPROVEN missing ! Model answerer: the manifest does not declare the digest of its weights ! Add digest: sha256:… to the model
                    digest: true                 | licence: MIT               | UNPROVEN missing ! Model answerer: the manifest does not declare the digest of its weights, nor who holds them ! Add digest: sha256:… to the model, or weights: provider
                    """)
    void licencesAndDigestsAreTold(String settings, String fields, String expected) {
        judged(settings, "id: x, " + fields, expected.replace("!", "|").replace("D|", DIGEST));
    }

    @Test
    void whatTheManifestSaysIsDeclared() {
        var part = CRITERION
                .judge(demand(CRITERION, model("id: gpt-4o-2024-08-06"), "pinned: true"), Fixture.nothing())
                .worst();
        assertThat(part.assurance()).isEqualTo(Assurance.DECLARED);
        assertThat(part.places()).containsExactly(new Place("genai-gate.yaml", 1, 10));
        assertThat(part.observations().stream().map(o -> o.name() + " " + o.text()))
                .containsExactly("id gpt-4o-2024-08-06");
    }

    @Test
    void withoutModelsNothingIsProven() {
        assertThat(texts(CRITERION, demand(CRITERION, "", "pinned: true"), Fixture.nothing()))
                .containsExactly("UNPROVEN missing | The manifest declares no model"
                        + " | Declare every model that the service uses under models");
    }

    @Test
    void everyModelIsJudged() {
        var models = "models: [{ name: answerer, id: gpt-4o-2024-08-06 }, { name: embedder, id: embedder }]";
        assertThat(texts(CRITERION, demand(CRITERION, models, "pinned: true"), Fixture.nothing()))
                .containsExactly(
                        "MET | Model answerer: its id gpt-4o-2024-08-06 names one version",
                        "NOT_MET not-allowed | Model embedder: its id embedder does not name one version"
                                + " | Write the id of one snapshot, such as gpt-4o-2024-08-06");
    }

    @Test
    void twoModelsOfOneNameAreTold() {
        assertThat(problems(
                        CRITERION,
                        demand(CRITERION, "models: [{ name: a, id: b }, { name: a, id: c }]", "pinned: true")))
                .containsExactly("genai-gate.yaml:1:32: Model a is written twice;"
                        + " Give each model a name of its own, or merge the two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "pinned: false", "maximumLifecycleAge: 90 d"})
    void demandsSomething(String settings) {
        assertThat(problems(CRITERION, demand(CRITERION, model("id: x"), settings)))
                .singleElement()
                .asString()
                .endsWith("Requirement model-inventory demands nothing; Write what it demands, such as pinned: true");
    }
}
