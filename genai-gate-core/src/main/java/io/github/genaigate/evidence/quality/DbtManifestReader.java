package io.github.genaigate.evidence.quality;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.evidence.JsonCursor;
import io.github.genaigate.evidence.JsonHead;
import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Source;
import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.input.Json.Value;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Lineage;
import io.github.genaigate.model.Lineage.Dataset;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.QualityCheck;
import io.github.genaigate.model.QualityCheck.Result;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Shape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads which tests a dbt project defines, and which datasets they look at: the namespace is {@code dbt}, the name
 * {@code database.schema.table} as OpenLineage writes it. It proves no result.
 */
public final class DbtManifestReader implements EvidenceReader {

    private static final Set<String> NEEDED =
            Set.of("resource_type", "attached_node", "depends_on", "database", "schema", "alias", "identifier", "name");
    private static final String KIND = "manifest";
    private static final int MOST = 1_000_000;
    private static final String MEND = "Give target/manifest.json as dbt wrote it";

    @Override
    public String format() {
        return "dbt-manifest";
    }

    @Override
    public String purpose() {
        return "Tests that a dbt project defines and their datasets, written by dbt to target/manifest.json.";
    }

    @Override
    public Shape<?> shape() {
        return Shape.LINEAGE;
    }

    @Override
    public boolean recognises(byte[] head) {
        return DbtMetadata.recognises(JsonHead.of(head), KIND);
    }

    @Override
    public Reading read(Source source, Set<Question> questions) throws UnreadableException, IOException {
        return JsonCursor.read(source, json -> new Project(Place.of(source.name())).read(json));
    }

    private static final class Project {

        private final Place file;
        private final Map<String, Dataset> datasets = new HashMap<>();
        private final Map<String, List<String>> tests = new HashMap<>();
        private DbtMetadata metadata = DbtMetadata.NONE;
        private boolean holdsNodes;

        Project(Place file) {
            this.file = file;
        }

        Reading read(JsonCursor json) throws UnreadableException, IOException {
            json.members(key -> {
                switch (key) {
                    case "metadata" -> metadata = DbtMetadata.of(json);
                    case "nodes" -> {
                        holdsNodes = true;
                        json.members(id -> add(id, json));
                    }
                    case "sources" -> json.members(id -> add(id, json));
                    default -> {}
                }
            });
            metadata.demand(KIND, file, MEND);
            if (!holdsNodes) {
                throw new UnreadableException(file, "The file holds no nodes of dbt", MEND);
            }
            var checks = new ArrayList<QualityCheck>();
            tests.forEach((id, on) ->
                    checks.add(new QualityCheck(id, datasets(on), Result.DEFINED, false, Optional.empty())));
            return Reading.complete(new Lineage(List.of(), new TreeSet<>(), checks), Assurance.MEASURED, metadata.at());
        }

        private void add(String id, JsonCursor json) throws UnreadableException, IOException {
            if (!json.isObject()) {
                throw json.unreadable("A node is not an object", MEND);
            }
            if (datasets.size() + tests.size() == MOST) {
                throw json.unreadable("The file holds more than " + MOST + " nodes", "Split the project");
            }
            var node = json.valueWith(NEEDED);
            if (node.get("resource_type").text().equals(Optional.of("test"))) {
                tests.put(id, looksAt(node));
            } else {
                name(node).ifPresent(name -> datasets.put(id, new Dataset("dbt", name)));
            }
        }

        /** The node that the test is written at; a test of its own looks at all that it reads. */
        private static List<String> looksAt(Value test) {
            return test.get("attached_node")
                    .text()
                    .map(List::of)
                    .orElseGet(() -> test.at("depends_on", "nodes").items().stream()
                            .flatMap(node -> node.text().stream())
                            .toList());
        }

        private static Optional<String> name(Value node) {
            var table = Stream.of("identifier", "alias", "name")
                    .flatMap(key -> node.get(key).text().stream())
                    .findFirst();
            return table.map(last -> Stream.concat(
                            Stream.of("database", "schema").flatMap(key -> node.get(key).text().stream()),
                            Stream.of(last))
                    .collect(Collectors.joining(".")));
        }

        private SortedSet<Dataset> datasets(List<String> nodes) {
            var all = new TreeSet<Dataset>();
            nodes.forEach(node -> Optional.ofNullable(datasets.get(node)).ifPresent(all::add));
            return all;
        }
    }
}
