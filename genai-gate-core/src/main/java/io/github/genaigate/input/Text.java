package io.github.genaigate.input;

/** Text from files, fit to stand in a message. */
public final class Text {

    private static final int LONGEST = 80;

    private Text() {}

    /** The text in quotes, shortened, on one line. */
    public static String quoted(String text) {
        var line = text.codePoints()
                .limit(LONGEST + 1L)
                .map(point -> Character.isISOControl(point) ? ' ' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return line.codePointCount(0, line.length()) > LONGEST
                ? "\"" + line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…\""
                : "\"" + line + "\"";
    }
}
