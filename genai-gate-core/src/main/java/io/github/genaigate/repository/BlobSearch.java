package io.github.genaigate.repository;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/** Looks for blobs in one tree after another, at any path, and opens no tree twice. */
final class BlobSearch {

    private final ObjectReader reader;
    private final Set<ObjectId> wanted;
    private final Set<ObjectId> seen = new HashSet<>();

    /**
     * A search that has looked into nothing yet.
     *
     * @param wanted the blobs; the caller may take some out between two trees
     */
    BlobSearch(ObjectReader reader, Set<ObjectId> wanted) {
        this.reader = reader;
        this.wanted = wanted;
    }

    /** The wanted blobs that are in the tree and were in none of the trees before. */
    List<ObjectId> in(AnyObjectId top) throws IOException {
        var found = new ArrayList<ObjectId>();
        var open = new ArrayDeque<ObjectId>();
        open.push(top.toObjectId());
        while (!open.isEmpty()) {
            var tree = open.pop();
            if (!seen.add(tree)) {
                continue;
            }
            var entries = new CanonicalTreeParser(null, reader, tree);
            for (; !entries.eof(); entries.next()) {
                if (FileMode.TREE.equals(entries.getEntryRawMode())) {
                    open.push(entries.getEntryObjectId());
                } else if (wanted.contains(entries.getEntryObjectId())) {
                    found.add(entries.getEntryObjectId());
                }
            }
        }
        return found;
    }
}
