package io.github.genaigate.evidence.ownership;

import io.github.genaigate.model.Glob;
import io.github.genaigate.model.Parsed;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one platform makes of the patterns and owners in a code owners file. */
enum Dialect {
    /** Patterns as in .gitignore, without negation and character sets. A bad line is skipped. */
    GITHUB("GitHub", "@\\w[\\w.-]*(/[\\w.-]+)?") {
        @Override
        Parsed<List<Glob>> globs(String pattern) {
            if (pattern.startsWith("!")) {
                return Parsed.wrong("a pattern that begins with ! is not supported");
            }
            if (pattern.startsWith("\\#")) {
                return Parsed.wrong("a pattern that begins with \\# is not supported");
            }
            if (pattern.equals("/")) {
                return Parsed.wrong("the root folder by itself matches nothing");
            }
            return literal(pattern).map(Dialect::asInGitignore);
        }
    },
    /** Patterns as in a shell, relative ones at any depth; a folder's content only with a slash at the end. */
    GITLAB("GitLab", "@@?\\w[\\w.-]*(/[\\w.-]+)*") {
        @Override
        Parsed<List<Glob>> globs(String pattern) {
            return literal(pattern).map(Dialect::asInShell);
        }
    };

    private static final int LONGEST_OWNER = 320;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
    private static final Pattern SECTION =
            Pattern.compile("(?<optional>\\^?)\\[(?<name>[^\\]]+)\\](\\[\\d*\\])?(\\s+(?<owners>.*))?");

    private final String platform;
    private final Pattern handle;

    Dialect(String platform, String handle) {
        this.platform = platform;
        this.handle = Pattern.compile(handle);
    }

    /** The dialect of a file: told by the folder that only one platform looks into, else by what only GitLab knows. */
    static Dialect of(String file, List<String> lines) {
        if (file.contains(".gitlab/")) {
            return GITLAB;
        }
        boolean sections = lines.stream()
                .map(String::strip)
                .anyMatch(line -> line.startsWith("!") || sectionHeader(line).matches());
        return sections && !file.contains(".github/") ? GITLAB : GITHUB;
    }

    /** Matches when the line is the header of a section; has the groups {@code optional}, {@code name}, {@code owners}. */
    static Matcher sectionHeader(String line) {
        return SECTION.matcher(line);
    }

    String platform() {
        return platform;
    }

    boolean isOwner(String word) {
        return word.length() <= LONGEST_OWNER
                && (handle.matcher(word).matches() || EMAIL.matcher(word).matches());
    }

    /** The globs that together are about the same paths, relative to the repository's root. */
    abstract Parsed<List<Glob>> globs(String pattern);

    private static Parsed<String> literal(String pattern) {
        var literal = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '[') {
                return Parsed.wrong("a set of characters in [ ] is not supported");
            }
            if (c == '\\') {
                i++;
                if (i == pattern.length() || pattern.charAt(i) == '*' || pattern.charAt(i) == '?') {
                    return Parsed.wrong("an escaped wildcard is not supported");
                }
                c = pattern.charAt(i);
            }
            literal.append(c);
        }
        return literal.indexOf("//") >= 0
                ? Parsed.wrong("an empty folder name matches nothing")
                : Parsed.of(literal.toString());
    }

    private static List<Glob> asInGitignore(String pattern) {
        boolean folder = pattern.endsWith("/");
        String body = folder ? pattern.substring(0, pattern.length() - 1) : pattern;
        boolean anchored = body.contains("/");
        String path = anchored ? withoutLeadingSlash(body) : "**/" + body;
        if (folder) {
            // A folder of any name is still one folder.
            return List.of(new Glob((path.endsWith("**") ? path + "/*" : path) + "/**"));
        }
        if (body.equals("*")) {
            return List.of(new Glob("**"));
        }
        boolean oneLevel = body.endsWith("/*") || body.endsWith("**");
        return oneLevel ? List.of(new Glob(path)) : List.of(new Glob(path), new Glob(path + "/**"));
    }

    private static List<Glob> asInShell(String pattern) {
        if (pattern.equals("*")) {
            return List.of(new Glob("**"));
        }
        String path = pattern.startsWith("/") ? withoutLeadingSlash(pattern) : "**/" + pattern;
        if (path.isEmpty() || path.endsWith("/")) {
            return List.of(new Glob(path + "**"));
        }
        // Only **/ crosses folders there; at the end ** is no more than *.
        boolean crossing = path.equals("**") || path.endsWith("/**");
        return List.of(new Glob(crossing ? path.substring(0, path.length() - 1) : path));
    }

    private static String withoutLeadingSlash(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }
}
