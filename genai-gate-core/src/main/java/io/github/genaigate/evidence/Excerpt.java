package io.github.genaigate.evidence;

/** A piece of foreign text that fits into a message: one line, no control characters, not too long. */
public final class Excerpt {

    private static final int LENGTH = 120;

    private Excerpt() {}

    /** The beginning of the text, at most 120 characters. */
    public static String of(String text) {
        return of(text, LENGTH);
    }

    /** The beginning of the text, at most so many characters, of which the last says that there is more. */
    public static String of(String text, int length) {
        var excerpt = new StringBuilder();
        boolean gap = false;
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (isInvisible(c)) {
                gap = excerpt.length() > 0;
                continue;
            }
            int needed = Character.charCount(c) + (gap ? 1 : 0);
            if (excerpt.length() + needed > length) {
                excerpt.setLength(withRoomForOne(excerpt, length));
                return excerpt.append('…').toString();
            }
            if (gap) {
                excerpt.append(' ');
                gap = false;
            }
            excerpt.appendCodePoint(c);
        }
        return excerpt.toString();
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> true;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SPACE_SEPARATOR -> true;
            default -> false;
        };
    }

    private static int withRoomForOne(CharSequence text, int length) {
        int end = Math.min(text.length(), length - 1);
        return end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }
}
