package io.github.genaigate.evidence.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.evidence.Readings;
import io.github.genaigate.model.Ownership;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import nl.basjes.codeowners.CodeOwners;
import org.eclipse.jgit.ignore.FastIgnoreRule;
import org.junit.jupiter.api.Test;

/** Holds generated patterns and files against two independent readers, where they mean the same. */
class CodeownersOracleTest {

    private static final int ROUNDS = 2_000;
    private static final List<String> NAMES = List.of("a", "b", "docs", "a.md", "b.md", "main.js");
    private static final List<String> WILD = List.of("a", "b", "docs", "a.md", "*.md", "b*", "?.md", "*", "**");

    private final Random random = new Random(2026);
    private final List<String> differences = new ArrayList<>();

    private String join(List<String> segments) {
        List<String> picked = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            picked.add(segments.get(random.nextInt(segments.size())));
        }
        return String.join("/", picked);
    }

    private String maybe(String text) {
        return random.nextBoolean() ? text : "";
    }

    /** JGit knows what .gitignore means. The one difference wanted: {@code a/*} reaches one level only. */
    @Test
    void patternsOfGitHubMeanWhatTheyMeanInGitignore() {
        for (int i = 0; i < ROUNDS; i++) {
            String pattern = maybe("/") + join(WILD) + maybe("/");
            var rule = new FastIgnoreRule(pattern);
            String path = join(NAMES);
            boolean mine =
                    Dialect.GITHUB.globs(pattern).value().orElseThrow().stream().anyMatch(glob -> glob.matches(path));
            if (!pattern.endsWith("/*") && mine != matchesPathOrFolder(rule, path)) {
                differences.add(pattern + " " + path + ": " + mine);
            }
        }
        assertThat(differences.stream().limit(20)).isEmpty();
    }

    private static boolean matchesPathOrFolder(FastIgnoreRule rule, String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (rule.isMatch(path.substring(0, slash), true, true)) {
                return true;
            }
        }
        return rule.isMatch(path, false, true);
    }

    /** The code owners library knows which line decides. Its wildcards cross folders, so that there are none here. */
    @Test
    void theSameLineDecidesOnGitHub() {
        for (int i = 0; i < ROUNDS; i++) {
            compare(".github/CODEOWNERS", rule("@one", maybe("/")) + rule("@two", "/") + rule("", "/"));
        }
        assertThat(differences.stream().limit(20)).isEmpty();
    }

    @Test
    void theSameLinesDecideOnGitLab() {
        for (int i = 0; i < ROUNDS; i++) {
            compare(
                    ".gitlab/CODEOWNERS",
                    rule("@one", "/") + "[First] @two\n" + rule("", "/") + rule("@three", "/")
                            + "^[Second] @four\n" + rule("", "/")
                            + "[FIRST]\n" + rule("@five", "/"));
        }
        assertThat(differences.stream().limit(20)).isEmpty();
    }

    private String rule(String owner, String begin) {
        String path = begin.isEmpty() ? NAMES.get(random.nextInt(NAMES.size())) : begin + join(NAMES);
        // With a slash at the end both dialects and both readers mean what lies in the folder.
        return path + "/ " + owner + "\n";
    }

    private void compare(String file, String text) {
        var mine = (Ownership) Readings.read(new CodeownersReader(), Readings.source(file, text))
                .measurement();
        String path = join(NAMES);
        var expected = new TreeSet<>(new CodeOwners(text).getMandatoryApprovers(path));
        if (!mine.owners(path).equals(expected)) {
            differences.add(text.replace("\n", "; ") + path + ": " + mine.owners(path) + ", oracle " + expected);
        }
    }
}
