package io.github.genaigate.repository;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A file on disk as git would commit it. No filter runs. Whatever differs between two checkouts of one commit is taken from
 * the commit: line breaks, the executable bit, links where the file system has none, and files kept by Git LFS.
 *
 * @param committed what HEAD has at its path, if anything
 * @param blobs reads small blobs
 */
record WorkingFile(Path file, Optional<TreeEntry> committed, Blobs blobs) {

    private static final Pattern LFS =
            Pattern.compile("version https://git-lfs\\.github\\.com/spec/v1\noid sha256:([0-9a-f]{64})\nsize (\\d+)\n");
    private static final int LONGEST_POINTER = 1024;

    /** Reads small blobs. */
    interface Blobs {
        /** The bytes; empty when the blob is larger than the limit. */
        Optional<byte[]> blob(ObjectId id, int limit) throws IOException;
    }

    /** The entry that git would make of it; empty when it is neither a file nor a link. */
    Optional<TreeEntry> entry() throws IOException {
        var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isSymbolicLink()) {
            var target = Files.readSymbolicLink(file).toString().replace('\\', '/');
            return Optional.of(new TreeEntry(TreeEntry.LINK, BlobHash.of(target.getBytes(StandardCharsets.UTF_8))));
        }
        if (!attributes.isRegularFile()) {
            return Optional.empty();
        }
        var id = id();
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (committed.isPresent() && (committed.get().isFile() || (!posix && isCommitted(id)))) {
            return Optional.of(new TreeEntry(committed.get().mode(), id));
        }
        return Optional.of(new TreeEntry(posix && executable() ? TreeEntry.EXECUTABLE : TreeEntry.FILE, id));
    }

    /** The id of the blob that git would make of a regular file. */
    ObjectId id() throws IOException {
        var hash = BlobHash.of(file);
        if (committed.isEmpty() || isCommitted(hash.raw())) {
            return hash.raw();
        }
        boolean otherBreaks = hash.lineBreaks() > 0 && isCommitted(hash.withoutCarriageReturns(file));
        if (otherBreaks || isKeptByLfs(hash)) {
            return committed.get().id();
        }
        return hash.raw();
    }

    private boolean isCommitted(ObjectId id) {
        return committed.filter(entry -> entry.id().equals(id)).isPresent();
    }

    private boolean executable() throws IOException {
        return Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .permissions()
                .contains(PosixFilePermission.OWNER_EXECUTE);
    }

    /** Whether HEAD has a pointer to exactly these bytes. */
    private boolean isKeptByLfs(BlobHash hash) throws IOException {
        if (!committed.orElseThrow().isFile()) {
            return false;
        }
        var pointer = blobs.blob(committed.orElseThrow().id(), LONGEST_POINTER)
                .map(bytes -> LFS.matcher(new String(bytes, StandardCharsets.UTF_8)));
        if (pointer.isEmpty()
                || !pointer.get().matches()
                || !pointer.get().group(2).equals(Long.toString(hash.size()))) {
            return false;
        }
        return BlobHash.sha256(file).equals(pointer.get().group(1));
    }
}
