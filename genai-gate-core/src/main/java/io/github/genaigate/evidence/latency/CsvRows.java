package io.github.genaigate.evidence.latency;

import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.model.Place;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The rows of a CSV file, one at a time, as positions in a block of bytes: no object is made for a row or a field, and
 * memory does not grow with the file. Fields may be quoted, with doubled quotes and line breaks inside; a quote anywhere
 * else is refused, so that quotes always come in pairs and a block could be entered in its middle. Rows end in a line
 * feed, with or without a carriage return; empty lines are passed over.
 */
final class CsvRows {

    static final String MEND_CUT = "Let the load test run to its end and take the whole file, unchanged";

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;
    private static final long LOW = ~HIGH;
    private static final long LINE_FEEDS = '\n' * ONES;
    private static final long QUOTES = '"' * ONES;
    private static final int WORD = Long.BYTES;
    private static final int LONGEST_ROW = 16 << 20;
    private static final int MOST_FIELDS = 1_024;

    private final String file;
    private final InputStream in;
    private final byte delimiter;
    private final long delimiters;
    private final int[] ends = new int[MOST_FIELDS];

    private byte[] bytes;
    private int limit;
    private boolean ended;
    private boolean cut;

    private int start;
    private int next;
    private int fields;
    private long line = 1;
    private long breaks;
    /** The bytes between quotes joined by "or": negative when one is not ASCII. */
    private int quoted;
    /** Whether all bytes of the row are ASCII; false perhaps although they are. */
    private boolean plain;

    /**
     * @param head the first bytes of the file
     * @param in what follows them
     * @param delimiter what stands between two fields
     * @param block how many bytes to read at once
     */
    CsvRows(String file, byte[] head, InputStream in, byte delimiter, int block) {
        this.file = file;
        this.in = in;
        this.delimiter = delimiter;
        this.delimiters = delimiter * ONES;
        this.bytes = Arrays.copyOf(head, Math.max(1, Math.max(block, head.length)) + WORD + 1);
        this.limit = head.length;
        this.next = Utf8.startsWithMark(head) ? Utf8.MARK : 0;
    }

    /** Goes to the next row; false at the end of the file. */
    boolean next() throws IOException, UnreadableException {
        do {
            line += breaks;
            start = next;
            while (!split()) {
                if (!more()) {
                    if (start < limit) {
                        throw unreadable("The last row ends inside of quotes: the file is cut off", MEND_CUT);
                    }
                    return false;
                }
            }
        } while (fields == 1 && ends[0] == start);
        if (!plain && !Utf8.isValid(bytes, start, next)) {
            throw unreadable(
                    "The row is not text in UTF-8",
                    "Run JMeter with -Dfile.encoding=UTF-8, or convert the file to UTF-8");
        }
        return true;
    }

    int fields() {
        return fields;
    }

    /** The bytes that {@link #from} and {@link #to} point into, until the next call of {@link #next}. */
    byte[] bytes() {
        return bytes;
    }

    boolean isQuoted(int field) {
        int begin = begin(field);
        return begin < ends[field] && bytes[begin] == '"';
    }

    /** Where a field begins, its opening quote left out. */
    int from(int field) {
        return isQuoted(field) ? begin(field) + 1 : begin(field);
    }

    /** Where a field ends, its closing quote left out. */
    int to(int field) {
        return isQuoted(field) ? ends[field] - 1 : ends[field];
    }

    /** A field as text, its doubled quotes made single. */
    String text(int field) {
        var text = new String(bytes, from(field), to(field) - from(field), StandardCharsets.UTF_8);
        return isQuoted(field) ? text.replace("\"\"", "\"") : text;
    }

    /** Whether the file ends in this row without a line break. */
    boolean isCut() {
        return cut && next >= limit;
    }

    UnreadableException unreadable(String what, String mend) {
        return new UnreadableException(new Place(file, (int) Math.min(line, Integer.MAX_VALUE), 0), what, mend);
    }

    private int begin(int field) {
        return field == 0 ? start : ends[field - 1] + 1;
    }

    /** Finds the fields of the row that begins at {@code start}; false when its end is not read yet. */
    private boolean split() throws UnreadableException {
        byte[] block = bytes;
        int[] found = ends;
        int count = 0;
        long all = 0;
        breaks = 1;
        quoted = 0;
        for (int at = start; at < limit; ) {
            long word = (long) WORDS.get(block, at);
            all |= word;
            long separators = zeros(word ^ delimiters);
            long specials = zeros(word ^ LINE_FEEDS) | zeros(word ^ QUOTES);
            if (count + WORD > MOST_FIELDS) {
                throw unreadable("The row has more than " + (MOST_FIELDS - WORD) + " fields", MEND_CUT);
            }
            if (specials != 0) {
                separators &= Long.lowestOneBit(specials) - 1;
            }
            for (; separators != 0; separators &= separators - 1) {
                found[count++] = at + (Long.numberOfTrailingZeros(separators) >>> 3);
            }
            if (specials == 0) {
                at += WORD;
                continue;
            }
            int special = at + (Long.numberOfTrailingZeros(specials) >>> 3);
            if (special >= limit) {
                return false;
            }
            int begin = count == 0 ? start : found[count - 1] + 1;
            if (block[special] == '\n') {
                found[count] = special > begin && block[special - 1] == '\r' ? special - 1 : special;
                fields = count + 1;
                next = special + 1;
                plain = (all & HIGH) == 0 && quoted >= 0;
                return true;
            }
            at = special == begin ? afterQuotes(special + 1) : -1;
            if (at < 0) {
                throw unreadable(
                        "A quote stands inside of a field",
                        "Take the file as JMeter wrote it, where such a field is quoted and the quote doubled");
            }
        }
        return false;
    }

    /** The high bits of the bytes that are zero. */
    private static long zeros(long word) {
        return ~(((word & LOW) + LOW) | word | LOW);
    }

    /** The position after the closing quote, the limit when there is none yet, or -1 when something else follows it. */
    private int afterQuotes(int inside) {
        for (int at = inside; at < limit; at++) {
            quoted |= bytes[at];
            if (bytes[at] == '\n') {
                breaks++;
            } else if (bytes[at] == '"') {
                if (at + 1 < limit && bytes[at + 1] == '"') {
                    at++;
                } else {
                    return endsField(at + 1) ? at + 1 : -1;
                }
            }
        }
        return limit;
    }

    private boolean endsField(int at) {
        return at >= limit
                || bytes[at] == delimiter
                || bytes[at] == '\n'
                || (bytes[at] == '\r' && (at + 1 >= limit || bytes[at + 1] == '\n'));
    }

    /** Reads on, keeping the row that has begun; false at the end of the file. */
    private boolean more() throws IOException, UnreadableException {
        if (ended) {
            return false;
        }
        System.arraycopy(bytes, start, bytes, 0, limit - start);
        limit -= start;
        start = 0;
        int room = bytes.length - WORD - 1;
        if (limit == room) {
            if (room >= LONGEST_ROW) {
                throw unreadable(
                        "The row is longer than 16 MiB", "Take the file as JMeter wrote it, with all its quotes");
            }
            bytes = Arrays.copyOf(bytes, 2 * room + WORD + 1);
            room *= 2;
        }
        int count = in.read(bytes, limit, room - limit);
        if (count >= 0) {
            limit += count;
            return true;
        }
        ended = true;
        if (limit > 0 && bytes[limit - 1] != '\n') {
            cut = true;
            bytes[limit++] = '\n';
        }
        return limit > 0;
    }
}
