package io.github.genaigate.evidence.serving;

import io.github.genaigate.evidence.JsonCursor;
import io.github.genaigate.evidence.PublishedQuantiles;
import io.github.genaigate.evidence.PublishedQuantiles.Unit;
import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.input.Json.Value;
import io.github.genaigate.model.Metric;
import io.github.genaigate.model.Moments;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Usage;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One run as {@code vllm bench serve} writes it, whatever the order of its members.
 *
 * <p>A request's mean gap between tokens is what vLLM calls TPOT, its duration E2EL; the percentiles of ITL are those of
 * single gaps, and say nothing of requests. Of TPOT only answers of more than one token have a value, and the summary does
 * not say how many they are. Without {@code latencies} the duration is the time to the first token and the gaps after it
 * together, which is how vLLM itself draws its timeline.
 */
final class VllmRun {

    private static final int MOST_REQUESTS = 1_000_000;
    private static final String AS_WRITTEN = "Give the file as vllm bench serve wrote it";
    private static final Pattern STATISTIC = Pattern.compile("(median|p[0-9.]+)_(ttft|tpot|e2el)_ms");
    private static final Map<String, Metric> METRICS = Map.of(
            "ttft", Metric.TIME_TO_FIRST_TOKEN,
            "tpot", Metric.INTER_TOKEN_LATENCY,
            "e2el", Metric.DURATION);

    private final Place file;
    private final Map<String, Value> figures = new HashMap<>();
    private final Map<Metric, Map<String, Value>> statistics = new EnumMap<>(Metric.class);
    private final Map<String, List<Value>> lists = new HashMap<>();
    private final List<Gaps> gaps = new ArrayList<>();
    private boolean holdsGaps;

    private VllmRun(Place file) {
        this.file = file;
    }

    /** The gaps between the chunks of one answer. */
    private record Gaps(long count, BigDecimal seconds) {}

    static VllmRun read(Place file, JsonCursor json) throws UnreadableException, IOException {
        var run = new VllmRun(file);
        json.members(key -> run.member(key, json));
        return run;
    }

    private void member(String key, JsonCursor json) throws UnreadableException, IOException {
        switch (key) {
            case "model_id",
                    "num_prompts",
                    "completed",
                    "failed",
                    "total_input",
                    "total_input_tokens",
                    "total_output_tokens" -> figures.put(key, json.value());
            case "input_lens", "output_lens", "ttfts", "latencies", "errors" -> list(key, json);
            case "itls" -> gaps(json);
            default -> {
                var statistic = STATISTIC.matcher(key);
                if (statistic.matches()) {
                    statistics
                            .computeIfAbsent(METRICS.get(statistic.group(2)), metric -> new HashMap<>())
                            .put(statistic.group(1), json.value());
                }
            }
        }
    }

    private void list(String key, JsonCursor json) throws UnreadableException, IOException {
        if (!json.isArray()) {
            return;
        }
        var list = new ArrayList<Value>();
        json.items(() -> {
            checkNumber(list, json);
            list.add(json.value());
        });
        lists.put(key, list);
    }

    private void gaps(JsonCursor json) throws UnreadableException, IOException {
        if (!json.isArray()) {
            return;
        }
        holdsGaps = true;
        json.items(() -> {
            checkNumber(gaps, json);
            var sum = new BigDecimal[] {BigDecimal.ZERO};
            var count = new long[1];
            if (json.isArray()) {
                json.items(() -> {
                    var gap = json.value().number();
                    if (gap.isEmpty() || gap.get().signum() < 0) {
                        throw json.unreadable("A gap in itls is no time", AS_WRITTEN);
                    }
                    sum[0] = sum[0].add(gap.get());
                    count[0]++;
                });
            }
            gaps.add(new Gaps(count[0], sum[0]));
        });
    }

    private static void checkNumber(List<?> list, JsonCursor json) throws UnreadableException {
        if (list.size() == MOST_REQUESTS) {
            throw json.unreadable("The file holds more than " + MOST_REQUESTS + " requests", "Save shorter runs");
        }
    }

    Place file() {
        return file;
    }

    /** How many requests were to be sent. */
    Optional<Long> prompts() throws UnreadableException {
        return count("num_prompts");
    }

