package io.github.genaigate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile text on its way to a terminal, a build server and Markdown. */
class EscapingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "::error::x                > : :error::x",
                "text ::set-output name=a  > text : :set-output name=a",
                ":::error                  > : : :error",
                "std::vector               > std::vector",
                "##vso[task.complete]      > # #vso[task.complete]",
                "a##[error]b               > a# #[error]b",
                "##teamcity[message]       > # #teamcity[message]",
                "###vso[x]                 > ## #vso[x]",
                "a # b, ## c               > a # b, ## c"
            })
    void no_command_reaches_a_build_server(String hostile, String line) {
        assertThat(Visible.line(hostile, 100)).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "'#\u001b#vso[x]'      > #\\u001b#vso[x]",
                "'a\r\n\tb\u0085c\u2028d'  > a   b c d",
                "'\u001b[31m\u0007\u009b'  > \\u001b[31m\\u0007\\u009b",
                "'\u202ex\u2066\u200b'     > \\u202ex\\u2066\\u200b",
                "'\udb40\udc41'            > \\u{e0041}",
                "'\ud800x'                 > \\ud800x",
                "'\uffff\ufdd0'            > \\uffff\\ufdd0"
            })
    void what_is_not_seen_is_written_as_its_number(String hostile, String line) {
        assertThat(Visible.line(hostile, 100)).isEqualTo(line);
    }

    @Test
    void a_line_is_shortened_between_characters() {
        assertThat(Visible.line("abcdef", 6)).isEqualTo("abcdef");
        assertThat(Visible.line("abcdefg", 6)).isEqualTo("abcdef...");
        assertThat(Visible.line("abcde\ud83d\ude80g", 6)).isEqualTo("abcde...");
    }

    @ParameterizedTest
    @EnumSource
    void console_lines_are_lines_and_hold_nothing_that_acts(Decisions fixture) {
        for (var line : ConsoleReport.lines(fixture.decision(), false, List.of("report\u001b.html"))) {
            assertThat(line.codePoints().noneMatch(Visible::acts)).as(line).isTrue();
            assertThat(line).doesNotContain("##vso[", "##teamcity[", "##[", " ::error", "\n", "\r");
            assertThat(line.strip()).doesNotStartWith("::");
            assertThat(line.length()).isLessThan(1_200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void colours_only_repeat_what_the_words_say(Decisions fixture) {
        var coloured = ConsoleReport.lines(fixture.decision(), true, List.of());

        assertThat(coloured.stream().map(line -> line.replaceAll("\u001b\\[[0-9;]*m", "")))
                .containsExactlyElementsOf(ConsoleReport.lines(fixture.decision(), false, List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "@acme/support-ai       > @&#8203;acme/support-ai",
                "kim@acme.example       > kim@&#8203;acme.example",
                "[a](b) ![c](d)         > \\[a\\](b) !\\[c\\](d)",
                "a | b `c` **d** _e_    > a \\| b \\`c\\` \\*\\*d\\*\\* \\_e\\_",
                "~~a~~ $b$ \\           > \\~\\~a\\~\\~ \\$b\\$ \\\\",
                "see #12, !34 and # 5   > see #&#8203;12, !&#8203;34 and # 5",
                "https://x www.y.z      > https:&#8203;//x www&#8203;.y.z",
                "mailto:a               > mailto&#8203;:a",
                "a&#64;b                > a&amp;#&#8203;64;b"
            })
    void markdown_holds_no_markup_link_mention_or_reference(String hostile, String markdown) {
        assertThat(Markdown.text(hostile)).isEqualTo(markdown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>", "a < b > c", "<!-- -->"})
    void markdown_holds_no_html(String hostile) {
        assertThat(Markdown.text(hostile)).doesNotContain("<", ">");
    }
}
