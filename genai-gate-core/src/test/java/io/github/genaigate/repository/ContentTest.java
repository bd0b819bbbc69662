package io.github.genaigate.repository;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Content;
import io.github.genaigate.model.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The covered content and its digest. */
class ContentTest {

    private static final Coverage PROMPTS = Coverage.of("prompts/**");

    @TempDir
    Path folder;

    private TestRepository git;

    @BeforeEach
    void repository() {
        git = TestRepository.init(folder.resolve("service"));
        git.write("prompts/answer.md", "Answer briefly\n").write("src/app.py", "print(1)\n");
        git.commit(TestRepository.KIM, "2026-10-01", "Begin");
    }

    private Content content(Path base, Coverage coverage) {
        try (var repository = GitRepository.open(base)) {
            return Known.value(repository.content(coverage));
        }
    }

    private Content content(Coverage coverage) {
        return content(git.folder(), coverage);
    }

    @Test
    void isWhatHeadHas() {
        var blob = git.git("rev-parse", "HEAD:prompts/answer.md").strip();
        var line = "100644 " + blob + " prompts/answer.md\n";
        assertThat(content(PROMPTS))
                .isEqualTo(new Content(
                        Optional.of(git.head()),
                        "sha256:" + Sha256.of(line.getBytes(StandardCharsets.UTF_8)),
                        false,
                        "",
                        List.of("prompts/answer.md")));
    }

    @Test
    void isTheSameInPacks() {
        git.write("prompts/second.md", "x\n".repeat(4000)).commit(TestRepository.KIM, "2026-10-02", "More");
        git.write("prompts/second.md", "x\n".repeat(4000) + "y\n").commit(TestRepository.KIM, "2026-10-02", "More");
        var loose = content(PROMPTS);
        git.git("gc", "-q");
        assertThat(content(PROMPTS)).isEqualTo(loose);
        git.write("prompts/third.md", "loose beside a pack\n").commit(TestRepository.KIM, "2026-10-03", "Third");
        assertThat(content(PROMPTS).dirty()).isFalse();
        assertThat(content(PROMPTS).paths()).hasSize(3);
    }

    @Test
    void ofACommitIsThatOfAnEarlierCheckout() {
        var before = content(PROMPTS).digest();
        var first = git.head();
        git.write("prompts/answer.md", "Answer at length\n").commit(TestRepository.KIM, "2026-10-02", "Change");
        try (var repository = GitRepository.open(git.folder())) {
            assertThat(Known.value(repository.digestAt(first, PROMPTS))).isEqualTo(before);
            assertThat(Known.value(repository.digestAt(git.head(), PROMPTS)))
                    .isEqualTo(Known.value(repository.content(PROMPTS)).digest())
                    .isNotEqualTo(before);
            assertThat(Known.value(repository.changesSince(first, PROMPTS))).hasToString("prompts/answer.md");
            assertThat(Known.absence(repository.digestAt("main", PROMPTS)))
                    .containsExactly("unverifiable", "There is no commit main", "Name a commit by its full id");
        }
    }

    @Test
    void isDirtyByWhatIsChangedAddedOrDeleted() {
        assertThat(content(PROMPTS).dirty()).isFalse();
        git.write("src/app.py", "print(2)\n");
        assertThat(content(PROMPTS).dirty()).as("not covered").isFalse();
        git.write("prompts/new.md", "New\n");
        assertThat(content(PROMPTS).dirty()).as("added").isTrue();
        git.delete("prompts/new.md").write("prompts/answer.md", "Changed\n");
        assertThat(content(PROMPTS).dirty()).as("changed").isTrue();
        git.git("checkout", "-q", "prompts");
        assertThat(content(PROMPTS).dirty()).as("restored").isFalse();
        git.delete("prompts/answer.md");
        assertThat(content(Coverage.of("**")).dirty()).as("deleted").isTrue();
        try (var repository = GitRepository.open(git.folder())) {
            assertThat(Known.value(repository.uncommitted(Coverage.of("**"))))
                    .hasToString("prompts/answer.md, src/app.py");
        }
    }

    @Test
    void namesTheGlobsThatMatchNothing() {
        var coverage = Coverage.of("prompts/**", "config/*.yaml");
        try (var repository = GitRepository.open(git.folder())) {
            assertThat(repository.unmatched(coverage)).hasToString("[config/*.yaml]");
            assertThat(Known.absence(repository.content(coverage)))
                    .containsExactly(
                            "missing",
                            "The glob config/*.yaml of the covered content matches no file",
                            "Correct the glob, or add the files that it means");
            assertThat(Known.absence(repository.content(Coverage.of("a", "b/**", "c", "d"))))
                    .containsExactly(
                            "missing",
                            "4 globs of the covered content match no file: a, b/**, c, …",
                            "Correct the globs, or add the files that they mean");
        }
    }

