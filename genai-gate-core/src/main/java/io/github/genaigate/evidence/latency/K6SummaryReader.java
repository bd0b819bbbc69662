package io.github.genaigate.evidence.latency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.evidence.PublishedQuantiles;
import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Source;
import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.input.Json;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Metric;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Samples;
import io.github.genaigate.model.Shape;
import io.github.genaigate.model.Tally;
import java.io.CharConversionException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the end-of-test summaries of k6, in all three shapes. A summary holds no single request, so questions are answered
 * with the bounds that its published numbers imply, see {@link PublishedQuantiles}; nothing is interpolated. Thresholds are left
 * alone: they are the script's own demands, and one shape writes {@code true} for a threshold that failed.
 *
 * <p>An operation is the value of a {@code name}, {@code operation} or {@code scenario} tag that k6 parts the metrics by,
 * which it does when a threshold names it.
 */
public final class K6SummaryReader implements EvidenceReader {

    private static final int LARGEST = 16 << 20;
    private static final List<String> OPERATION_TAGS = List.of("name", "operation", "scenario");
    private static final String REMEDY =
            "Run k6 with --out json=results.json and name that file, which holds every request,"
                    + " or add a percentile to summaryTrendStats in the options of the k6 script";
    private static final String MEND = "Let k6 run to its end and name the summary that it wrote, unchanged";

    @Override
    public String format() {
        return "k6-summary";
    }

    @Override
    public String purpose() {
        return "The end-of-test summary that k6 writes with --summary-export or from handleSummary, as JSON.";
    }

    @Override
    public Shape<Samples> shape() {
        return Shape.SAMPLES;
    }

    @Override
    public boolean recognises(byte[] head) {
        return K6Head.isSummary(head);
    }

    @Override
    public Reading read(Source source, Set<Question> questions) throws UnreadableException, IOException {
        var document = document(source);
        var summary = K6Summary.of(document).orElseThrow(() -> unreadable(source, "The file holds no metrics of k6"));
        String family = summary.holds("http") || !summary.holds("grpc") ? "http" : "grpc";
        var all = K6Requests.of(summary, family, Map.of());
        check(source, summary, family);
        var answers = new HashMap<Question, Tally>();
        for (var question : questions) {
            var asked = question.operation()
                    .map(name -> operation(summary, family, name))
                    .orElse(Optional.of(all));
            answers.put(
                    question,
                    asked.map(requests -> requests.answer(question.metric(), question.limit()))
                            .orElse(Tally.NONE));
        }
        var samples = new Samples(Optional.empty(), Optional.empty(), operations(summary, family), answers, Map.of())
                .withRemedy(REMEDY);
        var reading = Reading.complete(samples, Assurance.SUMMARY, takenAt(document));
        return doubt(source, all).map(reading::doubtedFor).orElse(reading);
    }

    private static Json.Value document(Source source) throws UnreadableException, IOException {
        if (source.size() > LARGEST) {
            throw unreadable(source, "The file is larger than 16 MiB, which no summary of k6 is");
        }
        try (var in = source.open();
                var parser = Json.parser(in)) {
            if (parser.nextToken() == null) {
                throw unreadable(source, "The file is empty");
            }
            var document = Json.value(parser);
            if (parser.nextToken() != null) {
                throw new UnreadableException(
                        Json.place(source.name(), parser), "Something follows the end of the summary", MEND);
            }
            return document;
        } catch (JsonEOFException e) {
            throw new UnreadableException(place(source, e), "The file is cut off", MEND);
        } catch (JsonProcessingException e) {
            throw new UnreadableException(place(source, e), "The file is not JSON", MEND);
        } catch (CharConversionException e) {
            throw unreadable(source, "The file is not text in UTF-8");
        }
    }

    private static Place place(Source source, JsonProcessingException e) {
        var at = Optional.ofNullable(e.getLocation());
        return at.map(location -> new Place(source.name(), Math.max(0, location.getLineNr()), 0))
                .orElse(Place.of(source.name()));
    }

    private static void check(Source source, K6Summary summary, String family) throws UnreadableException {
        for (var metric : summary.metrics().entrySet()) {
            var key = metric.getKey();
            boolean asked = key.name().equals(K6Requests.duration(family))
                    || key.name().equals(K6Requests.name(Metric.TIME_TO_FIRST_TOKEN))
                    || key.name().equals(K6Requests.name(Metric.INTER_TOKEN_LATENCY));
            boolean counted =
                    asked || key.name().equals(family + "_reqs") || key.name().equals(family + "_req_failed");
            var broken = counted ? K6Summary.brokenCount(metric.getValue()) : Optional.<String>empty();
            if (broken.isPresent()) {
                throw unreadable(source, "In " + key.name() + " the number " + broken.get() + " is no count");
            }
            if (asked && K6Trend.of(metric.getValue()).quantiles().contradictThemselves()) {
                throw unreadable(
                        source,
                        "The percentiles of " + key.name() + " are negative or do not rise towards its maximum");
            }
            if (K6Requests.of(summary, family, key.tags()).contradictThemselves()) {
                throw unreadable(source, family + "_req_failed counts more requests than " + family + "_reqs");
            }
        }
    }

    private static Optional<K6Requests> operation(K6Summary summary, String family, String operation) {
        return OPERATION_TAGS.stream()
                .map(tag -> K6Requests.of(summary, family, Map.of(tag, operation)))
                .filter(K6Requests::exist)
                .findFirst();
    }

    /** By the first of the tags that occurs, so that no request stands under two of them. */
    private static SortedMap<String, Samples.Count> operations(K6Summary summary, String family) {
        var operations = new TreeMap<String, Samples.Count>();
        OPERATION_TAGS.stream()
                .filter(tag -> summary.tagged(tag).findAny().isPresent())
                .findFirst()
                .ifPresent(tag -> summary.tagged(tag).forEach(value -> {
                    var requests = K6Requests.of(summary, family, Map.of(tag, value));
                    if (requests.total().isPresent()) {
                        operations.put(value, requests.count());
                    }
                }));
        return operations;
    }

    private static Optional<Instant> takenAt(Json.Value document) {
        return document.at("metadata", "generated_at").text().flatMap(text -> {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    private static Optional<Absence> doubt(Source source, K6Requests all) {
        if (all.total().filter(count -> count == 0).isPresent() || !all.exist()) {
            return Optional.of(
                    doubt(source, "holds no requests", "Let the load test send requests and run it to its end"));
        }
        if (all.total().isEmpty()) {
            return Optional.of(doubt(
                    source,
                    "does not say how many requests there were",
                    "Add count to summaryTrendStats in the options of the k6 script"));
        }
        if (!all.tellFailures()) {
            String rate = all.family() + "_req_failed";
            return Optional.of(doubt(
                    source,
                    "does not say how many requests failed",
                    all.family().equals("http")
                            ? "Leave the response callback of k6 as it is, so that it counts " + rate
                            : "Add a Rate named " + rate
                                    + " to the k6 script that is true for each request that fails"));
        }
        return Optional.empty();
    }

    private static Absence doubt(Source source, String what, String mend) {
        return Absence.of(Reason.INCOMPLETE, source.name() + " " + what, mend, Place.of(source.name()));
    }

    private static UnreadableException unreadable(Source source, String what) {
        return new UnreadableException(Place.of(source.name()), what, MEND);
    }
}
