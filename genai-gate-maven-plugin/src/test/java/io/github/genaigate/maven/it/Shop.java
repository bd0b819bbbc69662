package io.github.genaigate.maven.it;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Policy artifacts of {@code example.acme}, all in version 1.0.0 and all with the same policy, and where they lie. */
public final class Shop {

    private static final String GROUP = "example/acme";

    private final Path folder;
    private final Path local;

    /**
     * The artifacts of a test, none of them known to the local repository.
     *
     * @param folder the folder of the test
     * @param local the local repository
     */
    public Shop(File folder, Object local) {
        this.folder = folder.toPath();
        this.local = Path.of(local.toString());
    }

    /** Writes {@code settings.xml}, in which a repository in the folder {@code shop} stands for central. */
    public Shop settings() {
        write(folder.resolve("settings.xml"), """
                <settings>
                  <mirrors>
                    <mirror>
                      <id>shop</id>
                      <mirrorOf>central</mirrorOf>
                      <url>%s</url>
                    </mirror>
                  </mirrors>
                </settings>
                """.formatted(
                folder.resolve("shop").toUri()).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Puts an artifact into a repository in a folder of the test. */
    public Shop sells(String artifact, String repository) {
        forget(artifact);
        var jar = jar(folder.resolve(repository), artifact);
        write(jar, policy());
        // From Maven 4 on nothing is taken from a repository without its checksum.
        write(jar.resolveSibling(jar.getFileName() + ".sha1"), sha1(policy()).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Puts an artifact into the local repository, as a build that installs it. */
    public Shop installed(String artifact) {
        forget(artifact);
        write(jar(local, artifact), policy());
        return this;
    }

    /** Puts an artifact into the local repository, as a build that got it from a repository of this name. */
    public Shop cached(String artifact, String repository) {
        installed(artifact);
        var jar = jar(local, artifact);
        write(
                jar.resolveSibling("_remote.repositories"),
                (jar.getFileName() + ">" + repository + "=\n").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** What an earlier run of the tests left. */
    private void forget(String artifact) {
        for (Path repository : new Path[] {local, local.resolve(".genai-gate")}) {
            Path known = repository.resolve(GROUP).resolve(artifact);
            if (Files.exists(known)) {
                try (var files = Files.walk(known)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                } catch (IOException broken) {
                    throw new UncheckedIOException(broken);
                }
            }
        }
    }

    private static Path jar(Path repository, String artifact) {
        return repository.resolve(GROUP + "/" + artifact + "/1.0.0/" + artifact + "-1.0.0.jar");
    }

    private byte[] policy() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            var entry = new ZipEntry("META-INF/genai-gate/policy.yaml");
            entry.setTime(0);
            zip.putNextEntry(entry);
            zip.write(Files.readAllBytes(folder.resolve("../../../src/it-policy/acme.yaml")));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }

    private static String sha1(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
