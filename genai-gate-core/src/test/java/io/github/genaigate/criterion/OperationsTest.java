package io.github.genaigate.criterion;

import static io.github.genaigate.criterion.Fixture.DOUBT;
import static io.github.genaigate.criterion.Fixture.MANIFEST;
import static io.github.genaigate.criterion.Fixture.NOT_THERE;
import static io.github.genaigate.criterion.Fixture.demand;
import static io.github.genaigate.criterion.Fixture.entry;
import static io.github.genaigate.criterion.Fixture.evidence;
import static io.github.genaigate.criterion.Fixture.problems;
import static io.github.genaigate.criterion.Fixture.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Alerts;
import io.github.genaigate.model.Alerts.Alert;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Claims;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Document;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Measurement;
import io.github.genaigate.model.Owner;
import io.github.genaigate.model.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationsTest {

    private static final Operations CRITERION = new Operations();
    private static final String SECTION = "alerts: [rules]";

    private static Alert alert(String name, String severity, String runbook) {
        return new Alert(
                name,
                Optional.of(severity).filter(text -> !text.isEmpty()),
                Optional.of(runbook).filter(text -> !text.isEmpty()),
                new Place("alerts.yml", 7, 5));
    }

    private static Facts alerts(Alert... alerts) {
        return evidence("rules", new Alerts(List.of(alerts)));
    }

    @Test
    void thereAreEnoughAlerts() {
        var demand = demand(CRITERION, SECTION, "minimumAlerts: 2");
        var part = CRITERION
                .judge(demand, alerts(alert("Late", "", ""), alert("Dear", "", "")))
                .worst();
        assertThat(Fixture.text(part)).isEqualTo("MET | Alerts: there are 2, demanded at least 2");
        assertThat(part.assurance()).isEqualTo(Assurance.MEASURED);
        assertThat(part.observations().stream().map(o -> o.name() + " " + o.text()))
                .containsExactly("alerts 2 alerts");
        assertThat(texts(CRITERION, demand, alerts(alert("Late", "", ""), alert("Late", "critical", ""))))
                .containsExactly(
                        "NOT_MET incomplete | Alerts: there is 1, demanded at least 2"
                                + " | Add rules for what must not go unnoticed, such as late answers, failed requests and cost");
    }

    @Test
    void everySeverityHasAnAlert() {
        var demand = demand(CRITERION, SECTION, "severities: [critical, page]");
        assertThat(texts(CRITERION, demand, alerts(alert("Late", "critical", ""), alert("Dear", "critcal", ""))))
                .containsExactly(
                        "MET | Alerts: there are 2, demanded at least 1",
                        "MET | Severity critical: 1 alert",
                        "NOT_MET missing | Severity page: no alert has it; there are critcal, critical"
                                + " | Add labels: { severity: page } to the alerts for which somebody has to get up at night");
        assertThat(texts(
                        CRITERION,
                        demand(CRITERION, SECTION, "severities: [critical]"),
                        alerts(alert("Dear", "critcal", ""))))
                .contains("NOT_MET missing | Severity critical: no alert has it; there is critcal"
                        + " | Write critcal if that is what is meant");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://wiki.acme.io/late",
                "HTTPS://wiki.acme.io:8443/{{ $labels.alertname }}?x=1#y",
                "https://kim@wiki/late"
            })
    void aPageIsARunbook(String link) {
        assertThat(texts(CRITERION, demand(CRITERION, SECTION, "runbooks: true"), alerts(alert("Late", "", link))))
                .containsExactly(
                        "MET | Alerts: there is 1, demanded at least 1", "MET | Alert Late: its runbook is " + link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://wiki.acme.io/late",
                "https://",
                "https:wiki",
                "https://example.com/runbook",
                "https://runbooks.example.org./x",
                "https://acme.example/x",
                "https://localhost:80/x",
                "https://127.0.0.1/x",
                "https://[::1]/x",
                "https://wiki.acme.io/TODO",
                "https://wiki acme/x",
                "//wiki.acme.io/late",
                "javascript:alert(1)",
                "C:/runbook.md"
            })
    void aLinkThatLeadsNowhereIsNone(String link) {
        var part = CRITERION
                .judge(demand(CRITERION, SECTION, "runbooks: true"), alerts(alert("Late", "", link)))
                .worst();
        assertThat(Fixture.text(part))
                .isEqualTo("NOT_MET invalid | Alert Late: its runbook " + link + " is no link that could be opened"
                        + " | Link to a page by https, or to a document under documents.files");
        assertThat(part.places()).containsExactly(new Place("alerts.yml", 7, 5));
    }

    @Test
    void anAlertWithoutALinkIsTold() {
        assertThat(texts(
                        CRITERION,
                        demand(CRITERION, SECTION, "runbooks: true"),
                        alerts(alert("Late", "", ""), alert("Dear", "", " "))))
                .contains(
                        "NOT_MET missing | Alert Dear: it has no link to what is to be done"
                                + " | Add annotations: { runbook_url: … } to the rule",
                        "NOT_MET missing | Alert Late: it has no link to what is to be done"
                                + " | Add annotations: { runbook_url: … } to the rule");
    }

    /** A demand for runbooks by a manifest with the documents {@code plan} and {@code runbook}. */
    private static Demand withDocuments() {
        var demand = demand(CRITERION, SECTION, "runbooks: true\nmaxAge: 365 d");
        var files = entry(
                "genai-gate.yaml",
                "files: [{ name: plan, evidence: plan }, { name: runbook, evidence: book }]",
                new io.github.genaigate.criterion.Document()
                        .about()
                        .section()
                        .orElseThrow()
                        .fields()
                        .fields());
        var claims = demand.claims();
        return new Demand(
                demand.requirement(),
                demand.settings(),
                new Claims(
                        claims.service(),
                        claims.owners(),
                        claims.evidence(),
                        claims.section(),
                        Map.of("documents", files),
                        MANIFEST));
    }

    private static Facts withDocuments(String link, Lookup<Measurement> book) {
        var rules = new Alerts(List.of(alert("Late", "", link)));
        return evidence(Map.of(
                "rules", Lookup.found(rules, Assurance.MEASURED),
                "plan", Lookup.absent(NOT_THERE),
                "book", book));
    }

    private static Lookup<Measurement> book() {
        var document = new Document(new TreeSet<>(List.of("docs/runbook.md")), new TreeSet<>(), List.of());
        return Lookup.found(document, Assurance.MEASURED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    docs/runbook.md        | MET | Alert Late: its runbook is docs/runbook.md | -
                    ./docs/runbook.md#late | MET | Alert Late: its runbook is ./docs/runbook.md#late | -
                    docs/runbok.md         | UNPROVEN undeclared | Alert Late: its runbook docs/runbok.md is no document that the manifest declares | Add it under documents.files, or correct the link: it is relative to the manifest's folder
                    /docs/runbook.md       | UNPROVEN undeclared | Alert Late: its runbook /docs/runbook.md is no document that the manifest declares | Add it under documents.files, or correct the link: it is relative to the manifest's folder
                    TODO                   | UNPROVEN undeclared | Alert Late: its runbook TODO is no document that the manifest declares | Add it under documents.files, or correct the link: it is relative to the manifest's folder
                    """)
    void aDocumentOfTheManifestIsARunbook(String link, String outcome, String message, String mend) {
        assertThat(texts(CRITERION, withDocuments(), withDocuments(link, book())))
                .contains(outcome + " | " + message + (mend == null ? "" : " | " + mend));
    }

    @Test
    void aDocumentThatIsDoubtedProvesNoRunbook() {
        assertThat(texts(CRITERION, withDocuments(), withDocuments("docs/runbook.md", book().doubtedFor(DOUBT))))
                .contains("UNPROVEN stale | It is old (Alert Late: its runbook is docs/runbook.md) | Make it anew");
    }

    @Test
    void asksForRulesAndDocuments() {
        assertThat(CRITERION.needs(withDocuments()).ages().keySet()).containsExactlyInAnyOrder("rules", "plan", "book");
        assertThat(CRITERION
                        .needs(demand(CRITERION, SECTION, "minimumAlerts: 1"))
                        .evidence()
                        .keySet())
                .containsExactly("rules");
    }

    @Test
    void somebodyIsCalled() {
        var demand = demand(
                CRITERION,
                "",
                "roles: [on-call]",
                new Owner("on-call", "@acme/ops", new Place("genai-gate.yaml", 8, 5)));
        assertThat(texts(CRITERION, demand, Fixture.nothing()))
                .containsExactly("MET | Owner on-call: the manifest names @acme/ops");
        assertThat(texts(CRITERION, demand(CRITERION, "", "roles: [on-call]"), Fixture.nothing()))
                .containsExactly("UNPROVEN missing | Owner on-call: the manifest names nobody"
                        + " | Add somebody with the role on-call under owners");
    }

    @Test
    void withoutRulesNothingIsProven() {
        assertThat(texts(CRITERION, demand(CRITERION, "", "minimumAlerts: 1"), Fixture.nothing()))
                .containsExactly(
                        "UNPROVEN missing | The manifest names no alert rules | Name them under operations.alerts");
        assertThat(texts(
                        CRITERION,
                        demand(CRITERION, "alerts: [rules, more]", "minimumAlerts: 1"),
                        evidence(Map.of(
                                "rules",
                                Lookup.found(new Alerts(List.of(alert("Late", "", ""))), Assurance.MEASURED),
                                "more",
                                Lookup.absent(NOT_THERE)))))
                .containsExactly("UNPROVEN missing | Nothing is there | Put something there");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "minimumAlerts: 0", "runbooks: false"})
    void demandsSomething(String settings) {
        assertThat(problems(CRITERION, demand(CRITERION, SECTION, settings)))
                .singleElement()
                .asString()
                .endsWith("Requirement operations demands nothing; Add minimumAlerts, runbooks, severities or roles");
    }
}
