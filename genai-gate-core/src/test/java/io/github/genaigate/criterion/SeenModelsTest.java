package io.github.genaigate.criterion;

import static io.github.genaigate.criterion.Fixture.DOUBT;
import static io.github.genaigate.criterion.Fixture.MANIFEST;
import static io.github.genaigate.criterion.Fixture.NOT_THERE;
import static io.github.genaigate.criterion.Fixture.demand;
import static io.github.genaigate.criterion.Fixture.evidence;
import static io.github.genaigate.criterion.ModelInventoryTest.CRITERION;
import static io.github.genaigate.criterion.ModelInventoryTest.model;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Cases;
import io.github.genaigate.model.Cases.Case;
import io.github.genaigate.model.Cases.Result;
import io.github.genaigate.model.Claims;
import io.github.genaigate.model.Components;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Document;
import io.github.genaigate.model.Issues;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Measurement;
import io.github.genaigate.model.Moments;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Usage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models that evidence names, whoever declared them. */
class SeenModelsTest {

    private static final String DECLARED = "id: gpt-4o-2024-08-06, provider: openai";

    private static Lookup<Measurement> found(Measurement measurement) {
        return Lookup.found(measurement, Assurance.MEASURED);
    }

    private static Lookup<Measurement> answered(String models) {
        var attributes =
                models.isEmpty() ? Map.of("judge", "claude-opus") : Map.of("model", models, "judge", "claude-opus");
        return found(new Cases(
                List.of(new Case("c", attributes, Result.PASSED, Map.of(), false, new Place("evals.json", 1, 0)))));
    }

    private static Lookup<Measurement> asked(String model) {
        return found(new Cases(
                List.of(),
                Optional.of(new Usage(
                        new TreeMap<>(Map.of(model, new Usage.Tokens(Moments.NONE, Moments.NONE, Moments.NONE)))))));
    }

    private static Lookup<Measurement> listed(String name, String version) {
        return found(new Components(List.of(new Components.Component(
                Components.Type.MODEL,
                new TreeSet<>(List.of(name)),
                new TreeSet<>(version.isEmpty() ? List.of() : List.of(version)),
                new TreeSet<>(),
                Optional.empty(),
                new Place("bom.json", 1, 0)))));
    }

    private static Demand demanded(String fields, Map<String, Lookup<Measurement>> evidence) {
        var demand = demand(CRITERION, model(fields), "declared: true");
        var claims = demand.claims();
        return new Demand(
                demand.requirement(),
                demand.settings(),
                new Claims(claims.service(), List.of(), evidence.keySet(), claims.section(), Map.of(), MANIFEST));
    }

    private static List<String> texts(String fields, Map<String, Lookup<Measurement>> evidence) {
        return Fixture.texts(CRITERION, demanded(fields, evidence), evidence(evidence));
    }

