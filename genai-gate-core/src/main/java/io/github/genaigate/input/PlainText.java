package io.github.genaigate.input;

import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The text of a file that people write by hand: UTF-8, and without characters that an editor does not show or shows
 * elsewhere than they stand, so that what a reviewer sees is what is read.
 */
public final class PlainText {

    private PlainText() {}

    /** The text without a byte-order mark, or every line that holds a character that is not allowed. */
    public static Loaded<String> of(String file, byte[] bytes) {
        if (isUtf16(bytes)) {
            return refused(Place.of(file), "The file is UTF-16 text, not UTF-8", "Save it as UTF-8");
        }
        var in = ByteBuffer.wrap(bytes);
        var out = CharBuffer.allocate(bytes.length);
        var result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
        var decoded = out.flip().toString();
        var text = decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
        if (result.isError()) {
            return refused(
                    end(file, text),
                    String.format(Locale.ROOT, "The file is not UTF-8 text: the byte 0x%02X stands here", in.get()),
                    "Save it as UTF-8");
        }
        var problems = hidden(file, text);
        return problems.isEmpty() ? Loaded.of(text) : Loaded.refused(problems);
    }

    private static boolean isUtf16(byte[] bytes) {
        if (bytes.length < 4) {
            return false;
        }
        boolean mark = (bytes[0] & bytes[1] & 0xFF) == 0xFE && (bytes[0] ^ bytes[1]) == 1;
        return mark || isNul(bytes, 0) || isNul(bytes, 1);
    }

    /** Every second byte of Latin text in UTF-16 is nought. */
    private static boolean isNul(byte[] bytes, int first) {
        return bytes[first] == 0 && bytes[first + 2] == 0 && bytes[1 - first] != 0 && bytes[3 - first] != 0;
    }

    /** The place behind the text. */
    private static Place end(String file, String text) {
        var position = new Position();
        text.codePoints().forEach(position::pass);
        return position.place(file);
    }

    private static List<Problem> hidden(String file, String text) {
        var problems = new ArrayList<Problem>();
        var position = new Position();
        int told = 0;
        for (int i = 0;
                i < text.length() && problems.size() <= Loaded.MOST_PROBLEMS;
                i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            if (position.line != told) {
                var complaint = complaint(point);
                if (complaint.isPresent()) {
                    problems.add(new Problem(
                            position.place(file),
                            complaint.get(),
                            "Remove it, or write it as an escape inside double quotes"));
                    told = position.line;
                }
            }
            position.pass(point);
        }
        return problems;
    }

    private static Optional<String> complaint(int point) {
        return isHidden(point)
                ? Optional.of(String.format(Locale.ROOT, "The character U+%04X is not allowed", point))
                : Optional.empty();
    }

    /** Whether an editor does not show the character, or shows it elsewhere than it stands. */
    static boolean isHidden(int point) {
        boolean control = Character.isISOControl(point) && point != '\t' && point != '\n' && point != '\r';
        boolean reorders = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
        boolean breaks = point == 0x2028 || point == 0x2029;
        boolean none = point == 0xFEFF || (point & 0xFFFE) == 0xFFFE;
        return control || reorders || breaks || none;
    }

    private static Loaded<String> refused(Place place, String what, String mend) {
        return Loaded.refused(List.of(new Problem(place, what, mend)));
    }

    /** Counts lines and columns in characters as people see them, not in halves of them. */
    private static final class Position {

        private int line = 1;
        private int column = 1;
        private boolean afterReturn;

        void pass(int point) {
            boolean secondHalf = point == '\n' && afterReturn;
            afterReturn = point == '\r';
            if (point == '\n' || point == '\r') {
                line += secondHalf ? 0 : 1;
                column = 1;
            } else {
                column++;
            }
        }

        Place place(String file) {
            return new Place(file, line, column);
        }
    }
}
