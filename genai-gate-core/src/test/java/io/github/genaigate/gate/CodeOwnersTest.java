package io.github.genaigate.gate;

import static io.github.genaigate.gate.ServiceFolder.finding;
import static io.github.genaigate.gate.ServiceFolder.problems;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Ownership;
import io.github.genaigate.repository.GitRepository;
import io.github.genaigate.repository.Known;
import io.github.genaigate.repository.TestRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeOwnersTest {

    private static final String TEAM = "* @acme/support-ai\n";

    @TempDir
    Path folder;

    private TestRepository repository() {
        return TestRepository.init(folder.resolve("repository")).write("README.md", "x\n");
    }

    private static Lookup<Ownership> lookup(TestRepository git) {
        try (var repository = GitRepository.open(git.folder())) {
            return CodeOwners.of(repository, ServiceFolder.GATE.readers());
        }
    }

    private static List<String> owners(TestRepository git) {
        return List.copyOf(Known.value(lookup(git)).owners("prompts/answer.md"));
    }

    private static List<String> absence(TestRepository git) {
        return Known.absence(lookup(git));
    }

    private static void commit(TestRepository git) {
        git.commit(TestRepository.KIM, "2026-11-17", "Change");
    }

    @ParameterizedTest
    @ValueSource(strings = {".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"})
    void eachOfItsPlaces(String place) {
        var git = repository();
        commit(git);
        var missing = List.of(
                "missing",
                "HEAD has no CODEOWNERS in .github/CODEOWNERS, CODEOWNERS, docs/CODEOWNERS, .gitlab/CODEOWNERS",
                "Commit .github/CODEOWNERS or .gitlab/CODEOWNERS");
        assertThat(absence(git)).isEqualTo(missing);

        git.write(place, TEAM);
        assertThat(absence(git)).as("not committed").isEqualTo(missing);

        git.write(".git/info/exclude", "CODEOWNERS\n");
        assertThat(absence(git)).as("ignored").isEqualTo(missing);

        git.git("add", "-f", place);
        assertThat(absence(git)).as("only in the index").isEqualTo(missing);

        commit(git);
        assertThat(owners(git)).containsExactly("@acme/support-ai");
    }

    @Test
    void whatLiesOnDiskDoesNotMatter() {
        var git = repository().write("CODEOWNERS", TEAM);
        commit(git);
        git.write("CODEOWNERS", "* @acme/other\n").write(".github/CODEOWNERS", "* @acme/other\n");
        assertThat(owners(git)).containsExactly("@acme/support-ai");
        git.delete("CODEOWNERS");
        assertThat(owners(git)).containsExactly("@acme/support-ai");
    }

    @Test
    void severalThatDifferProveNothing() {
        var git = repository().write("docs/CODEOWNERS", TEAM).write(".github/CODEOWNERS", TEAM);
        commit(git);
        assertThat(owners(git)).containsExactly("@acme/support-ai");

        git.write(".gitlab/CODEOWNERS", TEAM + "\n");
        commit(git);
        assertThat(absence(git))
                .containsExactly(
                        "unverifiable",
                        "HEAD has different code owners in .github/CODEOWNERS, docs/CODEOWNERS, .gitlab/CODEOWNERS, and"
                                + " which of them hold depends on the forge",
                        "Keep one of them");
    }

    @Test
    void aPlaceThatCannotBeReadIsNotPassedOver() throws IOException {
        var git = repository().write(".github/CODEOWNERS", "");
        commit(git);
        assertThat(absence(git))
                .containsExactly(
                        "unreadable",
                        ".github/CODEOWNERS: The file is empty",
                        "Write one pattern with its owners on each line");

        git.write("owners", TEAM).delete(".github/CODEOWNERS");
        Files.createSymbolicLink(git.folder().resolve(".github/CODEOWNERS"), Path.of("../owners"));
        commit(git);
        assertThat(absence(git))
                .containsExactly(
                        "unreadable", ".github/CODEOWNERS is a link at HEAD, not a file", "Commit the file itself");

        git.delete(".github/CODEOWNERS").write("CODEOWNERS", "#".repeat((4 << 20) + 1));
        commit(git);
        assertThat(absence(git))
                .containsExactly(
                        "unreadable",
                        "CODEOWNERS is larger than 4096 KiB",
                        "Commit the right file, or make it smaller");
    }

    @Test
    void withoutARepositoryThereAreNone() throws IOException {
        var git = TestRepository.at(Files.createDirectories(folder.resolve("plain")));
        git.write("CODEOWNERS", TEAM);
        assertThat(absence(git))
                .containsExactly(
                        "unverifiable",
                        "The manifest's folder lies in no git repository",
                        "Run the gate in a clone of the service's repository");
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
        git.write(".github/CODEOWNERS", "* @acme/other\n/services/assistant/ @acme/support-ai\n");
        commit(git);
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
        commit(git);
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
