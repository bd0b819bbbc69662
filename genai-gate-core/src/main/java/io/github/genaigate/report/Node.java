package io.github.genaigate.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A piece of a page that is HTML and well-formed XML at once. Text and attribute values are escaped when they are written,
 * whatever they hold; scripts, inline styles and links out of the page cannot be built.
 */
sealed interface Node {

    void write(Appendable out) throws IOException;

    static Node text(String text) {
        return new Text(text);
    }

    static Element element(String name, Node... children) {
        return new Element(name, List.of(), Arrays.asList(children));
    }

    static Element element(String name, String text) {
        return element(name, text(text));
    }

    static Element element(String name, List<? extends Node> children) {
        return new Element(name, List.of(), List.copyOf(children));
    }

    /** Hostile text. */
    record Text(String text) implements Node {
        @Override
        public void write(Appendable out) throws IOException {
            out.append(escaped(text));
        }
    }

    /** Our own style sheet, which is written as it is. */
    record StyleSheet(String css) implements Node {
        public StyleSheet {
            if (css.matches("(?s).*[<&].*")) {
                throw new IllegalArgumentException("a style sheet on the page cannot hold < or &");
            }
        }

        @Override
        public void write(Appendable out) throws IOException {
            out.append("<style>").append(css).append("</style>\n");
        }
    }

    /** An attribute. */
    record Attribute(String name, String value) {
        public Attribute {
            if (!name.matches("[a-z][a-z-]*") || name.startsWith("on") || name.equals("style") || name.equals("src")) {
                throw new IllegalArgumentException("no such attribute: " + name);
            }
            if (name.equals("href") && !value.matches("#[a-z0-9-]+")) {
                throw new IllegalArgumentException("a link leads to a place on the page: " + value);
            }
        }
    }

    /** An element with its children. */
    record Element(String name, List<Attribute> attributes, List<Node> children) implements Node {

        private static final Set<String> VOID = Set.of("meta", "br");
        private static final Set<String> INLINE = Set.of("a", "code", "span", "strong", "time");

        public Element {
            attributes = List.copyOf(attributes);
            children = List.copyOf(children);
            if (!name.matches("[a-z][a-z0-9]*") || name.equals("script") || name.equals("style")) {
                throw new IllegalArgumentException("no such element: " + name);
            }
        }

        /** The same with a further attribute. */
        Element with(String attribute, String value) {
            var all = new ArrayList<>(attributes);
            all.add(new Attribute(attribute, value));
            return new Element(name, all, children);
        }

        /** The same with further children. */
        Element and(List<? extends Node> further) {
            return new Element(
                    name,
                    attributes,
                    Stream.concat(children.stream(), further.stream()).toList());
        }

        @Override
        public void write(Appendable out) throws IOException {
            out.append('<').append(name);
            for (var attribute : attributes) {
                out.append(' ').append(attribute.name()).append("=\"");
                out.append(escaped(attribute.value())).append('"');
            }
            if (VOID.contains(name)) {
                out.append(" />");
            } else {
                out.append('>');
                if (!children.isEmpty() && isBlock(children.get(0))) {
                    out.append('\n');
                }
                for (var child : children) {
                    child.write(out);
                }
                out.append("</").append(name).append('>');
            }
            if (isBlock(this)) {
                out.append('\n');
            }
        }

        private static boolean isBlock(Node node) {
            return node instanceof StyleSheet || (node instanceof Element element && !INLINE.contains(element.name()));
        }
    }

    private static String escaped(String text) {
        return Visible.text(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
