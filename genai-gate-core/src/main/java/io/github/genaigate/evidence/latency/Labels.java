package io.github.genaigate.evidence.latency;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is kept for each label, found by the label's bytes so that no text is made for a row.
 *
 * @param <T> what is kept
 */
final class Labels<T> {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final int SLOTS = 1 << 15;

    private final Function<String, T> create;
    private final int most;
    /** One more than the index of an entry; 0 where there is none. */
    private final int[] slots = new int[SLOTS];

    private final List<byte[]> keys = new ArrayList<>();
    private final List<T> values = new ArrayList<>();

    /**
     * @param most how many labels there may be, at most half of the slots
     * @param create what to keep for a new label
     */
    Labels(int most, Function<String, T> create) {
        this.most = Math.min(most, SLOTS / 2);
        this.create = create;
    }

    /** What is kept for the label in these bytes, made when it is new; null when there are too many labels. */
    @Nullable
    T of(byte[] bytes, int from, int to) {
        int slot = (int) (hash(bytes, from, to) >>> (Long.SIZE - 15));
        while (slots[slot] != 0) {
            int index = slots[slot] - 1;
            byte[] key = keys.get(index);
            if (Arrays.equals(key, 0, key.length, bytes, from, to)) {
                return values.get(index);
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        if (keys.size() >= most) {
            return null;
        }
        keys.add(Arrays.copyOfRange(bytes, from, to));
        T value = create.apply(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        values.add(value);
        slots[slot] = keys.size();
        return value;
    }

    /** How many labels there may be. */
    int most() {
        return most;
    }

    /** Everything kept, in the order of first appearance. */
    List<T> all() {
        return List.copyOf(values);
    }

    private static long hash(byte[] bytes, int from, int to) {
        long hash = (long) to - from;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = (hash ^ (long) WORDS.get(bytes, at)) * MIX;
            hash ^= hash >>> 32;
        }
        long rest = 0;
        for (; at < to; at++) {
            rest = (rest << 8) | (bytes[at] & 0xFF);
        }
        hash = (hash ^ rest) * MIX;
        return (hash ^ (hash >>> 32)) * MIX;
    }
}
