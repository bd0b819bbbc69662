package io.github.genaigate.evidence.latency;

/** Numbers and times read straight from bytes. */
final class Decimals {

    /** The bytes are not what was expected. */
    static final long NONE = -1;

    private static final int MOST_DIGITS = 15;
    private static final int NANO_DIGITS = 6;
    private static final long NANOS_PER_MILLI = 1_000_000;
    /** About 31 years: in nanoseconds it still fits, and no request takes longer. */
    private static final long LONGEST_MILLIS = 1_000_000_000_000L;

    private Decimals() {}

    /** A whole number of at most 15 digits without a sign. */
    static long whole(byte[] bytes, int from, int to) {
        if (from >= to || to - from > MOST_DIGITS) {
            return NONE;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return NONE;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** A decimal number of milliseconds, in nanoseconds, rounded up, so that nothing over a limit comes within it. */
    static long nanos(byte[] bytes, int from, int to) {
        int point = from;
        while (point < to && bytes[point] != '.') {
            point++;
        }
        long millis = whole(bytes, from, point);
        if (millis == NONE || millis > LONGEST_MILLIS || point == to - 1) {
            return NONE;
        }
        long nanos = millis * NANOS_PER_MILLI;
        long unit = NANOS_PER_MILLI;
        boolean more = false;
        for (int i = point + 1; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return NONE;
            }
            if (i - point <= NANO_DIGITS) {
                unit /= 10;
                nanos += digit * unit;
            } else {
                more |= digit > 0;
            }
        }
        return more ? nanos + 1 : nanos;
    }
}