    /** What the run says of itself as a whole. */
    ServingSummary summary() throws UnreadableException {
        long completed = count("completed")
                .orElseThrow(() ->
                        new UnreadableException(file, "The file does not say how many requests completed", AS_WRITTEN));
        var counted = count("failed");
        var missing = prompts().map(prompts -> prompts - completed);
        var failed = counted.or(() -> missing)
                .filter(count -> count >= 0)
                .orElseThrow(() -> new UnreadableException(
                        file,
                        "The file does not say how many requests were sent, or fewer than completed",
                        AS_WRITTEN));
        var metrics = new EnumMap<Metric, ServingSummary.Published>(Metric.class);
        for (var statistic : statistics.entrySet()) {
            var metric = statistic.getKey();
            var quantiles = PublishedQuantiles.of(statistic.getValue().entrySet().stream(), Unit.MILLISECONDS);
            if (quantiles.contradictThemselves()) {
                throw new UnreadableException(
                        file, "The percentiles of " + metric.word() + " are negative or do not rise", AS_WRITTEN);
            }
            metrics.put(
                    metric,
                    new ServingSummary.Published(
                            quantiles,
                            metric == Metric.INTER_TOKEN_LATENCY ? Optional.empty() : Optional.of(completed)));
        }
        return new ServingSummary(model(), completed, failed, metrics, usage(completed));
    }

    private Optional<Long> count(String key) throws UnreadableException {
        var value = Optional.ofNullable(figures.get(key)).filter(figure -> !figure.isNothing());
        var count = value.flatMap(ServingSummary::count);
        if (value.isPresent() && count.isEmpty()) {
            throw new UnreadableException(file, "The number " + key + " is no count", AS_WRITTEN);
        }
        return count;
    }

    private String model() {
        return Optional.ofNullable(figures.get("model_id")).flatMap(Value::text).orElse("requests");
    }

    private Optional<Usage> usage(long completed) throws UnreadableException {
        var input = count("total_input_tokens");
        if (input.isEmpty()) {
            input = count("total_input");
        }
        var output = count("total_output_tokens");
        if (completed == 0 || input.isEmpty() || output.isEmpty()) {
            return Optional.empty();
        }
        var none = new Moments(completed, BigDecimal.ZERO, Optional.of(BigDecimal.ZERO));
        var tokens = new Usage.Tokens(sum(completed, input.get()), sum(completed, output.get()), none);
        return Optional.of(new Usage(new TreeMap<>(Map.of(model(), tokens))));
    }

    private static Moments sum(long requests, long tokens) {
        return new Moments(requests, BigDecimal.valueOf(tokens), Optional.empty());
    }

    /** Whether the single requests are in the file. */
    boolean isDetailed() {
        return lists.containsKey("errors") && (lists.containsKey("latencies") || lists.containsKey("ttfts"));
    }

    /** Counts the single requests; gives how many of them failed. */
    long addTo(RequestLog log) throws UnreadableException {
        var errors = lists.getOrDefault("errors", List.of());
        int requests = errors.size();
        if (lists.values().stream().anyMatch(list -> list.size() != requests)
                || (holdsGaps && gaps.size() != requests)) {
            throw new UnreadableException(file, "The lists of single requests differ in length", AS_WRITTEN);
        }
        long failures = 0;
        for (int i = 0; i < requests; i++) {
            boolean failed = !errors.get(i)
                    .text()
                    .map(String::isBlank)
                    .orElse(errors.get(i).isNothing());
            failures += failed ? 1 : 0;
            var tokens = failed
                    ? ServedRequest.Tokens.UNKNOWN
                    : new ServedRequest.Tokens(model(), tokens("input_lens", i), tokens("output_lens", i), 0);
            log.add(new ServedRequest(model(), failed, Optional.empty(), took(i, tokens.output()), tokens));
        }
        return failures;
    }

    private Map<Metric, Duration> took(int i, Optional<Long> output) {
        var took = new EnumMap<Metric, Duration>(Metric.class);
        var first = seconds("ttfts", i);
        var whole = lists.containsKey("latencies") ? seconds("latencies", i) : whole(i, first, output);
        first.ifPresent(time -> took.put(Metric.TIME_TO_FIRST_TOKEN, time));
        whole.ifPresent(time -> took.put(Metric.DURATION, time));
        if (first.isPresent() && whole.isPresent()) {
            ServedRequest.meanGap(whole.get().minus(first.get()), output)
                    .ifPresent(gap -> took.put(Metric.INTER_TOKEN_LATENCY, gap));
        }
        return took;
    }

    /** An answer of several tokens without a gap was not timed to its end. */
    private Optional<Duration> whole(int i, Optional<Duration> first, Optional<Long> output) {
        if (!holdsGaps || output.isEmpty() || (output.get() > 1 && gaps.get(i).count() == 0)) {
            return Optional.empty();
        }
        var rest = Unit.SECONDS.millis(gaps.get(i).seconds());
        return first.flatMap(
                time -> ServedRequest.time(rest.add(BigDecimal.valueOf(time.toNanos(), 6)), Unit.MILLISECONDS));
    }

    private Optional<Duration> seconds(String key, int i) {
        return Optional.ofNullable(lists.get(key)).flatMap(list -> ServedRequest.time(list.get(i), Unit.SECONDS));
    }

    private Optional<Long> tokens(String key, int i) {
        return Optional.ofNullable(lists.get(key)).flatMap(list -> ServingSummary.count(list.get(i)));
    }
}
