package io.github.genaigate.gate;

import static io.github.genaigate.gate.ServiceFolder.GATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A manifest that is not the usual one leaves a trace. */
class NamedManifestTest {

    @TempDir
    Path folder;

    private ServiceFolder service;

    @BeforeEach
    void service() {
        service = ServiceFolder.ready(folder);
    }

    private List<String> notes(String manifest) {
        return GATE.decide(new GateRequest(
                        service.base(),
                        manifest,
                        List.of(ServiceFolder.POLICY),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        ServiceFolder.NOW,
                        Optional.empty(),
                        false,
                        service.path("target/genai-gate")))
                .notes();
    }

    @Test
    void the_usual_one_needs_no_note_however_it_is_written() {
        assertThat(notes("genai-gate.yaml")).isEmpty();
        assertThat(notes("./genai-gate.yaml")).isEmpty();
    }

    @Test
    void another_one_is_told_and_so_is_that_the_usual_one_is_passed_over() {
        service.write("other/lenient.yaml", service.read("genai-gate.yaml"));

        assertThat(notes("other/lenient.yaml"))
                .containsExactly("The manifest is \"other/lenient.yaml\", as the build names it, and genai-gate.yaml is"
                        + " not judged");
        service.delete("genai-gate.yaml");
        assertThat(notes("other/lenient.yaml"))
                .containsExactly("The manifest is \"other/lenient.yaml\", as the build names it");
    }
}