    private static String unknown(String models) {
        return "NOT_MET undeclared | Undeclared models: " + models
                + " | Declare it under models, or add the ids to the aliases of a model";
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-4o-2024-08-06", "openai/gpt-4o-2024-08-06", "openai:gpt-4o-2024-08-06"})
    void aDeclaredModelMayAnswer(String model) {
        var evidence = Map.of("evals", answered(model));
        var part = CRITERION
                .judge(demanded(DECLARED, evidence), evidence(evidence))
                .worst();
        assertThat(Fixture.text(part)).isEqualTo("MET | Undeclared models: none among the 1 model in the evidence");
        assertThat(part.assurance()).isEqualTo(Assurance.MEASURED);
        assertThat(part.observations().stream().map(o -> o.name() + " " + o.text()))
                .containsExactly("seen 1 models", "undeclared 0 models");
        assertThat(texts(DECLARED, Map.of("load", asked(model))))
                .containsExactly("MET | Undeclared models: none among the 1 model in the evidence");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-4o", "gpt-4o-2024-11-20", "azure:gpt-4o-2024-08-06", "GPT-4o-2024-08-06"})
    void anotherModelMayNot(String model) {
        assertThat(texts(DECLARED, Map.of("evals", answered(model))))
                .containsExactly(unknown("1 of 1 model in the evidence: " + model));
        assertThat(texts(DECLARED, Map.of("load", asked(model))))
                .containsExactly(unknown("1 of 1 model in the evidence: " + model));
    }

    @Test
    void anAliasIsDeclared() {
        assertThat(texts(DECLARED + ", aliases: [\"azure:answerer\"]", Map.of("evals", answered("azure:answerer"))))
                .containsExactly("MET | Undeclared models: none among the 1 model in the evidence");
    }

    @Test
    void oneAmongManyIsFound() {
        assertThat(texts(
                        DECLARED,
                        Map.of(
                                "a", answered("gpt-4o-2024-08-06, mistral-large"),
                                "b", asked("gpt-4o-2024-08-06"),
                                "c", listed("gpt-4o-2024-08-06", ""))))
                .containsExactly(unknown("1 of 3 models in the evidence: mistral-large"));
    }

    @Test
    void whatABillListsIsDeclaredInItsVersion() {
        var fields = "id: \"acme/handbook-7b@R\"";
        assertThat(texts(fields, Map.of("bom", listed("acme/handbook-7b", ModelInventoryTest.REVISION))))
                .containsExactly("MET | Undeclared models: none among the 1 model in the evidence");
        assertThat(texts(fields, Map.of("bom", listed("acme/handbook-7b", "1.0"))))
                .containsExactly(unknown("1 of 1 model in the evidence: acme/handbook-7b in version 1.0"));
        assertThat(texts(
                        fields + ", aliases: [\"acme/handbook-7b@1.0\"]",
                        Map.of("bom", listed("acme/handbook-7b", "1.0"))))
                .containsExactly("MET | Undeclared models: none among the 1 model in the evidence");
        assertThat(texts(fields, Map.of("bom", listed("acme/handbook-7b", ""))))
                .containsExactly(unknown("1 of 1 model in the evidence: acme/handbook-7b"));
        assertThat(texts(DECLARED, Map.of("bom", listed("gpt-4o", "2024-08-06"))))
                .containsExactly("MET | Undeclared models: none among the 1 model in the evidence");
        assertThat(texts(DECLARED, Map.of("bom", listed("gpt-4o", "2024-11-20"))))
                .containsExactly(unknown("1 of 1 model in the evidence: gpt-4o in version 2024-11-20"));
    }

    @Test
    void evidenceThatNamesNoModelProvesNothing() {
        var unnamed = "UNPROVEN missing | Undeclared models: no evidence names the model that answers"
                + " | Name evidence that does, such as an evaluation or traces of requests to the model";
        assertThat(texts(DECLARED, Map.of())).containsExactly(unnamed);
        assertThat(texts(DECLARED, Map.of("evals", answered("")))).containsExactly(unnamed);
        assertThat(texts(DECLARED, Map.of("load", asked("")))).containsExactly(unnamed);
        assertThat(texts(DECLARED, Map.of("scan", found(new Issues(List.of())))))
                .containsExactly(unnamed);
    }

    /** A scan, a document and their like name no model, so that doubt about them is no doubt about models. */
    @Test
    void evidenceOfOtherThingsIsNotAsked() {
        var document = new Document(new TreeSet<>(List.of("docs/card.md")), new TreeSet<>(), List.of());
        assertThat(texts(
                        DECLARED,
                        Map.of(
                                "evals", answered("gpt-4o-2024-08-06"),
                                "card", found(document),
                                "scan", found(new Issues(List.of())).doubtedFor(DOUBT))))
                .containsExactly("MET | Undeclared models: none among the 1 model in the evidence");
    }

    @Test
    void whatCannotBeReadOrIsDoubtedMayNameAny() {
        assertThat(texts(DECLARED, Map.of("evals", answered("gpt-4o-2024-08-06"), "more", Lookup.absent(NOT_THERE))))
                .containsExactly("UNPROVEN missing | Nothing is there (Undeclared models: none among the 1 model in the"
                        + " evidence) | Put something there");
        assertThat(texts(DECLARED, Map.of("evals", answered("gpt-4o-2024-08-06").doubtedFor(DOUBT))))
                .containsExactly(
                        "UNPROVEN stale | It is old (Undeclared models: none among the 1 model in the evidence)"
                                + " | Make it anew");
        assertThat(texts(DECLARED, Map.of("evals", answered("mistral-large"), "more", Lookup.absent(NOT_THERE))))
                .containsExactly(unknown("1 of 1 model in the evidence: mistral-large"));
    }

    @Test
    void asksForAllEvidence() {
        var evidence = Map.of("evals", answered(""), "scan", answered(""));
        assertThat(CRITERION.needs(demanded(DECLARED, evidence)).evidence().keySet())
                .containsExactlyInAnyOrder("evals", "scan");
    }
}
