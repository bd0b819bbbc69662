package io.github.genaigate.evidence.ownership;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Whether text looks like code owners: every line a pattern with owners behind it, or a section. */
final class CodeownersLook {

    private static final String NOT_IN_PATTERNS = "{}\"'<>,;:=|()";

    private CodeownersLook() {}

    static boolean of(byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "");
        List<String> lines = Arrays.stream(text.split("\n", -1))
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        // The last line of the head may be cut.
        var whole = text.endsWith("\n") || lines.size() < 2 ? lines : lines.subList(0, lines.size() - 1);
        return whole.stream().allMatch(CodeownersLook::fits) && whole.stream().anyMatch(CodeownersLook::hasOwner);
    }

    private static boolean fits(String line) {
        if (Dialect.sectionHeader(line).matches()) {
            return true;
        }
        List<String> words = words(line);
        boolean pattern = !words.get(0).equals("-")
                && words.get(0).chars().noneMatch(c -> NOT_IN_PATTERNS.indexOf(c) >= 0 || Character.isISOControl(c));
        return pattern && (words.size() == 1 || words.get(1).startsWith("#") || Dialect.GITLAB.isOwner(words.get(1)));
    }

    private static boolean hasOwner(String line) {
        return words(line).stream().skip(1).anyMatch(Dialect.GITLAB::isOwner);
    }

    private static List<String> words(String line) {
        return List.of(line.split("(?<!\\\\)\\s+", -1));
    }
}
