package io.github.genaigate.model;

import java.util.List;
import java.util.Optional;

/**
 * The covered content as it lies in the working tree.
 *
 * @param commit the id of HEAD; empty outside of a repository
 * @param digest {@code sha256:} and 64 hexadecimal digits
 * @param dirty whether covered paths differ from HEAD
 * @param prefix the manifest's folder relative to the repository's root, empty or ending in {@code /}
 * @param paths the covered paths relative to the manifest's folder, sorted
 */
public record Content(Optional<String> commit, String digest, boolean dirty, String prefix, List<String> paths) {
    public Content {
        paths = List.copyOf(paths);
    }
}
