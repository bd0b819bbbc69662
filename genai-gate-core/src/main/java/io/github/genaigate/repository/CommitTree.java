package io.github.genaigate.repository;

import io.github.genaigate.model.Sha256;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * The files below the manifest's folder as commits have them.
 *
 * @param reader reads objects
 * @param prefix the manifest's folder relative to the top, empty or ending in {@code /}
 */
record CommitTree(ObjectReader reader, String prefix) {

    private static final int LARGEST_MANIFEST = 1 << 20;

    /** What is covered in a tree. */
    Snapshot snapshot(AnyObjectId tree, Coverage coverage) throws IOException {
        var all = files(tree, coverage);
        var manifest = Optional.<Snapshot.Manifest>empty();
        if (coverage.manifest().isPresent()) {
            var covered = coverage.manifest().get();
            var entry = Optional.ofNullable(all.get(covered.path())).filter(TreeEntry::isFile);
            if (entry.isPresent()) {
                manifest = Optional.of(manifest(covered, bytes(entry.get().id())));
            }
        }
        all.keySet().removeIf(path -> !coverage.covers(path));
        return new Snapshot(all, manifest);
    }

    /** All that lies where something is covered, by path relative to the manifest's folder. */
    SortedMap<String, TreeEntry> files(AnyObjectId tree, Coverage coverage) throws IOException {
        var all = new TreeMap<String, TreeEntry>();
        try (var walk = new TreeWalk(reader)) {
            walk.addTree(tree);
            walk.setRecursive(true);
            walk.setFilter(places(coverage));
            while (walk.next()) {
                all.put(relative(walk), TreeEntry.of(walk.getFileMode(0), walk.getObjectId(0)));
            }
        }
        return all;
    }

    /**
     * The covered paths in which a tree is unlike each of the others, sorted; with no others, all that it holds.
     *
     * @param others the trees of a commit's parents
     */
    List<String> changes(AnyObjectId tree, List<? extends AnyObjectId> others, Coverage coverage) throws IOException {
        var paths = new ArrayList<String>();
        try (var walk = new TreeWalk(reader)) {
            walk.addTree(tree);
            for (AnyObjectId other : others) {
                walk.addTree(other);
            }
            walk.setRecursive(true);
            walk.setFilter(AndTreeFilter.create(places(coverage), new UnlikeAll()));
            while (walk.next()) {
                var path = relative(walk);
                if (coverage.covers(path) || (coverage.isManifest(path) && isOtherManifest(walk, coverage))) {
                    paths.add(path);
                }
            }
        }
        return paths;
    }

    private boolean isOtherManifest(TreeWalk walk, Coverage coverage) throws IOException {
        var covered = coverage.manifest().orElseThrow();
        var digests = new HashSet<Optional<String>>();
        var own = digest(covered, walk, 0);
        for (int i = 1; i < walk.getTreeCount(); i++) {
            digests.add(digest(covered, walk, i));
        }
        return !digests.contains(own);
    }

    private Optional<String> digest(Coverage.CanonicalManifest covered, TreeWalk walk, int tree) throws IOException {
        return FileMode.MISSING.equals(walk.getFileMode(tree))
                ? Optional.empty()
                : Optional.of(manifest(covered, bytes(walk.getObjectId(tree))).digest());
    }

    /** The canonical form of a manifest; its bytes when they are none. */
    static Snapshot.Manifest manifest(Coverage.CanonicalManifest covered, byte[] bytes) {
        var digest = covered.digest().apply(bytes).orElseGet(() -> "unreadable " + Sha256.of(bytes));
        return new Snapshot.Manifest(covered.path(), digest);
    }

    /** The bytes of a blob, checked against its id; empty when there are more than the limit. */
    Optional<byte[]> blob(ObjectId id, int limit) throws IOException {
        var loader = reader.open(id, Constants.OBJ_BLOB);
        if (loader.getSize() > limit) {
            return Optional.empty();
        }
        byte[] bytes = loader.getCachedBytes(limit);
        if (!BlobHash.of(bytes).equals(id)) {
            throw new CorruptObjectException(id, "its content is not what its id says");
        }
        return Optional.of(bytes);
    }

    private byte[] bytes(ObjectId blob) throws IOException {
        return blob(blob, LARGEST_MANIFEST).orElseThrow(() -> new IOException("a manifest is larger than 1 MiB"));
    }

    /** What a tree has at a path relative to the manifest's folder. */
    Optional<TreeEntry> entry(AnyObjectId tree, String path) throws IOException {
        try (var walk = TreeWalk.forPath(reader, prefix + path, tree)) {
            return walk == null || walk.isSubtree()
                    ? Optional.empty()
                    : Optional.of(TreeEntry.of(walk.getFileMode(0), walk.getObjectId(0)));
        }
    }

    private String relative(TreeWalk walk) {
        return walk.getPathString().substring(prefix.length());
    }

    private TreeFilter places(Coverage coverage) {
        var starts = coverage.starts().stream()
                .map(start -> start.isEmpty() ? prefix : prefix + start)
                .map(start -> start.endsWith("/") ? start.substring(0, start.length() - 1) : start)
                .toList();
        return starts.isEmpty() || starts.contains("") ? TreeFilter.ALL : PathFilterGroup.createFromStrings(starts);
    }

    /** What the first tree has otherwise than each of the others. */
    private static final class UnlikeAll extends TreeFilter {
        @Override
        public boolean include(TreeWalk walk) {
            for (int other = 1; other < walk.getTreeCount(); other++) {
                if (walk.getRawMode(0) == walk.getRawMode(other) && walk.idEqual(0, other)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public boolean shouldBeRecursive() {
            return true;
        }

        @Override
        public TreeFilter clone() {
            return this;
        }
    }
}
