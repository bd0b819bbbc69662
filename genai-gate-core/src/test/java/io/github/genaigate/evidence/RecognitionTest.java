package io.github.genaigate.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each of the readers in question recognises its own files and nothing else. */
class RecognitionTest {

    private static final List<String> FORMATS =
            List.of("codeowners", "deepeval", "junit-xml", "lm-eval", "openlineage", "promptfoo", "sarif");
    private static final Path SAMPLES = Path.of("..", "..", "shared", "evidence-samples");

    private static List<String> recognising(byte[] bytes) {
        byte[] head = java.util.Arrays.copyOf(bytes, Math.min(bytes.length, Source.HEAD));
        return ServiceLoader.load(EvidenceReader.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(reader -> FORMATS.contains(reader.format()))
                .filter(reader -> reader.recognises(head))
                .map(EvidenceReader::format)
                .toList();
    }

    @Test
    void everySampleIsRecognisedByItsReaderAlone() throws IOException {
        assumeTrue(Files.isDirectory(SAMPLES), "the evidence samples are not at hand");
        List<String> wrong = new ArrayList<>();
        try (var files = Files.walk(SAMPLES)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String folder = SAMPLES.relativize(file).getName(0).toString();
                var expected = FORMATS.contains(folder) ? List.of(folder) : List.of();
                var actual = recognising(Files.readAllBytes(file));
                if (!actual.equals(expected)) {
                    wrong.add(file + " " + actual);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{\"runs\": [{\"results\": [], \"tool\": {\"driver\": {\"name\": \"x\"}}}], \"version\": \"2.1.0\"}` | [sarif]",
                "`{\"runs\": [{\"tool\": {\"driver\": {\"rules\": [{\"id\": \"cut` | [sarif]",
                "`\uFEFF{\"version\": \"2.1.0\", \"runs\": []}` | [sarif]",
                "`{\"runs\": 3}` | []",
                "`[{\"eventTime\": \"2026-11-20T08:00:00Z\", \"producer\": \"p\", \"run\": {\"runId\": \"r\"` | [openlineage]",
                "`{\"evalId\": null, \"results\": {\"version\": 3, \"timestamp\": \"t\", \"prompts\": [{\"raw\": \"cut` | [promptfoo]",
                "`{\"version\": 3, \"results\": [{\"promptIdx\": 0, \"success\": true` | [promptfoo]",
                "`{\"results\": []}` | []",
                "`[]` | []",
                "`{}` | []",
                "`{` | []",
                "`\u0000\u0001` | []",
                "`[[[[[[[[[[[[[[[[` | []",
            })
    void tellsByTheContent(String head, String expected) {
        assertThat(recognising(head.getBytes(StandardCharsets.UTF_8)).toString())
                .isEqualTo(expected);
    }
}
