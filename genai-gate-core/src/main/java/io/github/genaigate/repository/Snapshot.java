package io.github.genaigate.repository;

import io.github.genaigate.model.Sha256;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The covered content in one state, on disk or at a commit. Two states are the same exactly when their digests are.
 *
 * @param files by path relative to the manifest's folder
 * @param manifest the path and the digest of the canonical manifest, when it is covered and there
 */
record Snapshot(SortedMap<String, TreeEntry> files, Optional<Manifest> manifest) {

    Snapshot {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    record Manifest(String path, String digest) {}

    /**
     * {@code sha256:} and the digest of one line for each file, {@code <mode> <blob id> <path>}, sorted by path, and a
     * last one for the canonical manifest, {@code manifest <digest>}. A line break in a path cannot pass for a line.
     */
    String digest() {
        var lines = new StringBuilder();
        files.forEach((path, file) -> lines.append(file.mode())
                .append(' ')
                .append(file.id().name())
                .append(' ')
                .append(path.replace("\\", "\\\\").replace("\n", "\\n"))
                .append('\n'));
        manifest.ifPresent(
                covered -> lines.append("manifest ").append(covered.digest()).append('\n'));
        return "sha256:" + Sha256.of(lines.toString());
    }

    /** The paths that are not the same in both, sorted. */
    List<String> differences(Snapshot other) {
        var paths = new TreeSet<>(files.keySet());
        paths.addAll(other.files.keySet());
        paths.removeIf(path -> Objects.equals(files.get(path), other.files.get(path)));
        if (!manifest.map(Manifest::digest).equals(other.manifest.map(Manifest::digest))) {
            manifest.or(() -> other.manifest).ifPresent(covered -> paths.add(covered.path()));
        }
        return new ArrayList<>(paths);
    }
}
