package io.github.genaigate.input;

import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Text as a YAML scalar that stays this text, whoever reads it. */
public final class YamlScalar {

    private static final YAMLFactory FACTORY = YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    /** What no reader takes for anything but text: neither a number nor one of the words below, and without a sign of YAML's. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9._@/-]*");

    private static final Set<String> WORDS = Set.of("null", "true", "false", "yes", "no", "on", "off", "y", "n");

    private YamlScalar() {}

    /** The text, in quotes where it needs them. */
    public static String of(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !WORDS.contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : quoted(text);
    }

    /** The text in quotes, on one line. */
    public static String quoted(String text) {
        var out = new StringWriter();
        try (var generator = FACTORY.createGenerator(out)) {
            generator.writeString(text);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string can be written to", impossible);
        }
        return escaped(out.toString().strip());
    }

    /** The characters that no file may hold as they are. */
    private static String escaped(String line) {
        var escaped = new StringBuilder();
        line.codePoints().forEach(point -> {
            if (PlainText.isHidden(point)) {
                escaped.append(String.format(Locale.ROOT, "\\U%08X", point));
            } else {
                escaped.appendCodePoint(point);
            }
        });
        return escaped.toString();
    }
}
