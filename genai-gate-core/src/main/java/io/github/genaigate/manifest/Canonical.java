package io.github.genaigate.manifest;

import io.github.genaigate.input.Node;
import io.github.genaigate.model.Sha256;
import java.util.Comparator;
import java.util.Set;

/** The canonical form of a document: every value with its length, members sorted, nothing of the layout. */
final class Canonical {

    private Canonical() {}

    /** SHA-256, in hexadecimal, of a document without some of its members. */
    static String digest(Node.Members document, Set<String> without) {
        var rest = new Node.Members(
                document.members().stream()
                        .filter(member -> !without.contains(member.name()))
                        .toList(),
                document.place());
        var text = new StringBuilder();
        write(rest, text);
        return Sha256.of(text.toString());
    }

    private static void write(Node node, StringBuilder out) {
        if (node instanceof Node.Scalar scalar) {
            text(scalar.text(), out);
        } else if (node instanceof Node.Items items) {
            out.append('[').append(items.nodes().size()).append('\n');
            items.nodes().forEach(item -> write(item, out));
        } else if (node instanceof Node.Members members) {
            out.append('{').append(members.members().size()).append('\n');
            members.members().stream()
                    .sorted(Comparator.comparing(Node.Member::name))
                    .forEach(member -> {
                        text(member.name(), out);
                        write(member.value(), out);
                    });
        }
    }

    /** With its length, so that no text can pass for structure. */
    private static void text(String text, StringBuilder out) {
        out.append(text.length()).append(':').append(text).append('\n');
    }
}
