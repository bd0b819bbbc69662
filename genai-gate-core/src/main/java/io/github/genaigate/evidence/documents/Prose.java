package io.github.genaigate.evidence.documents;

import io.github.genaigate.evidence.documents.Outline.Line;
import io.github.genaigate.model.Placeholder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The sentences of some lines of Markdown, without what is to be replaced and boxes that nobody ticked. */
final class Prose {

    private static final Pattern ITEM = Pattern.compile("^([-*+]|\\d{1,9}[.)])(\\s+|$)");
    private static final Pattern BOX = Pattern.compile("^\\[([ xX])\\](\\s+|$)");
    /** Nothing here may try a long line from each of its characters to its end. */
    private static final Pattern CODE = Pattern.compile("(?<!`)`++([^`]*+)`++");

    private static final Pattern IMAGE = Pattern.compile("!\\[[^\\[\\]]*\\]\\([^()]*\\)");
    private static final Pattern LINK = Pattern.compile("\\[([^\\[\\]]*)\\]\\([^()]*\\)");
    private static final Pattern ANCHOR = Pattern.compile("\\{#[^{}]*\\}");
    private static final Pattern TO_REPLACE =
            Pattern.compile("\\{\\{[^{}]*\\}\\}|\\$\\{[^{}]*\\}|<[A-Za-z/!?][^<>]*>|\\[[^\\[\\]]*\\]");
    private static final Pattern BETWEEN_SENTENCES = Pattern.compile("(?<=[.!?;])\\s+|(?<=[。！？])");

    private final List<List<String>> sentences = new ArrayList<>();
    private final StringBuilder paragraph = new StringBuilder();
    private Optional<String> mark = Optional.empty();
    private boolean unticked;
    private boolean replaceable;

    private Prose() {}

    static Prose of(List<Line> lines) {
        var prose = new Prose();
        lines.forEach(prose::add);
        prose.end();
        return prose;
    }

    /** Each as its words in lower case; none is empty. */
    List<List<String>> sentences() {
        return sentences;
    }

    /** The first mark of what is still to be written, with its line. */
    Optional<String> mark() {
        return mark;
    }

    boolean hasUntickedBox() {
        return unticked;
    }

    boolean hasToReplace() {
        return replaceable;
    }

    static boolean isItem(String stripped) {
        return ITEM.matcher(stripped).find();
    }

    /** A heading as people read it. */
    static String title(String heading) {
        var linked = LINK.matcher(ANCHOR.matcher(heading).replaceAll("")).replaceAll("$1");
        return linked.replace("`", "").replace("*", "").strip();
    }

    private void add(Line line) {
        if (line.code()) {
            end();
            sentence(line.text());
            return;
        }
        var text = line.text().strip();
        boolean item = isItem(text);
        if (text.isEmpty() || item || text.startsWith("|")) {
            end();
        }
        var box = BOX.matcher(item ? ITEM.matcher(text).replaceFirst("") : text);
        if (box.find()) {
            if (box.group(1).isBlank()) {
                unticked = true;
                return;
            }
            text = box.replaceFirst("");
        }
        if (mark.isEmpty()) {
            mark = Placeholder.in(CODE.matcher(text).replaceAll(" "))
                    .map(found -> "\"" + found + "\" stands in line " + line.number());
        }
        append(text);
    }

    private void append(String text) {
        var code = CODE.matcher(text);
        int at = 0;
        paragraph.append(' ');
        while (code.find()) {
            paragraph.append(bare(text.substring(at, code.start()))).append(code.group(1));
            at = code.end();
        }
        paragraph.append(bare(text.substring(at)));
    }

    private String bare(String text) {
        var linked = LINK.matcher(IMAGE.matcher(text).replaceAll(" ")).replaceAll("$1");
        var templates = TO_REPLACE.matcher(linked);
        replaceable |= templates.find();
        return templates.replaceAll(" ");
    }

    private void end() {
        BETWEEN_SENTENCES.splitAsStream(paragraph).forEach(this::sentence);
        paragraph.setLength(0);
    }

    private void sentence(String text) {
        var words = words(text);
        if (!words.isEmpty()) {
            sentences.add(words);
        }
    }

    /** Letters and digits that stand together; where words are written without gaps, each character. */
    static List<String> words(String text) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        text.toLowerCase(Locale.ROOT).codePoints().forEach(point -> {
            boolean alone = Character.isIdeographic(point) || isKana(point);
            boolean inWord = Character.isLetterOrDigit(point) || Character.getType(point) == Character.NON_SPACING_MARK;
            if (word.length() > 0 && (alone || !inWord)) {
                words.add(word.toString());
                word.setLength(0);
            }
            if (alone) {
                words.add(Character.toString(point));
            } else if (inWord) {
                word.appendCodePoint(point);
            }
        });
        if (word.length() > 0) {
            words.add(word.toString());
        }
        return words;
    }

    private static boolean isKana(int point) {
        var script = Character.UnicodeScript.of(point);
        return script == Character.UnicodeScript.HIRAGANA || script == Character.UnicodeScript.KATAKANA;
    }
}
