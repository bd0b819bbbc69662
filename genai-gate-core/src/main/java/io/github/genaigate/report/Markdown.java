package io.github.genaigate.report;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Markdown as GitHub and GitLab render it, written one block after another. Hostile text goes through {@link #text} and
 * then holds neither markup nor HTML, links, mentions or references.
 */
final class Markdown {

    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]|~$]");
    /** What becomes a mention, a link or a reference by itself. An invisible break keeps the parts from being seen as one. */
    private static final Pattern REFERENCE =
            Pattern.compile("@|[#!](?=[\\w-])|(?i)(?:www(?=\\.)|(?<=[a-z]):(?=//)|(?:mailto|xmpp)(?=:))");

    private static final String BREAK = "&#8203;";

    private final Appendable out;

    Markdown(Appendable out) {
        this.out = out;
    }

    /** Hostile text for the middle of a line. */
    static String text(String hostile) {
        var html =
                Visible.text(hostile).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        var plain = MARKUP.matcher(html).replaceAll("\\\\$0");
        return REFERENCE.matcher(plain).replaceAll("$0" + BREAK).strip();
    }

    /** The lines of one table cell, each already escaped. */
    static String lines(List<String> escaped) {
        return String.join("<br>", escaped);
    }

    /** A heading; the words are escaped already. */
    void heading(int level, String escaped) throws IOException {
        block("#".repeat(level) + " " + escaped);
    }

    /** A paragraph or any other block; escaped already. */
    void block(String escaped) throws IOException {
        out.append(escaped).append("\n\n");
    }

    /** A list; its items are escaped already. */
    void list(List<String> escaped) throws IOException {
        for (var item : escaped) {
            out.append("- ").append(item).append('\n');
        }
        out.append('\n');
    }

    /** A table; its cells are escaped already. */
    void table(List<String> headers, List<List<String>> rows) throws IOException {
        row(headers);
        row(headers.stream().map(header -> "---").toList());
        for (var row : rows) {
            row(row);
        }
        out.append('\n');
    }

    private void row(List<String> cells) throws IOException {
        out.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
