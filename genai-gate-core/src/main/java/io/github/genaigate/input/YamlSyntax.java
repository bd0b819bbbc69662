package io.github.genaigate.input;

import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Tells what the YAML parser stumbled over in words for people who do not know its grammar. */
final class YamlSyntax {

    /** Characters by which people begin a value, not knowing that YAML gives them a meaning. */
    private static final String STRAY = "@`%*&";

    private static final Pattern WORD = Pattern.compile("[^\\s,\\[\\]{}\"\\\\]+");

    private static final String LOOK_AROUND =
            "Look at the indentation, the colons, the quotes and the brackets of this line and the one before";

    /** By how the parser's own words begin; it has more, for rarer mistakes. */
    private static final Map<String, Sentence> SENTENCES = Map.of(
            "mapping values are not allowed",
            new Sentence(
                    "This colon follows a value that is complete",
                    "Put the value in quotes when the colon belongs to it, or mend the indentation"),
            "expected <block end>",
            new Sentence(
                    "This does not belong to what stands before it",
                    "Indent it as its neighbours are, or put quotes around the whole value before it"),
            "expected ',' or",
            new Sentence(
                    "A list or map in brackets is not closed here",
                    "Close its bracket, or put a comma between its entries"),
            "could not find expected ':'",
            new Sentence("This key has no colon", "Put a colon and a space behind it"),
            "found unknown escape character",
            new Sentence(
                    "This escape is not known inside double quotes",
                    "Write \\\\ for a backslash, or use single quotes"),
            "expected '<document start>'",
            new Sentence("The document has ended before this", "Keep one document in a file"));

    private record Sentence(String what, String mend) {}

    private YamlSyntax() {}

    /** Where a value begins that only lacks its quotes, as a count of characters from the beginning. */
    static Optional<Mark> unquoted(String text, MarkedYAMLException broken) {
        boolean name = "while scanning an alias".equals(broken.getContext())
                || "while scanning an anchor".equals(broken.getContext());
        Mark mark = name ? broken.getContextMark() : broken.getProblemMark();
        boolean start = name || problem(broken).contains("cannot start any token");
        return start && STRAY.indexOf(pointAt(text, mark)) >= 0 ? Optional.of(mark) : Optional.empty();
    }

    static Problem unquoted(String file, String text, Mark mark) {
        var first = Character.toString(pointAt(text, mark));
        var word = WORD.matcher(text).region(text.offsetByCodePoints(0, mark.getIndex()), text.length());
        return new Problem(
                place(file, mark),
                "A value without quotes cannot begin with " + first,
                word.lookingAt() ? "Put it in quotes: " + Text.quoted(word.group()) : "Put it in quotes");
    }

    static Problem problem(String file, String text, MarkedYAMLException broken) {
        Mark problem = broken.getProblemMark();
        Mark mark = problem == null ? broken.getContextMark() : problem;
        var quoted = "while scanning a quoted scalar".equals(broken.getContext()) ? broken.getContextMark() : null;
        if (quoted != null) {
            return new Problem(place(file, quoted), "The quotes that open here are not closed", "Close them");
        }
        var what = problem(broken);
        if (mark == null) {
            return new Problem(Place.of(file), "The file is not YAML: " + what, "Mend the syntax");
        }
        if (pointAt(text, mark) == '\t') {
            return new Problem(place(file, mark), "A tab stands in the indentation", "Indent with spaces");
        }
        var sentence = SENTENCES.entrySet().stream()
                .filter(known -> what.startsWith(known.getKey()))
                .findFirst();
        return new Problem(
                place(file, mark),
                sentence.map(known -> known.getValue().what()).orElse("The file is not YAML here: " + what),
                sentence.map(known -> known.getValue().mend()).orElse(LOOK_AROUND));
    }

    private static String problem(MarkedYAMLException broken) {
        var problem = broken.getProblem() == null ? "it cannot be parsed" : broken.getProblem();
        var line = problem.lines().findFirst().orElse("it cannot be parsed");
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }

    private static Place place(String file, Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static int pointAt(String text, Mark mark) {
        int at = mark.getIndex() > text.length() ? text.length() : text.offsetByCodePoints(0, mark.getIndex());
        return at < text.length() ? text.codePointAt(at) : -1;
    }
}
