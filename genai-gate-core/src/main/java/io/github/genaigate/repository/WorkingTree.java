package io.github.genaigate.repository;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files below the manifest's folder as they lie on disk. Left out are what is ignored and not committed, whatever lies
 * in another repository inside (of which the commit counts, as in git), and {@code .git}. Links are never followed.
 */
final class WorkingTree {

    private static final int MOST_FILES = 200_000;

    private final Path base;
    private final String prefix;
    private final Ignored above;
    private final SortedMap<String, TreeEntry> committed;
    private final WorkingFile.Blobs blobs;

    /**
     * @param base the manifest's folder, links resolved
     * @param prefix the same relative to the top of the working tree, empty or ending in {@code /}
     * @param above what is ignored, as far as the folders above say
     * @param committed what HEAD has, by path relative to the manifest's folder
     */
    WorkingTree(
            Path base, String prefix, Ignored above, SortedMap<String, TreeEntry> committed, WorkingFile.Blobs blobs) {
        this.base = base;
        this.prefix = prefix;
        this.above = above;
        this.committed = committed;
        this.blobs = blobs;
    }

    /** What is covered now. */
    Snapshot snapshot(Coverage coverage) throws IOException {
        var walk = new Walk(coverage);
        Files.walkFileTree(base, walk);
        return new Snapshot(walk.files, manifest(coverage));
    }

    private Optional<Snapshot.Manifest> manifest(Coverage coverage) throws IOException {
        if (coverage.manifest().isEmpty()) {
            return Optional.empty();
        }
        var covered = coverage.manifest().get();
        Path file = base.resolve(covered.path());
        return Files.isRegularFile(file)
                ? Optional.of(CommitTree.manifest(covered, Files.readAllBytes(file)))
                : Optional.empty();
    }

    private final class Walk extends SimpleFileVisitor<Path> {

        private final Coverage coverage;
        private final SortedMap<String, TreeEntry> files = new TreeMap<>();
        private final Deque<Ignored> ignored = new ArrayDeque<>();
        private int seen;

        Walk(Coverage coverage) {
            this.coverage = coverage;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            if (folder.equals(base)) {
                ignored.push(above);
                return FileVisitResult.CONTINUE;
            }
            var path = relative(folder);
            if (folder.endsWith(".git") || !coverage.reaches(path)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (Files.exists(folder.resolve(".git"))) {
                repository(path, folder);
                return FileVisitResult.SKIP_SUBTREE;
            }
            var repository = committed.get(path);
            if (repository != null && repository.mode().equals(TreeEntry.REPOSITORY)) {
                repository(path, folder);
                return FileVisitResult.SKIP_SUBTREE;
            }
            var inside = ignored.element();
            if (inside.ignores(prefix + path, true) && !hasCommitted(path)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            ignored.push(inside.folder(prefix + path, folder));
            return FileVisitResult.CONTINUE;
        }

        /** Another repository counts by its commit: the one checked out, or else the one that HEAD asks for. */
        private void repository(String path, Path folder) throws IOException {
            var wanted = committed.get(path);
            if (wanted == null || !wanted.mode().equals(TreeEntry.REPOSITORY) || !coverage.covers(path)) {
                return;
            }
            try {
                var found = Files.exists(folder.resolve(".git"))
                        ? GitFolder.at(folder).head().map(id -> new TreeEntry(TreeEntry.REPOSITORY, id))
                        : Optional.of(wanted);
                found.ifPresent(entry -> files.put(path, entry));
            } catch (UnverifiableException broken) {
                throw new FileSystemException(path, null, "it is a broken repository");
            }
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException broken) throws IOException {
            ignored.pop();
            return super.postVisitDirectory(folder, broken);
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (++seen > MOST_FILES) {
                throw new FileSystemException("", null, "more than " + MOST_FILES + " files lie there");
            }
            var path = relative(file);
            var known = Optional.ofNullable(committed.get(path));
            if (coverage.covers(path)
                    && (known.isPresent() || !ignored.element().ignores(prefix + path, false))) {
                new WorkingFile(file, known, blobs).entry().ifPresent(entry -> files.put(path, entry));
            }
            return FileVisitResult.CONTINUE;
        }

        private boolean hasCommitted(String folder) {
            return !committed.subMap(folder + "/", folder + "0").isEmpty();
        }

        private String relative(Path file) {
            return base.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
        }
    }
}
