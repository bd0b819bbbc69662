package io.github.genaigate.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.util.FS;

/** A new repository in a folder of files, with a history that is given: who committed what, and when. */
public final class ScratchRepository {

    private final Path folder;
    private final SortedMap<String, ObjectId> tree = new TreeMap<>();
    private Optional<ObjectId> head = Optional.empty();

    private ScratchRepository(Path folder) {
        this.folder = folder;
    }

    /**
     * Begins a repository.
     *
     * @param folder without a repository in it
     * @throws IOException when it cannot be written to
     */
    public static ScratchRepository in(Path folder) throws IOException {
        if (!NoGlobalSettings.ready()) {
            throw new IOException("the pack cache cannot be loaded");
        }
        var git = folder.resolve(".git");
        Files.createDirectories(git.resolve("objects/pack"));
        Files.createDirectories(git.resolve("refs/heads"));
        Files.writeString(git.resolve("HEAD"), "ref: refs/heads/main\n");
        return new ScratchRepository(folder);
    }

    /**
     * Commits files as they lie in the folder.
     *
     * @param paths relative to the folder, with {@code /}
     * @param author an e-mail address, of the committer too
     * @throws IOException when a file cannot be read, or the repository cannot be written
     */
    public void commit(List<String> paths, String author, Instant at) throws IOException {
        // Given alternates, if none, keep JGit from looking for others.
        var objects = new ObjectDirectory(
                new Config(), folder.resolve(".git/objects").toFile(), new java.io.File[0], FS.DETECTED, null);
        try (ObjectInserter inserter = objects.newInserter()) {
            for (String path : paths) {
                tree.put(path, blob(inserter, folder.resolve(path)));
            }
            var who = new PersonIdent(author, author, at, ZoneOffset.UTC);
            var commit = new CommitBuilder();
            commit.setTreeId(tree(inserter));
            head.ifPresent(commit::setParentId);
            commit.setAuthor(who);
            commit.setCommitter(who);
            commit.setMessage("Test a policy\n");
            var id = inserter.insert(Constants.OBJ_COMMIT, commit.build());
            inserter.flush();
            Files.writeString(folder.resolve(".git/refs/heads/main"), id.name() + "\n");
            head = Optional.of(id);
        } finally {
            objects.close();
        }
    }

    private static ObjectId blob(ObjectInserter inserter, Path file) throws IOException {
        long size = Files.size(file);
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return inserter.insert(Constants.OBJ_BLOB, size, in);
        }
    }

    private ObjectId tree(ObjectInserter inserter) throws IOException {
        DirCache index = DirCache.newInCore();
        DirCacheBuilder builder = index.builder();
        tree.forEach((path, id) -> {
            var entry = new DirCacheEntry(path);
            entry.setFileMode(FileMode.REGULAR_FILE);
            entry.setObjectId(id);
            builder.add(entry);
        });
        builder.finish();
        return index.writeTree(inserter);
    }
}
