package io.github.genaigate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Finding;
import io.github.genaigate.model.Verdict;
import io.github.genaigate.report.JsonReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A baseline is written on purpose, from what is ready and committed, and to where the manifest says. */
class BlessTest {

    private static final String BASELINE = "governance/baseline.json";

    @TempDir
    Path folder;

    private ServiceFolder service;

    @BeforeEach
    void make() {
        service = ServiceFolder.ready(folder);
        service.edit(ServiceFolder.MANIFEST, text -> text + "baseline: " + BASELINE + "\n")
                .commit();
    }

    private Blessing bless() throws IOException {
        return ServiceFolder.GATE.bless(service.request());
    }

    private void assertRefused(String why) throws IOException {
        var blessing = bless();

        assertThat(blessing.refusal()).contains(why);
        assertThat(blessing.file()).isEmpty();
        assertThat(service.path(BASELINE)).doesNotExist();
    }

    @Test
    void whatIsReadyIsWrittenWholeAndReplacesAnEarlierBaseline() throws IOException {
        service.write(BASELINE, "an earlier one");
        var blessing = bless();

        assertThat(blessing.refusal()).isEmpty();
        assertThat(blessing.decision().verdict()).isEqualTo(Verdict.READY);
        assertThat(blessing.file()).contains(service.path(BASELINE).toRealPath());
        var written = new StringBuilder();
        new JsonReport().render(blessing.decision(), written);
        assertThat(service.read(BASELINE)).isEqualTo(written.toString());
        assertThat(service.path(BASELINE + ".partial")).doesNotExist();
    }

    @Test
    void judgingWritesNoBaseline() {
        assertThat(service.decide().verdict()).isEqualTo(Verdict.READY);
        assertThat(service.path(BASELINE)).doesNotExist();
    }

    @Test
    void whatIsNotReadyIsNotBlessed() throws IOException {
        service.write(ServiceFolder.JMETER, EvidenceTexts.jmeter(100, 1501)).commit();

        assertRefused("Only what is ready can be blessed; genai-gate:report tells what is not");
    }

    @Test
    void whatIsNotCommittedIsNotBlessed() throws IOException {
        service.edit(ServiceFolder.POLICY, text -> """
                apiVersion: genai-gate/v1
                kind: Policy
                name: acme-genai
                version: 3.2.0
                stages: [poc, pilot, production]
                requirements:
                  owner-assignment: { levels: { production: block }, roles: [accountable] }
                """);
        service.write("prompts/answer.md", "Answer from the handbook, at length.\n");

        assertThat(service.decide().verdict()).isEqualTo(Verdict.READY);
        assertRefused("The covered content has changes that are not committed: commit them, and bless what is");
    }

    @Test
    void withoutAPlaceNothingIsWritten() throws IOException {
        service.edit(ServiceFolder.MANIFEST, "baseline: " + BASELINE + "\n", "").commit();

        assertRefused("The manifest names no baseline: add a line such as baseline: governance/baseline.json to it");
    }

    @Test
    void noLinkLeadsElsewhere() throws IOException {
        var elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        service.edit(ServiceFolder.MANIFEST, BASELINE, "blessed/baseline.json").commit();
        Files.createSymbolicLink(service.path("blessed"), elsewhere);

        var blessing = bless();

        assertThat(blessing.refusal())
                .contains("The file blessed/baseline.json would lie outside of the base directory");
        assertThat(elsewhere).isEmptyDirectory();

        Files.delete(service.path("blessed"));
        Files.createDirectories(service.path("blessed"));
        Files.createSymbolicLink(service.path("blessed/baseline.json"), elsewhere.resolve("baseline.json"));

        assertThat(bless().refusal())
                .contains("The file blessed/baseline.json would lie outside of the base directory");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void aBaselineThatIsCoveredContentIsRefused() {
        service.edit(ServiceFolder.MANIFEST, BASELINE, "prompts/baseline.json");

        assertThat(ServiceFolder.problems(service.decide()))
                .containsExactly("genai-gate.yaml: The baseline \"prompts/baseline.json\" is covered content itself, by"
                        + " \"prompts/**\": blessing would change what is judged; Keep it in a folder that service.content"
                        + " does not cover, such as governance");
    }

    @Test
    void whatWasBlessedIsComparedWithOnceItIsCommitted() throws IOException {
        service.edit(
                ServiceFolder.POLICY,
                "latency-budget: { maxAge: 30 d, binding: committed }",
                "latency-budget: { maxAge: 30 d, binding: committed, maximumRegression: 1 % }");
        assertThat(service.decide().verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(worst()).isEqualTo("There is no file governance/baseline.json (and 1 more)");

        assertThat(bless().refusal()).isEmpty();
        assertThat(worst()).isEqualTo("governance/baseline.json is not committed at HEAD (and 1 more)");

        service.git().commit(ServiceFolder.RISK, "2026-11-18", "Bless");
        assertThat(ServiceFolder.problems(service.decide())).isEmpty();
        assertThat(service.decide().verdict()).isEqualTo(Verdict.READY);

        var rows = EvidenceTexts.jmeter(1_000, 400).split("\n", -1);
        for (int i = 40; i < rows.length; i += 40) {
            rows[i] = rows[i].replace(",400,", ",1600,");
        }
        service.write(ServiceFolder.JMETER, String.join("\n", rows)).commit();

        assertThat(service.decide().blocking()).extracting(Finding::requirement).containsExactly("latency-budget");
        assertThat(worst())
                .isEqualTo(
                        "Budget answer against the baseline: 2.5 % of 1 000 requests were not within 1500 ms, 0 % of 1 000"
                                + " in the baseline of 2026-11-22, allowed 1 percentage point more (at least 1.2 percentage points"
                                + " more with confidence 95 %)");
    }

    private String worst() {
        return ServiceFolder.finding(service.decide(), "latency-budget")
                .judgement()
                .message();
    }
}
