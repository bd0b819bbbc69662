package io.github.genaigate.evidence.latency;

import io.github.genaigate.input.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The metrics of a k6 summary, whichever of the three shapes it has: {@code metrics.x.values.avg} (what
 * {@code handleSummary} gets), {@code metrics.x.avg} ({@code --summary-export}) or {@code results.metrics[].values}
 * (the machine-readable summary).
 *
 * @param metrics their values by name and tags
 */
record K6Summary(Map<Key, Json.Value> metrics) {

    private static final long MOST = 1L << 53;
    private static final List<String> COUNTS = List.of("count", "passes", "matches", "fails", "total");

    K6Summary {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /**
     * The name of a metric, or of the part of it that has certain tags: {@code http_req_duration{name:chat}}.
     *
     * @param name without tags
     * @param tags sorted
     */
    record Key(String name, SortedMap<String, String> tags) {
        Key {
            tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
        }

        static Key of(String text) {
            int brace = text.indexOf('{');
            if (brace < 0 || !text.endsWith("}")) {
                return new Key(text.strip(), new TreeMap<>());
            }
            var tags = new TreeMap<String, String>();
            for (var tag : text.substring(brace + 1, text.length() - 1).split(",", -1)) {
                int colon = tag.indexOf(':');
                if (colon > 0) {
                    tags.put(bare(tag.substring(0, colon)), bare(tag.substring(colon + 1)));
                }
            }
            return new Key(text.substring(0, brace).strip(), tags);
        }

        private static String bare(String text) {
            var stripped = text.strip();
            boolean quoted = stripped.length() >= 2
                    && (stripped.charAt(0) == '"' || stripped.charAt(0) == '\'')
                    && stripped.charAt(0) == stripped.charAt(stripped.length() - 1);
            return quoted ? stripped.substring(1, stripped.length() - 1) : stripped;
        }
    }

    /** The metrics of the document; empty when it has none of the three shapes. */
    static Optional<K6Summary> of(Json.Value document) {
        var old = document.get("metrics");
        var recent = document.at("results", "metrics");
        if (!old.isObject() && !recent.isArray()) {
            return Optional.empty();
        }
        var metrics = new LinkedHashMap<Key, Json.Value>();
        old.members().forEach(metric -> metrics.put(Key.of(metric.getKey()), values(metric.getValue())));
        recent.items()
                .forEach(metric ->
                        metric.get("name").text().ifPresent(name -> metrics.put(Key.of(name), values(metric))));
        return Optional.of(new K6Summary(metrics));
    }

    private static Json.Value values(Json.Value metric) {
        return metric.get("values").isObject() ? metric.get("values") : metric;
    }

    /** Whether there are requests of this family, such as {@code http}. */
    boolean holds(String family) {
        return has(K6Requests.duration(family), Map.of()) || has(family + "_reqs", Map.of());
    }

    boolean has(String name, Map<String, String> tags) {
        return metrics.containsKey(new Key(name, new TreeMap<>(tags)));
    }

    /** The trend with exactly these tags. */
    Optional<K6Trend> trend(String name, Map<String, String> tags) {
        return find(name, tags).map(K6Trend::of);
    }

    /** What a counter counted. */
    Optional<Long> count(String name, Map<String, String> tags) {
        return find(name, tags).flatMap(values -> whole(values, "count"));
    }

    /** How often a rate was true, and how often it was not. */
    Optional<Rate> rate(String name, Map<String, String> tags) {
        return find(name, tags).flatMap(values -> {
            var hits = whole(values, "passes").or(() -> whole(values, "matches"));
            var misses = whole(values, "fails")
                    .or(() -> hits.flatMap(hit -> whole(values, "total").map(total -> total - hit)));
            return hits.isEmpty() || misses.filter(miss -> miss >= 0).isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Rate(hits.get(), misses.get()));
        });
    }

    /**
     * A k6 rate. Of {@code http_req_failed} a hit is a request that failed.
     *
     * @param hits what k6 calls passes or matches
     * @param misses all others
     */
    record Rate(long hits, long misses) {}

    /** Every value of a tag that some metric is parted by. */
    Stream<String> tagged(String tag) {
        return metrics.keySet().stream()
                .flatMap(key -> Optional.ofNullable(key.tags().get(tag)).stream())
                .distinct();
    }

    private Optional<Json.Value> find(String name, Map<String, String> tags) {
        return Optional.ofNullable(metrics.get(new Key(name, new TreeMap<>(tags))));
    }

    /** The first of the counts that is written and is none: negative, broken, or not a number. */
    static Optional<String> brokenCount(Json.Value values) {
        return COUNTS.stream()
                .filter(key -> values.has(key) && whole(values, key).isEmpty())
                .findFirst();
    }

    /** A count, as far as a floating-point number tells counts apart. */
    static Optional<Long> whole(Json.Value values, String key) {
        return values.get(key).integer().filter(count -> count >= 0 && count <= MOST);
    }
}
