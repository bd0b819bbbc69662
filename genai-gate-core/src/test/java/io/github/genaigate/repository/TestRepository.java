package io.github.genaigate.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A repository made by the real git program, with settings and dates of its own. */
public final class TestRepository {

    public static final String KIM = "Kim <kim@acme.example>";
    public static final String LEE = "Lee <lee@acme.example>";

    private final Path folder;

    private TestRepository(Path folder) {
        this.folder = folder;
    }

    public static TestRepository init(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        var repository = new TestRepository(folder);
        repository.git("init", "-q", "-b", "main");
        return repository;
    }

    public static TestRepository at(Path folder) {
        return new TestRepository(folder);
    }

    public Path folder() {
        return folder;
    }

    public TestRepository write(String path, String text) {
        return write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public TestRepository write(String path, byte[] bytes) {
        try {
            var parent = folder.resolve(path).getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.write(folder.resolve(path), bytes);
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public TestRepository delete(String path) {
        try {
            Files.delete(folder.resolve(path));
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Commits everything; the day is that of author and committer, at noon. */
    public String commit(String author, String day, String message) {
        return commit(author, day, day, message);
    }

    public String commit(String author, String authorDay, String committerDay, String message) {
        git("add", "-A");
        run(
                List.of("commit", "-q", "--allow-empty", "--author", author, "-m", message),
                authorDay + "T12:00:00Z",
                committerDay + "T12:00:00Z");
        return head();
    }

    public String head() {
        return git("rev-parse", "HEAD").strip();
    }

    public String git(String... arguments) {
        return run(List.of(arguments), "2026-10-01T12:00:00Z", "2026-10-01T12:00:00Z");
    }

    public String gitOn(String day, String... arguments) {
        return run(List.of(arguments), day + "T12:00:00Z", day + "T12:00:00Z");
    }

    private String run(List<String> arguments, String authorDate, String committerDate) {
        var command = new ArrayList<>(List.of("git", "-c", "protocol.file.allow=always"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("GIT_"));
        environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("GIT_AUTHOR_DATE", authorDate);
        environment.put("GIT_COMMITTER_DATE", committerDate);
        environment.put("GIT_AUTHOR_NAME", "Merger");
        environment.put("GIT_AUTHOR_EMAIL", "merger@acme.example");
        environment.put("GIT_COMMITTER_NAME", "Committer");
        environment.put("GIT_COMMITTER_EMAIL", "committer@acme.example");
        try {
            var process = builder.start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(command + ": " + output);
            }
            return output;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
