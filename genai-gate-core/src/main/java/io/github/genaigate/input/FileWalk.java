package io.github.genaigate.input;

import io.github.genaigate.model.Glob;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** One walk through a folder, collecting what a glob matches. Follows no link and looks at so many entries at the most. */
final class FileWalk extends SimpleFileVisitor<Path> {

    private final Path root;
    private final Glob glob;
    private final int most;
    private final List<String> found = new ArrayList<>();
    private int seen;

    FileWalk(Path root, Glob glob, int most) {
        this.root = root;
        this.glob = glob;
        this.most = most;
    }

    /** The paths found, relative to the root and with {@code /}, sorted. */
    List<String> from(Path start) throws IOException, RefusedException {
        if (isInGit(root.relativize(start))) {
            return List.of();
        }
        Files.walkFileTree(start, this);
        if (seen > most) {
            throw new RefusedException(
                    "The glob " + Text.quoted(glob.pattern()) + " looks through more than " + most + " files",
                    "Begin it with the folder that is meant");
        }
        found.sort(null);
        return List.copyOf(found);
    }

    /** Whether a relative path leads into the files of git, whatever the case of the name. */
    static boolean isInGit(Path relative) {
        for (Path name : relative) {
            if (name.toString().equalsIgnoreCase(".git")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return isInGit(folder.getFileName()) && !folder.equals(root) ? FileVisitResult.SKIP_SUBTREE : next();
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        var separator = root.getFileSystem().getSeparator();
        var relative = root.relativize(file).toString().replace(separator, "/");
        if (glob.matches(relative)) {
            found.add(relative);
        }
        return next();
    }

    private FileVisitResult next() {
        return ++seen > most ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }
}
