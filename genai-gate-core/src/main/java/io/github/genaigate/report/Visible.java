package io.github.genaigate.report;

import java.util.regex.Pattern;

/**
 * Text of unknown origin with nothing hidden in it: every kind of space and line end is a space, and every character that
 * is not seen but acts (control, direction, zero width, half a surrogate pair) is written as its number.
 */
final class Visible {

    /** What begins a command for a build server that reads the log: {@code ##vso[}, {@code ##[error]}, {@code ::error}. */
    private static final Pattern COMMAND = Pattern.compile("#(?=#\\w*\\[)|(?<![\\p{Alnum}_]):(?=:)");

    private Visible() {}

    static String text(String hostile) {
        var out = new StringBuilder(hostile.length());
        hostile.codePoints().forEach(character -> append(character, out));
        return out.toString();
    }

    /** The same for one line of a log: no command to a build server, and no longer than the limit. */
    static String line(String hostile, int limit) {
        var text = COMMAND.matcher(text(shortened(hostile, limit))).replaceAll("$0 ");
        return text.strip();
    }

    static String shortened(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
        return text.substring(0, end) + "...";
    }

    private static void append(int character, StringBuilder out) {
        if (Character.isWhitespace(character) || Character.isSpaceChar(character) || character == 0x85) {
            out.append(' ');
        } else if (acts(character)) {
            var number = Integer.toHexString(character);
            out.append(number.length() > 4 ? "\\u{" + number + "}" : "\\u" + "0".repeat(4 - number.length()) + number);
        } else {
            out.appendCodePoint(character);
        }
    }

    /** Whether a character is not seen itself, but may change what is seen, or is none at all. */
    static boolean acts(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || (character & 0xfffe) == 0xfffe
                || (character >= 0xfdd0 && character <= 0xfdef);
    }
}
