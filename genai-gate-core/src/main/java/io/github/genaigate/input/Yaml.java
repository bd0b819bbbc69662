package io.github.genaigate.input;

import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;

/**
 * One YAML document that people write by hand, strictly: no anchors, aliases, tags, merge keys or repeated keys, in
 * UTF-8, up to a megabyte.
 */
public final class Yaml {

    public static final int LONGEST = 1 << 20;

    /** How many values without quotes are told in one go. */
    private static final int MOST_UNQUOTED = 20;

    private Yaml() {}

    /**
     * Reads a document. {@link Converter#read} tells what is wrong with its values in the same go.
     *
     * @param file the name for places
     */
    public static Loaded<Node> read(String file, byte[] bytes) {
        var tree = tree(file, bytes);
        return tree.problems().isEmpty() && tree.root().isPresent()
                ? Loaded.of(tree.root().get())
                : Loaded.refused(tree.problems());
    }

    /**
     * A document as far as it can be read.
     *
     * @param root empty when the structure is not known
     * @param problems not empty when there is no root
     */
    record Tree(Optional<Node> root, List<Problem> problems) {
        Tree {
            problems = List.copyOf(problems);
        }

        static Tree refused(Place place, String what, String mend) {
            return new Tree(Optional.empty(), List.of(new Problem(place, what, mend)));
        }
    }

    static Tree tree(String file, byte[] bytes) {
        if (bytes.length > LONGEST) {
            return Tree.refused(
                    Place.of(file), "The file is larger than 1 MiB", "Move what is not a claim or a demand out of it");
        }
        var text = PlainText.of(file, bytes);
        return text.value().map(plain -> tree(file, plain)).orElse(new Tree(Optional.empty(), text.problems()));
    }

    /**
     * A value that lacks its quotes stops the parser. A letter takes the place of its first character, so that the rest
     * of the document can be told about in the same go; the value itself is taken for nothing.
     */
    private static Tree tree(String file, String text) {
        var unquoted = new ArrayList<Problem>();
        Set<Place> stoppers = new HashSet<>();
        var current = text;
        while (true) {
            var composer = new YamlComposer(file, stoppers);
            try {
                var root = composer.document(events(current));
                return new Tree(root, and(unquoted, composer.problems()));
            } catch (MarkedYAMLException broken) {
                Optional<Mark> mark = YamlSyntax.unquoted(current, broken);
                if (mark.isEmpty() || unquoted.size() >= MOST_UNQUOTED) {
                    var all = and(unquoted, composer.problems());
                    return new Tree(Optional.empty(), and(all, List.of(YamlSyntax.problem(file, current, broken))));
                }
                var problem = YamlSyntax.unquoted(file, text, mark.get());
                unquoted.add(problem);
                stoppers.add(problem.place());
                int at = current.offsetByCodePoints(0, mark.get().getIndex());
                current = current.substring(0, at) + "x" + current.substring(at + 1);
            } catch (YAMLException broken) {
                return Tree.refused(Place.of(file), "The file is not YAML", "Remove what YAML does not allow");
            }
        }
    }

    private static Iterator<Event> events(String text) {
        var options = new LoaderOptions();
        options.setCodePointLimit(LONGEST);
        return new org.yaml.snakeyaml.Yaml(options)
                .parse(new StringReader(text))
                .iterator();
    }

    private static List<Problem> and(List<Problem> some, List<Problem> others) {
        var all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
