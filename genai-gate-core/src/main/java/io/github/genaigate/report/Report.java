package io.github.genaigate.report;

import io.github.genaigate.model.Decision;
import java.io.IOException;

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
}
