package io.github.genaigate.model;

/**
 * A pattern for paths: {@code *} and {@code ?} stay within a folder, {@code **} crosses folders, everything else is taken
 * literally. Matching takes time proportional to pattern times path, whatever the pattern.
 *
 * @param pattern the pattern, relative, with {@code /}
 */
public record Glob(String pattern) {

    /** Whether the whole path, relative and with {@code /}, matches. */
    public boolean matches(String path) {
        int[] given = ends(path);
        var reachable = new boolean[given.length + 1];
        reachable[0] = true;
        boolean last = false;
        for (int from = 0; !last; from = end(pattern, from) + 1) {
            int to = end(pattern, from);
            last = to == pattern.length();
            if (to - from == 2 && pattern.startsWith("**", from)) {
                anyFolders(reachable, last);
            } else if (!oneSegment(reachable, from, to, path, given)) {
                return false;
            }
        }
        return reachable[given.length];
    }

    /** Where the segment ends that begins there. */
    private static int end(String path, int from) {
        int slash = path.indexOf('/', from);
        return slash < 0 ? path.length() : slash;
    }

    private static int[] ends(String path) {
        int count = 1;
        for (int i = 0; i < path.length(); i++) {
            count += path.charAt(i) == '/' ? 1 : 0;
        }
        int[] ends = new int[count];
        for (int i = 0, from = 0; i < count; i++) {
            ends[i] = end(path, from);
            from = ends[i] + 1;
        }
        return ends;
    }

    /** {@code a/**} is about what lies in {@code a}, not about {@code a}: at the end, one segment at least. */
    private static void anyFolders(boolean[] reachable, boolean last) {
        boolean any = false;
        for (int i = 0; i < reachable.length; i++) {
            boolean here = reachable[i];
            reachable[i] = any || (here && !last);
            any |= here;
        }
    }

    /** Steps over one segment from everywhere that can be reached; false when there is no way on. */
    private boolean oneSegment(boolean[] reachable, int from, int to, String path, int[] given) {
        boolean any = false;
        for (int i = reachable.length - 1; i > 0; i--) {
            int begin = i == 1 ? 0 : given[i - 2] + 1;
            reachable[i] = reachable[i - 1] && segmentMatches(from, to, path, begin, given[i - 1]);
            any |= reachable[i];
        }
        reachable[0] = false;
        return any;
    }

    /** Whether the pattern can match more than one path. */
    public boolean isPattern() {
        return pattern.indexOf('*') >= 0 || pattern.indexOf('?') >= 0;
    }

    private boolean segmentMatches(int from, int to, String path, int begin, int end) {
        int p = from;
        int t = begin;
        int star = -1;
        int resume = begin;
        while (t < end) {
            if (p < to && pattern.charAt(p) == '*') {
                star = p++;
                resume = t;
            } else if (p < to && pattern.charAt(p) == '?') {
                p++;
                t = path.offsetByCodePoints(t, 1);
            } else if (p < to && pattern.charAt(p) == path.charAt(t)) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                resume = path.offsetByCodePoints(resume, 1);
                t = resume;
            } else {
                return false;
            }
        }
        while (p < to && pattern.charAt(p) == '*') {
            p++;
        }
        return p == to;
    }

    @Override
    public String toString() {
        return pattern;
    }
}
