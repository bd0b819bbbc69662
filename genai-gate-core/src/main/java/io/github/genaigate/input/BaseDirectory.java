package io.github.genaigate.input;

import io.github.genaigate.model.Glob;
import io.github.genaigate.model.Kind;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** The folder of a manifest, or of a policy, out of which no path and no link leads. */
public final class BaseDirectory {

    private static final int MOST_FILES = 200_000;

    private final Path root;

    private BaseDirectory(Path root) {
        this.root = root;
    }

    /**
     * The folder with links resolved.
     *
     * @throws RefusedException when it is not a folder
     */
    public static BaseDirectory of(Path folder) throws RefusedException {
        try {
            Path real = folder.toRealPath();
            if (!Files.isDirectory(real)) {
                throw new RefusedException(folder + " is not a folder", "Name the folder of the manifest");
            }
            return new BaseDirectory(real);
        } catch (IOException missing) {
            throw new RefusedException("There is no folder " + folder, "Name the folder of the manifest");
        }
    }

    public Path root() {
        return root;
    }

    /**
     * The file that a path means.
     *
     * @param path relative, with {@code /}
     * @throws RefusedException when there is none, it is not a plain file, cannot be read, or lies outside of the folder
     */
    public Path file(String path) throws RefusedException {
        var parsed = Kind.PATH.parse().apply(path);
        if (parsed.value().isEmpty()) {
            throw new RefusedException(
                    "The path " + Text.quoted(path) + " is refused: " + parsed.complaint(),
                    "Write " + Kind.PATH.description());
        }
        try {
            Path real = root.resolve(path).toRealPath();
            if (!real.startsWith(root)) {
                throw new RefusedException(
                        "The path " + Text.quoted(path) + " leads out of the folder through a link",
                        "Put the file itself below the folder");
            }
            if (Files.isDirectory(real)) {
                throw new RefusedException(Text.quoted(path) + " is a folder, not a file", "Name a file, or a glob");
            }
            if (!Files.isRegularFile(real)) {
                throw new RefusedException(Text.quoted(path) + " is not a plain file", "Name a plain file");
            }
            if (!Files.isReadable(real)) {
                throw new RefusedException(
                        "The file " + Text.quoted(path) + " cannot be read", "Allow the build to read it");
            }
            return real;
        } catch (NoSuchFileException missing) {
            throw new RefusedException("There is no file " + Text.quoted(path), "Create it, or correct the path");
        } catch (IOException | InvalidPathException broken) {
            throw new RefusedException(
                    "The path " + Text.quoted(path) + " cannot be followed",
                    "Correct the path, or the links on its way");
        }
    }

    /**
     * All bytes of a small file.
     *
     * @throws RefusedException as {@link #file} does, and when the file is larger than the limit
     */
    public byte[] bytes(String path, int limit) throws RefusedException {
        Path file = file(path);
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new RefusedException(
                        "The file " + Text.quoted(path) + " is larger than " + limit / 1024 + " KiB",
                        "Name the right file, or make it smaller");
            }
            return bytes;
        } catch (IOException broken) {
            throw new RefusedException(
                    "The file " + Text.quoted(path) + " cannot be read", "Allow the build to read it");
        }
    }

    /**
     * The plain files that a glob matches, sorted; links to folders are not followed, {@code .git} is left out.
     *
     * @throws RefusedException when there are too many files to look through
     */
    public List<String> files(Glob glob) throws RefusedException {
        if (!glob.isPattern()) {
            return Files.exists(root.resolve(glob.pattern())) ? List.of(glob.pattern()) : List.of();
        }
        var found = new ArrayList<String>();
        Path start = root.resolve(fixedFolder(glob.pattern()));
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try {
            Files.walkFileTree(start, new Collector(glob, found));
        } catch (IOException broken) {
            throw new RefusedException(
                    "The folder of the glob " + Text.quoted(glob.pattern()) + " cannot be looked through",
                    "Narrow the glob, or allow the build to read the folder");
        }
        found.sort(null);
        return found;
    }

    private static String fixedFolder(String pattern) {
        int wild = 0;
        while (pattern.charAt(wild) != '*' && pattern.charAt(wild) != '?') {
            wild++;
        }
        int slash = pattern.lastIndexOf('/', wild);
        return slash < 0 ? "" : pattern.substring(0, slash);
    }

    private final class Collector extends SimpleFileVisitor<Path> {

        private final Glob glob;
        private final List<String> found;
        private int seen;

        Collector(Glob glob, List<String> found) {
            this.glob = glob;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.endsWith(".git") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (++seen > MOST_FILES) {
                throw new IOException("too many files");
            }
            String relative = root.relativize(file).toString().replace('\\', '/');
            if (glob.matches(relative)) {
                found.add(relative);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
