package io.github.genaigate.evidence.latency;

import io.github.genaigate.evidence.Source;
import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.model.Metric;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which column of a JMeter CSV file holds what. A file without a header is read in the order that JMeter has by default;
 * its first eight columns are the same in all versions.
 *
 * @param delimiter what stands between two fields
 * @param header whether the first row names the columns
 * @param columns their names, as far as known; empty texts beyond
 */
record JtlLayout(byte delimiter, boolean header, List<String> columns) {

    static final String ELAPSED = "elapsed";
    static final String LABEL = "label";
    static final String SUCCESS = "success";

    private static final List<String> DEFAULT =
            List.of("timeStamp", ELAPSED, LABEL, "responseCode", "responseMessage", "threadName", "dataType", SUCCESS);
    private static final Set<String> KNOWN = Set.of(
            "timeStamp",
            ELAPSED,
            LABEL,
            "responseCode",
            "responseMessage",
            "threadName",
            "dataType",
            SUCCESS,
            "failureMessage",
            "bytes",
            "sentBytes",
            "grpThreads",
            "allThreads",
            "URL",
            "Filename",
            "Latency",
            "Encoding",
            "SampleCount",
            "ErrorCount",
            "Hostname",
            "IdleTime",
            "Connect");
    private static final byte[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int ABSENT = -1;

    JtlLayout {
        columns = List.copyOf(columns);
    }

    /** The layout of a file that begins like this; empty when it does not look like JMeter's. */
    static Optional<JtlLayout> of(byte[] head) {
        for (byte delimiter : DELIMITERS) {
            var fields = firstRow(head, delimiter);
            long known = fields.stream().filter(KNOWN::contains).count();
            if (known >= 2 && (fields.contains(SUCCESS) || fields.contains(ELAPSED))) {
                return Optional.of(new JtlLayout(delimiter, true, fields));
            }
            if (isDefault(fields)) {
                var names = new ArrayList<>(DEFAULT);
                fields.stream().skip(DEFAULT.size()).forEach(field -> names.add(""));
                return Optional.of(new JtlLayout(delimiter, false, names));
            }
        }
        return Optional.empty();
    }

    private static boolean isDefault(List<String> fields) {
        return fields.size() >= DEFAULT.size()
                && isNumber(fields.get(DEFAULT.indexOf(ELAPSED)))
                && Set.of("true", "false")
                        .contains(fields.get(DEFAULT.indexOf(SUCCESS)).toLowerCase(Locale.ROOT));
    }

    private static boolean isNumber(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Decimals.whole(bytes, 0, bytes.length) != Decimals.NONE;
    }

    private static List<String> firstRow(byte[] head, byte delimiter) {
        try {
            var rows = new CsvRows("", head, InputStream.nullInputStream(), delimiter, head.length);
            var fields = new ArrayList<String>();
            if (rows.next() && !(rows.isCut() && head.length >= Source.HEAD)) {
                for (int i = 0; i < rows.fields(); i++) {
                    fields.add(rows.text(i).strip());
                }
            }
            return fields;
        } catch (UnreadableException | IOException e) {
            return List.of();
        }
    }

    /** A column that the header names twice, so that nobody can tell which of them counts. */
    Optional<String> repeated() {
        return columns.stream()
                .filter(name -> !name.isEmpty() && Collections.frequency(columns, name) > 1)
                .findFirst();
    }

    /** The column of this name, or -1. */
    int column(String name) {
        return columns.indexOf(name);
    }

    boolean has(String name) {
        return column(name) != ABSENT;
    }

    /**
     * The column that times a request in this way, or -1. {@code Latency} is the time to the first byte, which a streamed
     * answer sends long before its first token: tokens need columns of their own, named after the metric.
     */
    int column(Metric metric) {
        return column(
                switch (metric) {
                    case DURATION -> ELAPSED;
                    case TIME_TO_FIRST_TOKEN -> "timeToFirstToken";
                    case INTER_TOKEN_LATENCY -> "interTokenLatency";
                });
    }
}
