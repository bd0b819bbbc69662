package io.github.genaigate.evidence.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                // everything
                "GITHUB, *, a/b.txt, true",
                "GITHUB, **, a/b.txt, true",
                "GITHUB, /*, a.txt, true",
                "GITHUB, /*, a/b.txt, false",
                // no slash: at any depth, file or folder
                "GITHUB, *.js, a.js, true",
                "GITHUB, *.js, x/y/a.js, true",
                "GITHUB, *.js, a.jsx, false",
                "GITHUB, apps, apps, true",
                "GITHUB, apps, apps/a.txt, true",
                "GITHUB, apps, x/apps/a.txt, true",
                "GITHUB, apps, xapps, false",
                // a slash at the end: what lies in the folder
                "GITHUB, apps/, apps, false",
                "GITHUB, apps/, apps/a.txt, true",
                "GITHUB, apps/, x/apps/y/a.txt, true",
                "GITHUB, apps/, apps/apps, true",
                // a slash at the beginning or within: from the root
                "GITHUB, /docs/, docs/a.txt, true",
                "GITHUB, /docs/, x/docs/a.txt, false",
                "GITHUB, docs/api, docs/api, true",
                "GITHUB, docs/api, docs/api/a.txt, true",
                "GITHUB, docs/api, x/docs/api, false",
                "GITHUB, docs/api/, docs/api/a.txt, true",
                // one level
                "GITHUB, docs/*, docs/a.txt, true",
                "GITHUB, docs/*, docs/api/a.txt, false",
                "GITHUB, docs/*/, docs/api/a.txt, true",
                "GITHUB, docs/*.md, docs/a.md, true",
                "GITHUB, docs/*.md, docs/api/a.md, false",
                "GITHUB, docs/a?.md, docs/ab.md, true",
                "GITHUB, docs/a?.md, docs/a/.md, false",
                // across folders
                "GITHUB, **/logs, logs, true",
                "GITHUB, **/logs, x/logs/a.log, true",
                "GITHUB, docs/**, docs/api/a.txt, true",
                "GITHUB, docs/**, docs, false",
                "GITHUB, a/**/b, a/b, true",
                "GITHUB, a/**/b, a/x/y/b/c.txt, true",
                "GITHUB, /release\\ notes/, release notes/v1.md, true",
                "GITHUB, A.md, a.md, false",
                // GitLab: as in a shell
                "GITLAB, *, a/b.txt, true",
                "GITLAB, /, a/b.txt, true",
                "GITLAB, /*, a/b.txt, false",
                "GITLAB, README.md, x/README.md, true",
                "GITLAB, internal/README.md, x/internal/README.md, true",
                "GITLAB, /README.md, x/README.md, false",
                "GITLAB, /docs, docs, true",
                "GITLAB, /docs, docs/a.txt, false",
                "GITLAB, /docs/, docs/x/a.txt, true",
                "GITLAB, docs/, x/docs/a.txt, true",
                "GITLAB, /docs/*, docs/a.txt, true",
                "GITLAB, /docs/*, docs/x/a.txt, false",
                "GITLAB, /docs/**, docs/a.txt, true",
                "GITLAB, /docs/**, docs/x/a.txt, false",
                "GITLAB, /docs/**/*.md, docs/a.md, true",
                "GITLAB, /docs/**/*.md, docs/x/y/a.md, true",
                "GITLAB, \\#file.txt, x/#file.txt, true",
                "GITLAB, path\\ with\\ spaces/, path with spaces/a.txt, true",
            })
    void matchesAsThePlatformDoes(Dialect dialect, String pattern, String path, boolean expected) {
        var globs = dialect.globs(pattern).value().orElseThrow();
        assertThat(globs.stream().anyMatch(glob -> glob.matches(path))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GITHUB | !a.txt     | a pattern that begins with ! is not supported",
                "GITHUB | \\#a.txt   | a pattern that begins with \\# is not supported",
                "GITHUB | a[0-9].txt | a set of characters in [ ] is not supported",
                "GITHUB | a\\*       | an escaped wildcard is not supported",
                "GITHUB | a\\        | an escaped wildcard is not supported",
                "GITHUB | a//b       | an empty folder name matches nothing",
                "GITHUB | /          | the root folder by itself matches nothing",
                "GITLAB | a[0-9].txt | a set of characters in [ ] is not supported",
            })
    void complainsAboutPatternsThatThePlatformReadsOtherwise(Dialect dialect, String pattern, String expected) {
        assertThat(dialect.globs(pattern).value()).isEmpty();
        assertThat(dialect.globs(pattern).complaint()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CODEOWNERS         | * @a        | GITHUB",
                "CODEOWNERS         | [Docs] @a   | GITLAB",
                "CODEOWNERS         | ^[Docs][2]  | GITLAB",
                "CODEOWNERS         | !a.txt      | GITLAB",
                "CODEOWNERS         | [a-z]*.c @a | GITHUB",
                ".github/CODEOWNERS | [Docs] @a   | GITHUB",
                ".gitlab/CODEOWNERS | * @a        | GITLAB",
                "docs/CODEOWNERS    | # [Docs]    | GITHUB",
            })
    void isToldByTheFolderOrTheContent(String file, String line, Dialect expected) {
        assertThat(Dialect.of(file, List.of("# comment", line))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "GITHUB, @kim, true",
        "GITHUB, @acme/support-ai, true",
        "GITHUB, kim@acme.example, true",
        "GITHUB, kim, false",
        "GITHUB, @, false",
        "GITHUB, @acme/a/b, false",
        "GITHUB, @@developer, false",
        "GITHUB, kim@acme, false",
        "GITHUB, a@b@c.d, false",
        "GITLAB, @acme/a/b, true",
        "GITLAB, @@developer, true",
        "GITLAB, @@@developer, false",
    })
    void tellsOwnersFromOtherWords(Dialect dialect, String word, boolean expected) {
        assertThat(dialect.isOwner(word)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"GITHUB", "GITLAB"})
    void aHostileOwnerTakesNoTime(Dialect dialect) {
        assertThat(dialect.isOwner("a@" + ".".repeat(3_000_000) + "@")).isFalse();
        assertThat(dialect.isOwner("@a" + "/a".repeat(1_000_000) + "!")).isFalse();
    }
}
