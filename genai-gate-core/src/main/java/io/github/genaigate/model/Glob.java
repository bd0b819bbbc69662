package io.github.genaigate.model;

import java.util.List;

/**
 * A pattern for paths: {@code *} and {@code ?} stay within a folder, {@code **} as a whole segment crosses folders, everything else is taken
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
            String segment = wanted.get(w);
            boolean last = w == wanted.size() - 1;
            var next = new boolean[given.size() + 1];
            boolean any = false;
            for (int i = 0; i <= given.size(); i++) {
                if (segment.equals("**")) {
                    // a/** is about what lies in a, not about a itself: at the end it takes at least one segment.
                    next[i] = any || (!last && reachable[i]);
                    any |= reachable[i];
                } else if (i > 0) {
                    next[i] = reachable[i - 1] && segmentMatches(segment, given.get(i - 1));
                }
            }
            reachable = next;
        }
        return reachable[given.size()];
    }

    /** Whether the pattern can match more than one path. */
    public boolean isPattern() {
        return pattern.indexOf('*') >= 0 || pattern.indexOf('?') >= 0;
    }

    private static boolean segmentMatches(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int resume = 0;
        while (t < text.length()) {
            if (p < pattern.length()
                    && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))
                    && pattern.charAt(p) != '*') {
                p++;
                t++;
            } else if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (star >= 0) {
                p = star + 1;
                t = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    @Override
    public String toString() {
        return pattern;
    }
}
