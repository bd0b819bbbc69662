package io.github.genaigate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever measures again until the gate is green is told so, and corrected for where the policy asks for it. */
class TriesTest {

    private static final String CORRECTED = "simultaneous: { correction: holm, tries: corrected }\nskip: forbidden";

    @TempDir
    Path folder;

    private ServiceFolder service;
    private Path earlier;

    @BeforeEach
    void make() throws IOException {
        service = ServiceFolder.ready(folder.resolve("scene"));
        earlier = Files.createDirectories(folder.resolve("earlier"));
    }

    private Decision decide() {
        return ServiceFolder.GATE.decide(service.request().after(earlier));
    }

    /** The decision of today, as if it had been made from other evidence. */
    private void keep(String name, String change) throws IOException {
        ServiceFolder.GATE.write(decide(), folder.resolve("reports"), List.of());
        Files.writeString(
                earlier.resolve(name),
                Files.readString(folder.resolve("reports/decision.json"))
                        .replaceAll(
                                "(\"sha256\": \")[0-9a-f]{60}([0-9a-f]{4}\",\\s+\"takenAt\")", "$1" + change + "$2"));
    }

    @Test
    void withoutEarlierDecisionsEveryTryIsTheFirst() {
        var decision = service.decide();

        assertThat(decision.simultaneous()).hasValueSatisfying(all -> {
            assertThat(all.tries()).isEqualTo(1);
            assertThat(all.claims()).isEqualTo(5);
            assertThat(all.confidence()).hasToString("75 %");
        });
    }

    @Test
    void evidenceThatDiffersCountsOnce() throws IOException {
        keep("first.json", "0".repeat(60));
        keep("again.json", "0".repeat(60));
        keep("other.json", "1".repeat(60));

        assertThat(decide().simultaneous()).hasValueSatisfying(all -> {
            assertThat(all.tries()).isEqualTo(3);
            assertThat(all.triesCorrected()).isFalse();
            assertThat(all.confidence()).hasToString("25 %");
        });
        assertThat(decide().verdict()).isEqualTo(Verdict.READY);
    }

    @Test
    void theSameEvidenceJudgedAgainIsNoFurtherTry() throws IOException {
        ServiceFolder.GATE.write(decide(), earlier, List.of());

        assertThat(decide().simultaneous())
                .hasValueSatisfying(all -> assertThat(all.tries()).isEqualTo(1));
    }

    @Test
    void aPolicyCanDemandTheCorrection() throws IOException {
        service.edit(ServiceFolder.POLICY, "skip: forbidden", CORRECTED);
        assertThat(decide().verdict()).isEqualTo(Verdict.READY);

        for (int i = 10; i < 39; i++) {
            keep(i + ".json", String.valueOf(i).repeat(30));
        }
        var decision = decide();

        assertThat(decision.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(ServiceFolder.finding(decision, "evaluation").outcome()).isEqualTo(Outcome.UNPROVEN);
        assertThat(ServiceFolder.finding(decision, "evaluation").judgement().message())
                .isEqualTo("Suite groundedness: 100 % of 60 cases passed, which neither proves nor refutes the demanded"
                        + " 90 % (at least 88.8 % and at most 100 %, each with confidence 99.9166666667 %)");
    }

    @Test
    void whereTheyMustBeCountedTheFolderMustBeThere() {
        service.edit(ServiceFolder.POLICY, "skip: forbidden", CORRECTED);

        assertThat(ServiceFolder.problems(service.decide()))
                .containsExactly("genai-gate.earlierDecisions: The policy takes earlier tries for the same content into"
                        + " account, and nobody can tell them: no folder of decisions is given; Keep the decision files"
                        + " of all runs, and name their folder, which may be empty");
    }

    @Test
    void whatIsNoDecisionIsToldAndWhereTriesCountRefused() throws IOException {
        Files.writeString(earlier.resolve("cut.json"), "{\"schema\": \"genai-gate/decision/v1\", \"evidence\": [");
        Files.writeString(earlier.resolve("other.json"), "{\"schema\": \"other\"}");
        Files.writeString(earlier.resolve("notes.txt"), "no decision, and none that is looked at");
        var told = List.of(
                "cut.json: The earlier decision cannot be read; Remove what is no decision file from the folder of"
                        + " earlier decisions",
                "other.json: The earlier decision cannot be read; Remove what is no decision file from the folder of"
                        + " earlier decisions");

        assertThat(decide().notes()).isEqualTo(told);

        service.edit(ServiceFolder.POLICY, "skip: forbidden", CORRECTED);
        assertThat(ServiceFolder.problems(decide())).isEqualTo(told);
        assertThat(decide().verdict()).isEqualTo(Verdict.NOT_READY);
    }

    @Test
    void aFolderThatIsNotThere() {
        earlier = folder.resolve("nowhere");

        assertThat(decide().notes())
                .containsExactly("genai-gate.earlierDecisions: The folder of earlier decisions cannot be read; Name a"
                        + " folder of decision files, and allow the build to read it");
    }

    @Test
    void aFileIsNoFolderAndALinkIsFollowed() throws IOException {
        keep("first.json", "0".repeat(60));
        var kept = earlier;
        earlier = folder.resolve("link");
        Files.createSymbolicLink(earlier, kept);
        assertThat(decide().simultaneous())
                .hasValueSatisfying(all -> assertThat(all.tries()).isEqualTo(2));

        earlier = Files.createDirectories(folder.resolve("links"));
        Files.createSymbolicLink(earlier.resolve("first.json"), kept.resolve("first.json"));
        assertThat(decide().simultaneous())
                .hasValueSatisfying(all -> assertThat(all.tries()).isEqualTo(2));

        earlier = Files.writeString(folder.resolve("notes.txt"), "no folder");
        assertThat(decide().notes())
                .containsExactly("genai-gate.earlierDecisions: The folder of earlier decisions cannot be read; Name a"
                        + " folder of decision files, and allow the build to read it");
    }
}
