package io.github.genaigate.repository;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.ignore.IgnoreNode;

/**
 * What the {@code .gitignore} files of a folder and of the folders above it leave out. Lists of the user and of the clone
 * are not read, so that every clone gives the same answer.
 */
final class Ignored {

    private static final int LONGEST = 1 << 20;

    private final List<Rules> rules;
    private final boolean whole;

    private Ignored(List<Rules> rules, boolean whole) {
        this.rules = rules;
        this.whole = whole;
    }

    /** The rules of one folder. */
    private record Rules(String folder, IgnoreNode node) {}

    /** Nothing is left out. */
    static Ignored nothing() {
        return new Ignored(List.of(), false);
    }

    /** The rules at the top of a working tree. */
    static Ignored top(Path workTree) throws IOException {
        return nothing().and("", workTree);
    }

    /**
     * The rules in a folder.
     *
     * @param path the folder relative to the top of the working tree
     */
    Ignored folder(String path, Path folder) throws IOException {
        return new Ignored(rules, ignores(path, true)).and(path + "/", folder);
    }

    private Ignored and(String prefix, Path folder) throws IOException {
        Path file = folder.resolve(".gitignore");
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return this;
        }
        if (Files.size(file) > LONGEST) {
            throw new FileSystemException(file.toString(), null, "it is larger than 1 MiB");
        }
        var node = new IgnoreNode();
        node.parse(new ByteArrayInputStream(Files.readAllBytes(file)));
        var all = new ArrayList<Rules>();
        all.add(new Rules(prefix, node));
        all.addAll(rules);
        return new Ignored(all, whole);
    }

    /**
     * Whether a path is left out. The nearest rule counts, and what lies in an ignored folder is ignored.
     *
     * @param path relative to the top of the working tree
     */
    boolean ignores(String path, boolean folder) {
        if (whole) {
            return true;
        }
        for (Rules each : rules) {
            var answer = each.node().checkIgnored(path.substring(each.folder().length()), folder);
            if (answer != null) {
                return answer;
            }
        }
        return false;
    }
}
