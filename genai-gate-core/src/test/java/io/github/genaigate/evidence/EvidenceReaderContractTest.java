package io.github.genaigate.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.genaigate.model.Metric;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every reader owes, tried on every reader that is registered. Each has one file, and one only, that we wrote
 * ourselves, under {@code src/test/resources/evidence/<format>/}; a new reader is taken in by adding it.
 */
class EvidenceReaderContractTest {

    private static final Path SAMPLES = Path.of("src", "test", "resources", "evidence");
    private static final int CUTS = 200;

    private static final Set<Question> QUESTIONS = Set.of(
            new Question(Optional.empty(), Metric.DURATION, Duration.ofMillis(800)),
            new Question(Optional.of("chat"), Metric.DURATION, Duration.ofNanos(1_500_000)),
            new Question(Optional.of("no such operation"), Metric.TIME_TO_FIRST_TOKEN, Duration.ofSeconds(2)),
            new Question(Optional.empty(), Metric.INTER_TOKEN_LATENCY, Duration.ofDays(100_000)));

    private static final List<String> HOSTILE = List.of(
            "",
            "\n",
            "\r\n\r\n",
            " ",
            "\0",
            "\uFEFF",
            "null",
            "[]",
            "{}",
            "[",
            "{\"",
            "\"",
            "[".repeat(100_000),
            "{\"a\":".repeat(100_000),
            "1".repeat(2_000),
            "NaN",
            "{\"metrics\":null,\"results\":[],\"runs\":{},\"version\":[]}",
            "{\"metrics\":{\"http_reqs\":{\"count\":-1},\"http_req_duration\":{\"max\":NaN}}}",
            "{\"metrics\":[[],{},null,1e999999999]}",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
            "---\n- &a [*a, *a]\n",
            "timeStamp,elapsed,label,success\n9,-1,<script>,true\n",
            "timeStamp,elapsed,label,success\n9,1,\u001b[2J\u202e,true\n\"",
            "elapsed,success,label" + ",x".repeat(5_000) + "\n",
            ",".repeat(50_000),
            "* @\n\n[\n^[",
            "{}\n{}\n");

