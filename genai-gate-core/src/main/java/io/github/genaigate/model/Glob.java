package io.github.genaigate.model;

import java.util.List;

/**
 * A pattern for paths: {@code *} and {@code ?} stay within a folder, {@code **} crosses folders, everything else is taken
 * literally. Matching takes time proportional to pattern times path, whatever the pattern.
 *
 * @param pattern the pattern, relative, with {@code /}
 */
public record Glob(String pattern) {

    /** Whether the whole path, relative and with {@code /}, matches. */
    public boolean matches(String path) {
        var wanted = List.of(pattern.split("/", -1));
        var given = List.of(path.split("/", -1));
        var reachable = new boolean[given.size() + 1];
        reachable[0] = true;
        for (int w = 0; w < wanted.size(); w++) {
            boolean last = w == wanted.size() - 1;
            reachable = wanted.get(w).equals("**")
                    ? anyFolders(reachable, last)
                    : oneSegment(reachable, wanted.get(w), given);
        }
        return reachable[given.size()];
    }

    /** {@code a/**} is about what lies in {@code a}, not about {@code a}: at the end, one segment at least. */
    private static boolean[] anyFolders(boolean[] reachable, boolean last) {
        var next = new boolean[reachable.length];
        boolean any = false;
        for (int i = 0; i < reachable.length; i++) {
            next[i] = any || (reachable[i] && !last);
            any |= reachable[i];
        }
        return next;
    }

    private static boolean[] oneSegment(boolean[] reachable, String segment, List<String> given) {
        var next = new boolean[reachable.length];
        int[] pattern = segment.codePoints().toArray();
        for (int i = 1; i < reachable.length; i++) {
            next[i] = reachable[i - 1]
                    && segmentMatches(pattern, given.get(i - 1).codePoints().toArray());
        }
        return next;
    }

    /** Whether the pattern can match more than one path. */
    public boolean isPattern() {
        return pattern.indexOf('*') >= 0 || pattern.indexOf('?') >= 0;
    }

    private static boolean segmentMatches(int[] pattern, int[] text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length) {
            if (p < pattern.length && pattern[p] == '*') {
                star = p++;
                resume = t;
            } else if (p < pattern.length && (pattern[p] == '?' || pattern[p] == text[t])) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length && pattern[p] == '*') {
            p++;
        }
        return p == pattern.length;
    }

    @Override
    public String toString() {
        return pattern;
    }
}
