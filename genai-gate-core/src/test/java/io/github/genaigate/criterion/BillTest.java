package io.github.genaigate.criterion;

import static io.github.genaigate.criterion.Fixture.DOUBT;
import static io.github.genaigate.criterion.Fixture.NOT_THERE;
import static io.github.genaigate.criterion.Fixture.demand;
import static io.github.genaigate.criterion.Fixture.evidence;
import static io.github.genaigate.criterion.ModelInventoryTest.CRITERION;
import static io.github.genaigate.criterion.ModelInventoryTest.DIGEST;
import static io.github.genaigate.criterion.ModelInventoryTest.REVISION;
import static io.github.genaigate.criterion.ModelInventoryTest.model;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Components;
import io.github.genaigate.model.Components.Component;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Issues;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bill of materials, held against the manifest. */
class BillTest {

    private static final String OTHER = "sha256:" + "b2".repeat(32);
    private static final String HELD = "id: \"acme/handbook-7b@R\", licence: Apache-2.0, digest: \"D!\", evidence: bom";

    private static Component component(String name, String version, String digest, String... licences) {
        return component(Components.Type.MODEL, name, version, digest, licences);
    }

    private static Component component(
            Components.Type type, String name, String version, String digest, String... licences) {
        return new Component(
                type,
                new TreeSet<>(List.of(name)),
                new TreeSet<>(version.isEmpty() ? List.of() : List.of(version)),
                new TreeSet<>(List.of(licences)),
                Optional.of(digest).filter(text -> !text.isEmpty()),
                new Place("bom.json", 5, 3));
    }

    private static List<String> judged(String fields, Facts facts) {
        return Fixture.texts(CRITERION, demand(CRITERION, model(fields), "licences: [Apache-2.0, MIT]"), facts).stream()
                .filter(text -> text.contains("bill of materials") || !text.contains("licence"))
                .toList();
    }

    private static List<String> judged(String fields, Component... components) {
        return judged(fields, evidence("bom", new Components(List.of(components))));
    }

    private static String differs(String what, String declared, String listed) {
        return "NOT_MET invalid | Model answerer: the manifest says " + what + " " + declared
                + ", the bill of materials bom says " + listed
                + " | Correct the manifest, or make the bill of materials anew";
    }

    @Test
    void whatIsListedAlikeIsMet() {
        assertThat(judged(HELD, component("acme/handbook-7b", REVISION, DIGEST, "Apache-2.0")))
                .containsExactly(
                        "MET | Model answerer: the bill of materials bom lists it with the same version, digest,"
                                + " name and licence");
        assertThat(judged(HELD, component("acme/handbook-7b", REVISION, "", "Apache-2.0")))
                .containsExactly("MET | Model answerer: the bill of materials bom lists it with the same version, name"
                        + " and licence");
        assertThat(judged(
                        "id: gpt-4o-2024-08-06, licence: MIT, evidence: bom",
                        component("gpt-4o", "2024-08-06", "", "MIT")))
                .containsExactly(
                        "MET | Model answerer: the bill of materials bom lists it with the same name and licence");
        assertThat(judged(
                        "id: \"acme/handbook-7b@D!\", licence: MIT, evidence: bom",
                        component("acme/handbook-7b", "1.0", DIGEST, "MIT")))
                .containsExactly("MET | Model answerer: the bill of materials bom lists it with the same version, name"
                        + " and licence");
    }

