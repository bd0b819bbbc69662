package io.github.genaigate.gate.suite;

/**
 * A text in which {@code *} stands for any text, even none. It is found anywhere in a message.
 *
 * @param text as it is written
 */
record Pattern(String text) {

    /** Looks from left to right once, so that no text makes it slow. */
    boolean isIn(String message) {
        int at = 0;
        for (String piece : text.split("\\*", -1)) {
            int found = message.indexOf(piece, at);
            if (found < 0) {
                return false;
            }
            at = found + piece.length();
        }
        return true;
    }
}
