package io.github.genaigate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HashedFileTest {

    private static final int SIZE = 100_000;

    @TempDir
    Path folder;

    private Path file;
    private String digest;

    @BeforeEach
    void write() throws Exception {
        var bytes = new byte[SIZE];
        new Random(1).nextBytes(bytes);
        file = Files.write(folder.resolve("evidence"), bytes);
        digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private interface Use {
        void of(InputStream in) throws IOException;
    }

    private String digestAfter(Use use) throws IOException {
        try (var source = new HashedFile("evidence", file, SIZE)) {
            try (var in = source.open()) {
                use.of(in);
            }
            return source.sha256();
        }
    }

    /** Whatever a reader does with the stream, the digest is of the whole file. */
    @Test
    void theDigestIsOfEveryByte() throws IOException {
        assertThat(digestAfter(in -> {})).isEqualTo(digest);
        assertThat(digestAfter(InputStream::read)).isEqualTo(digest);
        assertThat(digestAfter(in -> in.readNBytes(77))).isEqualTo(digest);
        assertThat(digestAfter(InputStream::readAllBytes)).isEqualTo(digest);
        assertThat(digestAfter(in -> in.skipNBytes(5_000))).isEqualTo(digest);
        assertThat(digestAfter(in -> in.skip(Long.MAX_VALUE))).isEqualTo(digest);
        assertThat(digestAfter(in -> {
                    in.mark(10);
                    in.read();
                    assertThatThrownBy(in::reset).isInstanceOf(IOException.class);
                }))
                .isEqualTo(digest);
    }

    @Test
    void isReadOnce() throws IOException {
        try (var source = new HashedFile("evidence", file, SIZE)) {
            assertThat(source.name()).isEqualTo("evidence");
            assertThat(source.size()).isEqualTo(SIZE);
            source.open().close();
            assertThatThrownBy(source::open).hasMessage("the evidence is read once");
        }
    }
}
