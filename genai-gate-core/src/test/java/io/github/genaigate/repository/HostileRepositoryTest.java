package io.github.genaigate.repository;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.jgit.util.SystemReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository can mislead nobody into running, following, writing or believing anything. */
class HostileRepositoryTest {

    private static final Coverage PROMPTS = Coverage.of("prompts/**");
    private static final String BROKEN_MEND = "Clone it again with git clone, and without --bare";

    @TempDir
    Path folder;

    private TestRepository git;

    @BeforeEach
    void repository() {
        git = TestRepository.init(folder.resolve("service"));
        git.write("prompts/a.md", "A\n").commit(TestRepository.KIM, "2026-10-01", "Begin");
    }

    private static List<String> absence(Path base) {
        try (var repository = GitRepository.open(base)) {
            var words = Known.words(repository.absence().orElseThrow());
            assertThat(Known.absence(repository.authors("0".repeat(40), Optional.empty(), PROMPTS)))
                    .isEqualTo(words);
            return words;
        }
    }

    private Path write(String path, String text) throws IOException {
        return Files.writeString(git.folder().resolve(path), text);
    }

    /** Everything that can be asked, with packs and loose objects. */
    static void askEverything(Path base) {
        try (var repository = GitRepository.open(base)) {
            var head = repository.head().orElseThrow();
            Known.value(repository.content(PROMPTS));
            Known.value(repository.uncommitted(PROMPTS));
            Known.value(repository.digestAt(head, PROMPTS));
            Known.value(repository.freshness(Map.of("prompts/a.md", PROMPTS)).get("prompts/a.md"));
            Known.value(repository.authors(head, Optional.empty(), PROMPTS));
            Known.value(repository.activity(PROMPTS, Instant.EPOCH, Instant.parse("2030-01-01T00:00:00Z")));
            Known.value(repository.committed("prompts/a.md", 1000));
            Known.value(repository.versions("prompts/a.md", 10, 1000));
            repository.digestAt("1".repeat(40), PROMPTS);
        }
    }

    /** For a JVM of its own. */
    static final class Main {
        public static void main(String[] arguments) {
            askEverything(Path.of(arguments[0]));
        }
    }

    @Test
    void nothingIsExecutedAndNothingIsWritten() throws Exception {
        git.git("gc", "-q");
        git.write("prompts/b.md", "B\n").commit(TestRepository.LEE, "2026-10-02", "Loose");
        var home = Files.createDirectories(folder.resolve("home"));
        var marker = folder.resolve("executed");
        var programs = Files.createDirectories(folder.resolve("programs"));
        var script = Files.writeString(programs.resolve("git"), "#!/bin/sh\necho x >> " + marker + "\ncat\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (var hook : List.of("post-checkout", "pre-commit", "fsmonitor-watchman")) {
            Files.copy(script, git.folder().resolve(".git/hooks/" + hook));
        }
        Files.writeString(git.folder().resolve(".git/config"), """
                [core]
                    fsmonitor = %1$s
                    sshCommand = %1$s
                    hooksPath = %2$s
                    worktree = /
                    attributesFile = %1$s
                [include]
                    path = /dev/zero
                [filter "evil"]
                    clean = %1$s
                    smudge = %1$s
                    process = %1$s
                    required = true
                [diff "evil"]
                    command = %1$s
                    textconv = %1$s
                """.formatted(script, programs));
        git.write(".gitattributes", "* filter=evil diff=evil\n");
        var before = files(git.folder());
        var output = folder.resolve("output.txt");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.home=" + home,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        git.folder().toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("HOME", home.toString());
        builder.environment().put("PATH", programs + ":" + System.getenv("PATH"));
        builder.environment().remove("XDG_CONFIG_HOME");
        assertThat(builder.start().waitFor()).as(Files.readString(output)).isZero();
        assertThat(marker).doesNotExist();
        assertThat(files(home)).isEmpty();
        assertThat(files(git.folder())).isEqualTo(before);
    }

