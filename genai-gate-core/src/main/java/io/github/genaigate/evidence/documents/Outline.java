package io.github.genaigate.evidence.documents;

import java.util.ArrayList;
import java.util.List;

/** Divides Markdown at its headings, in both of their forms. Comments are left out, and code is told from text. */
final class Outline {

    private static final int CODE_INDENT = 4;
    private static final int DEEPEST = 6;
    private static final String COMMENT = "<!--";
    private static final String COMMENT_END = "-->";

    private final List<Part> parts = new ArrayList<>();
    private Part current = new Part("", 0, 0);
    private String fence = "";
    private boolean inComment;
    /** How many of the last lines are a paragraph that goes on; below zero within a list, a quote or a table. */
    private int paragraph;

    /** What stands between one heading and the next. */
    static final class Part {
        final String title;
        final int level;
        final int line;
        final List<Line> lines = new ArrayList<>();
        boolean commented;

        Part(String title, int level, int line) {
            this.title = title;
            this.level = level;
            this.line = line;
        }
    }

    /**
     * A line.
     *
     * @param code whether it stands in a block of code
     */
    record Line(int number, String text, boolean code) {}

    /** The parts so far, without what stands before the first heading. */
    List<Part> parts() {
        return List.copyOf(parts);
    }

    void add(int number, String line) {
        if (!fence.isEmpty()) {
            if (closesFence(line)) {
                fence = "";
            } else {
                current.lines.add(new Line(number, line, true));
            }
            return;
        }
        text(number, withoutComments(line));
    }

    private void text(int number, String text) {
        var stripped = text.strip();
        boolean shallow = indent(text) < CODE_INDENT;
        int hashes = run(stripped, '#');
        if (shallow && opensFence(stripped)) {
            fence = stripped.substring(0, run(stripped, stripped.charAt(0)));
            paragraph = 0;
        } else if (shallow && hashes > 0 && hashes <= DEEPEST && isEndOrGap(stripped, hashes)) {
            begin(withoutClosing(stripped.substring(hashes).strip()), hashes, number);
        } else if (shallow && isUnderline(stripped)) {
            underlined(stripped.charAt(0) == '=' ? 1 : 2);
        } else {
            current.lines.add(new Line(number, text, false));
            paragraph = goesOn(stripped, shallow);
        }
    }

    private void begin(String title, int level, int number) {
        current = new Part(title, level, number);
        parts.add(current);
        paragraph = 0;
    }

    /** A paragraph with a line below it is a heading; a line by itself only parts what is around it. */
    private void underlined(int level) {
        if (paragraph > 0) {
            int size = current.lines.size();
            var title = List.copyOf(current.lines.subList(size - paragraph, size));
            current.lines.subList(size - paragraph, size).clear();
            begin(
                    String.join(
                            " ", title.stream().map(line -> line.text().strip()).toList()),
                    level,
                    title.get(0).number());
        }
        paragraph = 0;
    }

    private int goesOn(String stripped, boolean shallow) {
        if (stripped.isEmpty()) {
            return 0;
        }
        boolean other = paragraph < 0
                || (paragraph == 0 && !shallow)
                || stripped.startsWith(">")
                || stripped.startsWith("|")
                || Prose.isItem(stripped);
        return other ? -1 : paragraph + 1;
    }

    private String withoutComments(String line) {
        var visible = new StringBuilder();
        int at = 0;
        while (at < line.length()) {
            int next = line.indexOf(inComment ? COMMENT_END : COMMENT, at);
            if (!inComment) {
                visible.append(line, at, next < 0 ? line.length() : next);
            }
            current.commented |= inComment || next >= 0;
            if (next < 0) {
                break;
            }
            at = next + (inComment ? COMMENT_END : COMMENT).length();
            inComment = !inComment;
        }
        return visible.toString();
    }

    private boolean closesFence(String line) {
        var stripped = line.strip();
        int length = run(stripped, fence.charAt(0));
        return indent(line) < CODE_INDENT && length >= fence.length() && length == stripped.length();
    }

    private static boolean opensFence(String stripped) {
        return run(stripped, '~') >= 3 || (run(stripped, '`') >= 3 && stripped.indexOf('`', run(stripped, '`')) < 0);
    }

    private static boolean isUnderline(String stripped) {
        return !stripped.isEmpty()
                && (run(stripped, '=') == stripped.length() || run(stripped, '-') == stripped.length());
    }

    private static boolean isEndOrGap(String text, int at) {
        return at == text.length() || Character.isWhitespace(text.charAt(at));
    }

    /** Hashes may close a heading too. */
    private static String withoutClosing(String title) {
        int end = title.length();
        while (end > 0 && title.charAt(end - 1) == '#') {
            end--;
        }
        return end == 0 || Character.isWhitespace(title.charAt(end - 1))
                ? title.substring(0, end).strip()
                : title;
    }

    /** How often the character stands at the beginning. */
    private static int run(String text, char c) {
        int length = 0;
        while (length < text.length() && text.charAt(length) == c) {
            length++;
        }
        return length;
    }

    private static int indent(String line) {
        int indent = 0;
        for (int i = 0; i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '\t'); i++) {
            indent += line.charAt(i) == '\t' ? CODE_INDENT : 1;
        }
        return indent;
    }
}
