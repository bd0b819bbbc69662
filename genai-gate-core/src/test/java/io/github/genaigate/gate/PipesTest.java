package io.github.genaigate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.genaigate.model.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pipe that nobody writes to never answers: no file is opened before it is known to be one. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@ExtendWith(ReadyService.class)
class PipesTest {

    private final ServiceFolder service;

    PipesTest(ServiceFolder service) {
        this.service = service;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "genai-gate.yaml",
                "../acme-policy.yaml",
                "governance/risk.yaml",
                "src/main/App.java",
                ".git/HEAD",
                ".git/refs/heads/main",
                ".git/objects"
            })
    void inPlaceOfAFile(String path) throws Exception {
        if (Files.isDirectory(service.path(path))) {
            service.delete(path);
        } else {
            Files.delete(service.path(path));
        }
        pipe(service.path(path));

        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(60), service::decide)
                        .verdict())
                .isEqualTo(Verdict.NOT_READY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".gitignore",
                "src/main/pipe",
                "prompts/.gitignore",
                ".mailmap",
                ".github/CODEOWNERS",
                ".git/packed-refs",
                ".git/shallow",
                ".git/info/exclude",
                ".git/commondir",
                ".git/objects/info/alternates"
            })
    void besideTheFiles(String path) throws Exception {
        Files.createDirectories(service.path(path).getParent());
        Files.deleteIfExists(service.path(path));
        pipe(service.path(path));

        assertTimeoutPreemptively(Duration.ofSeconds(60), service::decide);
    }

    @Test
    void amongTheFilesOfAGlob() throws Exception {
        service.edit(ServiceFolder.MANIFEST, "scan: scans/spotbugs.sarif", "scan: scans/*");
        pipe(service.path("scans/pipe"));

        var decision = assertTimeoutPreemptively(Duration.ofSeconds(60), service::decide);

        assertThat(ServiceFolder.finding(decision, "security-review")
                        .judgement()
                        .message())
                .startsWith("\"scans/pipe\" is not a plain file");
    }

    private static void pipe(Path path) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor())
                .isZero();
    }
}
