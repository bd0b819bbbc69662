package io.github.genaigate.maven.it;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * One of the shipped examples as the team's repository that it is said to be: copied, and committed by Kim and Lee, the
 * evidence after the content, the approval by the risk officer last.
 */
public final class Example {

    private static final Instant CONTENT = Instant.parse("2026-11-20T09:00:00Z");
    private static final Instant PROMPTS = Instant.parse("2026-11-21T09:00:00Z");
    // After the times inside the evidence, which are those of the runs that wrote it.
    private static final Instant EVIDENCE = Instant.parse("2026-11-23T18:00:00Z");
    private static final Instant APPROVAL = Instant.parse("2026-11-23T20:00:00Z");

    private final Path folder;
    private final Path examples;

    /**
     * An example.
     *
     * @param folder its copy, three levels below the root of this repository
     */
    public Example(File folder) {
        this.folder = folder.toPath().toAbsolutePath().normalize();
        this.examples = this.folder.resolve("../../../examples").normalize();
    }

    /** Makes the repository, with the organisation's policy beside it. */
    public void prepare() {
        copy(examples.resolve("org-policy"), folder.resolveSibling("org-policy"));
        copy(examples.resolve(folder.getFileName()), folder);
        var repository = new Repository(folder);
        repository.commit(
                "kim@acme.example",
                CONTENT,
                "Write the service",
                ".gitignore",
                ".github",
                "config",
                "genai-gate.yaml",
                "service",
                "src",
                "web");
        repository.commit("lee@acme.example", PROMPTS, "Write the prompts", "prompts");
        repository.commit(
                "kim@acme.example", EVIDENCE, "Add the evidence", "perf", "evals", "scans", "lineage", "docs", "ops");
        repository.commit("risk@acme.example", APPROVAL, "Approve", "governance");
    }

    /** Shows what the gate said and where the report lies, and checks how it decided. */
    public void ended(String verdict) {
        var outcome = new Outcome(folder.toFile());
        var said = outcome.log()
                .lines()
                .dropWhile(line -> !line.contains("--- genai-gate"))
                .skip(1)
                .takeWhile(line -> !line.contains("-----"))
                .toList();
        // What a script prints goes to the log of its build, and this is for the one who runs the examples.
        var terminal = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        terminal.println();
        terminal.println("=== " + folder.getFileName());
        said.forEach(terminal::println);
        terminal.println("=== " + folder.getFileName() + ", expected to be " + verdict + ": "
                + folder.resolve("target/genai-gate/report.html"));
        terminal.println();
        outcome.decided(verdict);
    }

    private static void copy(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                boolean built = from.relativize(file).startsWith("target");
                if (!built && !Files.exists(target)) {
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
