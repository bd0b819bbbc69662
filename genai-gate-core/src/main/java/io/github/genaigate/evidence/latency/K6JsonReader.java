package io.github.genaigate.evidence.latency;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.evidence.JsonCursor;
import io.github.genaigate.evidence.JsonHead;
import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Source;
import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.input.Json;
import io.github.genaigate.input.Text;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Samples;
import io.github.genaigate.model.Shape;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads the raw points of k6, one a request for each metric, in one pass. k6 writes a point of {@code http_req_duration} for
 * every request when it ends, with the tag {@code expected_response} that says whether it failed; no other point is needed.
 * Requests of {@code setup()} and {@code teardown()} are no load and are passed over.
 *
 * <p>The operation is the value of the first of the tags {@code name}, {@code operation} and {@code scenario} that is there.
 * Points of a script's own trends cannot be paired with requests, so that only the duration is told.
 */
public final class K6JsonReader implements EvidenceReader {

    private static final long LARGEST = 16L << 30;
    private static final List<String> OPERATION_TAGS = List.of("name", "operation", "scenario");
    private static final Set<String> AROUND_THE_LOAD = Set.of("::setup", "::teardown");
    private static final String DURATION = "http_req_duration";
    private static final String MEND = "Let k6 run to its end and name the file that it wrote, unchanged";

    @Override
    public String format() {
        return "k6-json";
    }

    @Override
    public String purpose() {
        return "Request samples that k6 writes with --out json=results.json, as JSON lines, gzipped or not.";
    }

    @Override
    public Shape<Samples> shape() {
        return Shape.SAMPLES;
    }

    /** A long load test writes some gigabytes, of which little is kept. */
    @Override
    public long limit() {
        return LARGEST;
    }

    @Override
    public boolean recognises(byte[] head) {
        var first = JsonHead.of(Unzipped.isZipped(head) ? unzipped(head) : head);
        return Set.of("Metric", "Point").contains(first.text("type")) && first.has("metric") && first.has("data");
    }

    /** As much as the beginning of a zipped file tells. */
    private static byte[] unzipped(byte[] head) {
        byte[] bytes = new byte[Source.HEAD];
        int count = 0;
        try (var in = new GZIPInputStream(new ByteArrayInputStream(head))) {
            for (int read = in.read(bytes); read > 0; read = in.read(bytes, count, bytes.length - count)) {
                count += read;
            }
        } catch (IOException endOfHeadOrNotZipped) {
            // What was seen until here has to do.
        }
        return Arrays.copyOf(bytes, count);
    }

    @Override
    public Reading read(Source source, Set<Question> questions) throws UnreadableException, IOException {
        try {
            var points = JsonCursor.read(new Unzipped(source, LARGEST), json -> points(json, questions));
            var samples = points.samples();
            var reading = Reading.complete(samples, Assurance.MEASURED, samples.first());
            return doubt(source, points).map(reading::doubtedFor).orElse(reading);
        } catch (ZipException wrong) {
            throw new UnreadableException(Place.of(source.name()), "The file is not zipped as gzip does", MEND);
        } catch (EOFException cut) {
            throw new UnreadableException(Place.of(source.name()), "The zipped file is cut off", MEND);
        } catch (Unzipped.TooLongException bomb) {
            throw new UnreadableException(
                    Place.of(source.name()), "The file is larger than 16 GiB when unzipped", "Split the load test");
        }
    }

    private static K6Points points(JsonCursor json, Set<Question> questions) throws UnreadableException, IOException {
        var points = new K6Points(questions);
        do {
            point(json, points);
        } while (json.next());
        return points;
    }

    private static void point(JsonCursor json, K6Points points) throws UnreadableException, IOException {
        var place = json.place();
        if (!json.isObject()) {
            throw json.unreadable("This is no point of k6", MEND);
        }
        var line = json.valueWith(Set.of("type", "metric", "data"));
        var type = line.get("type").text().orElse("");
        var metric = line.get("metric").text();
        if (metric.isEmpty() || !Set.of("Metric", "Point").contains(type)) {
            throw new UnreadableException(place, "This is no point of k6", MEND);
        }
        if (type.equals("Point") && metric.get().equals(DURATION)) {
            add(points, line.get("data"), place);
        }
    }

    private static void add(K6Points points, Json.Value data, Place place) throws UnreadableException {
        var tags = data.get("tags");
        var ended = data.get("time").text().flatMap(io.github.genaigate.evidence.Timestamps::zoned);
        var nanos = data.get("value").number().flatMap(K6Points::nanos);
        if (ended.isEmpty() || nanos.isEmpty()) {
            throw new UnreadableException(
                    place, "The point has no time with a zone, or no duration in milliseconds", MEND);
        }
        if (tags.get("group").text().filter(AROUND_THE_LOAD::contains).isPresent()) {
            return;
        }
        var name = OPERATION_TAGS.stream()
                .flatMap(tag -> tags.get(tag).text().stream())
                .findFirst()
                .orElse("");
        if (!points.add(name, ended.get(), nanos.get(), expected(tags.get("expected_response"), place))) {
            throw new UnreadableException(
                    place,
                    "There are more than " + K6Points.MOST_OPERATIONS
                            + " different names of requests, or they took more than 285 years together",
                    "Give requests of one kind one name with the tag name, without numbers or ids in it");
        }
    }

    private static Optional<Boolean> expected(Json.Value tag, Place place) throws UnreadableException {
        var text = tag.text();
        if (text.filter(word -> !word.equals("true") && !word.equals("false")).isPresent()) {
            throw new UnreadableException(
                    place, "expected_response is " + Text.quoted(text.get()) + ", not true or false", MEND);
        }
        return text.map("true"::equals);
    }

    private static Optional<Absence> doubt(Source source, K6Points points) {
        if (points.isEmpty()) {
            return Optional.of(Absence.of(
                    Reason.INCOMPLETE,
                    source.name() + " holds no requests",
                    "Let the load test send HTTP requests and run it to its end",
                    Place.of(source.name())));
        }
        return points.open() == 0
                ? Optional.empty()
                : Optional.of(Absence.of(
                        Reason.INCOMPLETE,
                        source.name() + " does not say of " + points.open() + " requests whether they failed",
                        "Leave the response callback of k6 and its system tag expected_response as they are",
                        Place.of(source.name())));
    }
}
