package io.github.genaigate.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What was done to one file of a service.
 *
 * @param path relative to the service's folder
 * @param what for people
 * @param before the bytes that it had
 * @param after the bytes that it has now; none when it is gone
 */
record Damage(String path, String what, byte[] before, byte[] after) {

    private static final byte[] NOTHING = {};

    boolean changes() {
        return !Arrays.equals(before, after);
    }

    String text() {
        return new String(after, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return path + " " + what;
    }

    /** Takes one line out. */
    static Damage withoutALine(ServiceFolder service, String path, Random random) {
        var before = service.read(path);
        var lines = new ArrayList<>(before.lines().toList());
        var gone = lines.remove(random.nextInt(lines.size()));
        var after = String.join("\n", lines) + "\n";
        service.write(path, after);
        return new Damage(
                path,
                "without: " + gone,
                before.getBytes(StandardCharsets.UTF_8),
                after.getBytes(StandardCharsets.UTF_8));
    }

    /** Deletes, cuts, replaces, renames, or changes one bit of a file. */
    static Damage of(ServiceFolder service, String path, Random random) {
        try {
            return of(service, path, service.path(path).normalize(), random);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Damage of(ServiceFolder service, String path, Path file, Random random) throws IOException {
        byte[] before = Files.readAllBytes(file);
        byte[] other = Files.readAllBytes(service.path("src/main/App.java"));
        // a file that git wrote is read-only, and so is its copy
        Files.delete(file);
        switch (random.nextInt(5)) {
            case 0 -> {
                return new Damage(path, "deleted", before, NOTHING);
            }
            case 1 -> {
                int length = random.nextInt(before.length);
                return write(file, new Damage(path, "cut to " + length, before, Arrays.copyOf(before, length)));
            }
            case 2 -> {
                return write(file, new Damage(path, "replaced", before, other));
            }
            case 3 -> {
                Files.write(file.resolveSibling(file.getFileName() + ".old"), before);
                return new Damage(path, "renamed", before, NOTHING);
            }
            default -> {
                int at = random.nextInt(before.length);
                byte[] flipped = before.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                var what = "byte " + at + " from " + (char) before[at] + " to " + (char) flipped[at];
                return write(file, new Damage(path, what, before, flipped));
            }
        }
    }

    private static Damage write(Path file, Damage damage) throws IOException {
        Files.write(file, damage.after);
        return damage;
    }

    /** The same to one of the files by which git knows the history. */
    static Damage ofHistory(ServiceFolder service, Random random) {
        try (Stream<Path> all = Files.walk(service.path(".git"))) {
            List<String> paths = all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> service.base().relativize(file).toString())
                    .filter(path ->
                            path.contains("objects") || path.contains("refs/heads") || path.endsWith(".git/HEAD"))
                    .sorted()
                    .toList();
            return of(service, paths.get(random.nextInt(paths.size())), random);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
