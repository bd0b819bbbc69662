package io.github.genaigate.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockingDetails;

import io.github.genaigate.gate.Gate;
import io.github.genaigate.gate.GateRequest;
import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import io.github.genaigate.report.ConsoleReport;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    private static final List<String> FILES = List.of("target/genai-gate/decision.json");

    @Test
    void writesEachLineAtItsLevel() {
        assertThat(shown(true))
                .containsExactly(
                        "error " + ConsoleReport.headline(refused()),
                        "info " + shown(true).get(1).substring(5),
                        "info The input cannot be used, so nothing was judged: mend the problems and run again",
                        "info ",
                        "error PROBLEMS IN THE INPUT (1)",
                        "error   x genai-gate.yaml:3:1: The key \"stag\" is not known here",
                        "error       next:   Did you mean stage?",
                        "info ",
                        "info report: target/genai-gate/decision.json");
    }

    @Test
    void warnsAtMostWhereTheBuildDoesNotFail() {
        assertThat(shown(false)).noneMatch(line -> line.startsWith("error")).anyMatch(line -> line.startsWith("warn"));
    }

    @Test
    void endsTheBuildWithTheProblemsAndTheReports() {
        assertThat(new Console(refused(), FILES).summary().lines())
                .containsExactly(
                        ConsoleReport.headline(refused()),
                        "genai-gate.yaml:3:1: The key \"stag\" is not known here; next: Did you mean stage?",
                        "report: target/genai-gate/decision.json");
    }

    private static List<String> shown(boolean failing) {
        var log = mock(Log.class);
        new Console(refused(), FILES).show(log, false, failing);
        return mockingDetails(log).getInvocations().stream()
                .map(call -> call.getMethod().getName() + " " + call.getArgument(0))
                .toList();
    }

    private static Decision refused() {
        var request = new GateRequest(
                Path.of("."),
                GateRequest.MANIFEST,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Instant.parse("2026-11-22T09:30:00Z"),
                Optional.empty(),
                false,
                Path.of("target"));
        return new Gate(List.of(), List.of(), List.of())
                .refuse(
                        request,
                        List.of(new Problem(
                                new Place("genai-gate.yaml", 3, 1),
                                "The key \"stag\" is not known here",
                                "Did you mean stage?")));
    }
}