    @Test
    void severalLicencesHoldTogetherHoweverWritten() {
        var fields = "id: x, licence: MIT AND Apache-2.0, evidence: bom";
        var alike = "MET | Model answerer: the bill of materials bom lists it with the same name and licence";
        assertThat(judged(fields, component("x", "", "", "MIT AND Apache-2.0"))).containsExactly(alike);
        assertThat(judged(fields, component("x", "", "", "Apache-2.0", "MIT"))).containsExactly(alike);
        assertThat(judged(fields, component("x", "", "", "MIT")))
                .containsExactly(differs("licence", "MIT AND Apache-2.0", "MIT"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    acme/handbook-7b | 1.0 | %1$s | Apache-2.0  | version %2$s    | 1.0
                    acme/handbook-7b | ''  | %1$s | Apache-2.0  | version %2$s    | none
                    acme/handbook-7b | %2$s | %3$s | Apache-2.0 | digest %1$s     | %3$s
                    acme/handbook-7b | %2$s | %1$s | GPL-3.0    | licence Apache-2.0 | GPL-3.0
                    acme/handbook-7b | %2$s | %1$s | NOASSERTION | licence Apache-2.0 | NOASSERTION
                    """)
    void whatIsListedOtherwiseIsTold(
            String name, String version, String digest, String licence, String declared, String listed) {
        var what = declared.split(" ");
        assertThat(judged(HELD, component(name, filled(version), filled(digest), licence)))
                .containsExactly(differs(what[0], filled(what[1]), filled(listed)));
    }

    private static String filled(String text) {
        return text.formatted(DIGEST, REVISION, OTHER);
    }

    @Test
    void twoDigestsOfOneVersionAreNotOne() {
        assertThat(judged(
                        HELD,
                        component("acme/handbook-7b", REVISION, DIGEST, "Apache-2.0"),
                        component("acme/handbook-7b", REVISION, OTHER, "Apache-2.0")))
                .containsExactly(differs("digest", DIGEST, DIGEST + ", " + OTHER));
    }

    @Test
    void whatIsNotListedIsUnproven() {
        assertThat(judged(HELD, component("acme/handbook-8b", REVISION, DIGEST, "Apache-2.0")))
                .containsExactly("UNPROVEN missing | Model answerer: the bill of materials bom does not list"
                        + " acme/handbook-7b@" + REVISION + "; it lists acme/handbook-8b"
                        + " | Write acme/handbook-8b if that is what is meant");
        assertThat(judged(HELD, component(Components.Type.DATASET, "acme/handbook-7b", REVISION, "", "Apache-2.0")))
                .containsExactly("UNPROVEN missing | Model answerer: the bill of materials bom does not list"
                        + " acme/handbook-7b@" + REVISION
                        + " | Let the generator list it, or add the name that it uses to the aliases of the model");
    }

    @Test
    void aLicenceThatOnlyOneTellsIsUnproven() {
        assertThat(judged("id: x, licence: MIT, evidence: bom", component("x", "", "")))
                .containsExactly(
                        "UNPROVEN incomplete | Model answerer: the bill of materials bom does not tell its licence"
                                + " | Let the generator tell the licence");
        assertThat(judged("id: x, licence: NOASSERTION, evidence: bom", component("x", "", "", "NOASSERTION")))
                .contains("UNPROVEN incomplete | Model answerer: the manifest does not declare its licence, the bill of"
                        + " materials bom says NOASSERTION | Add licence to the model");
    }

    @Test
    void aBillThatIsNotThereOrDoubtedProvesNothing() {
        var bill = new Components(List.of(component("acme/handbook-7b", REVISION, DIGEST, "Apache-2.0")));
        assertThat(judged(HELD, evidence(Map.of("bom", Lookup.absent(NOT_THERE)))))
                .containsExactly("UNPROVEN missing | Nothing is there | Put something there");
        assertThat(judged(HELD, evidence(Map.of("bom", Lookup.doubtful(bill, Assurance.SUMMARY, DOUBT)))))
                .containsExactly(
                        "UNPROVEN stale | It is old (Model answerer: the bill of materials bom lists it with the"
                                + " same version, digest, name and licence) | Make it anew");
        assertThat(judged(HELD, evidence("bom", new Issues(List.of()))))
                .containsExactly("UNPROVEN foreign | Evidence bom holds security issues, not models and datasets"
                        + " | Name evidence that holds models and datasets");
    }
}
