package io.github.genaigate.input;

import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;

/** Builds nodes from the parser's events, so that nothing is resolved or expanded before it is refused. */
final class YamlComposer {

    private static final int DEEPEST = 50;

    private final String file;
    private final Set<Place> refused;
    private final List<Problem> problems = new ArrayList<>();
    private Iterator<Event> events = List.<Event>of().iterator();
    private int depth;

    /** @param refused where values begin that are known to be wrong */
    YamlComposer(String file, Set<Place> refused) {
        this.file = file;
        this.refused = refused;
    }

    /** All that was wrong so far. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** The root of the one document, or empty when there is none or reading it any further is of no use. */
    Optional<Node> document(Iterator<Event> all) {
        events = all;
        try {
            return root();
        } catch (StopException enough) {
            return Optional.empty();
        }
    }

    private Optional<Node> root() {
        events.next();
        Event start = events.next();
        if (start instanceof StreamEndEvent) {
            return empty(Place.of(file));
        }
        if (start instanceof DocumentStartEvent document
                && document.getTags() != null
                && !document.getTags().isEmpty()) {
            problem(place(start), "A tag directive is not allowed", "Remove the %TAG line");
        }
        Node root = node(events.next());
        while (!(events.next() instanceof DocumentEndEvent)) {
            // nothing comes between a root node and the end of its document
        }
        Event after = events.next();
        if (!(after instanceof StreamEndEvent)) {
            problem(place(after), "A second document begins here", "Keep one document in a file");
        }
        return root instanceof Node.Scalar scalar && scalar.isNull() ? empty(scalar.place()) : Optional.of(root);
    }

    private Optional<Node> empty(Place place) {
        problem(place, "The file is empty", "Write a document with apiVersion and kind");
        return Optional.empty();
    }

    private Node node(Event event) {
        Place place = place(event);
        if (event instanceof AliasEvent) {
            problem(
                    place,
                    "An alias is not allowed",
                    "Write the value out, or put it in quotes when it is a glob that begins with *");
            return new Node.Refused(place);
        }
        boolean allowed = isAllowed((NodeEvent) event, place);
        if (event instanceof ScalarEvent scalar) {
            allowed &= tagIsAllowed(place, scalar.getTag());
            boolean plain = scalar.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN;
            return allowed ? new Node.Scalar(scalar.getValue(), plain, place) : new Node.Refused(place);
        }
        if (++depth > DEEPEST) {
            problem(place, "The document is nested more than " + DEEPEST + " deep here", "Write it flatter");
            throw new StopException();
        }
        if (event instanceof SequenceStartEvent sequence) {
            allowed &= tagIsAllowed(place, sequence.getTag());
        } else {
            allowed &= tagIsAllowed(place, ((MappingStartEvent) event).getTag());
        }
        Node node = event instanceof SequenceStartEvent ? items(place) : members(place);
        depth--;
        return allowed ? node : new Node.Refused(place);
    }

    private boolean isAllowed(NodeEvent event, Place place) {
        if (event.getAnchor() != null) {
            problem(
                    place,
                    "An anchor is not allowed",
                    "Remove &" + Text.shortened(event.getAnchor())
                            + ", or put the value in quotes when it begins with &");
            return false;
        }
        return !refused.contains(place);
    }

    private boolean tagIsAllowed(Place place, @Nullable String tag) {
        if (tag == null) {
            return true;
        }
        problem(
                place,
                "The tag " + Text.quoted(tag.replace("tag:yaml.org,2002:", "!!")) + " is not allowed",
                "Remove it, or put the value in quotes when it begins with !");
        return false;
    }

    private Node.Items items(Place place) {
        var nodes = new ArrayList<Node>();
        for (Event event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
            nodes.add(node(event));
        }
        return new Node.Items(nodes, place);
    }

    private Node.Members members(Place place) {
        var members = new ArrayList<Node.Member>();
        Map<String, Place> seen = new HashMap<>();
        for (Event event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
            Node key = node(event);
            Node value = node(events.next());
            if (isKey(key) && key instanceof Node.Scalar name) {
                Place before = seen.putIfAbsent(name.text(), key.place());
                if (before == null) {
                    members.add(new Node.Member(name.text(), key.place(), value));
                } else {
                    problem(
                            key.place(),
                            "The key " + Text.quoted(name.text()) + " is written twice, first in line " + before.line(),
                            "Keep one of them");
                }
            }
        }
        return new Node.Members(members, place);
    }

    private boolean isKey(Node key) {
        if (key instanceof Node.Scalar name) {
            if (name.plain() && name.text().equals("<<")) {
                problem(key.place(), "A merge key is not allowed", "Write the members out");
                return false;
            }
            return true;
        }
        if (!(key instanceof Node.Refused)) {
            problem(
                    key.place(),
                    "A key is " + key.description() + ", not a text",
                    "Write a text before the colon, or put the value in quotes when it begins with { or [");
        }
        return false;
    }

    private void problem(Place place, String what, String mend) {
        problems.add(new Problem(place, what, mend));
        if (problems.size() > Loaded.MOST_PROBLEMS) {
            throw new StopException();
        }
    }

    private Place place(Event event) {
        var mark = event.getStartMark();
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** Reading on would only cost time. */
    private static final class StopException extends RuntimeException {
        StopException() {
            super("stopped", null, false, false);
        }
    }
}
