package io.github.genaigate.criterion;

import static io.github.genaigate.criterion.Fixture.NOT_THERE;
import static io.github.genaigate.criterion.Fixture.demand;
import static io.github.genaigate.criterion.Fixture.evidence;
import static io.github.genaigate.criterion.Fixture.problems;
import static io.github.genaigate.criterion.Fixture.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Lineage;
import io.github.genaigate.model.Lineage.Dataset;
import io.github.genaigate.model.Lineage.Run;
import io.github.genaigate.model.Lineage.State;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Measurement;
import io.github.genaigate.model.Place;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DataLineageTest {

    private static final DataLineage CRITERION = new DataLineage();
    private static final String HANDBOOK = """
            evidence: [events]
            datasets:
              - name: handbook
                namespace: file
                aliases: [{ namespace: s3://acme, name: handbook/v2 }]
                use: retrieval
                owner: "@acme/docs"
                licence: CC-BY-4.0
                personalData: none
            """;

    private static Run run(String id, State state, String input, String output) {
        return new Run(
                id,
                "acme ingest",
                state,
                Optional.of(Instant.parse("2026-11-20T10:00:00Z")),
                new TreeSet<>(datasets(input)),
                new TreeSet<>(datasets(output)));
    }

    private static List<Dataset> datasets(String text) {
        return text.isEmpty() ? List.of() : List.of(new Dataset(text.split(" ")[0], text.split(" ")[1]));
    }

    private static Facts events(Run... runs) {
        return evidence("events", new Lineage(List.of(runs), new TreeSet<>()));
    }

    @Test
    void aSuccessfulRunReadOrWroteEveryDataset() {
        var facts = events(
                run("1", State.SUCCEEDED, "file handbook", ""),
                run("2", State.FAILED, "", "file handbook"),
                run("3", State.SUCCEEDED, "", "s3://acme handbook/v2"));
        var part =
                CRITERION.judge(demand(CRITERION, HANDBOOK, ""), facts).parts().get(0);
        assertThat(Fixture.text(part))
                .isEqualTo(
                        "MET | Dataset file handbook: 2 successful runs read or wrote it, the latest of acme ingest at"
                                + " 2026-11-20T10:00:00Z");
        assertThat(part.observations().stream().map(o -> o.name() + " " + o.text()))
                .containsExactly("runsSucceeded 2 runs", "runsFailed 1 runs", "runsUnfinished 0 runs");
        assertThat(part.places()).containsExactly(new Place("genai-gate.yaml", 3, 5));
        assertThat(texts(CRITERION, demand(CRITERION, HANDBOOK, ""), facts).get(1))
                .isEqualTo("MET | Undeclared datasets: none among the 2 datasets in the lineage events");
    }

    @Test
    void otherRunsProveNothing() {
        var demand = demand(CRITERION, HANDBOOK, "");
        assertThat(texts(CRITERION, demand, events(run("1", State.FAILED, "file handbook", "")))
                        .get(0))
                .isEqualTo(
                        "NOT_MET failed | Dataset file handbook: no run that reads or writes it succeeded, 1 failed, the"
                                + " latest of acme ingest | Mend the job acme ingest and run it again");
        assertThat(texts(CRITERION, demand, events(run("1", State.RUNNING, "file handbook", "")))
                        .get(0))
                .isEqualTo(
                        "UNPROVEN incomplete | Dataset file handbook: no run that reads or writes it has ended, the latest"
                                + " is of acme ingest | Wait for the run to end, and keep its last event");
        var mentioned =
                evidence("events", new Lineage(List.of(), new TreeSet<>(List.of(new Dataset("file", "handbook")))));
        assertThat(texts(CRITERION, demand, mentioned).get(0))
                .isEqualTo(
                        "UNPROVEN missing | Dataset file handbook: lineage events name it, and no run reads or writes it"
                                + " | Let the job that reads or writes it emit run events");
    }

    @Test
    void aDatasetThatEventsDoNotNameIsMissingAndOneThatIsNotDeclaredIsToldFor() {
        assertThat(texts(
                        CRITERION,
                        demand(CRITERION, HANDBOOK, ""),
                        events(run("1", State.SUCCEEDED, "file handbok", "other handbook"))))
                .containsExactly(
                        "UNPROVEN missing | Dataset file handbook: no lineage event names it; they name file handbok, other"
                                + " handbook | Write handbook if that is what is meant",
                        "NOT_MET undeclared | Undeclared datasets: 2 of 2 datasets in the lineage events: file handbok, other"
                                + " handbook | Declare them under lineage.datasets, or add the names to the aliases of a"
                                + " dataset");
        assertThat(texts(CRITERION, demand(CRITERION, HANDBOOK, ""), events()))
                .containsExactly(
                        "UNPROVEN missing | Dataset file handbook: no lineage event names it | Let the job that reads or"
                                + " writes it emit lineage events, or add the name that the events use to its aliases",
                        "UNPROVEN missing | Undeclared datasets: the lineage events name no dataset at all | Let the jobs emit"
                                + " lineage events with their inputs and outputs");
    }

    @Test
    void aNameWithoutANamespaceMustBeUnique() {
        var demand = demand(CRITERION, "{ evidence: [events], datasets: [{ name: handbook }] }", "");
        assertThat(texts(CRITERION, demand, events(run("1", State.SUCCEEDED, "file handbook", ""))))
                .containsExactly(
                        "MET | Dataset handbook: 1 successful run read or wrote it, the latest of acme ingest at"
                                + " 2026-11-20T10:00:00Z",
                        "MET | Undeclared datasets: none among the 1 dataset in the lineage events");
        assertThat(texts(CRITERION, demand, events(run("1", State.SUCCEEDED, "file handbook", "s3 handbook"))))
                .first()
                .isEqualTo(
                        "UNPROVEN unverifiable | Dataset handbook: its name is in more than one namespace: file handbook,"
                                + " s3 handbook | Write the namespace of the dataset");
    }

    @Test
    void thePolicyDemandsDeclarations() {
        var facts = events(run("1", State.SUCCEEDED, "file handbook", ""));
        var settings = "{ declares: [owner, personalData], licences: [CC-BY-4.0, MIT] }";
        var part = CRITERION
                .judge(demand(CRITERION, HANDBOOK, settings), facts)
                .parts()
                .get(2);
        assertThat(Fixture.text(part))
                .isEqualTo("MET | Dataset file handbook: the manifest declares owner @acme/docs, licence CC-BY-4.0,"
                        + " personalData none");
        assertThat(part.assurance()).isEqualTo(Assurance.DECLARED);
        var bare = demand(CRITERION, "{ evidence: [events], datasets: [{ name: handbook, licence: GPL }] }", settings);
        assertThat(texts(CRITERION, bare, facts).subList(2, 4))
                .containsExactly(
                        "NOT_MET not-allowed | Dataset handbook: its licence is GPL, allowed are CC-BY-4.0, MIT | Use a dataset"
                                + " under an allowed licence, or ask whoever keeps the policy to allow this one",
                        "UNPROVEN missing | Dataset handbook: the manifest does not declare its owner, personalData | Add owner,"
                                + " personalData to the dataset under lineage.datasets");
        var silent = demand(CRITERION, "{ evidence: [events], datasets: [{ name: handbook }] }", "licences: [MIT]");
        assertThat(texts(CRITERION, silent, facts).get(2))
                .isEqualTo(
                        "UNPROVEN missing | Dataset handbook: the manifest does not declare its licence | Add licence to the"
                                + " dataset under lineage.datasets");
    }

    @Test
    void withoutDatasetsOrEvidenceNothingIsProven() {
        assertThat(texts(CRITERION, demand(CRITERION, "", ""), Fixture.nothing()))
                .containsExactly(
                        "UNPROVEN missing | The manifest declares no dataset | Declare every dataset under lineage.datasets",
                        "UNPROVEN missing | The manifest names no lineage evidence | Name the lineage events under"
                                + " lineage.evidence");
        var demand = demand(CRITERION, HANDBOOK.replace("[events]", "[events, more]"), "");
        Lookup<Measurement> good = Lookup.found(
                new Lineage(List.of(run("1", State.SUCCEEDED, "file handbook", "file unknown")), new TreeSet<>()),
                Assurance.MEASURED);
        assertThat(
                        CRITERION
                                .judge(demand, evidence(Map.of("events", good, "more", Lookup.absent(NOT_THERE))))
                                .parts()
                                .stream()
                                .map(part -> part.name() + " " + part.outcome()))
                .containsExactly("dataset file handbook UNPROVEN", "undeclared datasets NOT_MET");
    }

    @Test
    void noTwoDatasetsGoByOneName() {
        var demand = demand(
                CRITERION,
                "{ datasets: [{ name: a }, { name: b, aliases: [{ name: a }] }, { name: a, namespace: file }] }",
                "");
        assertThat(problems(CRITERION, demand))
                .containsExactly(
                        "genai-gate.yaml:1:27: Dataset b goes by the name a, and so does dataset a; Merge the two, or"
                                + " write the namespace of each");
    }
}
