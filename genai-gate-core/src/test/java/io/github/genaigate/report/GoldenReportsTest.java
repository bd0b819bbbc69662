package io.github.genaigate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every report of every fixture, as text to be reviewed. Renewed by {@code -Dgenai-gate.golden=write}. */
class GoldenReportsTest {

    private static final Path FOLDER = Path.of("src/test/resources/report");
    private static final List<String> REPORTS =
            List.of("target/genai-gate/report.html", "target/genai-gate/decision.json");

    static Stream<Arguments> everyReportOfEveryDecision() {
        return RendererContractTest.everyReportOfEveryDecision();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyReportOfEveryDecision")
    void files(Report report, Decisions fixture) throws IOException {
        var text = report.render(fixture.decision())
                .replaceFirst("(?s)<style>.*?</style>", "<style>report.css</style>")
                .replaceFirst("'sha256-[^']*'", "'sha256-of-report.css'");

        compare(fixture.fileName() + "." + report.format(), text);
    }

    @ParameterizedTest
    @EnumSource
    void console(Decisions fixture) throws IOException {
        compare(fixture.fileName() + ".console", text(ConsoleReport.lines(fixture.decision(), false, REPORTS)));
    }

    @ParameterizedTest
    @EnumSource(names = {"READY", "NOT_READY"})
    void console_in_colour(Decisions fixture) throws IOException {
        var text = text(ConsoleReport.lines(fixture.decision(), true, REPORTS));

        compare(fixture.fileName() + ".colour", text.replace("\u001b", "<ESC>"));
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    private static void compare(String name, String text) throws IOException {
        var golden = FOLDER.resolve(name + ".golden");
        if ("write".equals(System.getProperty("genai-gate.golden"))) {
            Files.createDirectories(FOLDER);
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden).replace("\r\n", "\n"));
    }
}
