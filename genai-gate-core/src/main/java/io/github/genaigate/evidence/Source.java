package io.github.genaigate.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of one piece of evidence, wherever they come from. */
public interface Source {

    /** How many bytes a reader gets to see before it says whether it recognises them. */
    int HEAD = 16 * 1024;

    /** The name for messages and places: the path relative to the manifest's folder. */
    String name();

    /** How many bytes there are. */
    long size();

    /** The bytes from the beginning. To be closed by the caller. */
    InputStream open() throws IOException;

    /** Bytes in memory. */
    static Source of(String name, byte[] bytes) {
        return new Source() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }
}
