package io.github.genaigate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.manifest.Manifest;
import io.github.genaigate.manifest.ManifestLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StarterTest {

    private static final Gate GATE = Gate.of(StarterTest.class.getClassLoader());

    @TempDir
    Path folder;

    @Test
    void proposesAManifestForAnEmptyFolder() throws IOException {
        var text = starter("support-assistant");
        assertThat(text).startsWith("""
                # What this service claims, and where the evidence lies. The gate judges it against the policy.
                # mvn acme:gate:1:check judges,
                # mvn acme:gate:1:criteria lists all that can be claimed.
                apiVersion: genai-gate/v1
                kind: Readiness
                service:
                  name: "support-assistant"
                  # summary: What it does for whom, in one sentence.
                  stage: pilot    # the stage that it asks to enter: poc, pilot or production
                  # The files that define its behaviour. When one changes, sign-offs and evidence have to be renewed.
                  content: ["src/main/**"]

                # Who answers for the service. The accountable owner is named in every finding.
                # owners:
                #   - { role: accountable, id: "@your-team" }
                #   - { role: engineering, id: you@your-company.example }

                # Every file of evidence once, by a name that the sections below refer to.
                # evidence:
                #   load-test: perf/results.jtl
                """);
        assertThat(loaded(text).evidence()).isEmpty();
    }

    @Test
    void tellsInCommentsWhatElseCanBeClaimed() throws IOException {
        var text = starter("support-assistant");
        GATE.criteria().stream()
                .flatMap(criterion -> criterion.about().section().stream())
                .forEach(section -> {
                    assertThat(text).contains("\n# " + section.name() + ":\n");
                    section.fields().fields().stream()
                            .filter(field -> !section.bare())
                            .forEach(field -> assertThat(text).contains("\n#   " + field.name() + ": "));
                });
    }

    @Test
    void tellsTheFieldsOfASectionThatIsAList() throws IOException {
        assertThat(starter("support-assistant")).contains("""

                        # models:
                        #   - name: <a text of one line, at most 200 characters>    # What the service calls the model.
                        #     provider: <a text of one line, at most 200 characters>    # Who runs or publishes it. (optional)
                        #     id: <a text of one line, at most 200 characters>    # The provider's exact id, with its version.
                        """);
    }

    @Test
    void namesWhatTheFolderHolds() throws IOException {
        write("src/main/java/example/Answer.java", "class Answer {}\n");
        write("src/test/java/example/AnswerTest.java", "class AnswerTest {}\n");
        write("prompts/answer.md", "Answer from the handbook only.\n");
        write("config/model.yaml", "model: extractive-1.2.0\n");
        write("ingest.py", "pass\n");
        write(".github/CODEOWNERS", "* @acme/support-ai kim@acme.example\n/docs/ @acme/docs\n");
        copy("jmeter-csv/results.jtl", "target/jmeter/results.jtl");
        copy("promptfoo/groundedness.json", "evals/out.json");
        copy("sarif/prompt-scanner.sarif", "scans/one.json");
        copy("sarif/prompt-scanner.sarif", "scans/two.sarif");
        copy("openlineage/handbook.ndjson", "lineage/events.ndjson");
        copy("jmeter-csv/results.jtl", "node_modules/somebody/results.jtl");
        copy("junit-xml/TEST-handbook.xml", "target/surefire-reports/TEST-handbook.xml");
        write("package.json", "{}\n");
        var text = starter("support-assistant");
        var manifest = loaded(text);
        assertThat(manifest.service().content()).containsExactly("*.py", "src/main/**", "prompts/**", "config/**");
        assertThat(manifest.owners().stream().map(owner -> owner.role() + " " + owner.id()))
                .containsExactly("accountable @acme/support-ai", "engineering kim@acme.example");
        assertThat(manifest.evidence().values().stream().map(evidence -> evidence.name() + " " + evidence.path()))
                .containsExactly(
                        "evals evals/out.json",
                        "lineage lineage/events.ndjson",
                        "load-test target/jmeter/results.jtl",
                        "scan scans/one.json",
                        "scan-2 scans/two.sarif");
        assertThat(manifest.sections().keySet())
                .containsExactlyInAnyOrder("evaluation", "latency", "lineage", "security");
        assertThat(text).contains("""
                latency:
                  budgets:
                    - { name: load-test, evidence: load-test, metric: duration, within: 2 s, share: 95 % }    # set what your users need
                """, """
                security:
                  evidence: [scan, scan-2]
                """);
        assertThat((List<?>) manifest.sections().get("lineage").values().get("datasets"))
                .isNotEmpty();
    }

    @Test
    void namesDocumentsAndAlertRules() throws IOException {
        copy("markdown/impact-assessment.md", "docs/impact-assessment.md");
        copy("markdown/impact-assessment.md", "docs/more.md");
        copy("prometheus-rules/handbook-alerts.yml", "ops/alerts.yml");
        write("docs/page.md", "---\ntitle: No document\n---\n# Page\n");
        var text = starter("support-assistant");
        assertThat(loaded(text).evidence().keySet()).containsExactlyInAnyOrder("document", "document-2", "alerts");
        assertThat(text).contains("""
                documents:
                  files:
                    - { name: document, evidence: document }    # set the name by which the policy demands docs/impact-assessment.md
                    - { name: document-2, evidence: document-2 }    # set the name by which the policy demands docs/more.md
                """, """
                operations:
                  alerts: [alerts]
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"it's # a \"name\": yes", "back\\slash", "null", "- x", "*star", "&anchor", "é漢😀"})
    void takesAnyNameOfAService(String name) throws IOException {
        assertThat(loaded(starter(name)).service().name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'line\nbreak'|line break",
                "'tab\tand\u0007bell'|tab and bell",
                "'\u0085next\u2028line'|next line",
                "' '|service",
                "''|service"
            })
    void straightensTheNameOfAService(String name, String straight) throws IOException {
        assertThat(loaded(starter(name)).service().name()).isEqualTo(straight);
    }

    @Test
    void shortensTheNameOfAService() throws IOException {
        assertThat(loaded(starter("x".repeat(5000))).service().name()).isEqualTo("x".repeat(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "it's", "#x", "ab: c", "[x]", "{x}", "*x", "é漢😀", "%x", "@x", "a, b"})
    void takesAnyNameOfAFile(String name) throws IOException {
        copy("jmeter-csv/results.jtl", name + "/" + name + ".jtl");
        assertThat(loaded(starter("x")).evidence().values())
                .extracting(Manifest.Evidence::path)
                .containsExactly(name + "/" + name + ".jtl");
    }

    @Test
    void leavesOutNamesThatAManifestCannotHold() throws IOException {
        copy("jmeter-csv/results.jtl", "perf/a\nb.jtl");
        copy("jmeter-csv/results.jtl", "perf/a\\b.jtl");
        assertThat(loaded(starter("x")).evidence()).isEmpty();
    }

    @Test
    void doesNotFollowLinksOutOfTheFolder(@TempDir Path outside) throws IOException {
        Files.copy(resource("jmeter-csv/results.jtl"), outside.resolve("results.jtl"));
        Files.createSymbolicLink(folder.resolve("perf"), outside);
        Files.createSymbolicLink(folder.resolve("results.jtl"), outside.resolve("results.jtl"));
        assertThat(loaded(starter("x")).evidence()).isEmpty();
    }

    private String starter(String name) throws IOException {
        return Starter.of(GATE, folder, name, "mvn acme:gate:1");
    }

    private static Manifest loaded(String text) {
        var formats = GATE.readers().stream().map(EvidenceReader::format).toList();
        var loaded = new ManifestLoader(GATE.catalogue(), formats)
                .load("genai-gate.yaml", text.getBytes(StandardCharsets.UTF_8));
        assertThat(loaded.problems()).isEmpty();
        return loaded.value().orElseThrow();
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void copy(String sample, String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.copy(resource(sample), file);
    }

    private static Path resource(String sample) {
        return Path.of("src/test/resources/evidence").resolve(sample);
    }
}
