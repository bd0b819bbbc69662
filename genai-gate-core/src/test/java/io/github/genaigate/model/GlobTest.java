package io.github.genaigate.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "src/**, src/a/b.java, true",
        "src/**, src/a, true",
        "src/**, src, false",
        "src/**, srcs/a, false",
        "**, a, true",
        "**, a/b/c, true",
        "**/**, a, true",
        "**/**, a/b, true",
        "src/**/**, src/a/b, true",
        "src/**/**, src/a, true",
        "src/**/**, src, false",
        "**/x/**, x/x, true",
        "**/x/**, x, false",
        "**/x/**, a/x/b, true",
        "**/*.py, a.py, true",
        "**/*.py, a/b.py, true",
        "**/*.py, a/b.pyc, false",
        "a/*, a/b, true",
        "a/*, a/b/c, false",
        "a?c, abc, true",
        "a?c, a/c, false",
        "a?c, ac, false",
        "?, 😀, true",
        "??, 😀, false",
        "*😀, a😀, true",
        "[ab], a, false",
        "[ab], [ab], true",
        "a.c, abc, false",
        "a+(b), a+(b), true",
        "*, .hidden, true",
        "A, a, false"
    })
    void matches(String pattern, String path, boolean expected) {
        assertThat(new Glob(pattern).matches(path)).isEqualTo(expected);
    }

    @Test
    void agreesWithARegularExpression() {
        var random = new Random(3);
        for (int i = 0; i < 40_000; i++) {
            var pattern = pattern(random);
            var path = path(random);

            assertThat(new Glob(pattern).matches(path))
                    .as(pattern + " on " + path)
                    .isEqualTo(Pattern.matches(regex(pattern), path));
        }
    }

    @Test
    void takesNoLongForAwkwardPatterns() {
        var stars = new Glob("*a".repeat(100) + "b");
        var folders = new Glob("**/a/".repeat(100) + "b");

        Assertions.assertTimeout(Duration.ofSeconds(20), () -> {
            assertThat(stars.matches("a".repeat(5_000))).isFalse();
            assertThat(folders.matches("a/".repeat(2_000) + "c")).isFalse();
        });
    }

    @Test
    void knowsWhetherItCanMatchMoreThanOnePath() {
        assertThat(new Glob("a/b.c").isPattern()).isFalse();
        assertThat(new Glob("a/?").isPattern()).isTrue();
        assertThat(new Glob("a/*").isPattern()).isTrue();
        assertThat(new Glob("a/**")).hasToString("a/**");
    }

    private static String regex(String pattern) {
        var regex = new StringBuilder();
        var segments = pattern.split("/");
        for (int i = 0; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            if (segments[i].equals("**")) {
                regex.append(last ? "[^/]+(?:/[^/]+)*" : "(?:[^/]+/)*");
            } else {
                segments[i]
                        .codePoints()
                        .forEach(point -> regex.append(
                                point == '*'
                                        ? "[^/]*"
                                        : point == '?' ? "[^/]" : Pattern.quote(Character.toString(point))));
                regex.append(last ? "" : "/");
            }
        }
        return regex.toString();
    }

    private static String pattern(Random random) {
        var segments = new String[] {"**", "**", "a", "b", "*", "a*", "*b", "?", "a?", "*a*", "😀", "?b*"};
        return joined(segments, random);
    }

    private static String path(Random random) {
        return joined(new String[] {"a", "b", "ab", "ba", "aab", "😀", "a😀", "😀b"}, random);
    }

    private static String joined(String[] segments, Random random) {
        var all = new StringBuilder(segments[random.nextInt(segments.length)]);
        for (int i = random.nextInt(5); i > 0; i--) {
            all.append('/').append(segments[random.nextInt(segments.length)]);
        }
        return all.toString();
    }
}
