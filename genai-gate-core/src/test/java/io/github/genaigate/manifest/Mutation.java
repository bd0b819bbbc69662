package io.github.genaigate.manifest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Breaks documents at random, by the same accidents for the same seed. */
final class Mutation {

    private static final List<String> PIECES = List.of(
            " ",
            "\n",
            "\t",
            ":",
            "-",
            "[",
            "]",
            "{",
            "}",
            "\"",
            "'",
            "@",
            "*",
            "&",
            "!",
            "%",
            "#",
            "|",
            ">",
            "?",
            ",",
            "~",
            "<<: *x\n",
            "a: ",
            "\u0000",
            "\ufeff",
            "\u2028",
            "😀",
            "---\n",
            "...\n",
            "null",
            "010",
            ".nan",
            "\r");

    private final Random random;

    Mutation(Random random) {
        this.random = random;
    }

    /** The document with one to three accidents; at times no longer UTF-8. */
    byte[] of(String document) {
        var text = document;
        for (int i = random.nextInt(3); i >= 0; i--) {
            text = accident(text);
        }
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && random.nextInt(20) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private String accident(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + 1 + random.nextInt(8));
        var piece = PIECES.get(random.nextInt(PIECES.size()));
        return switch (random.nextInt(8)) {
            case 0 -> text.substring(0, from) + text.substring(to);
            case 1 -> text.substring(0, to) + text.substring(from);
            case 2 -> text.substring(0, from) + piece + text.substring(from);
            case 3 -> text.substring(0, from) + piece + text.substring(to);
            case 4 -> random.nextInt(4) == 0 ? text.substring(0, from) : text;
            case 5 ->
                text.substring(0, from)
                        + (char) (text.charAt(from) ^ 1 << random.nextInt(7))
                        + text.substring(from + 1);
            case 6 -> swapped(text);
            default -> repeated(text);
        };
    }

    private String swapped(String text) {
        var lines = Arrays.asList(text.split("\n", -1));
        Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
        return String.join("\n", lines);
    }

    private String repeated(String text) {
        var lines = text.split("\n", -1);
        int line = random.nextInt(lines.length);
        lines[line] = lines[line] + "\n" + lines[line];
        return String.join("\n", lines);
    }
}
