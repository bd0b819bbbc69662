package io.github.genaigate.repository;

import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/**
 * What a git tree says about a path.
 *
 * @param mode six octal digits
 * @param id the id of the blob, or of the commit when it is another repository's
 */
record TreeEntry(String mode, ObjectId id) {

    static final String FILE = "100644";
    static final String EXECUTABLE = "100755";
    static final String LINK = "120000";
    static final String REPOSITORY = "160000";

    static TreeEntry of(FileMode mode, ObjectId id) {
        if (FileMode.SYMLINK.equals(mode)) {
            return new TreeEntry(LINK, id);
        }
        if (FileMode.GITLINK.equals(mode)) {
            return new TreeEntry(REPOSITORY, id);
        }
        return new TreeEntry(FileMode.EXECUTABLE_FILE.equals(mode) ? EXECUTABLE : FILE, id);
    }

    boolean isFile() {
        return mode.equals(FILE) || mode.equals(EXECUTABLE);
    }
}
