package io.github.genaigate.evidence.quality;

import static io.github.genaigate.evidence.Readings.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Readings;
import io.github.genaigate.evidence.SampleFolder;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Lineage;
import io.github.genaigate.model.Lineage.Dataset;
import io.github.genaigate.model.QualityCheck;
import io.github.genaigate.model.QualityCheck.Result;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DbtManifestReaderTest {

    private static final DbtManifestReader READER = new DbtManifestReader();
    private static final String MEND = "Give target/manifest.json as dbt wrote it";
    private static final String NODES = """
            "model.acme.handbook": {"resource_type": "model", "database": "acme", "schema": "docs", "name": "handbook", "alias": "book"}""";

    private static String file(String nodes) {
        return """
                {"metadata": {"dbt_schema_version": "https://schemas.getdbt.com/dbt/manifest/v12.json",
                              "generated_at": "2026-11-20T10:00:00.000000Z"},
                 "nodes": {%s},
                 "sources": {"source.acme.raw": {"resource_type": "source", "database": null, "schema": "raw",
                                                 "name": "mails", "identifier": "mails_v2"}}}
                """.formatted(nodes);
    }

    private static Reading read(String text) {
        return Readings.read(READER, source("manifest.json", text));
    }

    private static String refusal(String text) {
        return Readings.refusal(READER, source("manifest.json", text));
    }

    private static List<QualityCheck> checks(Reading reading) {
        return ((Lineage) reading.measurement()).checks();
    }

    private static QualityCheck defined(String id, String... names) {
        var datasets = new TreeSet<Dataset>();
        Stream.of(names).forEach(name -> datasets.add(new Dataset("dbt", name)));
        return new QualityCheck(id, datasets, Result.DEFINED, false, Optional.empty());
    }

    @Test
    void tellsWhichDatasetsTestsLookAtAndNoResult() {
        var text = file("""
                "test.acme.a": {"resource_type": "test", "attached_node": "model.acme.handbook",
                                "depends_on": {"nodes": ["model.acme.handbook", "source.acme.raw"]}},
                "test.acme.b": {"resource_type": "test", "attached_node": null,
                                "depends_on": {"nodes": ["model.acme.handbook", "source.acme.raw"]}},
                "test.acme.c": {"resource_type": "test", "depends_on": {"macros": []}},
                %s""".formatted(NODES));
        var expected = new Lineage(
                List.of(),
                new TreeSet<>(),
                List.of(
                        defined("test.acme.a", "acme.docs.book"),
                        defined("test.acme.b", "acme.docs.book", "raw.mails_v2"),
                        defined("test.acme.c")));
        assertThat(read(text))
                .isEqualTo(Reading.complete(
                        expected, Assurance.MEASURED, Optional.of(Instant.parse("2026-11-20T10:00:00Z"))));
        assertThat(READER.recognises(text.getBytes(StandardCharsets.UTF_8))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"resource_type\": \"test\", \"attached_node\": \"model.acme.gone\"}",
                "{\"resource_type\": \"test\", \"attached_node\": 3}",
                "{\"resource_type\": \"test\", \"depends_on\": [\"model.acme.handbook\"]}",
                "{\"resource_type\": \"test\", \"depends_on\": {\"nodes\": [null, 1]}}",
                "{\"resource_type\": \"test\"}"
            })
    void aTestOfNobodyKnowsWhatTellsNoDataset(String node) {
        assertThat(checks(read(file("\"test.acme.a\": " + node + ", " + NODES))))
                .containsExactly(defined("test.acme.a"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{}", "{\"resource_type\": \"Test\"}", "{\"resource_type\": [\"test\"]}"})
    void whatIsNotSaidToBeATestIsNone(String node) {
        assertThat(checks(read(file("\"test.acme.a\": " + node)))).isEmpty();
    }

    @Test
    void refusesWhatIsNoManifest() {
        var written = "; Give the file as the tool wrote it";
        assertThat(refusal(file("\"test.acme.a\": 7")))
                .isEqualTo("UNREADABLE: manifest.json:3:27: A node is not an object; " + MEND);
        assertThat(refusal(file(NODES + ", " + NODES)))
                .startsWith("UNREADABLE: manifest.json:3:")
                .endsWith(": The file is not valid JSON: Duplicate field 'model.acme.handbook'" + written);
        assertThat(refusal(file("").replace("{},", "[],")))
                .isEqualTo("UNREADABLE: manifest.json:3:11: An object is expected here" + written);
        assertThat(refusal(file("").replace("\"nodes\"", "\"results\"")))
                .isEqualTo("UNREADABLE: manifest.json: The file holds no nodes of dbt; " + MEND);
        assertThat(refusal("")).isEqualTo("UNREADABLE: manifest.json: The file is empty; Let the tool write it again");
    }

    @Test
    void refusesOtherFilesOfDbt() {
        var catalog = file(NODES).replace("/manifest/v12", "/catalog/v1");
        assertThat(refusal(catalog))
                .isEqualTo("UNREADABLE: manifest.json: The file is not dbt's manifest: its dbt_schema_version is"
                        + " https://schemas.getdbt.com/dbt/catalog/v1.json; " + MEND);
        assertThat(refusal("{\"metadata\": 3, \"nodes\": {}}"))
                .isEqualTo(
                        "UNREADABLE: manifest.json: The file is not dbt's manifest: its dbt_schema_version is not there; "
                                + MEND);
        assertThat(READER.recognises(catalog.getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    @Test
    void readsWhatDbtWrote() throws Exception {
        var reading = Readings.read(READER, SampleFolder.sample("dbt/manifest_v10.json"));
        assertThat(reading.doubt()).isEmpty();
        assertThat(reading.takenAt()).contains(Instant.parse("2023-07-31T23:39:54.970087Z"));
        assertThat(checks(reading)).hasSize(20).allMatch(check -> check.result() == Result.DEFINED);
        assertThat(checks(reading).stream()
                        .filter(check -> check.id().contains("relationships_"))
                        .flatMap(check -> check.datasets().stream()))
                .containsExactly(new Dataset("dbt", "your-project.jaffle_shop.orders"));
    }
}
