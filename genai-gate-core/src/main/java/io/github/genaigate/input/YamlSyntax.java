package io.github.genaigate.input;

import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Tells what the YAML parser stumbled over in words for people who do not know its grammar. */
final class YamlSyntax {

    /** Characters by which people begin a value, not knowing that YAML gives them a meaning. */
    private static final String STRAY = "@`%*&";

    private static final Pattern WORD = Pattern.compile("[^\\s,\\[\\]{}\"\\\\]+");

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
        if (what.startsWith("mapping values are not allowed")) {
            return new Problem(
                    place(file, mark),
                    "This colon follows a value that is complete",
                    "Put the value in quotes when the colon belongs to it, or mend the indentation");
        }
        return new Problem(place(file, mark), "The file is not YAML here: " + what, mend(what));
    }

    private static String mend(String what) {
        if (what.startsWith("expected <block end>")) {
            return "Indent this line as its neighbours are, or close the quotes or brackets before it";
        }
        if (what.startsWith("expected ',' or")) {
            return "Close the bracket that is open, or put a comma between its entries";
        }
        if (what.startsWith("could not find expected ':'")) {
            return "Put a colon and a space behind the key";
        }
        if (what.startsWith("found unknown escape character")) {
            return "Write \\\\ for a backslash inside double quotes, or use single quotes";
        }
        return "Mend the syntax: look at the indentation, the colons and the quotes of this line and the one before";
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
