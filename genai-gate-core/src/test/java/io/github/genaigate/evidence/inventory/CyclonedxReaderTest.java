package io.github.genaigate.evidence.inventory;

import static io.github.genaigate.evidence.Readings.doubt;
import static io.github.genaigate.evidence.Readings.read;
import static io.github.genaigate.evidence.Readings.refusal;
import static io.github.genaigate.evidence.Readings.source;
import static io.github.genaigate.evidence.SampleFolder.sample;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Source;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Components;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CyclonedxReaderTest {

    private static final CyclonedxReader READER = new CyclonedxReader();
    private static final String LIST_THEM =
            "; Let the generator list models as components of the type machine-learning-model, in CycloneDX 1.5 or later";
    private static final String NO_MODEL = "INCOMPLETE: bom.json: The file lists no model and no dataset" + LIST_THEM;
    private static final String NO_TYPE =
            "INCOMPLETE: bom.json:1:65: The file lists something without a type" + LIST_THEM;
    private static final String NO_NAME =
            "INCOMPLETE: bom.json:1:65: The file lists a model or dataset without a name; Let the generator name it";
    private static final String NO_DIGEST = "INCOMPLETE: bom.json:1:65: The file lists a model or dataset without one"
            + " clear SHA-256; Let the generator write one hash SHA-256 of 64 hexadecimal digits, or none";
    private static final String AS_WRITTEN = "; Give the file as the tool wrote it";

    private static Source bom(String members) {
        return source("bom.json", "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.6\"" + members + "}");
    }

    /** A bill with a model given by its further members, and another, which is as it should be. */
    private static Source model(String members) {
        return bom(", \"components\": [{\"type\": \"machine-learning-model\"" + members + "}"
                + ", {\"type\": \"machine-learning-model\", \"name\": \"other\"}]");
    }

    /** What it lists, each in one line. */
    private static List<String> listed(Reading reading) {
        return ((Components) reading.measurement())
                .all().stream()
                        .map(one -> one.type() + " " + one.names() + " " + one.versions() + " " + one.licences()
                                + one.digest().map(digest -> " " + digest).orElse(""))
                        .toList();
    }

    @Test
    void tellsModelsAndDatasets() {
        var reading = read(READER, source("bom.json", """
                        {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
                         "metadata": {"timestamp": "2026-11-15T10:00:00Z",
                          "tools": {"components": [{"type": "machine-learning-model", "name": "generator"}]},
                          "component": {"type": "application", "name": "assistant", "components": [
                           {"type": "data", "name": "handbook", "licenses": [{"expression": "MIT OR Apache-2.0"}]}]}},
                         "components": [
                          {"type": "machine-learning-model", "group": "acme", "name": "handbook-7b", "version": "1.0",
                           "purl": "pkg:huggingface/acme/handbook%%2D7b@5206a32e?x=1#y",
                           "hashes": [{"alg": "MD5", "content": "?"}, {"alg": "SHA-256", "content": "%s"}],
                           "licenses": [{"license": {"id": "Apache-2.0"}}, {"license": {"name": "llama3.1"}}],
                           "modelCard": {"modelParameters": {"datasets": [{"type": "dataset", "name": "none"}]}}},
                          {"type": "library", "name": "torch",
                           "components": [{"type": "machine-learning-model", "name": "ranker"}]}]}
                        """.formatted("A1".repeat(32))));
        assertThat(listed(reading))
                .containsExactly(
                        "MODEL [acme/handbook-7b, handbook-7b] [1.0, 5206a32e] [Apache-2.0, llama3.1] sha256:"
                                + "a1".repeat(32),
                        "MODEL [ranker] [] []",
                        "DATASET [handbook] [] [MIT OR Apache-2.0]");
        assertThat(((Components) reading.measurement()).models().get(0).place()).hasToString("bom.json:7:3");
        assertThat(reading.assurance()).isEqualTo(Assurance.SUMMARY);
        assertThat(reading.takenAt()).contains(Instant.parse("2026-11-15T10:00:00Z"));
        assertThat(doubt(reading)).isEqualTo("none");
    }

    @Test
    void whatIsListedTwiceIsThereOnce() {
        var model = "{\"type\": \"machine-learning-model\", \"name\": \"ranker\", \"components\":"
                + " [{\"type\": \"machine-learning-model\", \"name\": \"ranker\"}]}";
        assertThat(listed(read(READER, bom(", \"components\": [" + model + "]"))))
                .containsExactly("MODEL [ranker] [] []");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ", \"components\": []",
                ", \"components\": [{\"type\": \"library\", \"name\": \"model\", \"properties\": []}]",
                ", \"metadata\": {\"component\": {\"type\": \"application\", \"name\": \"model\"}}",
                ", \"services\": [{\"name\": \"model\"}]"
            })
    void aBillWithoutModelsIsDoubted(String members) {
        assertThat(doubt(read(READER, bom(members)))).isEqualTo(NO_MODEL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", \"name\": \"\"", ", \"name\": 7", ", \"name\": \" \", \"group\": \"acme\""})
    void aModelWithoutANameIsDoubted(String name) {
        assertThat(doubt(read(READER, model(name)))).isEqualTo(NO_NAME);
        assertThat(listed(read(READER, model(name)))).containsExactly("MODEL [other] [] []");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    [{"alg": "SHA-256", "content": "a1"}]
                    [{"alg": "SHA-256", "content": 7}]
                    [{"alg": "SHA-256"}]
                    [{"alg": "SHA-256", "content": "A!"}, {"alg": "SHA-256", "content": "B!"}]
                    """)
    void aHashThatIsNoneIsDoubted(String hashes) {
        var text = hashes.replace("A!", "a1".repeat(32)).replace("B!", "b2".repeat(32));
        var reading = read(READER, model(", \"name\": \"ranker\", \"hashes\": " + text));
        assertThat(doubt(reading)).isEqualTo(NO_DIGEST);
        assertThat(listed(reading)).containsExactly("MODEL [other] [] []", "MODEL [ranker] [] []");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"ranker\"}",
                "{\"type\": null, \"name\": \"ranker\"}",
                "\"ranker\"",
                "null",
                "[]",
                "{\"type\": \"library\", \"components\": [7]}"
            })
    void whatHasNoTypeMayBeAModel(String component) {
        assertThat(doubt(read(
                        READER,
                        bom(", \"components\": [" + component
                                + ", {\"type\": \"machine-learning-model\", \"name\": \"other\"}]"))))
                .isEqualTo(NO_TYPE);
    }

    @Test
    void aTimeWithoutAZoneIsNone() {
        assertThat(read(READER, bom(", \"metadata\": {\"timestamp\": \"2026-11-15T10:00:00\"}"))
                        .takenAt())
                .isEmpty();
        assertThat(read(READER, bom(", \"metadata\": {\"timestamp\": 7}")).takenAt())
                .isEmpty();
    }

    @Test
    void anAddressThatIsBrokenNamesNothing() {
        assertThat(listed(read(
                        READER,
                        bom(", \"components\": [{\"type\": \"data\", \"name\": \"a\", \"purl\": \"pkg:generic/%zz@1\"},"
                                + " {\"type\": \"data\", \"name\": \"b\", \"purl\": \"acme/b@1\"},"
                                + " {\"type\": \"data\", \"name\": \"c\", \"purl\": \"pkg:c\"}]"))))
                .containsExactly("DATASET [a] [1] []", "DATASET [b] [] []", "DATASET [c] [] []");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"specVersion\": \"1.6\", \"components\": []}",
                "{\"bomFormat\": \"cyclonedx\", \"specVersion\": \"1.6\"}",
                "{\"bomFormat\": [\"CycloneDX\"], \"specVersion\": \"1.6\"}",
                "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"1.4\"}",
                "{\"bomFormat\": \"CycloneDX\", \"specVersion\": 1.6}",
                "{\"bomFormat\": \"CycloneDX\", \"specVersion\": \"2.0\"}",
                "{\"bomFormat\": \"CycloneDX\"}"
            })
    void anythingElseIsRefused(String text) {
        assertThat(refusal(READER, source("bom.json", text)))
                .isEqualTo("UNREADABLE: bom.json: The file is not a bill of materials in CycloneDX 1.5, 1.6 or 1.7"
                        + LIST_THEM);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ``                                       | bom.json: The file is empty; Let the tool write it again
                    [{"bomFormat": "CycloneDX"}]             | bom.json:1:1: An object is expected here; Give the file as the tool wrote it
                    {"components": {"name": "a"}}            | bom.json:1:16: A list is expected here; Give the file as the tool wrote it
                    {"components": null}                     | bom.json:1:16: A list is expected here; Give the file as the tool wrote it
                    {"components": [{"type": "data"          | bom.json:1:32: The JSON ends before it is complete; Let the tool finish, and give the file as it wrote it
                    """)
    void aBrokenFileIsRefused(String text, String complaint) {
        assertThat(refusal(READER, source("bom.json", text))).isEqualTo("UNREADABLE: " + complaint);
    }

    /** The other form of CycloneDX; a file that says two things says nothing. */
    @Test
    void xmlAndDuplicatesAreRefused() {
        assertThat(refusal(READER, source("bom.xml", "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\"/>")))
                .isEqualTo("UNREADABLE: bom.xml:1:1: The file is not valid JSON: Unexpected character ('<' (code 60)):"
                        + " expected a valid value (JSON String, Number (or 'NaN'/'+INF'/'-INF'), Array, Obje…"
                        + AS_WRITTEN);
        assertThat(refusal(READER, bom(", \"components\": [], \"components\": []")))
                .isEqualTo("UNREADABLE: bom.json:1:80: The file is not valid JSON: Duplicate field 'components'"
                        + AS_WRITTEN);
        assertThat(refusal(READER, model(", \"name\": \"a\", \"name\": \"b\"")))
                .isEqualTo(
                        "UNREADABLE: bom.json:1:119: The file is not valid JSON: Duplicate field 'name'" + AS_WRITTEN);
    }

    @Test
    void nestingHasAnEnd() {
        var deep = "{\"components\": [".repeat(2_000);
        assertThat(refusal(READER, source("bom.json", deep))).contains("The JSON goes beyond a limit: ");
    }

    @Test
    void recognisesTheFormat() {
        assertThat(READER.recognises("{\"bomFormat\": \"CycloneDX\"".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThat(READER.recognises("{\"bomFormat\": \"SPDX\"}".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
    }

    @Test
    void readsWhatOthersPublished() throws IOException {
        var generated = read(READER, sample("cyclonedx-mlbom/hf-aibom-7b3f48be.json"));
        assertThat(doubt(generated)).isEqualTo("none");
        assertThat(listed(generated))
                .contains("MODEL [DeepSeek-V3.1-Base, deepseek-ai/DeepSeek-V3.1-Base] [1.0] [MIT]");
        assertThat(listed(read(READER, sample("cyclonedx-mlbom/valid-ml-1.6.json"))))
                .contains("MODEL [CompVis/stable-diffusion, stable-diffusion] [1.4] []");
        assertThat(doubt(read(READER, sample("cyclonedx-mlbom/aibom-nonconforming.json", "bom.json"))))
                .isEqualTo(NO_MODEL);
    }
}
