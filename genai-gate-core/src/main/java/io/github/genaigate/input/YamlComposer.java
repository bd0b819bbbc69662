package io.github.genaigate.input;

import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
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

    private final String file;
    private final Iterator<Event> events;
    private final List<Problem> problems = new ArrayList<>();

    YamlComposer(String file, Iterator<Event> events) {
        this.file = file;
        this.events = events;
    }

    Loaded<Node> document() {
        events.next();
        Event start = events.next();
        if (start instanceof StreamEndEvent) {
            problem(Place.of(file), "The file is empty", "Write a document with apiVersion and kind");
            return Loaded.refused(problems);
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
        return problems.isEmpty() ? Loaded.of(root) : Loaded.refused(problems);
    }

    private Node node(Event event) {
        if (event instanceof AliasEvent) {
            problem(
                    place(event),
                    "An alias is not allowed",
                    "Write the value out, or put it in quotes when it is a glob that begins with *");
            return new Node.Scalar("*", false, place(event));
        }
        if (event instanceof NodeEvent node && node.getAnchor() != null) {
            problem(
                    place(event),
                    "An anchor is not allowed",
                    "Remove &" + node.getAnchor() + ", or put the value in quotes when it begins with &");
        }
        if (event instanceof ScalarEvent scalar) {
            refuseTag(event, scalar.getTag());
            return new Node.Scalar(
                    scalar.getValue(), scalar.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN, place(event));
        }
        if (event instanceof SequenceStartEvent sequence) {
            refuseTag(event, sequence.getTag());
            return items(sequence);
        }
        refuseTag(event, ((MappingStartEvent) event).getTag());
        return members(event);
    }

    private Node.Items items(Event start) {
        var nodes = new ArrayList<Node>();
        for (Event event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
            nodes.add(node(event));
        }
        return new Node.Items(nodes, place(start));
    }

    private Node.Members members(Event start) {
        var members = new ArrayList<Node.Member>();
        Map<String, Place> seen = new HashMap<>();
        for (Event event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
            Node key = node(event);
            Node value = node(events.next());
            if (!(key instanceof Node.Scalar name)) {
                problem(key.place(), "A key is " + key.description() + ", not a text", "Write a text before the colon");
                continue;
            }
            if (name.plain() && name.text().equals("<<")) {
                problem(key.place(), "A merge key is not allowed", "Write the members out");
                continue;
            }
            Place before = seen.putIfAbsent(name.text(), key.place());
            if (before != null) {
                problem(
                        key.place(),
                        "The key " + Text.quoted(name.text()) + " is written twice, first in line " + before.line(),
                        "Keep one of them");
                continue;
            }
            members.add(new Node.Member(name.text(), key.place(), value));
        }
        return new Node.Members(members, place(start));
    }

    private void refuseTag(Event event, String tag) {
        if (tag != null) {
            problem(
                    place(event),
                    "The tag " + Text.quoted(tag) + " is not allowed",
                    "Remove it, or put the value in quotes when it begins with !");
        }
    }

    private void problem(Place place, String what, String mend) {
        problems.add(new Problem(place, what, mend));
    }

    private Place place(Event event) {
        var mark = event.getStartMark();
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
