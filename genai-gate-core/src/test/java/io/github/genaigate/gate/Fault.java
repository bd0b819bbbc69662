package io.github.genaigate.gate;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/** One way to spoil a file. */
enum Fault {
    MISSING {
        @Override
        void in(ServiceFolder service, BadEvidence evidence, Path file) throws Exception {
            Files.delete(file);
        }
    },
    EMPTY {
        @Override
        void in(ServiceFolder service, BadEvidence evidence, Path file) throws Exception {
            Files.write(file, new byte[0]);
        }
    },
    CUT_IN_HALF {
        @Override
        void in(ServiceFolder service, BadEvidence evidence, Path file) throws Exception {
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        }
    },
    ANOTHER_KIND {
        @Override
        void in(ServiceFolder service, BadEvidence evidence, Path file) throws Exception {
            Files.write(file, Files.readAllBytes(service.path(evidence.next().path)));
        }
    },
    DIRECTORY {
        @Override
        void in(ServiceFolder service, BadEvidence evidence, Path file) throws Exception {
            Files.delete(file);
            Files.createDirectories(file.resolve("inside"));
        }
    },
    UNREADABLE {
        @Override
        void in(ServiceFolder service, BadEvidence evidence, Path file) throws Exception {
            assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"), "no permissions here");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
            assumeTrue(!Files.isReadable(file), "the administrator may read everything");
        }
    },
    TOO_LARGE {
        @Override
        void in(ServiceFolder service, BadEvidence evidence, Path file) throws Exception {
            try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
                sparse.setLength((256L << 20) + 1);
            }
        }
    },
    LINK_OUT {
        @Override
        void in(ServiceFolder service, BadEvidence evidence, Path file) throws Exception {
            Path outside = Files.move(file, service.folder().resolve("outside"));
            Files.createSymbolicLink(file, outside);
        }
    },
    UTF_16 {
        @Override
        void in(ServiceFolder service, BadEvidence evidence, Path file) throws Exception {
            recode(file, StandardCharsets.UTF_16);
        }
    },
    UTF_16_WITHOUT_MARK {
        @Override
        void in(ServiceFolder service, BadEvidence evidence, Path file) throws Exception {
            recode(file, StandardCharsets.UTF_16LE);
        }
    },
    LATIN_1 {
        @Override
        void in(ServiceFolder service, BadEvidence evidence, Path file) throws Exception {
            var text = Files.readString(file).replace("acme", "acm\u00e9").replace("chat", "ch\u00e4t");
            Files.write(file, text.replace("Bugs", "B\u00fcgs").getBytes(StandardCharsets.ISO_8859_1));
        }
    },
    NOT_A_NUMBER {
        @Override
        void in(ServiceFolder service, BadEvidence evidence, Path file) {
            service.edit(evidence.path, evidence.number, evidence.other.formatted("NaN"));
        }
    },
    NEGATIVE_NUMBER {
        @Override
        void in(ServiceFolder service, BadEvidence evidence, Path file) {
            service.edit(evidence.path, evidence.number, evidence.other.formatted("-1"));
        }
    },
    HUGE_NUMBER {
        @Override
        void in(ServiceFolder service, BadEvidence evidence, Path file) {
            service.edit(evidence.path, evidence.number, evidence.other.formatted("1e999999999"));
        }
    },
    ZEROES_AT_THE_END {
        @Override
        void in(ServiceFolder service, BadEvidence evidence, Path file) {
            service.edit(evidence.path, text -> text + "\0".repeat(4096));
        }
    },
    ZERO_IN_THE_MIDDLE {
        @Override
        void in(ServiceFolder service, BadEvidence evidence, Path file) {
            service.edit(
                    evidence.path,
                    text -> text.substring(0, text.length() / 2) + "\0" + text.substring(text.length() / 2));
        }
    },
    PIPE {
        @Override
        void in(ServiceFolder service, BadEvidence evidence, Path file) throws Exception {
            Files.delete(file);
            try {
                assumeTrue(new ProcessBuilder("mkfifo", file.toString()).start().waitFor() == 0, "no pipes here");
            } catch (IOException absent) {
                assumeTrue(false, "no pipes here");
            }
        }
    };

    abstract void in(ServiceFolder service, BadEvidence evidence, Path file) throws Exception;

    private static void recode(Path file, Charset charset) throws IOException {
        Files.write(file, Files.readString(file).getBytes(charset));
    }
}
