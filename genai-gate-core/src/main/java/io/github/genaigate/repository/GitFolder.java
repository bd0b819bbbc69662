package io.github.genaigate.repository;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Where a working tree keeps its repository.
 *
 * @param workTree the folder with the entry {@code .git}
 * @param own what belongs to this working tree alone, such as {@code HEAD}
 * @param common what all linked working trees share; the same as {@code own} for most repositories
 */
record GitFolder(Path workTree, Path own, Path common) {

    private static final int LONGEST = 1 << 26;
    private static final int MOST_LINKS = 5;
    private static final String FULL = "Clone it again with git clone, and without --bare";

    /** The repository whose working tree holds the folder; empty when there is none. */
    static Optional<GitFolder> above(Path folder) throws UnverifiableException {
        for (Path at = folder; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git"))) {
                return Optional.of(at(at));
            }
            if (isRepository(at)) {
                throw new UnverifiableException(
                        "The folder lies in a bare repository, which has no working tree",
                        "Run the gate in a clone with a working tree");
            }
        }
        return Optional.empty();
    }

    private static boolean isRepository(Path folder) {
        return Files.isRegularFile(folder.resolve("HEAD"))
                && Files.isDirectory(folder.resolve("objects"))
                && Files.isDirectory(folder.resolve("refs"));
    }

    /** The repository of a working tree, by its entry {@code .git}, which is a folder or names one. */
    static GitFolder at(Path workTree) throws UnverifiableException {
        Path entry = workTree.resolve(".git");
        try {
            Path own = entry;
            if (!Files.isDirectory(entry)) {
                var text = line(entry);
                if (!text.startsWith("gitdir: ")) {
                    throw new IOException("no gitdir");
                }
                own = workTree.resolve(text.substring("gitdir: ".length())).normalize();
            }
            Path shared = own.resolve("commondir");
            Path common =
                    Files.isRegularFile(shared) ? own.resolve(line(shared)).normalize() : own;
            if (Files.isDirectory(common.resolve("objects")) && Files.isRegularFile(own.resolve("HEAD"))) {
                return new GitFolder(workTree, own, common);
            }
        } catch (IOException | InvalidPathException broken) {
            // told below
        }
        throw new UnverifiableException("The entry .git leads to no repository", FULL);
    }

    /** The commit of HEAD; empty before the first one. */
    Optional<ObjectId> head() throws UnverifiableException {
        if (Files.isDirectory(common.resolve("reftable"))) {
            throw new UnverifiableException(
                    "The repository keeps its branches as a reftable, which the gate does not read",
                    "Run git refs migrate --ref-format=files");
        }
        try {
            var text = line(own.resolve("HEAD"));
            for (int links = 0; links < MOST_LINKS; links++) {
                if (ObjectId.isId(text)) {
                    return Optional.of(ObjectId.fromString(text));
                }
                if (text.matches("[0-9a-f]{64}")) {
                    throw new UnverifiableException(
                            "The repository names objects by SHA-256, which the gate does not read",
                            "Use a repository with the object format sha1");
                }
                if (!text.startsWith("ref: refs/") || text.contains("..") || text.indexOf('\0') >= 0) {
                    break;
                }
                var next = reference(text.substring("ref: ".length()));
                if (next.isEmpty()) {
                    return Optional.empty();
                }
                text = next.get();
            }
        } catch (IOException | InvalidPathException broken) {
            // told below
        }
        throw new UnverifiableException("HEAD of the repository names no commit", "Check out a branch or a commit");
    }

    private Optional<String> reference(String name) throws IOException {
        for (Path folder : List.of(own, common)) {
            if (Files.isRegularFile(folder.resolve(name))) {
                return Optional.of(line(folder.resolve(name)));
            }
        }
        Path packed = common.resolve("packed-refs");
        if (!Files.isRegularFile(packed)) {
            return Optional.empty();
        }
        return text(packed)
                .lines()
                .filter(line -> line.endsWith(" " + name) && line.indexOf(' ') == line.length() - name.length() - 1)
                .map(line -> line.substring(0, line.indexOf(' ')))
                .findFirst();
    }

    /** Commits whose parents are not there. */
    Set<ObjectId> shallow() throws UnverifiableException {
        Path file = common.resolve("shallow");
        var ids = new HashSet<ObjectId>();
        try (Stream<String> lines = Files.isRegularFile(file) ? text(file).lines() : Stream.empty()) {
            lines.filter(line -> !line.isBlank()).map(ObjectId::fromString).forEach(ids::add);
            return ids;
        } catch (IOException | IllegalArgumentException broken) {
            throw new UnverifiableException("The list of shallow commits of the repository is broken", FULL);
        }
    }

    private static String line(Path file) throws IOException {
        return text(file).strip();
    }

    private static String text(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new IOException(file + " is too large");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