    @Test
    void leavesOutWhatIsIgnoredAndNotCommitted() {
        git.write(".gitignore", "*.tmp\n__pycache__/\n!keep.tmp\n").write("prompts/.gitignore", "local*\n!local.md\n");
        git.write("prompts/committed.tmp", "Forced\n");
        git.git("add", "-f", "prompts/committed.tmp");
        git.commit(TestRepository.KIM, "2026-10-02", "Ignore");
        git.write("prompts/a.tmp", "1").write("prompts/local.txt", "2").write("prompts/__pycache__/x.md", "3");
        assertThat(content(PROMPTS).dirty()).isFalse();
        git.write("prompts/local.md", "4").write("prompts/deep/keep.tmp", "5");
        assertThat(content(PROMPTS).paths())
                .containsExactly(
                        "prompts/.gitignore",
                        "prompts/answer.md",
                        "prompts/committed.tmp",
                        "prompts/deep/keep.tmp",
                        "prompts/local.md");
    }

    @Test
    void leavesOutWhatIsExcluded() {
        git.write("target/genai-gate/decision.json", "{}").write("governance/risk.yaml", "role: risk\n");
        assertThat(content(Coverage.of("**").without("target/**", "governance/risk.yaml"))
                        .paths())
                .containsExactly("prompts/answer.md", "src/app.py");
    }

    @Test
    void coversTheManifestInItsCanonicalForm() {
        git.write("genai-gate.yaml", "name: a # one\n").commit(TestRepository.KIM, "2026-10-02", "Manifest");
        var coverage = Coverage.of("**").with(new Coverage.CanonicalManifest("genai-gate.yaml", bytes -> {
            var text = new String(bytes, StandardCharsets.UTF_8);
            return text.startsWith("name: ") ? Optional.of(text.substring(0, text.indexOf('#'))) : Optional.empty();
        }));
        var before = content(coverage);
        assertThat(before.paths()).doesNotContain("genai-gate.yaml");
        git.write("genai-gate.yaml", "name: a # two\n");
        assertThat(content(coverage)).isEqualTo(before);
        git.write("genai-gate.yaml", "name: b # two\n");
        assertThat(content(coverage).dirty()).isTrue();
        try (var repository = GitRepository.open(git.folder())) {
            assertThat(Known.value(repository.uncommitted(coverage))).hasToString("genai-gate.yaml");
        }
        git.write("genai-gate.yaml", "broken\n");
        assertThat(content(coverage).digest()).isNotEqualTo(before.digest());
    }

    @Test
    void isTheSameOnWindows() {
        git.write("prompts/answer.md", "Answer briefly\r\n");
        assertThat(content(PROMPTS).dirty()).isFalse();
        git.write("prompts/answer.md", "Answer briefly\r\nand well\r\n");
        assertThat(content(PROMPTS).dirty()).isTrue();
        git.write("prompts/answer.md", "Answer briefly\r");
        assertThat(content(PROMPTS).dirty()).isTrue();
    }

    @Test
    void takesTheExecutableBitFromTheCommit() throws IOException {
        assertThat(folder.resolve("service/prompts/answer.md").toFile().setExecutable(true))
                .isTrue();
        assertThat(content(PROMPTS).dirty()).isFalse();
        var before = content(PROMPTS).digest();
        git.commit(TestRepository.KIM, "2026-10-02", "Mode");
        assertThat(content(PROMPTS).digest()).isNotEqualTo(before);
    }

    @Test
    void hashesLinksAsLinks() throws IOException {
        var secret = Files.writeString(folder.resolve("secret.txt"), "not ours");
        Files.createDirectories(folder.resolve("outside"));
        Files.writeString(folder.resolve("outside/b.md"), "not ours either");
        Files.createSymbolicLink(git.folder().resolve("prompts/link.md"), Path.of("../../secret.txt"));
        Files.createSymbolicLink(git.folder().resolve("prompts/more"), Path.of("../../outside"));
        git.commit(TestRepository.KIM, "2026-10-02", "Links");
        var before = content(PROMPTS);
        assertThat(before.dirty()).isFalse();
        assertThat(before.paths()).containsExactly("prompts/answer.md", "prompts/link.md", "prompts/more");
        Files.writeString(secret, "changed");
        assertThat(content(PROMPTS)).isEqualTo(before);
        git.delete("prompts/link.md").write("prompts/link.md", "../../secret.txt");
        assertThat(content(PROMPTS).dirty()).isTrue();
    }

