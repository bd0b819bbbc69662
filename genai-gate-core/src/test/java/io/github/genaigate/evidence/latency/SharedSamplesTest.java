package io.github.genaigate.evidence.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Source;
import io.github.genaigate.model.Metric;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Samples;
import io.github.genaigate.model.Share;
import io.github.genaigate.model.Tally;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that real tools wrote, and their key figures; where the folder with them lies beside the repository. */
class SharedSamplesTest {

    private static final Path SAMPLES = Path.of("..", "..", "shared", "evidence-samples");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "formatted-timestamp.csv",
                "multiline-quoted.jtl",
                "no-header.jtl",
                "results-basic.csv",
                "with-transactions.csv"
            })
    void jmeterCsv(String file) throws Exception {
        var figures = figures("jmeter-csv/" + file);
        String without = figures.containsKey("transaction-controller rows") ? "without them" : "all";
        long requests =
                Long.parseLong(figures.getOrDefault("without them:  samples", figures.getOrDefault("all samples", "")));
        long failed = Long.parseLong(figures.getOrDefault(
                "without them:  failed (success=false)", figures.getOrDefault("all failed (success=false)", "")));
        var extremes = figures.get(
                        without.equals("all") ? "elapsed min/mean/max ms" : "without them: elapsed min/mean/max ms")
                .split("/");
        var atMax = within(new BigDecimal(extremes[2]));
        var belowMin = within(new BigDecimal(extremes[0]).subtract(BigDecimal.ONE));

        var reading = read(new JmeterCsvReader(), "jmeter-csv/" + file, atMax, belowMin);
        var samples = (Samples) reading.measurement();

        assertThat(reading.doubt()).isEmpty();
        assertThat(reading.takenAt()).isPresent();
        assertThat(samples.answer(atMax)).isEqualTo(Tally.exact(requests, failed, 0));
        assertThat(samples.answer(belowMin)).isEqualTo(Tally.exact(requests, requests, 0));
        assertThat(samples.operations().values().stream()
                        .mapToLong(Samples.Count::requests)
                        .sum())
                .isEqualTo(requests);
        assertThat(samples.operations().values().stream()
                        .mapToLong(Samples.Count::errors)
                        .sum())
                .isEqualTo(failed);
    }

    @Test
    void percentilesOfJmeterCsvAreNearTheTrueOnes() throws Exception {
        var any = within(BigDecimal.ONE);
        var samples = (Samples) read(new JmeterCsvReader(), "jmeter-csv/with-transactions.csv", any)
                .measurement();

        assertThat(samples.histogram(any).percentile(Share.parse("99 %").value().orElseThrow()))
                .hasValueSatisfying(p99 -> assertThat(p99.toMillis()).isBetween(2_400L, 2_500L));
    }

    @Test
    void k6HandleSummary() throws Exception {
        var figures = figures("k6-summary/simple-handle-summary.json");
        long n = Long.parseLong(figures.get("http_reqs.count"));
        long failed = Long.parseLong(figures.get("failed requests = http_req_failed.passes (true samples)"));
        var atMax = within(new BigDecimal(figures.get("metrics.http_req_duration.values.max ms")));

        var reading = read(new K6SummaryReader(), "k6-summary/simple-handle-summary.json", atMax);

        assertThat(reading.doubt()).isEmpty();
        assertThat(((Samples) reading.measurement()).answer(atMax)).isEqualTo(Tally.exact(n, failed, 0));
    }

    @Test
    void k6SummaryExport() throws Exception {
        var figures = figures("k6-summary-export/gateway-summary-export.json");
        long n = Long.parseLong(figures.get("http_reqs.count"));
        var belowP95 = within(
                new BigDecimal(figures.get("metrics.http_req_duration.p(95) ms")).subtract(new BigDecimal("0.001")));
        var belowP90 = within(new BigDecimal("2"));

        var reading = read(new K6SummaryReader(), "k6-summary-export/gateway-summary-export.json", belowP95, belowP90);
        var samples = (Samples) reading.measurement();

        assertThat(reading.doubt()).isEmpty();
        assertThat(samples.answer(belowP95)).isEqualTo(new Tally(n, n - 392_873, n - 372_196, 0));
        assertThat(samples.answer(belowP90)).isEqualTo(new Tally(n, n - 372_195, n - 206_776, 0));
    }

    @Test
    void k6OfGrpcDoesNotTellFailures() throws Exception {
        var within = within(new BigDecimal("100"));
        var reading = read(new K6SummaryReader(), "k6-summary/grpc-handle-summary.json", within);

        assertThat(reading.doubt())
                .hasValueSatisfying(doubt -> assertThat(doubt.reason()).isEqualTo(Reason.INCOMPLETE));
        assertThat(((Samples) reading.measurement()).answer(within)).isEqualTo(new Tally(9_615, 0, 9_615, 0));
    }

    private static Question within(BigDecimal millis) {
        return new Question(
                Optional.empty(),
                Metric.DURATION,
                Duration.ofNanos(millis.movePointRight(6).longValue()));
    }

    private static Reading read(EvidenceReader reader, String file, Question... questions) throws Exception {
        byte[] bytes = Files.readAllBytes(SAMPLES.resolve(file));
        assertThat(reader.recognises(bytes)).isTrue();
        return reader.read(Source.of(file, bytes), Set.of(questions));
    }

    /** The figures of one file in the index, by their names there. */
    private static Map<String, String> figures(String file) throws IOException {
        assumeTrue(Files.isDirectory(SAMPLES));
        try (var lines = Files.lines(SAMPLES.resolve("INDEX.tsv"))) {
            var row = lines.filter(line -> line.startsWith(file + "\t"))
                    .findFirst()
                    .orElseThrow();
            return Pattern.compile("; ")
                    .splitAsStream(row.split("\t")[6])
                    .map(figure -> figure.split(" = (?=[^=]*$)", 2))
                    .filter(figure -> figure.length == 2)
                    .collect(Collectors.toMap(figure -> figure[0], figure -> figure[1], (a, b) -> a));
        }
    }
}
