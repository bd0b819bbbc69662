package io.github.genaigate.input;

import io.github.genaigate.model.Glob;
import io.github.genaigate.model.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
     * The file that a path means, links resolved.
     *
     * @param path relative, with {@code /}
     * @throws RefusedException when there is none, it is not a plain file, cannot be read, lies in {@code .git} or outside
     *     of the folder
     */
    public Path file(String path) throws RefusedException {
        refuseUnlessRelative(path);
        Path real = followed(path);
        if (!real.startsWith(root)) {
            throw new RefusedException(
                    "The path " + Text.quoted(path) + " leads out of the folder through a link",
                    "Put the file itself below the folder");
        }
        if (FileWalk.isInGit(root.relativize(real))) {
            throw new RefusedException(
                    "The path " + Text.quoted(path) + " leads into .git", "Name a file of the repository's content");
        }
        if (Files.isDirectory(real)) {
            throw new RefusedException(
                    Text.quoted(path) + " is a folder, not a file",
                    "Name a file, or write " + Text.quoted(path + "/**") + " for all files below it");
        }
        if (!Files.isRegularFile(real)) {
            throw new RefusedException(Text.quoted(path) + " is not a plain file", "Name a plain file");
        }
        if (!Files.isReadable(real)) {
            throw unreadable(path);
        }
        return real;
    }

    private static void refuseUnlessRelative(String path) throws RefusedException {
        var parsed = Kind.PATH.parse().apply(path);
        if (parsed.value().isEmpty()) {
            throw new RefusedException(
                    "The path " + Text.quoted(path) + " is refused: " + parsed.complaint(),
                    "Write " + Kind.PATH.description());
        }
    }

    private Path followed(String path) throws RefusedException {
        try {
            return root.resolve(path).toRealPath();
        } catch (NoSuchFileException missing) {
            if (Files.isSymbolicLink(root.resolve(path))) {
                throw new RefusedException(
                        "The path " + Text.quoted(path) + " is a link to a file that is not there",
                        "Create the file, or correct the link");
            }
            throw new RefusedException("There is no file " + Text.quoted(path), "Create it, or correct the path");
        } catch (AccessDeniedException denied) {
            throw unreadable(path);
        } catch (IOException | InvalidPathException broken) {
            throw new RefusedException(
                    "The path " + Text.quoted(path) + " cannot be followed",
                    "Correct the path, or the links on its way");
        }
    }

    private static RefusedException unreadable(String path) {
        return new RefusedException("The file " + Text.quoted(path) + " cannot be read", "Allow the build to read it");
    }

    /**
     * The bytes of a file from the beginning. To be closed by the caller.
     *
     * @throws RefusedException as {@link #file} does
     * @throws IOException when it cannot be opened, or has become a link since it was looked at
     */
    public InputStream open(String path) throws RefusedException, IOException {
        return Files.newInputStream(file(path), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * All bytes of a small file.
     *
     * @throws RefusedException as {@link #file} does, and when the file is larger than the limit
     */
    public byte[] bytes(String path, int limit) throws RefusedException {
        try (var in = open(path)) {
            byte[] bytes = in.readNBytes(limit);
            if (in.read() >= 0) {
                throw new RefusedException(
                        "The file " + Text.quoted(path) + " is larger than " + limit / 1024 + " KiB",
                        "Name the right file, or make it smaller");
            }
            return bytes;
        } catch (IOException broken) {
            throw unreadable(path);
        }
    }

    /**
     * The files, and links to whatever, that a glob matches, sorted; links to folders are not followed, {@code .git} is
     * left out. Whether each may be read is for {@link #file} to say, so that nothing is left out without a word.
     *
     * @throws RefusedException when the glob leads out of the folder, begins with a folder that is a link, or there are
     *     too many files to look through
     */
    public List<String> files(Glob glob) throws RefusedException {
        return files(glob, MOST_FILES);
    }

    List<String> files(Glob glob, int most) throws RefusedException {
        refuseUnlessRelative(glob.pattern());
        try {
            if (!glob.isPattern()) {
                boolean there = Files.exists(root.resolve(glob.pattern()), LinkOption.NOFOLLOW_LINKS);
                return there ? List.of(glob.pattern()) : List.of();
            }
            Path start = root.resolve(fixedFolder(glob.pattern()));
            if (!Files.isDirectory(start)) {
                return List.of();
            }
            if (!start.toRealPath().equals(start)) {
                throw new RefusedException(
                        "The folder of the glob " + Text.quoted(glob.pattern()) + " is reached through a link",
                        "Name the real folder");
            }
            return new FileWalk(root, glob, most).from(start);
        } catch (IOException | InvalidPathException broken) {
            throw new RefusedException(
                    "The folder of the glob " + Text.quoted(glob.pattern()) + " cannot be looked through",
                    "Narrow the glob, or allow the build to read the folder");
        }
    }

    private static String fixedFolder(String pattern) {
        int wild = 0;
        while (pattern.charAt(wild) != '*' && pattern.charAt(wild) != '?') {
            wild++;
        }
        int slash = pattern.lastIndexOf('/', wild);
        return slash < 0 ? "" : pattern.substring(0, slash);
    }
}