    @Test
    void countsAnotherRepositoryByItsCommit() {
        var library = TestRepository.init(folder.resolve("library"));
        library.write("lib.py", "1\n").commit(TestRepository.LEE, "2026-09-01", "Library");
        git.git("submodule", "--quiet", "add", library.folder().toUri().toString(), "src/library");
        git.commit(TestRepository.KIM, "2026-10-02", "Submodule");
        TestRepository.init(git.folder().resolve("src/nested")).write("hidden.py", "2\n");
        var coverage = Coverage.of("src/**");
        assertThat(content(coverage).paths()).containsExactly("src/app.py", "src/library");
        assertThat(content(coverage).dirty()).isFalse();
        var inside = TestRepository.at(git.folder().resolve("src/library"));
        inside.write("lib.py", "3\n").commit(TestRepository.LEE, "2026-10-03", "Elsewhere");
        assertThat(content(coverage).dirty()).isTrue();
        assertThat(content(inside.folder(), Coverage.of("*.py")).paths()).containsExactly("lib.py");
    }

    @Test
    void seesCommittedFilesHiddenByANestedRepositoryAsGone() {
        TestRepository.init(git.folder().resolve("prompts"));
        try (var repository = GitRepository.open(git.folder())) {
            assertThat(repository.unmatched(PROMPTS)).hasSize(1);
            assertThat(Known.value(repository.uncommitted(PROMPTS))).hasToString("prompts/answer.md");
        }
    }

    @Test
    void knowsFilesKeptByLfs() {
        var bytes = "weights".repeat(100).getBytes(StandardCharsets.UTF_8);
        git.write(
                        "prompts/model.bin",
                        "version https://git-lfs.github.com/spec/v1\noid sha256:" + Sha256.of(bytes) + "\nsize "
                                + bytes.length + "\n")
                .commit(TestRepository.KIM, "2026-10-02", "Model");
        var pointer = content(PROMPTS);
        git.write("prompts/model.bin", bytes);
        assertThat(content(PROMPTS)).isEqualTo(pointer);
        git.write("prompts/model.bin", "weightz".repeat(100));
        assertThat(content(PROMPTS).dirty()).isTrue();
    }

    @Test
    void standsInASubfolder() {
        git.write("team/bot/prompts/a.md", "A\n").write("team/.gitignore", "*.log\n");
        git.commit(TestRepository.KIM, "2026-10-02", "Bot");
        git.write("team/bot/prompts/x.log", "noise");
        var found = content(git.folder().resolve("team/bot"), PROMPTS);
        assertThat(found.prefix()).isEqualTo("team/bot/");
        assertThat(found.paths()).containsExactly("prompts/a.md");
        assertThat(found.dirty()).isFalse();
    }

    @Test
    void standsInALinkedWorkingTree() {
        git.git("worktree", "add", "-q", "-b", "other", folder.resolve("linked").toString());
        var linked = TestRepository.at(folder.resolve("linked"));
        linked.write("prompts/answer.md", "Other\n").commit(TestRepository.LEE, "2026-10-02", "Other");
        var found = content(linked.folder(), PROMPTS);
        assertThat(found.commit()).hasValue(linked.head()).isNotEqualTo(Optional.of(git.head()));
        assertThat(found.dirty()).isFalse();
        git.git("pack-refs", "--all");
        assertThat(content(linked.folder(), PROMPTS)).isEqualTo(found);
    }

    @Test
    void isReadFromTheDiskOutsideOfARepository() throws IOException {
        var inside = content(PROMPTS);
        var copy = Files.createDirectories(folder.resolve("copy/prompts"));
        Files.copy(git.folder().resolve("prompts/answer.md"), copy.resolve("answer.md"));
        assertThat(content(folder.resolve("copy"), PROMPTS))
                .isEqualTo(new Content(Optional.empty(), inside.digest(), false, "", inside.paths()));
    }

    @Test
    void aLineBreakInANameCannotPassForALine() {
        var id = org.eclipse.jgit.lib.ObjectId.zeroId();
        var entry = new TreeEntry(TreeEntry.FILE, id);
        var one = new Snapshot(new java.util.TreeMap<>(java.util.Map.of("a", entry, "b", entry)), Optional.empty());
        var forged = new Snapshot(
                new java.util.TreeMap<>(java.util.Map.of("a\n100644 " + id.name() + " b", entry)), Optional.empty());
        assertThat(one.digest()).isNotEqualTo(forged.digest());
    }
}
