package io.github.genaigate.repository;

import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Reason;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Files as HEAD has them, by their paths from the top of the working tree. What lies on disk does not matter.
 *
 * @param opened the repository
 */
record TopFiles(Opened opened) {

    /** The bytes of those that are there, in the order given. */
    Map<String, byte[]> bytes(List<String> paths, int limit) throws IOException, UnverifiableException {
        var trees = new CommitTree(opened.reader(), "");
        var tree = opened.tree(opened.head());
        var all = new LinkedHashMap<String, byte[]>();
        for (String path : paths) {
            Optional<TreeEntry> entry = trees.entry(tree, path);
            if (entry.isEmpty()) {
                continue;
            }
            if (!entry.get().isFile()) {
                throw refused(path, " is a link at HEAD, not a file", "Commit the file itself");
            }
            all.put(
                    path,
                    trees.blob(entry.get().id(), limit)
                            .orElseThrow(() -> refused(
                                    path,
                                    " is larger than " + limit / 1024 + " KiB",
                                    "Commit the right file, or make it smaller")));
        }
        return all;
    }

    private static UnverifiableException refused(String path, String what, String mend) {
        return new UnverifiableException(Absence.of(Reason.UNREADABLE, path + what, mend, Place.of(path)));
    }
}
