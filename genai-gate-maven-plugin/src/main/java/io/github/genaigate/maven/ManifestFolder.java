package io.github.genaigate.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the manifest lies that a module is judged by. */
final class ManifestFolder {

    private ManifestFolder() {}

    /**
     * The folder itself when it holds a manifest, else the nearest one above that does, else the folder itself. The search
     * ends at the root of the repository; outside of a repository it does not leave the folder.
     */
    static Path of(Path folder, String manifest) {
        Optional<Path> root = repositoryRoot(folder);
        for (Path here = folder; here != null; here = here.getParent()) {
            if (Files.exists(here.resolve(manifest))) {
                return here;
            }
            if (root.isEmpty() || here.equals(root.get())) {
                break;
            }
        }
        return folder;
    }

    /** Whether two folders, links resolved, lie in one tree: the same repository, or without one the same branch of folders. */
    static boolean same(Path one, Path other) {
        Optional<Path> root = repositoryRoot(other);
        return root.isPresent() ? one.startsWith(root.get()) : one.startsWith(other) || other.startsWith(one);
    }

    private static Optional<Path> repositoryRoot(Path folder) {
        for (Path here = folder; here != null; here = here.getParent()) {
            // A folder in a clone, a file in a worktree or a submodule.
            if (Files.exists(here.resolve(".git"))) {
                return Optional.of(here);
            }
        }
        return Optional.empty();
    }
}
