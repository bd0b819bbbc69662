package io.github.genaigate.gate;

import static io.github.genaigate.gate.ServiceFolder.finding;
import static io.github.genaigate.gate.ServiceFolder.problems;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Ownership;
import io.github.genaigate.repository.Known;
import io.github.genaigate.repository.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeOwnersTest {

    @TempDir
    Path folder;

    private CodeOwnersTest write(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
        return this;
    }

    private List<String> owners() {
        Ownership ownership = Known.value(CodeOwners.of(folder, ServiceFolder.GATE.readers()));
        return List.copyOf(ownership.owners("prompts/answer.md"));
    }

    private List<String> absence() {
        return Known.absence(CodeOwners.of(folder, ServiceFolder.GATE.readers()));
    }

    @Test
    void theFirstOfItsPlaces() throws IOException {
        assertThat(absence())
                .containsExactly(
                        "missing",
                        "The repository has no CODEOWNERS in .github/CODEOWNERS, .gitlab/CODEOWNERS, CODEOWNERS,"
                                + " docs/CODEOWNERS",
                        "Add .github/CODEOWNERS or .gitlab/CODEOWNERS to the repository");
        write("docs/CODEOWNERS", "* @acme/docs\n");
        assertThat(owners()).containsExactly("@acme/docs");
        write("CODEOWNERS", "* @acme/root\n");
        assertThat(owners()).containsExactly("@acme/root");
        write(".gitlab/CODEOWNERS", "* @acme/gitlab\n");
        assertThat(owners()).containsExactly("@acme/gitlab");
        write(".github/CODEOWNERS", "* @acme/github\n");
        assertThat(owners()).containsExactly("@acme/github");
    }

    @Test
    void aFirstPlaceThatCannotBeReadIsNotPassedOver() throws IOException {
        write("CODEOWNERS", "* @acme/root\n");
        write(".github/CODEOWNERS", "");
        assertThat(absence())
                .containsExactly(
                        "unreadable",
                        ".github/CODEOWNERS: The file is empty",
                        "Write one pattern with its owners on each line");

        Files.delete(folder.resolve(".github/CODEOWNERS"));
        Files.createSymbolicLink(folder.resolve(".github/CODEOWNERS"), Path.of("../none"));
        assertThat(absence())
                .containsExactly(
                        "unreadable",
                        "The path \".github/CODEOWNERS\" is a link to a file that is not there",
                        "Create the file, or correct the link");
    }

    @Test
    void aServiceInASubfolderIsOwnedFromTheTop() {
        var service = ServiceFolder.ready(folder);
        var git = service.git();
        service.write("services/assistant/README.md", "");
        for (String path : List.of(
                "genai-gate.yaml", "src", "prompts", "config", "perf", "evals", "scans", "lineage", "governance")) {
            git.git("mv", path, "services/assistant/" + path);
        }
        git.write(".github/CODEOWNERS", "* @acme/other\n/services/assistant/ @acme/support-ai\n")
                .commit(TestRepository.KIM, "2026-11-17", "Move");
        var request = service.with().request();
        var moved = new GateRequest(
                service.path("services/assistant"),
                request.manifest(),
                List.of(service.folder().resolve("acme-policy.yaml").toString()),
                request.policyDigest(),
                request.stage(),
                request.stageAtLeast(),
                request.now(),
                request.asOf(),
                false,
                service.path("target/genai-gate"));

        var decision = ServiceFolder.GATE.decide(moved);

        assertThat(problems(decision)).isEmpty();
        assertThat(owned(decision)).isEqualTo("MET Code owners: all 3 covered paths belong to @acme/support-ai");
        service.write(".github/CODEOWNERS", "* @acme/support-ai\n/services/assistant/prompts/ @acme/other\n");
        assertThat(owned(ServiceFolder.GATE.decide(moved)))
                .isEqualTo(
                        "NOT_MET Code owners: 1 of 3 covered paths does not belong to @acme/support-ai: prompts/answer.md");
    }

    private static String owned(Decision decision) {
        return finding(decision, "owner-assignment").judgement().parts().stream()
                .filter(part -> part.message().startsWith("Code owners"))
                .map(part -> part.outcome() + " " + part.message())
                .collect(Collectors.joining());
    }
}
