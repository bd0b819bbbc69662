package io.github.genaigate.input;

import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Names;
import io.github.genaigate.model.Parsed;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Converts YAML to what a {@link Kind} says, and collects everything that is wrong on the way. */
public final class Converter {

    private static final Map<String, String> KINDS =
            Map.of("Readiness", "a manifest", "Policy", "a policy", "SignOff", "a sign-off");

    private final List<Problem> problems = new ArrayList<>();
    private final List<Reference> references = new ArrayList<>();

    /** A name that must be declared under {@code evidence}. */
    public record Reference(String evidence, Place place) {}

    /** All that was wrong so far. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** All names of evidence met so far. */
    public List<Reference> references() {
        return List.copyOf(references);
    }

    public void problem(Place place, String what, String mend) {
        problems.add(new Problem(place, what, mend));
    }

    /**
     * Reads a YAML document and keeps what is wrong with it, so that what is wrong with its values is told in the same go.
     *
     * @param file the name for places
     * @return the document as far as its structure is known; what is wrong in it is nothing but {@link Node.Refused}
     */
    public Optional<Node> read(String file, byte[] bytes) {
        var tree = Yaml.tree(file, bytes);
        problems.addAll(tree.problems());
        return tree.root();
    }

    /**
     * Whether a document says that it is another of our kinds. That is told, and then nothing else in it is worth telling.
     *
     * @param kind what it should be
     */
    public boolean isAnother(Node document, String kind) {
        var written = document instanceof Node.Members members ? members.get("kind") : Optional.<Node>empty();
        if (written.isEmpty()
                || !(written.get() instanceof Node.Scalar is)
                || is.text().equals(kind)
                || !KINDS.containsKey(is.text())) {
            return false;
        }
        problem(
                is.place(),
                "This is " + KINDS.get(is.text()) + ", and " + KINDS.get(kind) + " is needed",
                "Name a file of kind " + kind);
        return true;
    }

    /** Says that a key is not known, and which one was meant. */
    public void unknown(Node.Member member, Set<String> known) {
        var nearest = Names.nearest(member.name(), known);
        problem(
                member.place(),
                "The key " + Text.quoted(member.name()) + " is not known here",
                nearest.map(name -> "Did you mean " + name + "?")
                        .orElse(known.isEmpty() ? "Remove it" : "Known are " + String.join(", ", known)));
    }

    /**
     * Converts a value.
     *
     * @param name what the value is called, for messages
     * @return the value, or empty when a problem was found in it
     */
    public <T> Optional<T> convert(String name, Node node, Kind<T> kind) {
        return convert(name, node, kind, "Leave the line out, or write ");
    }

    private <T> Optional<T> convert(String name, Node node, Kind<T> kind, String instead) {
        if (node instanceof Node.Scalar scalar && scalar.isNull()) {
            problem(node.place(), name + " has no value", instead + kind.description());
            return Optional.empty();
        }
        if (node instanceof Node.Items items && items.nodes().isEmpty() && kind instanceof Kind.ListOf) {
            problem(node.place(), name + " is an empty list", instead + "at least one entry");
            return Optional.empty();
        }
        return cast(plain(name, node, kind));
    }

    /** The kind and its value meet in {@link #plain}; Java 17 cannot see that. */
    @SuppressWarnings("unchecked")
    private static <T> Optional<T> cast(Optional<?> value) {
        return (Optional<T>) value;
    }

    private Optional<?> plain(String name, Node node, Kind<?> kind) {
        if (kind instanceof Kind.Scalar<?> scalar) {
            return scalar(name, node, scalar);
        }
        if (kind instanceof Kind.ListOf<?> list) {
            return list(name, node, list);
        }
        if (kind instanceof Kind.OneOrMore<?> oneOrMore) {
            return oneOrMore(name, node, oneOrMore.list());
        }
        if (kind instanceof Kind.MapOf<?> map) {
            return map(name, node, map);
        }
        if (kind instanceof Kind.ShortForm shortForm) {
            return shortForm(name, node, shortForm);
        }
        return entry(name, node, ((Kind.Group) kind).fields());
    }

    private <T> Optional<T> scalar(String name, Node node, Kind.Scalar<T> kind) {
        if (!(node instanceof Node.Scalar scalar)) {
            return wrong(name, node, kind);
        }
        Parsed<T> parsed = kind.parse().apply(scalar.text());
        if (parsed.value().isEmpty()) {
            problem(
                    node.place(),
                    name + " is " + Text.quoted(scalar.text()) + ": " + parsed.complaint(),
                    Names.nearest(scalar.text(), kind.words())
                            .map(word -> "Did you mean " + word + "?")
                            .orElse("Write " + kind.description()));
        } else if (kind.name().equals(Kind.EVIDENCE.name())) {
            references.add(new Reference(scalar.text(), node.place()));
        }
        return parsed.value();
    }

