package io.github.genaigate.gate;

import io.github.genaigate.evidence.Source;
import io.github.genaigate.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;

/** A file that is hashed while it is read, so that the digest is of the very bytes that were judged. */
final class HashedFile implements Source, AutoCloseable {

    private final String name;
    private final long size;
    private final DigestInputStream in;
    private boolean opened;

    HashedFile(String name, Path file, long size) throws IOException {
        this.name = name;
        this.size = size;
        this.in = new DigestInputStream(Files.newInputStream(file), Sha256.begin());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long size() {
        return size;
    }

    /** The bytes, once. Closing the stream leaves the file open, for the rest to be hashed. */
    @Override
    public InputStream open() throws IOException {
        if (opened) {
            throw new IOException("the evidence is read once");
        }
        opened = true;
        return new Hashing(in);
    }

    /** Everything that is passed over is read all the same, and so hashed: nothing is left to the file's own skipping. */
    private static final class Hashing extends InputStream {

        private final DigestInputStream in;

        Hashing(DigestInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            return in.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return in.read(bytes, offset, length);
        }
    }

    /** SHA-256 of the whole file, in hexadecimal. */
    String sha256() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
        return Sha256.hex(in.getMessageDigest().digest());
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
