package io.github.genaigate.criterion;

import static io.github.genaigate.criterion.Fixture.NOT_THERE;
import static io.github.genaigate.criterion.Fixture.NOW;
import static io.github.genaigate.criterion.Fixture.demand;
import static io.github.genaigate.criterion.Fixture.evidence;
import static io.github.genaigate.criterion.Fixture.problems;
import static io.github.genaigate.criterion.Fixture.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Content;
import io.github.genaigate.model.Document.Section;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Lineage;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Setting;
import io.github.genaigate.model.Strictness;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTest {

    private static final Document CRITERION = new Document();
    private static final String FILES = "files: [{ name: dpia, evidence: assessment }]";
    private static final String SETTINGS = "documents: [{ name: dpia, sections: [Purpose, Risks], minimumWords: 20 }]";
    private static final String OWNED = "documents: [{ name: dpia, sections: [Purpose], owner: true }]";
    private static final String SIGNED = "documents: [{ name: dpia, sections: [Purpose] }]\nsignedBy: [risk]";

    private static Section section(String title, int words) {
        return new Section(title, words, Optional.empty(), new Place("docs/dpia.md", 9, 1));
    }

    private static Facts facts(Optional<String> owner, Section... sections) {
        return evidence(
                "assessment",
                new io.github.genaigate.model.Document(
                        new TreeSet<>(List.of("docs/dpia.md")),
                        new TreeSet<>(owner.stream().toList()),
                        List.of(sections)));
    }

    private static Facts facts(Section... sections) {
        return facts(Optional.empty(), sections);
    }

    @Test
    void everySectionIsFilled() {
        var judgement = CRITERION.judge(
                demand(CRITERION, FILES, SETTINGS),
                facts(Optional.of("kim"), section("1. Purpose", 21), section("RISKS:", 20), section("Rest", 0)));
        var part = judgement.worst();
        assertThat(Fixture.text(part))
                .isEqualTo(
                        "MET | Document dpia: docs/dpia.md has the sections Purpose, Risks, with 20 different words or"
                                + " more; kim answers for it");
        assertThat(part.assurance()).isEqualTo(Assurance.MEASURED);
        assertThat(part.places()).containsExactly(Place.of("docs/dpia.md"));
        assertThat(part.observations().stream().map(o -> o.name() + " " + o.text()))
                .containsExactly("sections 2 sections", "fewestWords 20 words");
    }

    @Test
    void aSectionThatIsNotThereIsTold() {
        assertThat(texts(
                        CRITERION,
                        demand(CRITERION, FILES, SETTINGS),
                        facts(section("Purposes", 30), section("Dangers", 30))))
                .containsExactly(
                        "NOT_MET missing | Document dpia: section Purpose is not there; it has Purposes, Dangers"
                                + " | Write Purposes if that is what is meant",
                        "NOT_MET missing | Document dpia: section Risks is not there; it has Purposes, Dangers"
                                + " | Add a heading Risks, and write below it");
        assertThat(texts(CRITERION, demand(CRITERION, FILES, OWNED), facts()))
                .contains("NOT_MET missing | Document dpia: section Purpose is not there"
                        + " | Add a heading Purpose, and write below it");
    }

    @Test
    void aPlaceholderAndAFewWordsAreToldWithTheirPlaces() {
        var placeholder =
                new Section("Risks", 100, Optional.of("\"TBD\" stands in line 12"), new Place("docs/dpia.md", 11, 1));
        var judgement = CRITERION.judge(demand(CRITERION, FILES, SETTINGS), facts(section("Purpose", 19), placeholder));
        assertThat(judgement.parts().stream().map(Fixture::text))
                .containsExactly(
                        "NOT_MET incomplete | Document dpia: section Purpose has 19 different words, demanded at least 20"
                                + " | Write there what is so for this service; a sentence that stands below several"
                                + " headings counts below none",
                        "NOT_MET incomplete | Document dpia: section Risks is a placeholder: \"TBD\" stands in line 12"
                                + " | Write there what is so for this service");
        assertThat(judgement.parts().get(1).places()).containsExactly(new Place("docs/dpia.md", 11, 1));
    }

    @Test
    void everySectionOfOneTitleMustBeFilled() {
        assertThat(texts(
                        CRITERION,
                        demand(CRITERION, FILES, "documents: [{ name: dpia, sections: [Risks, risks] }]"),
                        facts(section("2. Risks", 5), section("3. Risks", 0))))
                .containsExactly("NOT_MET incomplete | Document dpia: section Risks has 0 different words, demanded at"
                        + " least 1 | Write there what is so for this service; a sentence that stands below several"
                        + " headings counts below none");
    }

    @Test
    void aDocumentThatIsNotDeclaredIsTold() {
        assertThat(texts(CRITERION, demand(CRITERION, "", SETTINGS), Fixture.nothing()))
                .containsExactly("UNPROVEN missing | Document dpia: the manifest does not declare it"
                        + " | Write it, and add it with its evidence under documents.files");
        assertThat(texts(
                        CRITERION,
                        demand(CRITERION, "files: [{ name: dpai, evidence: assessment }]", SETTINGS),
                        Fixture.nothing()))
                .containsExactly("UNPROVEN missing | Document dpia: the manifest does not declare it; it has dpai"
                        + " | Write dpai if that is what is meant");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    -        | -      | UNPROVEN unowned | Document dpia: neither it nor the manifest says who answers for it | Write owner: and a name before its text, between two lines of three hyphens
                    tbd      | <name> | UNPROVEN unowned | Document dpia: neither it nor the manifest says who answers for it | Write owner: and a name before its text, between two lines of three hyphens
                    kim      | lee    | UNPROVEN invalid | Document dpia: several are said to answer for it: kim, lee | Name one owner, the same in the document and under documents.files
                    kim      | -      | MET              | Document dpia: docs/dpia.md has the section Purpose, with 5 different words or more; kim answers for it | -
                    -        | kim    | MET              | Document dpia: docs/dpia.md has the section Purpose, with 5 different words or more; kim answers for it | -
                    KIM      | kim    | MET              | Document dpia: docs/dpia.md has the section Purpose, with 5 different words or more; KIM answers for it | -
                    tbd      | kim    | MET              | Document dpia: docs/dpia.md has the section Purpose, with 5 different words or more; kim answers for it | -
                    """)
    void somebodyAnswersForIt(String manifest, String file, String outcome, String message, String mend) {
        var files = manifest == null ? FILES : FILES.replace(" }", ", owner: \"" + manifest + "\" }");
        assertThat(texts(
                        CRITERION,
                        demand(CRITERION, files, OWNED),
                        facts(Optional.ofNullable(file), section("Purpose", 5))))
                .containsExactly(outcome + " | " + message + (mend == null ? "" : " | " + mend));
    }

    private static Facts signed(boolean covered) {
        var facts = facts(section("Purpose", 5));
        var content = new Content(
                Optional.empty(), "sha256:00", false, "", covered ? List.of("docs/dpia.md") : List.of("src/App.java"));
        return new Facts(
                NOW,
                facts.evidence(),
                Lookup.found(content, Assurance.MEASURED),
                Map.of("risk", Lookup.found(GovernanceSignOffTest.signOff(Optional.empty()), Assurance.DECLARED)),
                facts.ownership(),
                facts.activity());
    }

    @Test
    void whoApprovesTheContentApprovesTheDocumentInIt() {
        assertThat(texts(CRITERION, demand(CRITERION, FILES, SIGNED), signed(true)))
                .containsExactly(
                        "MET | Document dpia: docs/dpia.md has the section Purpose, with 5 different words or more",
                        "MET | Sign-off risk: risk@acme.example approved this content (sha256:0123456789ab) on"
                                + " 2026-11-20; declared in a record, not signed");
        assertThat(texts(CRITERION, demand(CRITERION, FILES, SIGNED), signed(false)))
                .contains(
                        "UNPROVEN unverifiable | Document dpia: docs/dpia.md is not covered content, so that no sign-off"
                                + " is about it | Add docs/dpia.md to service.content, and have the content approved again");
    }

    @Test
    void withoutContentOrApprovalNothingIsSigned() {
        assertThat(texts(CRITERION, demand(CRITERION, FILES, SIGNED), facts(section("Purpose", 5))))
                .containsExactly(
                        "UNPROVEN missing | Nothing is there | Put something there",
                        "UNPROVEN missing | The manifest names no sign-off of the role risk"
                                + " | Add a record of the role risk under signOffs");
    }

    @Test
    void otherEvidenceIsNoDocument() {
        assertThat(texts(
                        CRITERION,
                        demand(CRITERION, FILES, SETTINGS),
                        evidence("assessment", new Lineage(List.of(), new TreeSet<>()))))
                .containsExactly("UNPROVEN foreign | Evidence assessment holds lineage events, not documents"
                        + " | Name evidence that holds documents");
        assertThat(texts(
                        CRITERION,
                        demand(CRITERION, FILES, SETTINGS),
                        evidence(Map.of("assessment", Lookup.absent(NOT_THERE)))))
                .containsExactly("UNPROVEN missing | Nothing is there | Put something there");
    }

    /** Evidence of documents that others demand is not asked for. */
    @Test
    void asksForWhatIsDemandedByItsAge() {
        var files = "files: [{ name: dpia, evidence: assessment }, { name: runbook, evidence: book }]";
        var needs = CRITERION.needs(demand(CRITERION, files, SETTINGS + "\nmaxAge: 365 d"));
        assertThat(needs.evidence().keySet()).containsExactly("assessment");
        assertThat(needs.ages()).isEqualTo(Map.of("assessment", Duration.ofDays(365)));
        assertThat(CRITERION.needs(demand(CRITERION, files, SETTINGS)).ages()).isEmpty();
    }

    @Test
    void tellsWhatIsWrongInPolicyAndManifest() {
        assertThat(problems(CRITERION, demand(CRITERION, FILES, "")))
                .containsExactly("genai-gate.yaml: Requirement document demands nothing;"
                        + " Add documents, such as [{ name: runbook, sections: [Rollback] }]");
        assertThat(problems(
                        CRITERION,
                        demand(
                                CRITERION,
                                "files: [{ name: a, evidence: b }, { name: a, evidence: c }]",
                                "documents: [{ name: dpia, minimumWords: 9 }, { name: plan, sections: [\"?!\"] }]")))
                .containsExactly(
                        "genai-gate.yaml:1:37: Document a is written twice;"
                                + " Give each document a name of its own, or merge the two",
                        "policy.yaml:1:13: Document dpia demands no section;"
                                + " Add the sections that must be filled, such as [Risks]",
                        "policy.yaml:1:60: Document plan demands the section ?!, which has no letter and no digit;"
                                + " Write the title of a section");
    }

    @Test
    void layersAddUpAndNeverLoosen() {
        var upper = documents("[{ name: dpia, sections: [Purpose], minimumWords: 20, owner: true }]");
        var lower =
                documents("[{ name: plan, sections: [Rollout] }, { name: dpia, sections: [Risks], minimumWords: 30 }]");
        var joined = strictness().join(upper, lower).orElseThrow();
        assertThat(joined)
                .hasToString("[{name=dpia, sections=[Purpose, Risks], minimumWords=30, owner=true},"
                        + " {name=plan, sections=[Rollout]}]");
        assertThat(strictness().join(lower, upper)).contains(joined);
        assertThat(strictness().loosenings(upper, documents("[{ name: dpia, minimumWords: 19, owner: false }]")))
                .extracting(Strictness.Loosening::part)
                .containsExactly("dpia minimumWords", "dpia owner");
    }

    private static List<Entry> documents(String yaml) {
        return demand(CRITERION, "", "documents: " + yaml)
                .settings()
                .find(setting())
                .orElseThrow();
    }

    private static Strictness<List<Entry>> strictness() {
        return setting().strictness();
    }

    @SuppressWarnings("unchecked") // the first setting is that of documents
    private static Setting<List<Entry>> setting() {
        return (Setting<List<Entry>>) CRITERION.about().settings().get(0);
    }
}
