package io.github.genaigate.input;

import io.github.genaigate.model.Place;
import java.util.List;
import java.util.Optional;

/** A piece of YAML with its place. A scalar is text: what it stands for is for the field that expects it to say. */
public sealed interface Node {

    Place place();

    /** What it is, with an article, for messages. */
    String description();

    /**
     * A scalar.
     *
     * @param text as written, quotes and escapes resolved
     * @param plain whether it is written without quotes
     */
    record Scalar(String text, boolean plain, Place place) implements Node {

        /** Whether nothing is written, or {@code null} in one of its spellings. */
        public boolean isNull() {
            return plain && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
        }

        @Override
        public String description() {
            return isNull() ? "nothing" : "the text " + Text.quoted(text);
        }
    }

    /** A sequence. */
    record Items(List<Node> nodes, Place place) implements Node {
        public Items {
            nodes = List.copyOf(nodes);
        }

        @Override
        public String description() {
            return "a list";
        }
    }

    /** A mapping, no key twice. */
    record Members(List<Member> members, Place place) implements Node {
        public Members {
            members = List.copyOf(members);
        }

        /** The value of a key. */
        public Optional<Node> get(String key) {
            return members.stream()
                    .filter(member -> member.name().equals(key))
                    .map(Member::value)
                    .findFirst();
        }

        @Override
        public String description() {
            return "a map";
        }
    }

    /** A value of which is already told that it is wrong, so that nothing more is to be said about it. */
    record Refused(Place place) implements Node {
        @Override
        public String description() {
            return "refused";
        }
    }

    /**
     * A key with its value.
     *
     * @param place where the key is written
     */
    record Member(String name, Place place, Node value) {}
}
