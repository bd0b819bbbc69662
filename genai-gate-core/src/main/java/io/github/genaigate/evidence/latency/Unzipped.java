package io.github.genaigate.evidence.latency;

import io.github.genaigate.evidence.Source;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;

/**
 * The bytes of a source, unzipped where it is zipped.
 *
 * @param source the bytes as they lie there
 * @param limit how many bytes there may be when unzipped
 */
record Unzipped(Source source, long limit) implements Source {

    private static final int FIRST = 0x1f;
    private static final int SECOND = 0x8b;

    /** More bytes come out than anybody reads. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1;
    }

    static boolean isZipped(byte[] head) {
        return head.length > 1 && (head[0] & 0xff) == FIRST && (head[1] & 0xff) == SECOND;
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public long size() {
        return source.size();
    }

    @Override
    public InputStream open() throws IOException {
        var in = new PushbackInputStream(source.open(), 2);
        try {
            byte[] head = in.readNBytes(2);
            in.unread(head);
            return isZipped(head) ? new Limited(new GZIPInputStream(in), limit) : in;
        } catch (IOException broken) {
            in.close();
            throw broken;
        }
    }

    private static final class Limited extends FilterInputStream {
        private long left;

        private Limited(InputStream in, long limit) {
            super(in);
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            return counted(super.read(), 1);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = super.read(bytes, from, length);
            return counted(count, count);
        }

        private int counted(int result, int count) throws IOException {
            left -= Math.max(0, count);
            if (left < 0) {
                throw new TooLongException();
            }
            return result;
        }
    }
}
