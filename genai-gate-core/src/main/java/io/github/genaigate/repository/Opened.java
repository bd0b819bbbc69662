package io.github.genaigate.repository;

import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * A repository with at least one commit, ready to be asked.
 *
 * @param base the manifest's folder, links resolved
 * @param folder where the repository lies
 * @param store its objects
 * @param reader reads them
 * @param head the commit of HEAD
 * @param shallow commits whose parents are not there
 */
record Opened(
        Path base, GitFolder folder, ObjectStore store, ObjectReader reader, ObjectId head, Set<ObjectId> shallow) {

    private static final int LONGEST_MAILMAP = 1 << 20;

    static Opened open(Path base, GitFolder folder, ObjectId head) throws UnverifiableException {
        try {
            var shallow = folder.shallow();
            var store = ObjectStore.open(folder.common().resolve("objects"), shallow);
            return new Opened(base, folder, store, store.reader(), head, shallow);
        } catch (IOException broken) {
            throw broken(broken);
        }
    }

    static UnverifiableException broken(Exception why) {
        return new UnverifiableException(
                "The repository is broken: " + Changes.shown(String.valueOf(why.getMessage())),
                "Run git fsck, and clone it again");
    }

    /** What it means that something cannot be read. */
    Absence unreadable(Exception why) {
        if (why instanceof MissingObjectException) {
            if (Files.exists(folder.common().resolve("objects/info/alternates"))) {
                return Absence.of(
                        Reason.UNVERIFIABLE,
                        "The clone borrows objects from another repository, which the gate does not read",
                        "Clone without --shared, or with --dissociate when --reference is used");
            }
            return Absence.of(
                    Reason.UNVERIFIABLE,
                    "The clone is not complete: an object of its history is not there",
                    "Clone without --filter, or run git fsck and clone it again");
        }
        return broken(why).absence();
    }

    /** The manifest's folder relative to the top of the working tree, empty or ending in {@code /}. */
    String prefix() {
        return prefix(folder, base);
    }

    static String prefix(GitFolder folder, Path base) {
        var relative = folder.workTree().relativize(base).toString();
        return relative.isEmpty() ? "" : relative.replace(base.getFileSystem().getSeparator(), "/") + "/";
    }

    CommitTree trees() {
        return new CommitTree(reader, prefix());
    }

    History history() {
        return new History(trees(), shallow);
    }

    Contributors contributors() throws IOException {
        var atTop = new CommitTree(reader, "");
        var entry = atTop.entry(tree(head), ".mailmap").filter(TreeEntry::isFile);
        var bytes = entry.isPresent() ? atTop.blob(entry.get().id(), LONGEST_MAILMAP) : Optional.<byte[]>empty();
        return new Contributors(history(), Mailmap.read(bytes.orElse(new byte[0])));
    }

    ObjectId tree(ObjectId commit) throws IOException {
        try (var walk = new RevWalk(reader)) {
            RevCommit parsed = walk.parseCommit(commit);
            return parsed.getTree();
        }
    }

    Snapshot at(ObjectId commit, Coverage coverage) throws IOException {
        return trees().snapshot(tree(commit), coverage);
    }

    /** The covered content on disk. */
    Snapshot now(Coverage coverage) throws IOException {
        return workingTree(base, folder, trees().files(tree(head), coverage), trees()::blob)
                .snapshot(coverage);
    }

    static WorkingTree workingTree(
            Path base, GitFolder folder, SortedMap<String, TreeEntry> committed, WorkingFile.Blobs blobs)
            throws IOException {
        var prefix = prefix(folder, base);
        var ignored = Ignored.top(folder.workTree());
        for (int slash = prefix.indexOf('/'); slash >= 0; slash = prefix.indexOf('/', slash + 1)) {
            var path = prefix.substring(0, slash);
            ignored = ignored.folder(path, folder.workTree().resolve(path));
        }
        return new WorkingTree(base, prefix, ignored, committed, blobs);
    }

    static WorkingTree nothingCommitted(Path base, Optional<GitFolder> folder) throws IOException {
        WorkingFile.Blobs none = (id, limit) -> Optional.empty();
        return folder.isPresent()
                ? workingTree(base, folder.get(), new TreeMap<>(), none)
                : new WorkingTree(base, "", Ignored.nothing(), new TreeMap<>(), none);
    }
}
