package io.github.genaigate.maven.it;

import io.github.genaigate.gate.Gate;
import io.github.genaigate.gate.GateRequest;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A service in a git repository of its own, set up before a build in an integration test. */
public final class Scene {

    private final Path folder;
    private final Repository repository;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    /**
     * A repository in a folder.
     *
     * @param folder the folder of the test, a copy three levels below the module, or one in it
     */
    public Scene(File folder) {
        this.folder = folder.toPath();
        try {
            Files.createDirectories(this.folder);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        this.repository = new Repository(this.folder);
        write(".gitignore", "target/\nbuild.log\n*.groovy\ninvoker.properties\n");
    }

    /** Copies the service that the tests share; what the test brings itself stays. */
    public Scene service() {
        Path template = template();
        try (var files = Files.walk(template)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(template.relativize(file).toString());
                if (!Files.exists(target)) {
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return this;
    }

    private Path template() {
        for (Path here = folder; here != null; here = here.getParent()) {
            if (Files.isDirectory(here.resolve("src/it-service"))) {
                return here.resolve("src/it-service");
            }
        }
        throw new IllegalStateException("there is no service to copy above " + folder);
    }

    /** Writes a file. */
    public Scene write(String path, String text) {
        try {
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return this;
    }

    /** Makes a link to a folder beside the repository. */
    public Scene link(String path, String target) {
        try {
            Path link = folder.resolve(path);
            Files.createDirectories(link.getParent());
            Files.createSymbolicLink(link, Path.of(target));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return this;
    }

    /** Writes the results of a load test that took place two hours ago: so many requests, all of them quick. */
    public Scene loadTest(int requests) {
        var text = new StringBuilder("timeStamp,elapsed,label,responseCode,responseMessage,threadName,success,bytes,"
                + "sentBytes,grpThreads,allThreads,Latency,IdleTime,Connect\n");
        Instant start = now.minus(Duration.ofHours(2));
        for (int i = 0; i < requests; i++) {
            text.append(String.format(
                    Locale.ROOT,
                    "%d,%d,chat,200,OK,Threads 1-1,true,900,120,1,1,%d,0,3%n",
                    start.plusSeconds(i).toEpochMilli(),
                    400 + i % 7 * 90,
                    300 + i % 5 * 20));
        }
        return write("perf/results.jtl", text.toString());
    }

    /** Commits everything, as somebody did some hours ago. */
    public Scene commit(String author, int hoursAgo) {
        repository.commit(author, now.minus(Duration.ofHours(hoursAgo)), "Work of " + author);
        return this;
    }

    /** Writes the record of an approval of the content as it is committed now; to be committed by the approver. */
    public Scene approve(String role, String signer) {
        var request = new GateRequest(
                folder,
                GateRequest.MANIFEST,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now,
                Optional.empty(),
                false,
                folder.resolve("target/genai-gate"));
        var decision = Gate.of(Scene.class.getClassLoader()).decide(request);
        return write(
                "governance/" + role + ".yaml",
                String.join(
                        "\n",
                        "apiVersion: genai-gate/v1",
                        "kind: SignOff",
                        "role: " + role,
                        "signer: " + signer,
                        "service: support-assistant",
                        "stage: production",
                        "covered: " + decision.subject().content().orElseThrow(),
                        "date: " + LocalDate.ofInstant(now, ZoneOffset.UTC),
                        ""));
    }
}
