package io.github.genaigate.evidence.latency;

import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.input.Text;
import io.github.genaigate.model.Metric;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The current row of a JMeter CSV file, its fields read as what they stand for. */
final class JtlRow {

    private static final byte[] TRANSACTION = ascii("Number of samples in transaction");
    private static final byte[] SET_UP = ascii("setUp Thread Group");
    private static final byte[] TEAR_DOWN = ascii("tearDown Thread Group");
    private static final byte[] NULL = ascii("null");
    private static final int MOST_COUNTED = 1_000_000;

    private static final String MILLISECONDS = "a number of milliseconds";
    private static final String MEND = "Take the file as JMeter wrote it, unchanged, or run the load test again";

    private final CsvRows rows;
    private final JtlLayout layout;
    private final int time;
    private final int elapsed;
    private final int label;
    private final int success;
    private final int message;
    private final int thread;
    private final int sampleCount;
    private final int errorCount;
    private long duration = Decimals.NONE;

    JtlRow(CsvRows rows, JtlLayout layout) {
        this.rows = rows;
        this.layout = layout;
        this.time = layout.column("timeStamp");
        this.elapsed = layout.column(JtlLayout.ELAPSED);
        this.label = layout.column(JtlLayout.LABEL);
        this.success = layout.column(JtlLayout.SUCCESS);
        this.message = layout.column("responseMessage");
        this.thread = layout.column("threadName");
        this.sampleCount = layout.column("SampleCount");
        this.errorCount = layout.column("ErrorCount");
    }

    /** Refuses a row that is not whole. */
    void check() throws UnreadableException {
        int expected = layout.columns().size();
        String than = layout.header() ? "the header" : "the first row";
        if (rows.isCut() && (rows.fields() < expected || isCutWhereItMatters(expected - 1))) {
            throw rows.unreadable(
                    "The last row is cut off: it has " + rows.fields() + " fields where " + than + " has " + expected
                            + ", and no line break",
                    CsvRows.MEND_CUT);
        }
        if (rows.fields() != expected) {
            throw rows.unreadable("The row has " + rows.fields() + " fields where " + than + " has " + expected, MEND);
        }
        if (elapsed >= 0) {
            duration = Decimals.nanos(rows.bytes(), rows.from(elapsed), rows.to(elapsed));
            if (duration == Decimals.NONE) {
                throw wrong(elapsed, MILLISECONDS);
            }
        }
    }

    /** A cut through the last field is not seen; it does no harm in a field that is not looked at. */
    private boolean isCutWhereItMatters(int field) {
        return field == time
                || field == elapsed
                || field == label
                || field == thread
                || field == message
                || field == sampleCount
                || field == errorCount
                || field == layout.column(Metric.TIME_TO_FIRST_TOKEN)
                || field == layout.column(Metric.INTER_TOKEN_LATENCY);
    }

    /** Whether it sums up requests that have rows of their own. */
    boolean isTransaction() {
        return message >= 0 && startsWith(message, TRANSACTION);
    }

    /** Whether it prepares the load test or cleans up after it. */
    boolean isAroundTheLoad() {
        return thread >= 0 && (startsWith(thread, SET_UP) || startsWith(thread, TEAR_DOWN));
    }

    boolean succeeded() throws UnreadableException {
        int from = rows.from(success);
        int length = rows.to(success) - from;
        if (length == 4 && isWord(from, "true")) {
            return true;
        }
        if (length == 5 && isWord(from, "false")) {
            return false;
        }
        throw wrong(success, "true or false");
    }

    /** What is kept for the row's label. */
    <T> T label(Labels<T> labels) throws UnreadableException {
        @Nullable T kept = labels.of(rows.bytes(), rows.from(label), rows.to(label));
        if (kept == null) {
            throw rows.unreadable(
                    "There are more than " + labels.most() + " different labels",
                    "Give requests of one kind one label, without numbers or ids in it");
        }
        return kept;
    }

    /** When the request began, in milliseconds since 1970; {@link Decimals#NONE} when times are not understood. */
    long time(Timestamps timestamps) throws UnreadableException {
        if (timestamps == Timestamps.UNKNOWN) {
            return Decimals.NONE;
        }
        long millis = timestamps.millis(rows.bytes(), rows.from(time), rows.to(time));
        if (millis == Decimals.NONE) {
            throw wrong(time, "a time such as the rows before have");
        }
        return millis;
    }

    Timestamps timestamps() {
        return time < 0 ? Timestamps.UNKNOWN : Timestamps.of(rows.bytes(), rows.from(time), rows.to(time));
    }

    /** What a column says the request took, in nanoseconds; {@link Decimals#NONE} when it says nothing. */
    long nanos(int column) throws UnreadableException {
        if (column < 0) {
            return Decimals.NONE;
        }
        if (column == elapsed) {
            return duration;
        }
        int from = rows.from(column);
        int to = rows.to(column);
        if (from == to || startsWith(column, NULL)) {
            return Decimals.NONE;
        }
        long nanos = Decimals.nanos(rows.bytes(), from, to);
        if (nanos == Decimals.NONE) {
            throw wrong(column, MILLISECONDS);
        }
        return nanos;
    }

    /** What the row took, in nanoseconds; {@link Decimals#NONE} when there is no such column. */
    long duration() {
        return duration;
    }

    /** Makes up times that no load test has. */
    UnreadableException beyondCounting() {
        return rows.unreadable("The requests up to this row took more than 285 years together", MEND);
    }

    /** How many requests the row stands for. */
    long requests() throws UnreadableException {
        return sampleCount < 0 ? 1 : count(sampleCount);
    }

    /** How many of several requests failed; all of them when the row does not say. */
    long errors(long requests) throws UnreadableException {
        long errors = errorCount < 0 ? requests : count(errorCount);
        if (errors > requests) {
            throw wrong(
                    errorCount,
                    "at most the " + requests + " of " + layout.columns().get(sampleCount));
        }
        return errors;
    }

    private long count(int column) throws UnreadableException {
        long count = Decimals.whole(rows.bytes(), rows.from(column), rows.to(column));
        if (count < 0 || count > MOST_COUNTED) {
            throw wrong(column, "a number of requests");
        }
        return count;
    }

    private UnreadableException wrong(int column, String expected) {
        return rows.unreadable(
                layout.columns().get(column) + " is " + Text.quoted(rows.text(column)) + ", not " + expected, MEND);
    }

    private boolean isWord(int from, String word) {
        for (int i = 0; i < word.length(); i++) {
            if ((rows.bytes()[from + i] | 0x20) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean startsWith(int column, byte[] prefix) {
        byte[] bytes = rows.bytes();
        int from = rows.from(column);
        if (rows.to(column) - from < prefix.length) {
            return false;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (bytes[from + i] != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
