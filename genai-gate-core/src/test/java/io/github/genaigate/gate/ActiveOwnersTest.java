package io.github.genaigate.gate;

import static io.github.genaigate.gate.ServiceFolder.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.repository.TestRepository;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An active owner wrote commits; what the repository says of people makes no second one of one. */
class ActiveOwnersTest {

    private static final String ONE =
            "UNPROVEN Active owners: 1 owner changed the content in the last 90 d, demanded at"
                    + " least 2; commits do not tell whether they are of @acme/support-ai";

    @TempDir
    Path folder;

    private ServiceFolder service;

    @BeforeEach
    void service() {
        service = ServiceFolder.ready(folder);
        assertThat(active())
                .isEqualTo("MET Active owners: 2 owners changed the content in the last 90 d, demanded at least 2");
    }

    private String active() {
        return finding(service.decide(), "owner-assignment").judgement().parts().stream()
                .filter(part -> part.message().startsWith("Active owners"))
                .map(part -> part.outcome() + " " + part.message())
                .collect(Collectors.joining());
    }

    private void commit(String message) {
        service.git().commit(TestRepository.KIM, "2026-11-17", message);
    }

    @Test
    void aMentionInATrailerIsNoCommit() {
        service.edit(ServiceFolder.MANIFEST, "id: lee@acme.example", "id: ash@acme.example");
        service.write("prompts/answer.md", "Answer.\n");
        commit("Change\n\nCo-authored-by: Ash <ash@acme.example>");
        assertThat(active()).isEqualTo(ONE);
    }

    @Test
    void aMailmapLendsNobodysCommitsToAnOwner() {
        service.edit(ServiceFolder.MANIFEST, "id: lee@acme.example", "id: ash@acme.example");
        service.write(".mailmap", "Ash <ash@acme.example> <lee@acme.example>\n");
        commit("Map");
        assertThat(active()).isEqualTo(ONE);
    }

    @Test
    void aMailmapPartsNobody() {
        service.edit(ServiceFolder.MANIFEST, "id: kim@acme.example", "id: shared@acme.example");
        for (String name : List.of("Kim", "Lee")) {
            service.write("prompts/answer.md", name);
            service.git().commit(name + " <shared@acme.example>", "2026-11-17", "Change");
        }
        service.write(
                ".mailmap",
                "<kim@acme.example> Kim <shared@acme.example>\n" + "<lee@acme.example> Lee <shared@acme.example>\n");
        commit("Map");
        // Lee's own commits hang together with the shared ones
        assertThat(active()).isEqualTo(ONE);
    }

    @Test
    void aMailmapMayMakeOneOfTwo() {
        service.write(".mailmap", "<lee@acme.example> <kim@acme.example>\n");
        commit("Map");
        assertThat(active()).isEqualTo(ONE);
    }
}
