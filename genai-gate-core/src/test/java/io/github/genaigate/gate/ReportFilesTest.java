package io.github.genaigate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.genaigate.model.Decision;
import io.github.genaigate.report.Report;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {

    private static final Decision DECISION = ServiceFolder.GATE.decide(new GateRequest(
            Path.of("no", "such", "folder"),
            GateRequest.MANIFEST,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Instant.parse("2026-11-22T10:00:00Z"),
            Optional.empty(),
            false,
            Path.of("target")));

    @TempDir
    Path folder;

    private final ReportFiles files = new ReportFiles(ServiceFolder.GATE.reports());

    private List<String> names() throws IOException {
        try (var all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theDecisionIsAlwaysWrittenAndFirst() throws IOException {
        assertThat(files.write(DECISION, folder, List.of())).containsExactly(folder.resolve("decision.json"));
        assertThat(files.write(DECISION, folder, List.of("html", "json", "html")))
                .containsExactly(folder.resolve("decision.json"), folder.resolve("report.html"));
        assertThat(names()).containsExactly("decision.json", "report.html");
        assertThat(Files.readString(folder.resolve("decision.json"))).contains("\"verdict\": \"NOT_READY\"");
    }

    @Test
    void whatAnEarlierRunLeftIsRemoved() throws IOException {
        Files.writeString(folder.resolve("decision.json"), "READY");
        Files.writeString(folder.resolve("report.html"), "READY");
        Files.writeString(folder.resolve("report.html.partial"), "READY");
        Files.writeString(folder.resolve("notes.txt"), "mine");

        files.clear(folder);
        assertThat(names()).containsExactly("notes.txt");

        files.write(DECISION, folder.resolve("a/b"), List.of());
        assertThat(folder.resolve("a/b/decision.json")).exists();
    }

    @Test
    void aFormatThatIsNotKnown() {
        assertThatThrownBy(() -> files.write(DECISION, folder, List.of("html", "markdwon")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no report \"markdwon\"; did you mean markdown?");
        assertThatThrownBy(() -> files.check(List.of("pdf")))
                .hasMessage("There is no report \"pdf\"; known are html, json, markdown");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void withoutTheDecisionNothingIsWritten() {
        assertThatThrownBy(() -> new ReportFiles(List.of()).write(DECISION, folder, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no report \"json\"; known are ");
    }

    @Test
    void everybodyMayReadWhatEverybodyMayReadElsewhere() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "no permissions here");
        Path usual = Files.createFile(folder.resolve("usual"));

        files.write(DECISION, folder, List.of());

        assertThat(Files.getPosixFilePermissions(folder.resolve("decision.json")))
                .isEqualTo(Files.getPosixFilePermissions(usual));
    }

    @Test
    void nothingIsWrittenThroughALink() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "mine");
        Files.createSymbolicLink(folder.resolve("decision.json"), elsewhere);
        Files.createSymbolicLink(folder.resolve("decision.json.partial"), elsewhere);

        files.write(DECISION, folder, List.of());

        assertThat(elsewhere).hasContent("mine");
        assertThat(folder.resolve("decision.json")).isRegularFile();
        assertThat(Files.isSymbolicLink(folder.resolve("decision.json"))).isFalse();
    }

    @Test
    void aReportThatBreaksLeavesNoneOfItsOwn() {
        var broken = new Report() {
            @Override
            public String format() {
                return "json";
            }

            @Override
            public String fileName() {
                return "decision.json";
            }

            @Override
            public void render(Decision decision, Appendable out) throws IOException {
                out.append("half");
                throw new IOException("broken");
            }
        };
        assertThatThrownBy(() -> new ReportFiles(List.of(broken)).write(DECISION, folder, List.of()))
                .hasMessage("broken");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderInTheWayIsTold() throws IOException {
        Files.createDirectories(folder.resolve("decision.json/inside"));

        assertThatThrownBy(() -> files.write(DECISION, folder, List.of()))
                .isInstanceOf(DirectoryNotEmptyException.class);
    }

    @Test
    void twoPartsCannotBeTheSame() {
        var reports = ServiceFolder.GATE.reports();
        assertThatThrownBy(
                        () -> new Gate(List.of(), List.of(), List.of(reports.get(0), reports.get(1), reports.get(0))))
                .hasMessage("two parts claim to be the report html");
        assertThatThrownBy(() -> new Gate(List.of(), List.of(), List.of(reports.get(0), new Impostor())))
                .hasMessage("two parts claim to be the report file report.html");
        var readers = ServiceFolder.GATE.readers();
        assertThatThrownBy(() -> new Gate(List.of(), List.of(readers.get(0), readers.get(0)), List.of()))
                .hasMessage("two parts claim to be the reader " + readers.get(0).format());
    }

    /** A report under another name into the same file. */
    private static final class Impostor implements Report {
        @Override
        public String format() {
            return "impostor";
        }

        @Override
        public String fileName() {
            return "report.html";
        }

        @Override
        public void render(Decision decision, Appendable out) {}
    }
}
