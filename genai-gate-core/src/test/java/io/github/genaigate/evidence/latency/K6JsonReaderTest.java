package io.github.genaigate.evidence.latency;

import static io.github.genaigate.evidence.Readings.doubt;
import static io.github.genaigate.evidence.Readings.refusal;
import static io.github.genaigate.evidence.Readings.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.genaigate.evidence.Source;
import io.github.genaigate.model.Load;
import io.github.genaigate.model.Metric;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Samples;
import io.github.genaigate.model.Slice;
import io.github.genaigate.model.Tally;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class K6JsonReaderTest {

    private static final K6JsonReader READER = new K6JsonReader();
    private static final Question CHAT = question("chat", Metric.DURATION);
    private static final Question TOKEN = question("chat", Metric.TIME_TO_FIRST_TOKEN);
    private static final String MEND = "Let k6 run to its end and name the file that it wrote, unchanged";

    private static Question question(String operation, Metric metric) {
        return new Question(Optional.of(operation), metric, Duration.ofMillis(800));
    }

    private static String point(String time, String value, String tags) {
        return """
                {"metric":"http_req_duration","type":"Point","data":{"time":"2026-11-22T%s","value":%s,"tags":{%s}}}
                """.formatted(time, value, tags);
    }

    private static String chat(String time, String value, boolean expected) {
        return point(time, value, "\"expected_response\":\"" + expected + "\",\"name\":\"chat\"");
    }

    private static Samples read(Source source) throws Exception {
        return (Samples) READER.read(source, Set.of(CHAT, TOKEN)).measurement();
    }

    private static byte[] zipped(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /** A point is written when the request ends; it began as much earlier as it took. */
    @Test
    void everyRequestIsCountedWhereItBegan() throws Exception {
        var samples = read(
                source(
                        "results.json",
                        chat("10:00:01.5Z", "800", true)
                                + chat("10:00:02Z", "800.0000001", true)
                                + chat("12:00:02+02:00", "3", false)
                                + point(
                                        "10:00:03Z",
                                        "1",
                                        "\"expected_response\":\"true\",\"name\":\"chat\",\"group\":\"::setup\"")
                                + "{\"metric\":\"http_req_failed\",\"type\":\"Point\",\"data\":{\"time\":\"x\",\"value\":1,\"tags\":null}}\n"));
        long begin = Instant.parse("2026-11-22T10:00:00Z").getEpochSecond();

        assertThat(samples.operations()).isEqualTo(Map.of("chat", new Samples.Count(3, 1)));
        assertThat(samples.answer(CHAT)).isEqualTo(Tally.exact(3, 2, 0));
        assertThat(samples.answer(TOKEN)).isEqualTo(Tally.exact(1, 1, 2));
        assertThat(samples.series(CHAT).bins())
                .isEqualTo(Map.of(
                        begin, new Slice(Tally.exact(1, 0, 0), 0), begin + 1, new Slice(Tally.exact(2, 2, 0), 1)));
        assertThat(samples.loads().get(0).timeline().total(Load.Moment.NONE))
                .isEqualTo(new Load.Moment(3, 1, 1_603_000));
        assertThat(samples.first()).contains(Instant.parse("2026-11-22T10:00:00.700Z"));
        assertThat(samples.isTimed()).isTrue();
    }

    @Test
    void aZippedFileIsReadAsWell() throws Exception {
        var text = chat("10:00:01Z", "5", true).repeat(3_000);
        byte[] zip = zipped(text);

        assertThat(READER.recognises(Arrays.copyOf(zip, Math.min(zip.length, Source.HEAD))))
                .isTrue();
        assertThat(read(Source.of("results.json.gz", zip))).isEqualTo(read(source("results.json", text)));
        assertThat(refusal(READER, Source.of("results.json.gz", Arrays.copyOf(zip, zip.length / 2))))
                .isEqualTo("UNREADABLE: results.json.gz: The zipped file is cut off; " + MEND);
        zip[zip.length - 6] ^= 1;
        assertThat(refusal(READER, Source.of("results.json.gz", zip)))
                .isEqualTo("UNREADABLE: results.json.gz: The file is not zipped as gzip does; " + MEND);
    }

    @Test
    void whatComesOutOfAZipHasALimit() throws Exception {
        var zip = Source.of("results.json.gz", zipped("x".repeat(100)));
        try (var enough = new Unzipped(zip, 100).open();
                var tooMuch = new Unzipped(zip, 99).open()) {
            assertThat(enough.readAllBytes()).hasSize(100);
            assertThatThrownBy(tooMuch::readAllBytes).isInstanceOf(Unzipped.TooLongException.class);
        }
    }

    @Test
    void aRequestOfWhichItIsNotToldWhetherItFailedMayHaveFailed() throws Exception {
        var reading =
                READER.read(source("results.json", point("10:00:01Z", "5", "\"scenario\":\"chat\"")), Set.of(CHAT));

        assertThat(((Samples) reading.measurement()).answer(CHAT)).isEqualTo(new Tally(1, 0, 1, 0));
        assertThat(doubt(reading))
                .isEqualTo("INCOMPLETE: results.json: results.json does not say of 1 requests whether they failed;"
                        + " Leave the response callback of k6 and its system tag expected_response as they are");
    }

    @Test
    void aFileWithoutRequestsProvesNothing() throws Exception {
        var reading = READER.read(
                source("results.json", "{\"type\":\"Metric\",\"metric\":\"vus\",\"data\":{}}\n"), Set.of(CHAT));

        assertThat(doubt(reading))
                .isEqualTo("INCOMPLETE: results.json: results.json holds no requests;"
                        + " Let the load test send HTTP requests and run it to its end");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "10:00:01Z # -1 # true # The point has no time with a zone, or no duration in milliseconds",
                "10:00:01Z # 1e13 # true # The point has no time with a zone, or no duration in milliseconds",
                "10:00:01Z # NaN # true # The point has no time with a zone, or no duration in milliseconds",
                "10:00:01 # 5 # true # The point has no time with a zone, or no duration in milliseconds",
                "10:00:01Z # 5 # maybe # expected_response is \"maybe\", not true or false",
            })
    void refusesWhatNobodyCanCount(String time, String value, String expected, String message) {
        var text = chat("10:00:01Z", "5", true) + point(time, value, "\"expected_response\":\"" + expected + "\"");

        assertThat(refusal(READER, source("results.json", text)))
                .isEqualTo("UNREADABLE: results.json:2:1: " + message + "; " + MEND);
    }

    @Test
    void refusesMoreOperationsThanAnybodyCanRead() {
        var text = new StringBuilder();
        for (int i = 0; i <= K6Points.MOST_OPERATIONS; i++) {
            text.append(point("10:00:01Z", "5", "\"name\":\"http://acme.example/" + i + "\""));
        }
        assertThat(refusal(READER, source("results.json", text.toString())))
                .isEqualTo(
                        "UNREADABLE: results.json:10001:1: There are more than 10000 different names of requests, or they"
                                + " took more than 285 years together; Give requests of one kind one name with the tag name, without"
                                + " numbers or ids in it");
    }
}
