package io.github.genaigate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.report.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The same request gives the same bytes, wherever and whenever it is asked. */
@Isolated
class RepeatTest {

    @TempDir
    Path folder;

    private final Locale locale = Locale.getDefault();
    private final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(locale);
        TimeZone.setDefault(zone);
    }

    @Test
    void theSameRequestGivesTheSameReports() throws Exception {
        var service = ServiceFolder.ready(folder.resolve("here"));
        service.write(ServiceFolder.JMETER, EvidenceTexts.jmeter(1_100, 1700))
                .write(ServiceFolder.SARIF, EvidenceTexts.sarif(3, "error"))
                .edit("prompts/answer.md", text -> text + "Be brief.\n")
                .git()
                .delete(ServiceFolder.PROMPTFOO);
        var first = reports(service);

        assertThat(first).hasSize(3);
        assertThat(reports(service)).as("again, the reports being there").isEqualTo(first);
        assertThat(reports(service.copy(folder.resolve("elsewhere/é ü"))))
                .as("in another folder")
                .isEqualTo(first);
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        assertThat(reports(service)).as("on another machine").isEqualTo(first);
    }

    @Test
    void neitherTheReportsNorALinkToTheFolderAreContent() throws Exception {
        var service = ServiceFolder.ready(folder.resolve("here"));
        service.edit(ServiceFolder.MANIFEST, "[src/main/**, prompts/**, config/model.yaml]", "['**']");
        var before = service.decide().subject();
        reports(service);
        assertThat(service.decide().subject()).isEqualTo(before);

        Path link = Files.createSymbolicLink(folder.resolve("link"), service.base());
        var request = service.request();
        var through = new GateRequest(
                link,
                request.manifest(),
                request.policies(),
                request.policyDigest(),
                request.stage(),
                request.stageAtLeast(),
                request.now(),
                request.asOf(),
                request.rehearsal(),
                link.resolve("target/genai-gate"));
        assertThat(ServiceFolder.GATE.decide(through).subject()).isEqualTo(before);
    }

    private static Map<String, String> reports(ServiceFolder service) throws Exception {
        var formats = ServiceFolder.GATE.reports().stream().map(Report::format).toList();
        var texts = new TreeMap<String, String>();
        for (Path file :
                ServiceFolder.GATE.write(service.decide(), service.request().outputDirectory(), formats)) {
            texts.put(file.getFileName().toString(), Files.readString(file));
        }
        return texts;
    }
}
