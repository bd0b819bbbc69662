package io.github.genaigate.repository;

import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Ties pieces of evidence to the covered content by comparing trees. The bytes count, not the path: moving a file, or
 * taking an old one out of the history again, makes it no younger.
 *
 * @param opened the repository
 * @param now reads what is covered on disk
 */
record EvidenceFreshness(Opened opened, Now now) {

    /** Reads what is covered on disk. */
    interface Now {
        Snapshot snapshot(Coverage coverage) throws IOException;
    }

    private static final String AGAIN = "Take the evidence again of the present content and commit it";

    /** How fresh each file is; all in one walk through the history. */
    SortedMap<String, Lookup<Freshness>> of(Map<String, Coverage> wanted) throws IOException, UnverifiableException {
        var answers = new TreeMap<String, Lookup<Freshness>>();
        var blobs = new LinkedHashMap<String, ObjectId>();
        var atHead = new HashSet<ObjectId>();
        for (String path : wanted.keySet()) {
            blob(path, atHead)
                    .ifPresentOrElse(
                            id -> blobs.put(path, id),
                            () -> answers.put(
                                    path,
                                    Lookup.absent(Absence.of(
                                            Reason.MISSING,
                                            "There is no plain file " + Changes.shown(path),
                                            "Create it, or correct the path",
                                            Place.of(path)))));
        }
        var origins = opened.history().origins(opened.head(), new HashSet<>(blobs.values()), atHead);
        for (var each : blobs.entrySet()) {
            var origin = Optional.ofNullable(origins.get(each.getValue()));
            var coverage = wanted.getOrDefault(each.getKey(), Coverage.of());
            answers.put(each.getKey(), Lookup.found(freshness(each.getKey(), origin, coverage), Assurance.DECLARED));
        }
        return answers;
    }

    private Optional<ObjectId> blob(String path, Set<ObjectId> atHead) throws IOException {
        Path file = opened.base().resolve(path);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Path real = file.toRealPath();
        if (!real.startsWith(opened.base())) {
            return Optional.empty();
        }
        var relative = opened.base()
                .relativize(real)
                .toString()
                .replace(real.getFileSystem().getSeparator(), "/");
        var committed = opened.trees().entry(opened.tree(opened.head()), relative);
        var id = new WorkingFile(real, committed, opened.trees()::blob).id();
        committed.map(TreeEntry::id).filter(id::equals).ifPresent(atHead::add);
        return Optional.of(id);
    }

    private Freshness freshness(String path, Optional<ObjectId> origin, Coverage coverage)
            throws IOException, UnverifiableException {
        var name = Changes.shown(path);
        if (origin.isEmpty()) {
            return Freshness.unbound(
                    Optional.empty(),
                    Absence.of(
                            Reason.WEAK_BINDING,
                            name + " is not committed, so that nothing ties it to the covered content",
                            "Commit it after the content that it was taken of",
                            Place.of(path)));
        }
        try (var walk = new RevWalk(opened.reader())) {
            var commit = walk.parseCommit(origin.get());
            var at = Commits.time(commit);
            var then = opened.at(commit, coverage);
            var changed = new Changes(then.differences(now.snapshot(coverage)));
            var was = name + " was committed on " + Commits.day(commit) + " (" + Commits.brief(commit) + ")";
            if (!changed.isEmpty()) {
                var message = was + ", and the covered content changed since: " + changed + by(walk, commit, coverage);
                return Freshness.unbound(Optional.of(at), Absence.of(Reason.STALE, message, AGAIN, Place.of(path)));
            }
            var together = opened.history().changes(walk, commit, coverage);
            if (!together.isEmpty()) {
                var message = was + " together with changes of the covered content (" + together
                        + "), so that it may be about the content before";
                return Freshness.unbound(
                        Optional.of(at),
                        Absence.of(
                                Reason.WEAK_BINDING,
                                message,
                                "Commit the content first, take the evidence of it, and commit the evidence alone",
                                Place.of(path)));
            }
            return Freshness.committed(at);
        }
    }

    private String by(RevWalk walk, ObjectId since, Coverage coverage) throws IOException, UnverifiableException {
        var last = opened.history().lastChange(walk, opened.head(), since, coverage);
        return last.map(commit -> ", last on " + Commits.day(commit) + " (" + Commits.brief(commit) + ")")
                .orElse(", not yet committed");
    }
}
