package io.github.genaigate.report;

import io.github.genaigate.model.Decision;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Renders a decision into a file. Keeps no state, changes nothing, gives the same bytes for the same decision, and is
 * found through {@link java.util.ServiceLoader}.
 */
public interface Report {

    /** The stable id, such as {@code html}. */
    String format();

    /** The name of the file in the output directory. */
    String fileName();

    /** Writes the whole file. The text of the decision is hostile: it is escaped for this sink. */
    void render(Decision decision, Appendable out) throws IOException;

    /** The whole file as text, to be written as UTF-8. */
    default String render(Decision decision) {
        var out = new StringBuilder();
        try {
            render(decision, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
