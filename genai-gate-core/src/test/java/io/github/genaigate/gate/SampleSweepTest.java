package io.github.genaigate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.genaigate.input.BaseDirectory;
import io.github.genaigate.manifest.Manifest;
import io.github.genaigate.model.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Files that real tools wrote: each is read by one reader or refused with a message, whatever its format is. */
class SampleSweepTest {

    private static final Path FOLDER = Path.of("..", "..", "shared", "evidence-samples");

    /** The folders of the formats that are read, and the formats of all that is read of them. */
    private static final Map<String, Set<String>> READ = Map.ofEntries(
            Map.entry("jmeter-csv", Set.of("jmeter-csv")),
            Map.entry("k6-summary", Set.of("k6-summary")),
            Map.entry("k6-summary-export", Set.of("k6-summary")),
            Map.entry("promptfoo", Set.of("promptfoo")),
            Map.entry("deepeval", Set.of("deepeval")),
            Map.entry("lm-eval", Set.of("lm-eval")),
            Map.entry("junit-xml", Set.of("junit-xml")),
            Map.entry("sarif", Set.of("sarif")),
            Map.entry("openlineage", Set.of("openlineage")),
            Map.entry("codeowners", Set.of("codeowners")),
            Map.entry("vllm-bench", Set.of("vllm-bench")),
            Map.entry("aiperf", Set.of("aiperf", "aiperf-records")),
            Map.entry("prometheus-rules", Set.of("prometheus-rules")),
            Map.entry("cyclonedx-mlbom", Set.of("cyclonedx")),
            Map.entry("cyclonedx-vex", Set.of("cyclonedx")),
            Map.entry("dbt", Set.of("dbt-run-results", "dbt-manifest")),
            Map.entry("great-expectations", Set.of("great-expectations")),
            Map.entry("otlp-json", Set.of("otlp-traces")));

    @Test
    void everySample() throws Exception {
        assumeTrue(Files.isDirectory(FOLDER), "the evidence samples are not at hand");
        var base = BaseDirectory.of(FOLDER);
        var gathering = new EvidenceGathering(
                base, ServiceFolder.GATE.readers(), (paths, covers) -> new LinkedHashMap<>(), ServiceFolder.NOW);
        var wrong = new ArrayList<String>();
        List<Path> files;
        try (var all = Files.walk(base.root())) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            var path = base.root().relativize(file).toString();
            var kind = path.substring(0, Math.max(0, path.indexOf('/')));
            var gathered = gathering.gather(
                    new Manifest.Evidence(
                            "sample", path, Optional.empty(), Optional.empty(), List.of(), Place.of("genai-gate.yaml")),
                    Set.of());
            var format = gathered.files().get(0).format();
            var absence = gathered.measurement().absence();
            var what = path + " as " + format.orElse("nothing")
                    + absence.map(why -> ": " + why.message() + "; " + why.mend())
                            .orElse("");
            if (absence.filter(why -> why.message().contains("several formats")).isPresent()
                    || (format.isEmpty() && absence.isEmpty())
                    || (format.isPresent() && !READ.getOrDefault(kind, Set.of()).contains(format.get()))) {
                wrong.add(what);
            }
        }
        assertThat(files).hasSizeGreaterThan(50);
        assertThat(wrong).isEmpty();
    }
}
