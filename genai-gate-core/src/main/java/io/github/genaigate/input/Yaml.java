package io.github.genaigate.input;

import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * One YAML document that people write by hand, strictly: no anchors, aliases, tags, merge keys or repeated keys, in
 * UTF-8, up to a megabyte.
 */
public final class Yaml {

    public static final int LONGEST = 1 << 20;

    private static final int DEEPEST = 50;

    private Yaml() {}

    /**
     * Reads a document.
     *
     * @param file the name for places
     */
    public static Loaded<Node> read(String file, byte[] bytes) {
        if (bytes.length > LONGEST) {
            return refused(
                    Place.of(file), "The file is larger than 1 MiB", "Move what is not a claim or a demand out of it");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return refused(Place.of(file), "The file is not UTF-8 text", "Save it as UTF-8");
        }
        var options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(LONGEST);
        var withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try {
            var events = new org.yaml.snakeyaml.Yaml(options).parse(new StringReader(withoutMark));
            return new YamlComposer(file, events.iterator()).document();
        } catch (MarkedYAMLException broken) {
            return broken(file, withoutMark, broken);
        } catch (YAMLException broken) {
            return refused(
                    Place.of(file),
                    "The file is not YAML: " + firstLine(broken.getMessage()),
                    "Remove what YAML does not allow");
        }
    }

    private static Loaded<Node> broken(String file, String text, MarkedYAMLException broken) {
        Mark mark = broken.getProblemMark() == null ? broken.getContextMark() : broken.getProblemMark();
        if (mark == null) {
            return refused(
                    Place.of(file), "The file is not YAML: " + firstLine(broken.getMessage()), "Mend the syntax");
        }
        var place = new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
        return refused(place, "The file is not YAML here: " + firstLine(broken.getProblem()), mend(text, mark));
    }

    /** Handles and globs start with characters that mean something else in YAML. */
    private static String mend(String text, Mark mark) {
        var line = text.lines().skip(mark.getLine()).findFirst().orElse("");
        int column = Math.min(mark.getColumn(), line.length());
        var around = line.substring(Math.max(0, column - 1), Math.min(line.length(), column + 1));
        if (around.contains("@") || around.contains("`")) {
            return "Put the value in quotes: \"@…\"";
        }
        if (around.contains("*")) {
            return "Put the glob in quotes: \"**/…\"";
        }
        if (line.indexOf('\t') >= 0) {
            return "Indent with spaces, not with tabs";
        }
        if (around.contains("%") || around.contains("&") || around.contains("!")) {
            return "Put the value in quotes";
        }
        return "Mend the syntax: look at the indentation, the colons and the quotes of this line and the one before";
    }

    private static String firstLine(@Nullable String message) {
        return message == null
                ? "it cannot be parsed"
                : message.lines().findFirst().orElse("it cannot be parsed");
    }

    private static Loaded<Node> refused(Place place, String what, String mend) {
        return Loaded.refused(List.of(new Problem(place, what, mend)));
    }
}