    private <T> Optional<List<T>> list(String name, Node node, Kind.ListOf<T> kind) {
        if (!(node instanceof Node.Items items)) {
            return wrong(name, node, kind);
        }
        var values = items.nodes().stream()
                .map(item -> convert("An entry of " + name, item, kind.element()))
                .toList();
        return values.stream().allMatch(Optional::isPresent)
                ? Optional.of(values.stream().flatMap(Optional::stream).toList())
                : Optional.empty();
    }

    private <T> Optional<List<T>> oneOrMore(String name, Node node, Kind.ListOf<T> kind) {
        return node instanceof Node.Items
                ? convert(name, node, kind)
                : convert(name, node, kind.element()).map(List::of);
    }

    private <T> Optional<Map<String, T>> map(String name, Node node, Kind.MapOf<T> kind) {
        if (!(node instanceof Node.Members members)) {
            return wrong(name, node, kind);
        }
        if (members.members().isEmpty()) {
            problem(node.place(), name + " is empty", "Leave the line out, or write at least one entry");
            return Optional.empty();
        }
        var values = new LinkedHashMap<String, T>();
        for (Node.Member member : members.members()) {
            var title = "The entry " + Text.quoted(member.name()) + " of " + name;
            var key = kind.key().parse().apply(member.name());
            if (key.value().isEmpty()) {
                problem(
                        member.place(),
                        title + " has no proper name: " + key.complaint(),
                        Names.nearest(member.name(), kind.key().words())
                                .map(word -> "Did you mean " + word + "?")
                                .orElse("Write " + kind.key().description()));
            }
            convert(title, member.value(), kind.value())
                    .filter(value -> key.value().isPresent())
                    .ifPresent(value -> values.put(member.name(), value));
        }
        return values.size() == members.members().size() ? Optional.of(values) : Optional.empty();
    }

    private Optional<Entry> shortForm(String name, Node node, Kind.ShortForm kind) {
        if (node instanceof Node.Members) {
            return entry(name, node, kind.group().fields());
        }
        if (!(node instanceof Node.Scalar)) {
            return wrong(name, node, kind);
        }
        return convert(name, node, kind.field().kind())
                .map(value -> new Entry(
                        node.place(),
                        Map.of(kind.field().name(), value),
                        Map.of(kind.field().name(), node.place())));
    }

    /** Converts a map with known fields. */
    public Optional<Entry> entry(String name, Node node, List<Field<?>> fields) {
        if (!(node instanceof Node.Members members)) {
            return wrong(name, node, new Kind.Group(fields));
        }
        var byName = new LinkedHashMap<String, Field<?>>();
        fields.forEach(field -> byName.put(field.name(), field));
        var values = new LinkedHashMap<String, Object>();
        var places = new LinkedHashMap<String, Place>();
        for (Node.Member member : members.members()) {
            Field<?> field = byName.get(member.name());
            if (field == null) {
                unknown(member, byName.keySet());
                continue;
            }
            places.put(member.name(), member.place());
            var instead = field.required() ? "Write " : "Leave the line out, or write ";
            convert(member.name(), member.value(), field.kind(), instead)
                    .ifPresent(value -> values.put(member.name(), value));
        }
        var missing = fields.stream()
                .filter(field -> field.required() && !places.containsKey(field.name()))
                .toList();
        missing.forEach(field -> problem(
                node.place(),
                name + " has no " + field.name(),
                "Add " + field.name() + ", " + field.kind().description()));
        if (members.members().isEmpty() && missing.isEmpty()) {
            problem(
                    node.place(),
                    name + " is empty",
                    "Leave the line out, or write " + new Kind.Group(fields).description());
        }
        boolean whole = missing.isEmpty()
                && !values.isEmpty()
                && values.size() == members.members().size();
        return whole ? Optional.of(new Entry(node.place(), values, places)) : Optional.empty();
    }

    private <T> Optional<T> wrong(String name, Node node, Kind<?> kind) {
        if (!(node instanceof Node.Refused)) {
            problem(node.place(), name + " is " + node.description(), "Write " + kind.description());
        }
        return Optional.empty();
    }
}
