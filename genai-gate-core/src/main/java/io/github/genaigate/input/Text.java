package io.github.genaigate.input;

/** Text from files, fit to stand in a message: short, on one line, with nothing in it that is not seen. */
public final class Text {

    private static final int LONGEST = 80;

    private Text() {}

    /** The text in quotes. */
    public static String quoted(String text) {
        return "\"" + shortened(text) + "\"";
    }

    /** The text as it is when it is short and harmless. */
    public static String shortened(String text) {
        var line = new StringBuilder();
        int count = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (++count > LONGEST) {
                return line.append('…').toString();
            }
            line.append(visible(text.codePointAt(i)));
        }
        return line.toString();
    }

    private static String visible(int point) {
        if (point == '\n' || point == '\r' || point == '\t') {
            return " ";
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> String.format("U+%04X", point);
            default -> Character.toString(point);
        };
    }
}