    private static SortedMap<String, String> files(Path top) throws IOException {
        var all = new TreeMap<String, String>();
        try (Stream<Path> paths = Files.walk(top)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                all.put(top.relativize(path).toString(), Sha256.of(Files.readAllBytes(path)));
            }
        }
        return all;
    }

    @Test
    void jgitsGlobalSettingsStayAsTheyWere() {
        var before = SystemReader.getInstance();
        askEverything(git.folder());
        assertThat(SystemReader.getInstance()).isSameAs(before);
    }

    @Test
    void objectsOfOtherRepositoriesAreNotRead() {
        var clone = folder.resolve("clone");
        git.git("clone", "-q", "--shared", git.folder().toString(), clone.toString());
        git.git("gc", "-q");
        try (var repository = GitRepository.open(clone)) {
            assertThat(Known.absence(repository.content(PROMPTS)))
                    .containsExactly(
                            "unverifiable",
                            "The clone borrows objects from another repository, which the gate does not read",
                            "Clone without --shared, or with --dissociate when --reference is used");
        }
    }

    @Test
    void replacedObjectsStayAsTheyAre() {
        var before = git.head();
        var other = git.write("prompts/a.md", "Replaced\n").commit(TestRepository.LEE, "2026-10-02", "Other");
        git.git("reset", "-q", "--hard", before);
        git.git("replace", before, other);
        try (var repository = GitRepository.open(git.folder())) {
            assertThat(Known.value(repository.content(PROMPTS)).dirty()).isFalse();
            assertThat(Known.value(repository.authors(before, Optional.empty(), PROMPTS))
                            .commits())
                    .containsOnlyKeys("kim@acme.example");
        }
    }

    @Test
    void anObjectThatIsNotWhatItsIdSaysIsRefused() throws IOException {
        var id = git.git("rev-parse", "HEAD:prompts/a.md").strip();
        var other =
                git.write("other", "Forged\n").git("hash-object", "-w", "other").strip();
        var objects = git.folder().resolve(".git/objects");
        var target = objects.resolve(id.substring(0, 2)).resolve(id.substring(2));
        Files.delete(target);
        Files.copy(objects.resolve(other.substring(0, 2)).resolve(other.substring(2)), target);
        try (var repository = GitRepository.open(git.folder())) {
            assertThat(Known.absence(repository.committed("prompts/a.md", 1000)))
                    .containsExactly(
                            "unverifiable",
                            "The repository is broken: Object " + id
                                    + " is corrupt: its content is not what its id says",
                            "Run git fsck, and clone it again");
        }
    }

    @Test
    void aMissingObjectIsToldApart() throws IOException {
        var id = git.git("rev-parse", "HEAD^{tree}").strip();
        Files.delete(git.folder().resolve(".git/objects/" + id.substring(0, 2) + "/" + id.substring(2)));
        try (var repository = GitRepository.open(git.folder())) {
            assertThat(Known.absence(repository.content(PROMPTS)))
                    .containsExactly(
                            "unverifiable",
                            "The clone is not complete: an object of its history is not there",
                            "Clone without --filter, or run git fsck and clone it again");
        }
    }

    @Test
    void brokenObjectsAndPacksAreRefused() throws IOException {
        var head = git.head();
        var file = git.folder().resolve(".git/objects/" + head.substring(0, 2) + "/" + head.substring(2));
        Files.delete(file);
        Files.write(file, new byte[] {1, 2, 3});
        try (var repository = GitRepository.open(git.folder())) {
            assertThat(Known.absence(repository.content(PROMPTS)).get(1)).startsWith("The repository is broken: ");
        }
        var pack = git.folder().resolve(".git/objects/pack/pack-" + "a".repeat(40));
        Files.writeString(Path.of(pack + ".pack"), "PACK");
        Files.writeString(Path.of(pack + ".idx"), "no index");
        try (var repository = GitRepository.open(git.folder())) {
            assertThat(Known.absence(repository.content(PROMPTS)).get(0)).isEqualTo("unverifiable");
        }
    }

    @Test
    void outsideOfARepository() throws IOException {
        assertThat(absence(Files.createDirectories(folder.resolve("elsewhere"))))
                .containsExactly(
                        "unverifiable",
                        "The manifest's folder lies in no git repository",
                        "Run the gate in a clone of the service's repository");
        assertThat(absence(folder.resolve("nowhere")).get(0)).isEqualTo("missing");
    }

    @Test
    void beforeTheFirstCommit() {
        var empty = TestRepository.init(folder.resolve("empty")).write("prompts/a.md", "A\n");
        assertThat(absence(empty.folder()))
                .containsExactly(
                        "unverifiable",
                        "The repository has no commit yet",
                        "Commit the service's files, and the evidence after them");
        try (var repository = GitRepository.open(empty.folder())) {
            var content = Known.value(repository.content(PROMPTS));
            assertThat(content.commit()).isEmpty();
            assertThat(content.dirty()).isTrue();
        }
    }

    @Test
    void inABareRepository() {
        git.git(
                "clone",
                "-q",
                "--bare",
                git.folder().toString(),
                folder.resolve("bare").toString());
        assertThat(absence(folder.resolve("bare/objects")))
                .containsExactly(
                        "unverifiable",
                        "The folder lies in a bare repository, which has no working tree",
                        "Run the gate in a clone with a working tree");
    }

    @Test
    void headThatNamesNoCommit() throws IOException {
        var mend = "Check out a branch or a commit";
        for (var text : List.of("", "ref: ../../etc/passwd", "ref: refs/../../x", "ref: HEAD", "nonsense")) {
            write(".git/HEAD", text);
            assertThat(absence(git.folder()))
                    .containsExactly("unverifiable", "HEAD of the repository names no commit", mend);
        }
        write(".git/HEAD", "ref: refs/heads/loop");
        write(".git/refs/heads/loop", "ref: refs/heads/loop");
        assertThat(absence(git.folder()).get(1)).isEqualTo("HEAD of the repository names no commit");
        write(".git/HEAD", "a".repeat(64));
        assertThat(absence(git.folder()))
                .containsExactly(
                        "unverifiable",
                        "The repository names objects by SHA-256, which the gate does not read",
                        "Use a repository with the object format sha1");
    }

    @Test
    void anotherStoreOfBranches() throws IOException {
        Files.createDirectories(git.folder().resolve(".git/reftable"));
        assertThat(absence(git.folder()))
                .containsExactly(
                        "unverifiable",
                        "The repository keeps its branches as a reftable, which the gate does not read",
                        "Run git refs migrate --ref-format=files");
    }

    @Test
    void anEntryThatLeadsNowhere() throws IOException {
        for (var text : List.of("", "gitdir: ../nowhere", "gitdir: \0", "hello")) {
            var at = Files.createDirectories(folder.resolve("lost"));
            Files.writeString(at.resolve(".git"), text);
            assertThat(absence(at))
                    .containsExactly("unverifiable", "The entry .git leads to no repository", BROKEN_MEND);
        }
    }

    @Test
    void aBrokenListOfShallowCommits() throws IOException {
        write(".git/shallow", "not an id\n");
        assertThat(absence(git.folder()))
                .containsExactly(
                        "unverifiable", "The list of shallow commits of the repository is broken", BROKEN_MEND);
    }

    @Test
    void aCommittedFileMustBeTheSameOnDisk() {
        git.write("risk.yaml", "role: risk\n").commit(TestRepository.LEE, "2026-10-02", "Sign");
        try (var repository = GitRepository.open(git.folder())) {
            assertThat(new String(
                            Known.value(repository.committed("risk.yaml", 100)).bytes(), StandardCharsets.UTF_8))
                    .isEqualTo("role: risk\n");
            assertThat(Known.absence(repository.committed("risk.yaml", 5)))
                    .containsExactly(
                            "unreadable", "risk.yaml is larger than 0 KiB", "Name the right file, or make it smaller");
            git.write("risk.yaml", "role: legal\n").write("new.yaml", "x");
            assertThat(Known.absence(repository.committed("risk.yaml", 100)))
                    .containsExactly(
                            "unverifiable",
                            "risk.yaml is not the same on disk and at HEAD",
                            "Commit the change, or undo it with git restore");
            assertThat(Known.absence(repository.committed("new.yaml", 100)))
                    .containsExactly("unverifiable", "new.yaml is not committed at HEAD", "Commit it");
            assertThat(Known.absence(repository.committed("none.yaml", 100)))
                    .containsExactly(
                            "missing", "There is no file none.yaml", "Create and commit it, or correct the path");
            git.write("risk.yaml", "role: risk\r\n");
            assertThat(new String(
                            Known.value(repository.committed("risk.yaml", 100)).bytes(), StandardCharsets.UTF_8))
                    .as("the signed bytes are the blob's")
                    .isEqualTo("role: risk\n");
        }
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        var loop = git.folder().resolve("prompts/.gitignore");
        Files.write(loop, new byte[(1 << 20) + 1]);
        try (var repository = GitRepository.open(git.folder())) {
            assertThat(Known.absence(repository.content(PROMPTS)))
                    .containsExactly(
                            "unreadable",
                            "prompts/.gitignore cannot be read: it is larger than 1 MiB",
                            "Allow the build to read it, and set LC_ALL=C.UTF-8 where file names go beyond ASCII");
        }
    }

    @Test
    void versionsAreTheFormsOfAFile() {
        git.write("risk.yaml", "1").commit(TestRepository.LEE, "2026-10-02", "One");
        var second = git.write("risk.yaml", "2").commit(TestRepository.LEE, "2026-10-03", "Two");
        git.write("risk.yaml", "too long").commit(TestRepository.LEE, "2026-10-04", "Three");
        git.delete("risk.yaml").commit(TestRepository.LEE, "2026-10-05", "Gone");
        var last = git.write("risk.yaml", "2").commit(TestRepository.LEE, "2026-10-06", "Again");
        try (var repository = GitRepository.open(git.folder())) {
            assertThat(Known.value(repository.versions("risk.yaml", 2, 5)))
                    .extracting(Committed::commit)
                    .containsExactly(last, second);
            assertThat(Known.value(repository.versions("risk.yaml", 9, 5))).hasSize(3);
        }
    }
}
