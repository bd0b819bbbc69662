package io.github.genaigate.input;

import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Text as a YAML scalar that stays this text, whoever reads it. */
public final class YamlScalar {

    private static final YAMLFactory FACTORY = YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    private YamlScalar() {}

    /** The text in quotes, on one line. */
    public static String quoted(String text) {
        var out = new StringWriter();
        try (var generator = FACTORY.createGenerator(out)) {
            generator.writeString(text);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string can be written to", impossible);
        }
        return out.toString().strip();
    }
}
