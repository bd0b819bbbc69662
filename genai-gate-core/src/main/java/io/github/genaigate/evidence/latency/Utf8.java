package io.github.genaigate.evidence.latency;

/** What text in UTF-8 looks like. */
final class Utf8 {

    /** The length of the byte-order mark. */
    static final int MARK = 3;

    private Utf8() {}

    static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= MARK && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    }

    /** Whether these bytes are whole characters in their only spelling, without surrogates. */
    static boolean isValid(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int lead = bytes[at++];
            if (lead >= 0) {
                continue;
            }
            int more = lead < (byte) 0xC2
                    ? 4
                    : lead < (byte) 0xE0 ? 1 : lead < (byte) 0xF0 ? 2 : lead < (byte) 0xF5 ? 3 : 4;
            if (more == 4 || at + more > to) {
                return false;
            }
            int point = lead & (0x3F >> more);
            for (int i = 0; i < more; i++) {
                int next = bytes[at++];
                if ((next & 0xC0) != 0x80) {
                    return false;
                }
                point = (point << 6) | (next & 0x3F);
            }
            boolean tooLong = (more == 2 && point < 0x800) || (more == 3 && point < 0x10000);
            boolean surrogate = point >= 0xD800 && point <= 0xDFFF;
            if (tooLong || surrogate || point > Character.MAX_CODE_POINT) {
                return false;
            }
        }
        return true;
    }
}
