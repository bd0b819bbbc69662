package io.github.genaigate.report;

/**
 * The colours of a terminal, or none. They only repeat what the words say.
 *
 * @param colour whether there are colours
 */
record Paint(boolean colour) {

    String strong(String text) {
        return in("1", text);
    }

    String red(String text) {
        return in("1;31", text);
    }

    String yellow(String text) {
        return in("1;33", text);
    }

    String green(String text) {
        return in("1;32", text);
    }

    private String in(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
