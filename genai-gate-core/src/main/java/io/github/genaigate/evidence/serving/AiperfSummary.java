package io.github.genaigate.evidence.serving;

import io.github.genaigate.evidence.Excerpt;
import io.github.genaigate.evidence.PublishedQuantiles;
import io.github.genaigate.evidence.PublishedQuantiles.Unit;
import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.input.Json.Value;
import io.github.genaigate.model.Metric;
import io.github.genaigate.model.Moments;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Usage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What AIPerf publishes of a run. Its first versions keep metrics under {@code records} by their display names, later ones
 * at the top by their tags.
 *
 * <p>Failed requests are not among {@code request_count}. Where a metric does not count its values: every completed request
 * has a duration and a time to the first token; a gap between tokens only one whose answer has several tokens, so that all
 * have one only when the shortest answer has.
 */
final class AiperfSummary {

    private static final List<String> DURATION = List.of("request_latency", "Request Latency", "Time to Last Token");
    private static final List<String> FIRST_TOKEN = List.of("time_to_first_token", "ttft", "Time to First Token");
    private static final List<String> GAP = List.of("inter_token_latency", "Inter Token Latency");
    private static final List<String> INPUT = List.of("input_sequence_length", "isl", "Input Sequence Length");
    private static final List<String> OUTPUT = List.of("output_sequence_length", "osl", "Output Sequence Length");
    private static final BigDecimal MOST_ERRORS = BigDecimal.valueOf(1L << 53);
    private static final String AS_WRITTEN = "Give the file as AIPerf wrote it";

    /** Of the metrics that are read, all names that they ever had. */
    static final List<String> NAMES =
            Stream.of(DURATION, FIRST_TOKEN, GAP).flatMap(List::stream).toList();

    private final Place file;
    private final Value document;
    private final Value metrics;

    AiperfSummary(Place file, Value document) throws UnreadableException {
        this.file = file;
        this.document = document;
        this.metrics = document.get("records").isObject() ? document.get("records") : document;
        if (NAMES.stream().noneMatch(metrics::has)
                && !metrics.has("request_count")
                && !document.has("aiperf_version")) {
            throw new UnreadableException(file, "The file holds no metrics of AIPerf", AS_WRITTEN);
        }
    }

    /** The tag of a metric, and all other names that it ever had. */
    static List<String> names(Metric metric) {
        return switch (metric) {
            case DURATION -> DURATION;
            case TIME_TO_FIRST_TOKEN -> FIRST_TOKEN;
            case INTER_TOKEN_LATENCY -> GAP;
        };
    }

    private Optional<Value> metric(List<String> names) {
        return names.stream().map(metrics::get).filter(Value::isObject).findFirst();
    }

    boolean wasCancelled() {
        return document.get("was_cancelled").flag().orElse(false);
    }

    /** When the first request was sent. */
    Optional<Instant> began() {
        var earliest = metrics.get("min_request_timestamp");
        return earliest.get("unit").text().filter("ns"::equals).isEmpty()
                ? Optional.empty()
                : earliest.get("avg").integer().map(nanos -> Instant.ofEpochSecond(0, nanos));
    }

    /** How many requests did not fail. */
    Optional<Long> completed() throws UnreadableException {
        var counted = scalar(List.of("request_count", "Request Count"));
        return counted.isPresent() ? counted : values(metric(DURATION));
    }

    /** How many failed; empty when it is not told, which is not the same as none. */
    Optional<Long> failed() throws UnreadableException {
        var counted = scalar(List.of("error_request_count", "Error Request Count"));
        return counted.isPresent() ? counted : listed();
    }

    private Optional<Long> listed() throws UnreadableException {
        var list = Stream.of("error_summary", "errors_by_type")
                .map(document::get)
                .filter(Value::isArray)
                .findFirst();
        if (list.isEmpty()) {
            return Optional.empty();
        }
        var sum = BigDecimal.ZERO;
        for (Value error : list.get().items()) {
            sum = sum.add(ServingSummary.count(error.get("count"))
                    .map(BigDecimal::valueOf)
                    .orElseThrow(() -> new UnreadableException(file, "The count of an error is no count", AS_WRITTEN)));
        }
        if (sum.compareTo(MOST_ERRORS) > 0) {
            throw new UnreadableException(file, "The counts of errors are beyond any use", AS_WRITTEN);
        }
        return Optional.of(sum.longValueExact());
    }

    /** How the file contradicts itself. */
    Optional<String> contradiction() throws UnreadableException {
        var failed = failed();
        var listed = listed();
        if (listed.isPresent() && !listed.equals(failed)) {
            return Optional.of("counts " + failed.orElse(0L) + " failed requests and lists " + listed.get());
        }
        long completed = completed().orElse(0L);
        for (var metric : Metric.values()) {
            var values = values(metric(names(metric)));
            if (values.filter(count -> count > completed).isPresent()) {
                return Optional.of("has " + values.get() + " values of "
                        + names(metric).get(0) + " and " + completed + " completed requests");
            }
        }
        return Optional.empty();
    }