    static List<EvidenceReader> readers() {
        return ServiceLoader.load(EvidenceReader.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    @Test
    void everyFormatIsReadByOneReaderAndHasOneSample() throws IOException {
        var formats = readers().stream().map(EvidenceReader::format).toList();

        assertThat(formats).doesNotHaveDuplicates().allMatch(format -> format.matches("[a-z0-9]+(-[a-z0-9]+)*"));
        try (var folders = Files.list(SAMPLES)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(formats);
        }
    }

    @ParameterizedTest
    @MethodSource("readers")
    void tellsWhatItIsForInOneSentence(EvidenceReader reader) {
        assertThat(reader.purpose()).matches("[A-Z][^\n]*[.]");
        assertThat(reader.shape()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("readers")
    void itsSampleIsRecognisedByItAlone(EvidenceReader reader) throws IOException {
        byte[] head = head(sample(reader));

        assertThat(readers().stream().filter(any -> any.recognises(head)).map(EvidenceReader::format))
                .containsExactly(reader.format());
    }

    @ParameterizedTest
    @MethodSource("readers")
    void readsItsSampleToTheEndAndTwiceTheSame(EvidenceReader reader) throws Exception {
        var reading = reader.read(Source.of("sample", sample(reader)), QUESTIONS);

        assertThat(reading.doubt()).isEmpty();
        assertThat(reading.measurement()).isInstanceOf(reader.shape().type());
        assertThat(reader.read(Source.of("sample", sample(reader)), QUESTIONS)).isEqualTo(reading);
    }

    @ParameterizedTest
    @MethodSource("readers")
    void readsTheSameWithAByteOrderMark(EvidenceReader reader) throws Exception {
        var marked = new ByteArrayOutputStream();
        marked.writeBytes("\uFEFF".getBytes(StandardCharsets.UTF_8));
        marked.writeBytes(sample(reader));

        assertThat(reader.recognises(head(marked.toByteArray()))).isTrue();
        assertThat(reader.read(Source.of("sample", marked.toByteArray()), QUESTIONS))
                .isEqualTo(reader.read(Source.of("sample", sample(reader)), QUESTIONS));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void readsTheSameWithCarriageReturns(EvidenceReader reader) throws Exception {
        var text = new String(sample(reader), StandardCharsets.UTF_8);
        byte[] returned = text.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);

        assertThat(reader.recognises(head(returned))).isTrue();
        assertThat(reader.read(Source.of("sample", returned), QUESTIONS))
                .isEqualTo(reader.read(Source.of("sample", sample(reader)), QUESTIONS));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void readsTheSameWhenTheBytesComeOneByOne(EvidenceReader reader) throws Exception {
        byte[] sample = sample(reader);
        var drop = new Dripping(Source.of("sample", sample));

        assertThat(reader.read(drop, QUESTIONS)).isEqualTo(reader.read(Source.of("sample", sample), QUESTIONS));
    }

    /**
     * Only a format of lines may call a cut file whole, and then it holds what its whole lines hold. Code owners,
     * documents and alert rules are written by hand: there is no telling where such a file should end.
     */
    @ParameterizedTest
    @MethodSource("readers")
    void aCutFileIsNeverTakenForAWholeOne(EvidenceReader reader) throws Exception {
        assumeTrue(!Set.of(Shape.OWNERSHIP, Shape.DOCUMENT, Shape.ALERTS).contains(reader.shape()));
        byte[] sample = sample(reader);
        int end =
                new String(sample, StandardCharsets.ISO_8859_1).stripTrailing().length();
        int step = Math.max(1, end / CUTS);
        for (int cut = 0; cut < end; cut += step) {
            byte[] part = Arrays.copyOf(sample, cut);
            var reading = attempt(reader, part);
            if (reading.filter(EvidenceReaderContractTest::isProof).isPresent()) {
                var wholeLines = List.of(
                        Arrays.copyOf(sample, lineEnd(sample, cut)), Arrays.copyOf(sample, lineBegin(sample, cut)));
                assertThat(wholeLines.stream().flatMap(lines -> attempt(reader, lines).stream()))
                        .as("cut after %d bytes: %s", cut, tail(part))
                        .contains(reading.get());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("readers")
    void refusesEmptiness(EvidenceReader reader) {
        for (var empty : List.of("", "\uFEFF", "\n\n")) {
            byte[] bytes = empty.getBytes(StandardCharsets.UTF_8);
            assertThat(reader.recognises(bytes)).isFalse();
            assertThat(attempt(reader, bytes).filter(EvidenceReaderContractTest::isProof))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("readers")
    void anotherFormatIsNoProof(EvidenceReader reader) throws IOException {
        for (var other : readers()) {
            if (!other.format().equals(reader.format())) {
                assertThat(attempt(reader, sample(other)).filter(EvidenceReaderContractTest::isProof))
                        .as(other.format())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("readers")
    void hostileTextDoesNoHarm(EvidenceReader reader) {
        for (var text : HOSTILE) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            reader.recognises(head(bytes));
            attempt(reader, bytes);
        }
    }

    @ParameterizedTest
    @MethodSource("readers")
    void otherEncodingsDoNoHarm(EvidenceReader reader) throws Exception {
        var text = new String(sample(reader), StandardCharsets.UTF_8);
        for (var charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            reader.recognises(head(text.getBytes(charset)));
            attempt(reader, text.getBytes(charset));
        }
    }

    /** Bytes that are no text anywhere in the file: refused, or of no consequence, and nothing else. */
    @ParameterizedTest
    @MethodSource("readers")
    void bytesThatAreNoTextDoNoHarm(EvidenceReader reader) throws IOException {
        byte[] sample = sample(reader);
        int step = Math.max(1, sample.length / CUTS);
        for (int at = 0; at < sample.length; at += step) {
            byte[] broken = sample.clone();
            broken[at] = (byte) 0xFF;
            reader.recognises(head(broken));
            attempt(reader, broken);
        }
    }

    @ParameterizedTest
    @MethodSource("readers")
    void aSourceThatFailsIsNotTheReadersFault(EvidenceReader reader) {
        var broken = new Source() {
            @Override
            public String name() {
                return "sample";
            }

            @Override
            public long size() {
                return 10;
            }

            @Override
            public InputStream open() throws IOException {
                throw new IOException("gone");
            }
        };
        try {
            reader.read(broken, QUESTIONS);
            fail("reads what cannot be had");
        } catch (IOException e) {
            assertThat(e).hasMessage("gone");
        } catch (UnreadableException e) {
            fail("calls the content unreadable", e);
        }
    }

    private static boolean isProof(Reading reading) {
        return reading.doubt().isEmpty();
    }

    /** The reading, or empty when it is refused; any other end is a fault. */
    private static Optional<Reading> attempt(EvidenceReader reader, byte[] bytes) {
        try {
            return Optional.of(reader.read(Source.of("sample", bytes), QUESTIONS));
        } catch (UnreadableException e) {
            var absence = e.absence();
            assertThat(absence.reason()).isEqualTo(Reason.UNREADABLE);
            assertThat(absence.message()).isNotBlank().doesNotEndWith(".").hasSizeLessThan(500);
            assertThat(absence.mend()).isNotBlank().doesNotEndWith(".");
            assertThat(e.place().file()).isEqualTo("sample");
            return Optional.empty();
        } catch (IOException e) {
            throw new AssertionError("bytes in memory can always be had", e);
        }
    }

    private static byte[] sample(EvidenceReader reader) throws IOException {
        var folder = SAMPLES.resolve(reader.format());
        assumeTrue(Files.isDirectory(folder));
        try (Stream<Path> files = Files.list(folder)) {
            var only = new TreeSet<>(files.toList());
            assertThat(only).hasSize(1);
            return Files.readAllBytes(only.first());
        }
    }

    private static byte[] head(byte[] bytes) {
        return Arrays.copyOf(bytes, Math.min(bytes.length, Source.HEAD));
    }

    private static int lineBegin(byte[] bytes, int at) {
        int begin = at;
        while (begin > 0 && bytes[begin - 1] != '\n') {
            begin--;
        }
        return begin;
    }

    private static int lineEnd(byte[] bytes, int at) {
        int end = at;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return Math.min(bytes.length, end + 1);
    }

    private static String tail(byte[] bytes) {
        return new String(bytes, Math.max(0, bytes.length - 60), Math.min(60, bytes.length), StandardCharsets.UTF_8);
    }

    /** A source that gives one byte at a time. */
    private record Dripping(Source source) implements Source {
        @Override
        public String name() {
            return source.name();
        }

        @Override
        public long size() {
            return source.size();
        }

        @Override
        public InputStream open() throws IOException {
            var in = source.open();
            return new InputStream() {
                @Override
                public int read() throws IOException {
                    return in.read();
                }

                @Override
                public int read(byte[] bytes, int from, int length) throws IOException {
                    return in.read(bytes, from, Math.min(1, length));
                }
            };
        }
    }
}
