package io.github.genaigate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.input.BaseDirectory;
import io.github.genaigate.manifest.Manifest;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Binding;
import io.github.genaigate.model.CommonSettings;
import io.github.genaigate.model.Decision.EvidenceFile;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Measurement;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Samples;
import io.github.genaigate.model.Settings;
import io.github.genaigate.repository.Known;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceGatheringTest {

    private static final Place PLACE = new Place("genai-gate.yaml", 13, 3);

    @TempDir
    Path folder;

    private Optional<Instant> committedAt = Optional.empty();
    private Binding binding = Binding.UNBOUND;
    private Optional<Absence> unbound = Optional.empty();

    private EvidenceGatheringTest write(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
        return this;
    }

    private Gathered gather(String path, String format) throws Exception {
        return gather(path, format, Optional.empty());
    }

    private Gathered gather(String path, String format, Optional<Duration> warmUp) throws Exception {
        Provenance provenance = (paths, covers) -> {
            var bounds = new LinkedHashMap<String, Provenance.Bound>();
            paths.forEach(one -> bounds.put(one, new Provenance.Bound(binding, committedAt, unbound)));
            return bounds;
        };
        var declared = new Manifest.Evidence(
                "load-test", path, Optional.ofNullable(format), Optional.empty(), List.of(), warmUp, PLACE);
        return new EvidenceGathering(
                        BaseDirectory.of(folder), ServiceFolder.GATE.readers(), provenance, ServiceFolder.NOW)
                .gather(declared, Set.of());
    }

    private Gathered gather(String path) throws Exception {
        return gather(path, null);
    }

    private static Settings settings(String name, Object value) {
        return new Settings(Map.of(name, value), Map.of());
    }

    private static List<String> refusal(Gathered gathered) {
        return Known.absence(gathered.measurement());
    }

    @Test
    void filesOfOneRunAreOne() throws Exception {
        write("perf/a.jtl", EvidenceTexts.jmeter(10, 400))
                .write("perf/b.jtl", EvidenceTexts.jmeter(EvidenceTexts.TAKEN.plusSeconds(5), 20, 400));

        var gathered = gather("perf/*.jtl");

        assertThat(((Samples) Known.value(gathered.measurement()))
                        .operations()
                        .get("chat")
                        .requests())
                .isEqualTo(30);
        assertThat(gathered.measurement().assurance()).isEqualTo(Assurance.MEASURED);
        assertThat(gathered.takenAt()).as("the oldest").contains(EvidenceTexts.TAKEN);
        assertThat(gathered.described()).extracting(EvidenceFile::path).containsExactly("perf/a.jtl", "perf/b.jtl");
    }

    @Test
    void oneFileThatCannotBeReadSpoilsAll() throws Exception {
        write("perf/a.jtl", EvidenceTexts.jmeter(10, 400)).write("perf/b.jtl", "");

        var gathered = gather("perf/*.jtl");

        assertThat(refusal(gathered))
                .containsExactly("unreadable", "perf/b.jtl is empty", "Let the tool finish before the gate runs");
        assertThat(gathered.described()).extracting(EvidenceFile::status).containsExactly("read", "unreadable");
    }

    @Test
    void theSameBytesCountOnce() throws Exception {
        write("perf/a.jtl", EvidenceTexts.jmeter(10, 400)).write("perf/b.jtl", EvidenceTexts.jmeter(10, 400));

        assertThat(refusal(gather("perf/*.jtl")))
                .containsExactly(
                        "invalid",
                        "perf/b.jtl has the same bytes as perf/a.jtl, and would count twice",
                        "Remove one of the two, or narrow the glob");
    }

    @Test
    void filesOfDifferentKindsAreNotOne() throws Exception {
        write("out/a.jtl", EvidenceTexts.jmeter(10, 400)).write("out/b.sarif", EvidenceTexts.sarif(0, "none"));

        assertThat(refusal(gather("out/*")))
                .containsExactly(
                        "foreign",
                        "The files of the evidence load-test hold latency samples and security issues",
                        "Declare each kind of evidence under a name of its own");
    }

    /** The two files are of one run, which begins with the first of them. */
    @Test
    void theWarmUpIsCutOffWhenAllFilesAreTogether() throws Exception {
        write("perf/a.jtl", EvidenceTexts.jmeter(40, 400))
                .write("perf/b.jtl", EvidenceTexts.jmeter(EvidenceTexts.TAKEN.plusSeconds(5), 40, 400));

        var samples = (Samples)
                io.github.genaigate.gate.Known.of(gather("perf/*.jtl", null, Optional.of(Duration.ofSeconds(10)))
                                .measurement())
                        .orElseThrow();

        assertThat(samples.warmUp()).contains(new Samples.WarmUp(Duration.ofSeconds(10), 30));
        assertThat(samples.runs()).hasSize(1);
        assertThat(samples.runs().get(0).requests()).isEqualTo(50);
    }

    @Test
    void aWarmUpThatCannotBeToldIsDoubted() throws Exception {
        write("perf/summary.json", EvidenceTexts.k6(100, 400)).write("out/b.sarif", EvidenceTexts.sarif(0, "none"));
        var warmUp = Optional.of(Duration.ofSeconds(30));

        assertThat(refusal(gather("perf/summary.json", null, warmUp)))
                .containsExactly(
                        "incomplete",
                        "The evidence load-test does not tell when each request began, so that its warm-up of 30 s cannot be"
                                + " left out",
                        "Name evidence that tells the time of each request, or remove warmUp from it");
        assertThat(refusal(gather("out/b.sarif", null, warmUp)))
                .containsExactly(
                        "foreign",
                        "The evidence load-test declares a warm-up and holds security issues, not latency samples",
                        "Remove warmUp from it");
    }

    @Test
    void tooManyFiles() throws Exception {
        for (int i = 0; i < 1_001; i++) {
            write("perf/" + i + ".jtl", "x");
        }
        assertThat(refusal(gather("perf/*")))
                .containsExactly(
                        "unreadable",
                        "The evidence load-test is 1001 files, more than 1000",
                        "Narrow the glob to the files of one run");
    }

    @Test
    void theFormatThatIsNamedWins() throws Exception {
        write("perf/a.jtl", EvidenceTexts.jmeter(10, 400));

        assertThat(refusal(gather("perf/a.jtl", "sarif")).get(1)).startsWith("perf/a.jtl: ");
        assertThat(gather("perf/a.jtl", "jmeter-csv").measurement().absence()).isEmpty();
    }

    @Test
    void textOfNoFormat() throws Exception {
        write("perf/a.jtl", "\u0001\u0002");

        assertThat(refusal(gather("perf/a.jtl")))
                .containsExactly(
                        "unreadable",
                        "perf/a.jtl is in none of the formats that can be read",
                        "Let the tool write one of "
                                + ServiceFolder.GATE.readers().stream()
                                        .map(EvidenceReader::format)
                                        .collect(Collectors.joining(", ")));
    }

    @Test
    void aTimeInsideThatIsYetToCome() throws Exception {
        write("perf/a.jtl", EvidenceTexts.jmeter(ServiceFolder.NOW.plusSeconds(301), 1, 400));
        assertThat(refusal(gather("perf/a.jtl")))
                .containsExactly(
                        "invalid",
                        "perf/a.jtl says that it was taken at 2026-11-22T10:05:01Z, which is after the clock of this run",
                        "Set the clock of the machine that writes it, and write it again");

        write("perf/a.jtl", EvidenceTexts.jmeter(ServiceFolder.NOW.plusSeconds(300), 1, 400));
        assertThat(gather("perf/a.jtl").measurement().absence()).isEmpty();
    }

    @Test
    void aLoadTestThatHasYetToEnd() throws Exception {
        var from = ServiceFolder.NOW.minusSeconds(60);
        write("perf/a.jtl", EvidenceTexts.jmeter(from, 722, 400));
        assertThat(refusal(gather("perf/a.jtl")))
                .containsExactly(
                        "invalid",
                        "perf/a.jtl says that it was taken at 2026-11-22T10:05:00.500Z, which is after the clock of this run",
                        "Set the clock of the machine that writes it, and write it again");

        write("perf/a.jtl", EvidenceTexts.jmeter(from, 721, 400));
        assertThat(gather("perf/a.jtl").takenAt()).as("when it began").contains(from);
    }

    @Test
    void aTimeInsideAfterTheCommit() throws Exception {
        write("perf/a.jtl", EvidenceTexts.jmeter(EvidenceTexts.TAKEN, 1, 400));
        committedAt = Optional.of(EvidenceTexts.TAKEN.minusSeconds(301));
        assertThat(refusal(gather("perf/a.jtl")).get(1))
                .isEqualTo(
                        "perf/a.jtl says that it was taken at 2026-11-10T10:00:00Z, which is after it was committed");

        committedAt = Optional.of(ServiceFolder.NOW.plus(Duration.ofDays(900)));
        assertThat(refusal(gather("perf/a.jtl")))
                .containsExactly(
                        "invalid",
                        "perf/a.jtl was committed at 2029-05-10T10:00:00Z, which is after the clock of this run",
                        "Set the clock of the machine that commits, and commit it again");
    }

    @Test
    void evidenceOfOtherContentIsNone() throws Exception {
        write("perf/a.jtl", EvidenceTexts.jmeter(1, 400));
        unbound = Optional.of(Absence.of(Reason.STALE, "The content changed", "Take it again"));
        assertThat(refusal(gather("perf/a.jtl"))).containsExactly("stale", "The content changed", "Take it again");

        unbound = Optional.of(Absence.of(Reason.WEAK_BINDING, "It is not committed", "Commit it"));
        assertThat(gather("perf/a.jtl").measurement().absence()).isEmpty();
    }

    @Test
    void tooOld() throws Exception {
        write("perf/a.jtl", EvidenceTexts.jmeter(1, 400));
        var gathered = gather("perf/a.jtl");
        var exactly = Duration.between(EvidenceTexts.TAKEN, ServiceFolder.NOW);

        assertThat(under(gathered, CommonSettings.MAX_AGE.name(), exactly).absence())
                .isEmpty();
        assertThat(Known.absence(under(
                        gathered,
                        CommonSettings.MAX_AGE.name(),
                        Duration.ofDays(12).minusSeconds(1))))
                .containsExactly(
                        "stale",
                        "The evidence load-test was taken on 2026-11-10, and is older than 1036799 s",
                        "Run the tool again");
    }

    @Test
    void ofUnknownAge() throws Exception {
        write("perf/summary.json", EvidenceTexts.k6(100, 400));

        assertThat(Known.absence(
                        under(gather("perf/summary.json"), CommonSettings.MAX_AGE.name(), Duration.ofDays(30))))
                .containsExactly(
                        "unverifiable",
                        "The age of the evidence load-test is not known, and at most 30 d is demanded",
                        "Let the tool write times into the file, or commit it");
        committedAt = Optional.of(EvidenceTexts.TAKEN);
        assertThat(gather("perf/summary.json").takenAt()).contains(EvidenceTexts.TAKEN);
    }

    /** Events as type, time and dataset, each of a run of its own. */
    private Gathered lineage(String... events) throws Exception {
        var text = new StringBuilder();
        for (int i = 0; i < events.length; i++) {
            var words = events[i].split(" ");
            text.append(EvidenceTexts.event(i, words[0], words[1], words[2]));
        }
        write("lineage/events.ndjson", text.toString());
        return gather("lineage/events.ndjson");
    }

    private static List<String> after20Days(Gathered gathered) {
        return Known.absence(under(gathered, CommonSettings.MAX_AGE.name(), Duration.ofDays(20)));
    }

    @Test
    void lineageIsAsOldAsTheDatasetThatWasProvenLongestAgo() throws Exception {
        committedAt = Optional.of(ServiceFolder.NOW.minusSeconds(60));
        var stale = List.of(
                "stale",
                "The last successful run in the evidence load-test that read or wrote acme-docs handbook was on"
                        + " 2026-11-01, and is older than 20 d",
                "Run the tool again");
        assertThat(after20Days(lineage(
                        "COMPLETE 2026-11-01T10:00:00Z handbook",
                        "COMPLETE 2026-10-01T10:00:00Z handbook",
                        "COMPLETE 2026-11-20T10:00:00Z prices",
                        "START 2026-11-21T10:00:00Z handbook")))
                .isEqualTo(stale);
        assertThat(after20Days(lineage("COMPLETE 2026-11-01T10:00:00Z handbook", "FAIL 2026-11-21T10:00:00Z handbook")))
                .isEqualTo(stale);
        var fresh = lineage(
                "COMPLETE 2026-11-03T10:00:00Z handbook",
                "COMPLETE 2026-10-01T10:00:00Z handbook",
                "COMPLETE 2026-11-20T10:00:00Z prices");
        assertThat(fresh.takenAt()).contains(Instant.parse("2026-11-03T10:00:00Z"));
        assertThat(under(fresh, CommonSettings.MAX_AGE.name(), Duration.ofDays(20))
                        .absence())
                .isEmpty();
    }

    @Test
    void lineageThatRestsOnARunWithoutATimeIsOfUnknownAge() throws Exception {
        committedAt = Optional.of(ServiceFolder.NOW.minusSeconds(60));
        assertThat(after20Days(
                        lineage("COMPLETE 2026-11-20T10:00:00 prices", "COMPLETE 2026-11-20T10:00:00Z handbook")))
                .containsExactly(
                        "unverifiable",
                        "The age of the last successful run in the evidence load-test that read or wrote acme-docs prices"
                                + " is not known, and at most 20 d is demanded",
                        "Let the tool write times into the file");
    }

    @Test
    void whereNoRunSucceededLineageIsAsOldAsItsLatestEvent() throws Exception {
        assertThat(lineage("FAIL 2026-11-01T10:00:00Z handbook", "START 2026-11-20T10:00:00Z handbook")
                        .takenAt())
                .contains(Instant.parse("2026-11-20T10:00:00Z"));
    }

    @Test
    void theSameLoadTestUnderOtherBytesCountsOnce() throws Exception {
        var test = EvidenceTexts.jmeter(10, 400);
        write("perf/a.jtl", test).write("perf/b.jtl", test.replace(",400,", ",300,"));

        var gathered = gather("perf/*.jtl");

        assertThat(refusal(gathered))
                .containsExactly(
                        "invalid",
                        "perf/b.jtl begins and ends at the same instants as perf/a.jtl, with as many requests of each"
                                + " operation, and would count twice",
                        "Remove one of the two, or narrow the glob");
        assertThat(gathered.described()).extracting(EvidenceFile::status).containsExactly("read", "invalid");

        write("perf/b.jtl", test.replace(",chat,", ",ask,"));
        assertThat(gather("perf/*.jtl").measurement().absence()).isEmpty();
    }

    @Test
    void tooLooselyBound() throws Exception {
        write("perf/a.jtl", EvidenceTexts.jmeter(1, 400));
        unbound = Optional.of(Absence.of(Reason.WEAK_BINDING, "It is not committed", "Commit it"));
        assertThat(Known.absence(under(gather("perf/a.jtl"), CommonSettings.BINDING.name(), Binding.COMMITTED)))
                .containsExactly(
                        "weak-binding",
                        "The evidence load-test is unbound, and committed is demanded: It is not committed",
                        "Commit it");

        unbound = Optional.empty();
        binding = Binding.COMMITTED;
        var gathered = gather("perf/a.jtl");
        assertThat(under(gathered, CommonSettings.BINDING.name(), Binding.COMMITTED)
                        .absence())
                .isEmpty();
        assertThat(Known.absence(under(gathered, CommonSettings.BINDING.name(), Binding.RECORDED)))
                .containsExactly(
                        "weak-binding",
                        "The evidence load-test is committed, and recorded is demanded",
                        "Commit the evidence after the content that it was taken from");
    }

    @Test
    void tooWeakAProofMayRefute() throws Exception {
        write("perf/summary.json", EvidenceTexts.k6(100, 400));

        var weak = under(gather("perf/summary.json"), CommonSettings.ASSURANCE.name(), Assurance.MEASURED);

        assertThat(Known.absence(weak))
                .containsExactly(
                        "weak-assurance",
                        "The evidence load-test is summary, and measured is demanded",
                        "Give a stronger proof: the tool's raw measurements instead of a summary or a statement");
        assertThat(weak.judge("part", samples -> List.of(Part.met("part", "It holds"))))
                .allMatch(part -> part.outcome().fails());
    }

    private static final String PRICES = """
            {"chat": {"input_cost_per_token": 1e-6, "output_cost_per_token": 2e-6, "litellm_provider": "acme"}}
            """;

    @Test
    void pricesAreNotAboutTheContent() throws Exception {
        write("cost/prices.json", PRICES);
        committedAt = Optional.of(Instant.parse("2026-10-01T00:00:00Z"));
        unbound = Optional.of(Absence.of(Reason.STALE, "It is about earlier content", "Run it again"));

        var prices = gather("cost/prices.json");

        assertThat(prices.measurement().absence()).isEmpty();
        assertThat(under(prices, CommonSettings.BINDING.name(), Binding.RECORDED)
                        .absence())
                .isEmpty();
        assertThat(under(prices, CommonSettings.MAX_AGE.name(), Duration.ofDays(30))
                        .absence())
                .isEmpty();
    }

    @Test
    void pricesHaveAnAgeOfTheirOwn() throws Exception {
        write("cost/prices.json", PRICES);
        var ages = Map.of("load-test", Duration.ofDays(30));

        assertThat(Known.absence(gather("cost/prices.json").under(Settings.none(), ages, ServiceFolder.NOW)))
                .containsExactly(
                        "unverifiable",
                        "The age of the evidence load-test is not known, and at most 30 d is demanded",
                        "Let the tool write times into the file, or commit it");
        committedAt = Optional.of(Instant.parse("2026-10-01T00:00:00Z"));
        var old = gather("cost/prices.json");
        assertThat(Known.absence(old.under(Settings.none(), ages, ServiceFolder.NOW)))
                .containsExactly(
                        "stale",
                        "The evidence load-test was taken on 2026-10-01, and is older than 30 d",
                        "Fetch it anew, and commit it");
        assertThat(old.under(Settings.none(), Map.of("other", Duration.ofDays(30)), ServiceFolder.NOW)
                        .absence())
                .isEmpty();
        committedAt = Optional.of(Instant.parse("2026-11-01T00:00:00Z"));
        assertThat(gather("cost/prices.json")
                        .under(Settings.none(), ages, ServiceFolder.NOW)
                        .absence())
                .isEmpty();
        committedAt = Optional.empty();
        write("perf/a.jtl", EvidenceTexts.jmeter(10, 400));
        assertThat(gather("perf/a.jtl")
                        .under(Settings.none(), Map.of("load-test", Duration.ofDays(1)), ServiceFolder.NOW)
                        .absence())
                .as("what is about the content has maxAge")
                .isEmpty();
    }

    private static Lookup<Measurement> under(Gathered gathered, String setting, Object value) {
        return gathered.under(settings(setting, value), Map.of(), ServiceFolder.NOW);
    }
}
