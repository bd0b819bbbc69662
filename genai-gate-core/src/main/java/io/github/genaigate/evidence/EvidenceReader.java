package io.github.genaigate.evidence;

import io.github.genaigate.model.Question;
import io.github.genaigate.model.Shape;
import java.io.IOException;
import java.util.Set;

/**
 * Turns one format into measurements. Keeps no state, and is found through {@link java.util.ServiceLoader}. All input is
 * hostile.
 */
public interface EvidenceReader {

    /** The stable id, such as {@code jmeter-csv}. */
    String format();

    /** Which tool writes it, and with which option: one sentence. */
    String purpose();

    /** What it gives. */
    Shape<?> shape();

    /**
     * Whether the content looks like this format. File names lie, so only the content counts.
     *
     * @param head the first {@value Source#HEAD} bytes, or all when there are fewer
     */
    boolean recognises(byte[] head);

    /** The largest file that is read, in bytes. Readers that keep little of what they read may allow more. */
    default long limit() {
        return 256L << 20;
    }

    /**
     * Reads the content once, from its beginning, in memory that does not grow with it where the shape allows.
     *
     * @param questions what latency evidence is asked; to be answered all in this one pass
     * @throws UnreadableException when the content is not this format, is cut short, or goes beyond a limit
     * @throws IOException when the content cannot be had
     */
    Reading read(Source source, Set<Question> questions) throws UnreadableException, IOException;
}
