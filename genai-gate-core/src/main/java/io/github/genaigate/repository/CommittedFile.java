package io.github.genaigate.repository;

import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * A file that must be the same on disk and at HEAD.
 *
 * @param opened the repository
 * @param path relative to the manifest's folder
 */
record CommittedFile(Opened opened, String path) {

    /** The file as HEAD has it. */
    Committed at(int limit) throws IOException, UnverifiableException {
        var name = Changes.shown(path);
        Path file = opened.base().resolve(path);
        boolean there = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        var entry = opened.trees().entry(opened.tree(opened.head()), path).filter(TreeEntry::isFile);
        if (entry.isEmpty()) {
            throw there
                    ? refused(Reason.UNVERIFIABLE, name + " is not committed at HEAD", "Commit it")
                    : refused(Reason.MISSING, "There is no file " + name, "Create and commit it, or correct the path");
        }
        if (!there
                || !new WorkingFile(file, entry, opened.trees()::blob)
                        .id()
                        .equals(entry.get().id())) {
            throw refused(
                    Reason.UNVERIFIABLE,
                    name + " is not the same on disk and at HEAD",
                    "Commit the change, or undo it with git restore");
        }
        Optional<byte[]> bytes = opened.trees().blob(entry.get().id(), limit);
        if (bytes.isEmpty()) {
            throw refused(
                    Reason.UNREADABLE,
                    name + " is larger than " + limit / 1024 + " KiB",
                    "Name the right file, or make it smaller");
        }
        try (var walk = new RevWalk(opened.reader())) {
            var head = walk.parseCommit(opened.head());
            return new Committed(head.name(), Commits.time(head), bytes.get());
        }
    }

    private UnverifiableException refused(Reason reason, String message, String mend) {
        return new UnverifiableException(Absence.of(reason, message, mend, Place.of(path)));
    }
}
