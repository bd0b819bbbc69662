package io.github.genaigate.repository;

import io.github.genaigate.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.util.sha1.SHA1;

/**
 * The id that git gives to the bytes of a file, in memory that does not grow with it.
 *
 * @param raw of the bytes as they are
 * @param size how many bytes
 * @param lineBreaks how many of its line breaks are CR LF
 */
record BlobHash(ObjectId raw, long size, long lineBreaks) {

    private static final int CHUNK = 1 << 16;

    static BlobHash of(Path file) throws IOException {
        long size = Files.size(file);
        var hash = begin(size);
        var read = new Counter();
        var buffer = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                hash.update(buffer, 0, n);
                read.count(buffer, n);
            }
        }
        if (read.bytes != size) {
            throw new FileSystemException(file.toString(), null, "it changes while it is read");
        }
        return new BlobHash(hash.toObjectId(), size, read.lineBreaks);
    }

    static ObjectId of(byte[] bytes) {
        var hash = begin(bytes.length);
        hash.update(bytes);
        return hash.toObjectId();
    }

    /** Of the same file with LF wherever it has CR LF, as git commits it on Windows. */
    ObjectId withoutCarriageReturns(Path file) throws IOException {
        var hash = begin(size - lineBreaks);
        var buffer = new byte[CHUNK];
        var kept = new byte[CHUNK + 1];
        boolean pending = false;
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                int length = 0;
                for (int i = 0; i < n; i++) {
                    if (pending && buffer[i] != '\n') {
                        kept[length++] = '\r';
                    }
                    pending = buffer[i] == '\r';
                    if (!pending) {
                        kept[length++] = buffer[i];
                    }
                }
                hash.update(kept, 0, length);
            }
        }
        if (pending) {
            hash.update((byte) '\r');
        }
        return hash.toObjectId();
    }

    /** SHA-256, in hexadecimal, of the bytes alone. */
    static String sha256(Path file) throws IOException {
        var hash = Sha256.begin();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), hash)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Sha256.hex(hash.digest());
    }

    /** SHA-1 that notices collisions made on purpose, as git's own does. */
    private static SHA1 begin(long size) {
        if (!NoGlobalSettings.ready()) {
            throw new IllegalStateException("SHA-1 cannot be loaded");
        }
        var hash = SHA1.newInstance();
        hash.update(("blob " + size + "\0").getBytes(StandardCharsets.US_ASCII));
        return hash;
    }

    private static final class Counter {
        private long bytes;
        private long lineBreaks;
        private boolean carriageReturn;

        void count(byte[] buffer, int n) {
            bytes += n;
            for (int i = 0; i < n; i++) {
                lineBreaks += carriageReturn && buffer[i] == '\n' ? 1 : 0;
                carriageReturn = buffer[i] == '\r';
            }
        }
    }
}
