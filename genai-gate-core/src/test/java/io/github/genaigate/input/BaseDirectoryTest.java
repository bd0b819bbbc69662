package io.github.genaigate.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.genaigate.model.Glob;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseDirectoryTest {

    @TempDir
    Path temp;

    private BaseDirectory base;

    @BeforeEach
    void layOut() throws IOException, RefusedException {
        var service = Files.createDirectories(temp.resolve("service"));
        Files.writeString(temp.resolve("outside.txt"), "secret");
        Files.createDirectories(temp.resolve("elsewhere"));
        Files.writeString(temp.resolve("elsewhere/a.txt"), "secret");
        for (String file : new String[] {
            "a.txt", "perf/r1.jtl", "perf/r2.jtl", "perf/old/r3.jtl", "perf/.hidden", ".git/config", "x/.GIT/config"
        }) {
            Files.createDirectories(service.resolve(file).getParent());
            Files.writeString(service.resolve(file), "0123456789");
        }
        base = BaseDirectory.of(service);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "missing.txt    | There is no file \"missing.txt\" | Create it, or correct the path",
                "no/such/folder | There is no file \"no/such/folder\" | Create it, or correct the path",
                "a.txt/b        | The path \"a.txt/b\" cannot be followed | Correct the path, or the links on its way",
                "perf           | \"perf\" is a folder, not a file | Name a file, or write \"perf/**\" for all files below it",
                ".git/config    | The path \".git/config\" leads into .git | Name a file of the repository's content",
                "x/.GIT/config  | The path \"x/.GIT/config\" leads into .git | Name a file of the repository's content"
            })
    void refusesWhatIsNoFileOfItsOwn(String path, String what, String mend) {
        assertRefused(path, what, mend);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''             | it is empty",
                "../outside.txt | a path must stay below the manifest's folder",
                "perf/../../outside.txt | a path must stay below the manifest's folder",
                "/etc/hostname  | a path must stay below the manifest's folder",
                "C:/a.txt       | a path must stay below the manifest's folder",
                "c:a.txt        | a path must stay below the manifest's folder",
                "perf\\r1.jtl   | a path is written with /",
                "\\\\host\\a    | a path is written with /",
                "./a.txt        | a path is written without . segments, and all files are **",
                "perf/          | a path does not end with /, and all files below a folder are folder/**",
                "perf//r1.jtl   | a path has no empty segment"
            })
    void refusesPathsThatAreNotPlain(String path, String complaint) {
        assertRefused(
                path,
                "The path \"" + path + "\" is refused: " + complaint,
                "Write a path relative to the manifest's folder");
        assertThatThrownBy(() -> base.files(new Glob(path))).isInstanceOf(RefusedException.class);
    }

    @Test
    void refusesControlCharacters() {
        assertRefused(
                "a\u0000.txt",
                "The path \"aU+0000.txt\" is refused: a path has no control characters",
                "Write a path relative to the manifest's folder");
    }

    @Test
    void followsLinksThatStayInside() throws Exception {
        link("to-file", "perf/r1.jtl");
        link("to-folder", "perf");

        assertThat(base.file("to-file")).isEqualTo(base.root().resolve("perf/r1.jtl"));
        assertThat(base.file("to-folder/r2.jtl")).isEqualTo(base.root().resolve("perf/r2.jtl"));
        assertThat(base.bytes("to-file", 10)).hasSize(10);
    }

    @Test
    void refusesLinksThatLeadOut() throws Exception {
        link("out", "../outside.txt");
        link("out-folder", "../elsewhere");
        link("into-git", ".git/config");

        assertRefused(
                "out",
                "The path \"out\" leads out of the folder through a link",
                "Put the file itself below the folder");
        assertRefused(
                "out-folder/a.txt",
                "The path \"out-folder/a.txt\" leads out of the folder through a link",
                "Put the file itself below the folder");
        assertRefused("into-git", "The path \"into-git\" leads into .git", "Name a file of the repository's content");
    }

    @Test
    void isNotFooledByASiblingOfTheSameBeginning() throws Exception {
        Files.createDirectories(temp.resolve("service-secrets"));
        Files.writeString(temp.resolve("service-secrets/a.txt"), "secret");
        link("sibling", "../service-secrets/a.txt");

        assertRefused(
                "sibling",
                "The path \"sibling\" leads out of the folder through a link",
                "Put the file itself below the folder");
    }

    @Test
    void refusesLinksThatLeadNowhere() throws Exception {
        link("dangling", "nothing");
        link("loop", "loop");

        assertRefused(
                "dangling",
                "The path \"dangling\" is a link to a file that is not there",
                "Create the file, or correct the link");
        assertRefused("loop", "The path \"loop\" cannot be followed", "Correct the path, or the links on its way");
    }

    @Test
    void refusesSpecialFiles() throws Exception {
        var made = new ProcessBuilder("mkfifo", base.root().resolve("pipe").toString()).start();
        assumeTrue(made.waitFor() == 0, "mkfifo is needed");

        assertRefused("pipe", "\"pipe\" is not a plain file", "Name a plain file");
        assertThat(base.files(new Glob("pip?"))).containsExactly("pipe");
    }

    @Test
    void refusesWhatCannotBeRead() throws Exception {
        var file = base.root().resolve("a.txt");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(file), "root reads everything");

        assertRefused("a.txt", "The file \"a.txt\" cannot be read", "Allow the build to read it");
    }

    @Test
    void refusesLargeFiles() throws Exception {
        Files.write(base.root().resolve("large"), new byte[2049]);

        assertThat(base.bytes("large", 2049)).hasSize(2049);
        assertThatThrownBy(() -> base.bytes("large", 2048))
                .isInstanceOf(RefusedException.class)
                .hasMessage("The file \"large\" is larger than 2 KiB");
    }

    @Test
    void isAFolder() {
        assertThatThrownBy(() -> BaseDirectory.of(temp.resolve("missing")))
                .isInstanceOf(RefusedException.class)
                .hasMessage("There is no folder " + temp.resolve("missing"));
        assertThatThrownBy(() -> BaseDirectory.of(temp.resolve("outside.txt")))
                .isInstanceOf(RefusedException.class)
                .hasMessage(temp.resolve("outside.txt") + " is not a folder");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "perf/*.jtl   | perf/r1.jtl,perf/r2.jtl",
                "perf/**      | perf/.hidden,perf/old/r3.jtl,perf/r1.jtl,perf/r2.jtl",
                "**/r?.jtl    | perf/old/r3.jtl,perf/r1.jtl,perf/r2.jtl",
                "**           | a.txt,perf/.hidden,perf/old/r3.jtl,perf/r1.jtl,perf/r2.jtl",
                "*            | a.txt",
                "a.txt        | a.txt",
                "perf         | perf",
                "missing/**   | ''",
                "missing.txt  | ''",
                "a.txt/*      | ''",
                ".git/*       | ''",
                "x/.GIT/**    | ''",
                "perf/old/../*| refused"
            })
    void findsWhatAGlobMatches(String glob, String expected) throws Exception {
        if (expected.equals("refused")) {
            assertThatThrownBy(() -> base.files(new Glob(glob)))
                    .isInstanceOf(RefusedException.class)
                    .hasMessage("The path \"" + glob + "\" is refused: a path must stay below the manifest's folder");
        } else {
            assertThat(String.join(",", base.files(new Glob(glob)))).isEqualTo(expected);
        }
    }

    @Test
    void doesNotWalkThroughLinks() throws Exception {
        link("out-folder", "../elsewhere");
        link("in-folder", "perf");
        link("perf/out.jtl", "../../outside.txt");

        assertThat(base.files(new Glob("**/a.txt"))).containsExactly("a.txt");
        assertThat(base.files(new Glob("*-folder"))).containsExactly("in-folder", "out-folder");
        assertThat(base.files(new Glob("perf/o*.jtl"))).containsExactly("perf/out.jtl");
        for (String folder : new String[] {"out-folder", "in-folder"}) {
            var refused = catchThrowableOfType(RefusedException.class, () -> base.files(new Glob(folder + "/*")));
            assertThat(refused.what())
                    .isEqualTo("The folder of the glob \"" + folder + "/*\" is reached through a link");
            assertThat(refused.mend()).isEqualTo("Name the real folder");
        }
    }

    @Test
    void doesNotLookThroughEverything() throws Exception {
        assertThat(base.files(new Glob("perf/**"), 6)).hasSize(4);
        var refused = catchThrowableOfType(RefusedException.class, () -> base.files(new Glob("perf/**"), 5));
        assertThat(refused.what()).isEqualTo("The glob \"perf/**\" looks through more than 5 files");
        assertThat(refused.mend()).isEqualTo("Begin it with the folder that is meant");
    }

    private void link(String from, String to) throws IOException {
        Files.createSymbolicLink(base.root().resolve(from), Path.of(to));
    }

    private void assertRefused(String path, String what, String mend) {
        var refused = catchThrowableOfType(RefusedException.class, () -> base.file(path));
        assertThat(refused.what()).isEqualTo(what);
        assertThat(refused.mend()).isEqualTo(mend);
        assertThatThrownBy(() -> base.bytes(path, 100)).isInstanceOf(RefusedException.class);
    }
}
