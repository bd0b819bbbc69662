package io.github.genaigate.gate;

import static io.github.genaigate.gate.ServiceFolder.problems;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is covered content, seen by the digest that changes with it. */
@ExtendWith(ReadyService.class)
class CoveragesTest {

    private final ServiceFolder service;

    CoveragesTest(ServiceFolder service) {
        this.service = service;
    }

    private String digest() {
        var decision = service.decide();
        assertThat(problems(decision)).isEmpty();
        return decision.subject().content().orElseThrow();
    }

    private boolean covers(String path) {
        var before = digest();
        var text = service.read(path);
        service.write(path, text + "\n");
        boolean changed = !digest().equals(before);
        service.write(path, text);
        assertThat(digest()).isEqualTo(before);
        return changed;
    }

    @Test
    void theGlobsOfTheManifestAndOfThePolicy() {
        assertThat(covers("prompts/answer.md")).isTrue();
        assertThat(covers(ServiceFolder.CODEOWNERS)).isFalse();

        service.edit(ServiceFolder.POLICY, text -> text + "content: { atLeast: [.github/**] }\n");
        assertThat(covers(ServiceFolder.CODEOWNERS)).isTrue();
    }

    @Test
    void nothingIsHiddenByNamingItAsEvidence() {
        for (String path : List.of("src/main/App.java", "'src/main/*'")) {
            service.write(
                    ServiceFolder.MANIFEST,
                    ServiceFolder.MANIFEST_TEXT.replace("scan: scans/spotbugs.sarif", "scan: " + path));

            assertThat(covers("src/main/App.java")).as(path).isTrue();
        }
    }

    @Test
    void nothingIsHiddenByNamingItAsARecord() {
        service.edit(ServiceFolder.MANIFEST, "record: governance/risk.yaml", "record: src/main/App.java");

        assertThat(problems(service.decide()))
                .containsExactly("genai-gate.yaml:48:5: The record \"src/main/App.java\" is covered content itself, by"
                        + " \"src/main/**\": approving would change what is approved; Keep records in a folder that"
                        + " service.content does not cover, such as governance");
    }

    @Test
    void nothingIsHiddenByWritingReportsBesideIt() {
        var hiding = service.with().outputDirectory(service.path("src/main"));
        var before = ServiceFolder.GATE.decide(hiding).subject();
        assertThat(before.content()).contains(digest());

        service.write("src/main/App.java", "class Other {}\n");

        assertThat(ServiceFolder.GATE.decide(hiding).subject().content()).isNotEqualTo(before.content());
    }

    @Test
    void theReportsAreNoContent() {
        service.edit(ServiceFolder.MANIFEST, "src/main/**", "target/**, src/main/**")
                .write("target/genai-gate/notes.md", "Mine.\n");
        var before = digest();

        service.write("target/genai-gate/decision.json", "{}\n");
        assertThat(digest()).isEqualTo(before);
        service.write("target/genai-gate/notes.md", "Other.\n");
        assertThat(digest()).isNotEqualTo(before);
    }

    @Test
    void theManifestInItsCanonicalForm() {
        var before = digest();
        service.edit(ServiceFolder.MANIFEST, text -> "# a comment\n" + text);
        assertThat(digest()).as("a comment").isEqualTo(before);
        service.edit(ServiceFolder.MANIFEST, "record: governance/risk.yaml", "record: governance/other.yaml");
        assertThat(digest()).as("the record").isEqualTo(before);
        service.edit(ServiceFolder.MANIFEST, "within: 1500 ms", "within: 1600 ms");
        assertThat(digest()).as("a claim").isNotEqualTo(before);
    }
}
