package io.github.genaigate.input;

import java.io.IOException;

/**
 * How values of one type are written as JSON and read again. Values are checked by their own constructors when they are read.
 *
 * @param <T> the type
 */
interface RecordForm<T> {

    void write(T value, RecordOut out) throws IOException;

    /**
     * The value that begins at the parser's current token; afterwards the parser stands on its last one.
     *
     * @throws IOException when there is another value
     */
    T read(RecordIn in) throws IOException;
}
