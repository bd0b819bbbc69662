package io.github.genaigate.gate;

import static io.github.genaigate.gate.ServiceFolder.problems;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Source;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Shape;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTest {

    @TempDir
    Path folder;

    /** A reader that must not be asked. */
    private record Untouched(String format) implements EvidenceReader {
        @Override
        public String purpose() {
            return "Nothing.";
        }

        @Override
        public Shape<?> shape() {
            return Shape.SAMPLES;
        }

        @Override
        public boolean recognises(byte[] head) {
            throw new AssertionError("evidence was opened");
        }

        @Override
        public Reading read(Source source, Set<Question> questions) {
            throw new AssertionError("evidence was opened");
        }
    }

    @Test
    void allMistakesAtOnceBeforeAnyEvidenceIsOpened() {
        var service = ServiceFolder.ready(folder);
        service.edit(ServiceFolder.MANIFEST, "name: smoke,", "name: answer,")
                .edit(ServiceFolder.MANIFEST, "within: 1500 ms", "within: 0 ms")
                .edit(
                        ServiceFolder.MANIFEST,
                        text -> text.replace(
                                "signOffs:",
                                "    - { name: handbook, namespace: acme-docs, use: training, owner: x, licence: y, personalData: none }\nsignOffs:"))
                .edit(ServiceFolder.POLICY, "name: out-of-scope, passing: 90 %", "name: out-of-scope");
        var readers = List.<EvidenceReader>of(new Untouched("jmeter-csv"), new Untouched("k6-json"));

        var decision = new Gate(ServiceFolder.GATE.criteria(), readers, List.of()).decide(service.request());

        assertThat(decision.evidence()).isEmpty();
        assertThat(decision.findings()).isEmpty();
        assertThat(problems(decision))
                .containsExactly(
                        "acme-policy.yaml:14:14: Suite out-of-scope does not say what share of its cases must pass, nor which score they must reach;"
                                + " Add passing, such as 90 %, or score and atLeast",
                        "genai-gate.yaml:22:79: Budget answer allows no time at all; Write a duration such as 800 ms",
                        "genai-gate.yaml:23:9: Budget answer is written twice; Give each budget a name of its own, or merge the two",
                        "genai-gate.yaml:23:63: Budget answer allows no time at all; Write a duration such as 800 ms",
                        "genai-gate.yaml:47:7: Dataset acme-docs handbook goes by the name acme-docs handbook, and so does dataset acme-docs handbook; Merge the two, or write the namespace of each");
    }
}
