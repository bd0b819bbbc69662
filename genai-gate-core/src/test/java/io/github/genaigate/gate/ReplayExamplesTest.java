package io.github.genaigate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.genaigate.policy.PolicyLoader;
import io.github.genaigate.policy.Tree;
import io.github.genaigate.report.JsonReport;
import io.github.genaigate.repository.TestRepository;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every example, judged again from its decision file by the same policy and clock, gets the same findings. */
class ReplayExamplesTest {

    private static final Path EXAMPLES = Path.of("../examples").toAbsolutePath().normalize();
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "support-assistant, builtin:baseline",
        "support-assistant, org-policy/src/main/resources/META-INF/genai-gate/policy.yaml",
        "python-rag, builtin:baseline",
        "python-rag, org-policy/src/main/resources/META-INF/genai-gate/policy.yaml",
        "stalled-poc, builtin:baseline",
        "stalled-poc, org-policy/src/main/resources/META-INF/genai-gate/policy.yaml"
    })
    void isTheSameAgain(String example, String name) throws Exception {
        assumeTrue(Files.isDirectory(EXAMPLES.resolve(example)), "the examples lie beside the module");
        copy(EXAMPLES.resolve(example));
        TestRepository.init(folder).commit(TestRepository.KIM, "2026-11-25", "Begin");
        var policy = name.startsWith("builtin:") ? name : EXAMPLES.resolve(name).toString();
        var decision = ServiceFolder.GATE.decide(request(policy));
        var text = new StringBuilder();
        new JsonReport().render(decision, text);
        var recorded =
                RecordedDecision.read(new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)), true);
        var again = Replay.of(
                        ServiceFolder.GATE,
                        new PolicyLoader(ServiceFolder.GATE.catalogue(), new Tree(folder, folder))
                                .load(folder, List.of(policy))
                                .value()
                                .orElseThrow(),
                        recorded.facts().orElseThrow(),
                        recorded.asked().orElseThrow())
                .value()
                .orElseThrow()
                .at(new Clock(NOW, false, List.of()));
        var stage = recorded.asked().orElseThrow();

        assertThat(decision.findings()).isNotEmpty();
        assertThat(again.findings(stage)).isEqualTo(decision.findings());
        assertThat(again.upcoming(stage)).isEqualTo(decision.upcoming());
        assertThat(again.verdict(stage)).isEqualTo(decision.verdict());
        assertThat(recorded.facts().orElseThrow().manifest())
                .isEqualTo(Files.readString(folder.resolve(GateRequest.MANIFEST)));
        assertThat(decision.facts().orElseThrow()).hasSizeLessThan(40_000).isPrintable();
    }

    private GateRequest request(String policy) {
        return new GateRequest(
                folder,
                GateRequest.MANIFEST,
                List.of(policy),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NOW,
                Optional.empty(),
                false,
                folder.resolve("target/genai-gate"));
    }

    private void copy(Path from) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
