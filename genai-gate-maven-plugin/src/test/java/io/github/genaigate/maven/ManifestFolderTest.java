package io.github.genaigate.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestFolderTest {

    private static final String NAME = "genai-gate.yaml";

    @TempDir
    Path outside;

    private Path root;
    private Path module;

    @BeforeEach
    void reactor() throws IOException {
        root = Files.createDirectories(outside.resolve("repository"));
        module = Files.createDirectories(root.resolve("services/api"));
    }

    @Test
    void isTheModuleThatHasAManifest() throws IOException {
        repository();
        Files.createFile(module.resolve(NAME));
        Files.createFile(root.resolve(NAME));
        assertThat(ManifestFolder.of(module, NAME)).isEqualTo(module);
    }

    @Test
    void isTheNearestFolderAboveThatHasOne() throws IOException {
        repository();
        Files.createFile(root.resolve("services").resolve(NAME));
        Files.createFile(root.resolve(NAME));
        assertThat(ManifestFolder.of(module, NAME)).isEqualTo(root.resolve("services"));
    }

    @Test
    void isTheRootOfTheRepository() throws IOException {
        repository();
        Files.createFile(root.resolve(NAME));
        assertThat(ManifestFolder.of(module, NAME)).isEqualTo(root);
    }

    @Test
    void isNeverAboveTheRepository() throws IOException {
        repository();
        Files.createFile(outside.resolve(NAME));
        assertThat(ManifestFolder.of(module, NAME)).isEqualTo(module);
    }

    @Test
    void endsAtAWorktreeToo() throws IOException {
        Files.writeString(root.resolve(".git"), "gitdir: elsewhere\n");
        Files.createFile(outside.resolve(NAME));
        Files.createFile(root.resolve(NAME));
        assertThat(ManifestFolder.of(module, NAME)).isEqualTo(root);
    }

    @Test
    void isTheModuleItselfOutsideOfARepository() throws IOException {
        Files.createFile(root.resolve(NAME));
        assertThat(ManifestFolder.of(module, NAME)).isEqualTo(module);
    }

    @Test
    void isInOneTreeWithAllOfItsRepository() throws IOException {
        repository();
        assertThat(ManifestFolder.same(root, module)).isTrue();
        assertThat(ManifestFolder.same(root.resolve("tools"), module)).isTrue();
        assertThat(ManifestFolder.same(outside, module)).isFalse();
    }

    @Test
    void isInOneTreeWithWhatIsAboveOrBelowOutsideOfARepository() {
        assertThat(ManifestFolder.same(root, module)).isTrue();
        assertThat(ManifestFolder.same(module, root)).isTrue();
        assertThat(ManifestFolder.same(root.resolve("tools"), module)).isFalse();
    }

    private void repository() throws IOException {
        Files.createDirectory(root.resolve(".git"));
    }
}
