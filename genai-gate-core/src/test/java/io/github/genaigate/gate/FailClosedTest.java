package io.github.genaigate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.genaigate.manifest.ManifestLoader;
import io.github.genaigate.model.Verdict;
import io.github.genaigate.repository.TestRepository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever of a ready service is spoilt, it is no longer ready, unless what was spoilt means nothing. */
class FailClosedTest {

    private static final int ROUNDS = 200;

    @TempDir
    Path folder;

    /** What was done, and whether the service may still be ready. */
    private record Damage(String what, boolean harmless) {}

    @Test
    void readyOnlyWhenTheDamageMeansNothing() throws Exception {
        var ready = ServiceFolder.ready(folder.resolve("ready"));
        assertThat(ready.decide().verdict()).isEqualTo(Verdict.READY);
        var random = new Random(42);
        int stillReady = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var service = ready.copy(folder.resolve("round" + round));
            var damage = spoil(service, random);

            var decision = assertTimeoutPreemptively(Duration.ofSeconds(60), service::decide, damage.what());

            if (decision.verdict() == Verdict.READY) {
                assertThat(damage.harmless()).as(round + ": " + damage.what()).isTrue();
                stillReady++;
            }
            service.delete("..");
        }
        assertThat(stillReady).isLessThan(ROUNDS / 3);
    }

    private static Damage spoil(ServiceFolder service, Random random) throws IOException {
        return switch (random.nextInt(7)) {
            case 0 -> withoutALine(service, ServiceFolder.MANIFEST, random);
            case 1 -> withoutALine(service, ServiceFolder.POLICY, random);
            case 2 -> spoilObject(service, random);
            default -> spoilFile(service, random);
        };
    }

    private static Damage withoutALine(ServiceFolder service, String path, Random random) {
        var before = service.read(path);
        var lines = new ArrayList<>(before.lines().toList());
        var gone = lines.remove(random.nextInt(lines.size()));
        var after = String.join("\n", lines) + "\n";
        service.write(path, after);
        return new Damage(path + " without: " + gone, meansNothing(path, bytes(before), bytes(after)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Damage spoilFile(ServiceFolder service, Random random) throws IOException {
        var paths = List.of(
                ServiceFolder.MANIFEST,
                ServiceFolder.POLICY,
                ServiceFolder.JMETER,
                ServiceFolder.K6,
                ServiceFolder.PROMPTFOO,
                ServiceFolder.SARIF,
                ServiceFolder.OPENLINEAGE,
                ServiceFolder.CODEOWNERS,
                ServiceFolder.RECORD,
                "src/main/App.java",
                "prompts/answer.md",
                "config/model.yaml");
        var path = paths.get(random.nextInt(paths.size()));
        var damage = spoilFile(service, service.path(path).normalize(), random);
        if (path.equals(ServiceFolder.CODEOWNERS)) {
            service.git().commit(TestRepository.KIM, "2026-11-17", "Change");
        }
        return damage;
    }

    private static Damage spoilFile(ServiceFolder service, Path file, Random random) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        var name = service.folder().relativize(file).toString();
        byte[] other = Files.readAllBytes(service.path("src/main/App.java"));
        // a file that git wrote is read-only, and so is its copy
        Files.delete(file);
        switch (random.nextInt(5)) {
            case 0 -> {
                return new Damage(name + " deleted", false);
            }
            case 1 -> {
                int length = random.nextInt(bytes.length);
                Files.write(file, Arrays.copyOf(bytes, length));
                return new Damage(name + " cut to " + length, meansNothing(name, bytes, Arrays.copyOf(bytes, length)));
            }
            case 2 -> {
                Files.write(file, other);
                return new Damage(name + " replaced", meansNothing(name, bytes, other));
            }
            case 3 -> {
                Files.write(file.resolveSibling(file.getFileName() + ".old"), bytes);
                return new Damage(name + " renamed", false);
            }
            default -> {
                int at = random.nextInt(bytes.length);
                byte[] flipped = bytes.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, flipped);
                return new Damage(
                        name + " byte " + at + " from " + (char) bytes[at] + " to " + (char) flipped[at],
                        meansNothing(name, bytes, flipped));
            }
        }
    }

    /**
     * What was changed and may still leave the service ready. Content, its sign-off and the load tests, which are bound to
     * it, are no such thing; the manifest only when it says the same.
     */
    private static boolean meansNothing(String name, byte[] before, byte[] after) {
        if (name.endsWith(ServiceFolder.MANIFEST)) {
            return ManifestLoader.canonicalDigest(after).equals(ManifestLoader.canonicalDigest(before));
        }
        if (Stream.of("perf/", "governance/", "src/", "prompts/", "config/").anyMatch(name::contains)) {
            return Arrays.equals(before, after);
        }
        if (Stream.of("evals/", "scans/", "lineage/").anyMatch(name::contains)) {
            // one letter of a text, or the line break at the end
            return after.length >= before.length - 1;
        }
        // the policy demands less, or another owner of the prompts is left out
        return true;
    }

    private static Damage spoilObject(ServiceFolder service, Random random) throws IOException {
        try (Stream<Path> objects = Files.walk(service.path(".git"))) {
            var files = objects.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> file.toString().contains("objects")
                            || file.toString().contains("refs/heads")
                            || file.endsWith("HEAD"))
                    .sorted()
                    .toList();
            var damage = spoilFile(service, files.get(random.nextInt(files.size())), random);
            // earlier forms of trees are not always looked at, and a name of an object may be another's
            return new Damage(damage.what(), true);
        }
    }
}