    private Optional<Long> scalar(List<String> names) throws UnreadableException {
        var metric = metric(names);
        if (metric.isEmpty()) {
            return Optional.empty();
        }
        var count = ServingSummary.count(metric.get().get("avg"));
        if (count.isEmpty()) {
            throw new UnreadableException(file, "The number of " + names.get(0) + " is no count", AS_WRITTEN);
        }
        return count;
    }

    private Optional<Long> values(Optional<Value> metric) throws UnreadableException {
        var written = metric.map(statistics -> statistics.get("count")).filter(count -> !count.isNothing());
        var count = written.flatMap(ServingSummary::count);
        if (written.isPresent() && count.isEmpty()) {
            throw new UnreadableException(file, "The count of a metric is no count", AS_WRITTEN);
        }
        return count;
    }

    ServingSummary summary() throws UnreadableException {
        long completed = completed().orElse(0L);
        var published = new EnumMap<Metric, ServingSummary.Published>(Metric.class);
        for (var metric : Metric.values()) {
            var statistics = metric(names(metric));
            if (statistics.isPresent()) {
                published.put(metric, published(metric, statistics.get(), completed));
            }
        }
        return new ServingSummary(
                model().orElse("requests"), completed, failed().orElse(0L), published, usage(completed));
    }

    private ServingSummary.Published published(Metric metric, Value statistics, long completed)
            throws UnreadableException {
        var quantiles = PublishedQuantiles.of(statistics.members(), unit(metric, statistics));
        if (quantiles.contradictThemselves()) {
            throw new UnreadableException(
                    file, "The percentiles of " + metric.word() + " are negative or do not rise", AS_WRITTEN);
        }
        var values = values(Optional.of(statistics));
        boolean allHaveIt = metric != Metric.INTER_TOKEN_LATENCY || everyAnswerHasGaps();
        return new ServingSummary.Published(
                quantiles, values.or(() -> allHaveIt ? Optional.of(completed) : Optional.empty()));
    }

    private boolean everyAnswerHasGaps() {
        return metric(OUTPUT)
                .flatMap(lengths -> lengths.get("min").number())
                .filter(shortest -> shortest.compareTo(BigDecimal.valueOf(2)) >= 0)
                .isPresent();
    }

    private Unit unit(Metric metric, Value statistics) throws UnreadableException {
        String unit = statistics.get("unit").text().orElse("");
        return unit(unit)
                .orElseThrow(() -> new UnreadableException(
                        file,
                        "The unit of " + metric.word() + " is "
                                + (unit.isBlank() ? "not told" : "\"" + Excerpt.of(unit) + "\"")
                                + "; ns, us, ms and sec are known",
                        AS_WRITTEN));
    }

    /** The unit of time that a word names; empty for any other. */
    static Optional<Unit> unit(String word) {
        return switch (word) {
            case "ns", "nanoseconds" -> Optional.of(Unit.NANOSECONDS);
            case "us", "µs", "microseconds" -> Optional.of(Unit.MICROSECONDS);
            case "ms", "milliseconds" -> Optional.of(Unit.MILLISECONDS);
            case "s", "sec", "seconds" -> Optional.of(Unit.SECONDS);
            default -> Optional.empty();
        };
    }

    /** The one model that was asked. */
    private Optional<String> model() {
        var names = Stream.of(document.at("input_config", "endpoint"), document.get("input_config"))
                .map(config -> config.get("model_names").items())
                .filter(list -> !list.isEmpty())
                .findFirst();
        return names.filter(list -> list.size() == 1)
                .flatMap(list -> list.get(0).text());
    }

    private Optional<Usage> usage(long completed) throws UnreadableException {
        var input = moments(INPUT, completed);
        var output = moments(OUTPUT, completed);
        if (input.isEmpty() || output.isEmpty()) {
            return Optional.empty();
        }
        var none = new Moments(input.get().count(), BigDecimal.ZERO, Optional.of(BigDecimal.ZERO));
        return Optional.of(new Usage(
                new TreeMap<>(Map.of(model().orElse(""), new Usage.Tokens(input.get(), output.get(), none)))));
    }

    /**
     * The sums behind a published mean and deviation. Tokens are whole, so that n times the mean, rounded, is their very
     * sum; the sum of squares, n (deviation² + mean²) with the deviation over n that numpy calculates, is derived likewise.
     */
    private Optional<Moments> moments(List<String> names, long completed) throws UnreadableException {
        var statistics = metric(names);
        var mean = statistics.flatMap(lengths -> lengths.get("avg").number());
        long counted = values(statistics).orElse(completed);
        if (mean.isEmpty() || counted == 0 || mean.get().signum() < 0) {
            return Optional.empty();
        }
        var n = BigDecimal.valueOf(counted);
        var squares = statistics
                .flatMap(lengths -> lengths.get("std").number())
                .map(std -> whole(n.multiply(std.pow(2).add(mean.get().pow(2)))));
        return Optional.of(new Moments(counted, whole(n.multiply(mean.get())), squares));
    }

    private static BigDecimal whole(BigDecimal number) {
        return number.setScale(0, RoundingMode.HALF_EVEN);
    }
}
