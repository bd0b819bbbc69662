package io.github.genaigate.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A trick in the documentation that no test holds is a promise that nobody keeps. */
class EnforcementTableTest {

    private static final Pattern NAME = Pattern.compile("`([A-Za-z-]+)`");

    @Test
    void everyTrickIsHeldByATestThatExists() throws IOException {
        var tests = tests();
        var rows = Files.readAllLines(Path.of("../docs/enforcement.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| trick"))
                .toList();

        assertThat(rows).hasSizeGreaterThan(20).allSatisfy(row -> {
            var cells = row.split("\\|", -1);
            var named =
                    NAME.matcher(cells[4]).results().map(name -> name.group(1)).toList();
            assertThat(cells).as(row).hasSize(6);
            assertThat(named).as(row).isNotEmpty();
            assertThat(tests).containsAll(named);
        });
    }

    /** Integration tests by their folder, and test classes of both modules. */
    private static TreeSet<String> tests() throws IOException {
        var names = new TreeSet<String>();
        try (var folders = Files.list(Path.of("src/it"))) {
            folders.filter(Files::isDirectory)
                    .forEach(folder -> names.add(folder.getFileName().toString()));
        }
        for (String module : new String[] {".", "../genai-gate-core"}) {
            try (var files = Files.walk(Path.of(module, "src/test/java"))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith("Test.java"))
                        .forEach(name -> names.add(name.substring(0, name.length() - ".java".length())));
            }
        }
        return names;
    }
}
