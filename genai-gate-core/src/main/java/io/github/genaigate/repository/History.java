package io.github.genaigate.repository;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * What changed when along first parents, which is the line of states that the branch itself was in.
 *
 * @param trees reads the files of commits
 * @param shallow commits whose parents are not there
 */
record History(CommitTree trees, Set<ObjectId> shallow) {

    static final int MOST_COMMITS = 1_000_000;

    /** What to do with each commit of a line; answers whether to go on. */
    private interface Step {
        boolean take(RevCommit commit, Optional<RevCommit> parent) throws IOException, UnverifiableException;
    }

    /** Goes from a commit along first parents. */
    private static void along(RevWalk walk, ObjectId from, Step step) throws IOException, UnverifiableException {
        var at = Optional.of(walk.parseCommit(from));
        for (int seen = 0; at.isPresent(); seen++) {
            if (seen > MOST_COMMITS) {
                throw tooLong();
            }
            var commit = at.get();
            at = parent(walk, commit);
            if (!step.take(commit, at)) {
                return;
            }
        }
    }

    private static Optional<RevCommit> parent(RevWalk walk, RevCommit commit) throws IOException {
        return commit.getParentCount() == 0 ? Optional.empty() : Optional.of(parsed(walk, commit.getParent(0)));
    }

    /**
     * The first commit along first parents in which each blob was at any path. Blobs that were at none are left out.
     *
     * @param atHead those that HEAD names: they were committed, even when the object itself is lost
     * @throws UnverifiableException when the line of first parents is cut off, since the blob may have been there before
     */
    Map<ObjectId, ObjectId> origins(ObjectId head, Set<ObjectId> blobs, Set<ObjectId> atHead)
            throws IOException, UnverifiableException {
        var wanted = new HashSet<ObjectId>();
        for (ObjectId blob : blobs) {
            // What is neither among the objects nor at HEAD was never committed here: no need to look for it.
            if (atHead.contains(blob) || trees.reader().has(blob)) {
                wanted.add(blob);
            }
        }
        var found = new HashMap<ObjectId, ObjectId>();
        if (wanted.isEmpty()) {
            return found;
        }
        var line = new ArrayDeque<RevCommit>();
        try (var walk = new RevWalk(trees.reader())) {
            walk.setRetainBody(false);
            along(walk, head, (commit, parent) -> {
                requireParents(commit);
                line.push(commit);
                return true;
            });
        }
        var search = new BlobSearch(trees.reader(), wanted);
        while (!line.isEmpty() && !wanted.isEmpty()) {
            var commit = line.pop();
            for (ObjectId blob : search.in(commit.getTree())) {
                if (wanted.remove(blob)) {
                    found.put(blob, commit.copy());
                }
            }
        }
        return found;
    }

    /** The covered paths that a commit changes against its first parent; all when it has none. */
    Changes changes(RevWalk walk, RevCommit commit, Coverage coverage) throws IOException {
        return changes(commit, parent(walk, commit), coverage);
    }

    private Changes changes(RevCommit commit, Optional<RevCommit> parent, Coverage coverage) throws IOException {
        return new Changes(trees.changes(
                commit.getTree(), parent.map(RevCommit::getTree).stream().toList(), coverage));
    }

    /** The newest commit along first parents, down to but not including the one given, that changes covered content. */
    Optional<RevCommit> lastChange(RevWalk walk, ObjectId head, ObjectId since, Coverage coverage)
            throws IOException, UnverifiableException {
        var found = new ArrayList<RevCommit>();
        along(walk, head, (commit, parent) -> {
            if (!commit.equals(since) && !changes(commit, parent, coverage).isEmpty()) {
                found.add(commit);
            }
            return found.isEmpty() && !commit.equals(since);
        });
        return found.stream().findFirst();
    }

    /**
     * The forms that a file took along first parents, newest first.
     *
     * @param path relative to the manifest's folder
     */
    List<Committed> versions(ObjectId head, String path, int most, int limit)
            throws IOException, UnverifiableException {
        var versions = new ArrayList<Committed>();
        try (var walk = new RevWalk(trees.reader())) {
            along(walk, head, (commit, parent) -> {
                var now = trees.entry(commit.getTree(), path);
                var before = parent.isEmpty()
                        ? Optional.<TreeEntry>empty()
                        : trees.entry(parent.get().getTree(), path);
                if (now.filter(TreeEntry::isFile).isPresent() && !now.equals(before)) {
                    trees.blob(now.get().id(), limit)
                            .ifPresent(
                                    bytes -> versions.add(new Committed(commit.name(), Commits.time(commit), bytes)));
                }
                return versions.size() < most;
            });
        }
        return versions;
    }

    /** @throws UnverifiableException when the line of first parents is cut off */
    void requireWhole(ObjectId head) throws IOException, UnverifiableException {
        try (var walk = new RevWalk(trees.reader())) {
            walk.setRetainBody(false);
            along(walk, head, (commit, parent) -> {
                requireParents(commit);
                return true;
            });
        }
    }

    static RevCommit parsed(RevWalk walk, RevCommit commit) throws IOException {
        walk.parseHeaders(commit);
        return commit;
    }

    void requireParents(RevCommit commit) throws UnverifiableException {
        if (shallow.contains(commit)) {
            throw new UnverifiableException(
                    "The clone is shallow: what was before commit " + Commits.brief(commit) + " is not there",
                    "Fetch the full history, for example with fetch-depth: 0 in the checkout step,"
                            + " or GIT_DEPTH: 0 on GitLab");
        }
    }

    static UnverifiableException tooLong() {
        return new UnverifiableException(
                "The history is longer than " + MOST_COMMITS + " commits",
                "Keep the service in a repository of its own");
    }
}
