package io.github.genaigate.evidence.operations;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Source;
import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.input.Node;
import io.github.genaigate.input.Yaml;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Alerts;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads alert rules of Prometheus, by themselves or in a {@code PrometheusRule} of its operator for Kubernetes. */
public final class PrometheusRulesReader implements EvidenceReader {

    private static final String MEND = "Write the rules as promtool check rules accepts them";
    private static final Pattern GROUPS = Pattern.compile("(?m)^ *groups:");
    private static final Pattern RULE = Pattern.compile("(?m)^ *-? *\"?(alert|record)\"?:");

    @Override
    public String format() {
        return "prometheus-rules";
    }

    @Override
    public String purpose() {
        return "Alert rules of Prometheus in YAML, by themselves or in a PrometheusRule of its operator.";
    }

    @Override
    public Shape<?> shape() {
        return Shape.ALERTS;
    }

    @Override
    public boolean recognises(byte[] head) {
        var text = new String(head, StandardCharsets.UTF_8).replace("\uFEFF", "");
        return GROUPS.matcher(text).find() && RULE.matcher(text).find();
    }

    @Override
    public long limit() {
        return Yaml.LONGEST;
    }

    @Override
    public Reading read(Source source, Set<Question> questions) throws UnreadableException, IOException {
        byte[] bytes;
        try (var in = source.open()) {
            bytes = in.readNBytes(Yaml.LONGEST + 1);
        }
        var yaml = Yaml.read(source.name(), bytes);
        if (yaml.value().isEmpty()) {
            throw UnreadableException.of(yaml.problems());
        }
        var alerts = new ArrayList<Alerts.Alert>();
        for (Node group : items(groups(members(yaml.value().get(), "The file")), "groups")) {
            var rules = members(group, "A group").get("rules");
            if (rules.isPresent()) {
                for (Node rule : items(rules.get(), "rules")) {
                    alert(members(rule, "A rule")).ifPresent(alerts::add);
                }
            }
        }
        // The file is the rules themselves, not somebody's word about them.
        var reading = Reading.complete(new Alerts(alerts), Assurance.MEASURED, Optional.empty());
        return alerts.isEmpty() ? reading.doubtedFor(none(source.name())) : reading;
    }

    private static Absence none(String file) {
        return Absence.of(
                Reason.INCOMPLETE, "The rules hold no alert", "Add rules with alert and expr", Place.of(file));
    }

    private static Node groups(Node.Members root) throws UnreadableException {
        var spec = root.get("spec");
        var rules = spec.isPresent() ? members(spec.get(), "spec") : root;
        var groups = rules.get("groups");
        if (groups.isEmpty()) {
            throw new UnreadableException(root.place(), "The file has no groups of rules", MEND);
        }
        return groups.get();
    }

    private static Optional<Alerts.Alert> alert(Node.Members rule) throws UnreadableException {
        var name = text(rule, "alert");
        boolean asks = rule.get("expr")
                .filter(expr ->
                        expr instanceof Node.Scalar scalar && !scalar.text().isBlank())
                .isPresent();
        if (!asks || name.isPresent() == text(rule, "record").isPresent()) {
            throw new UnreadableException(rule.place(), "A rule has expr, and either alert or record", MEND);
        }
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Alerts.Alert(
                name.get(),
                inner(rule, "labels", "severity"),
                inner(rule, "annotations", "runbook_url"),
                rule.place()));
    }

    private static Optional<String> inner(Node.Members rule, String map, String key) throws UnreadableException {
        var inner = rule.get(map);
        return inner.isPresent() ? text(members(inner.get(), map), key) : Optional.empty();
    }

    private static Optional<String> text(Node.Members members, String key) throws UnreadableException {
        var node = members.get(key);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (!(node.get() instanceof Node.Scalar scalar)
                || scalar.isNull()
                || Kind.TEXT.parse().apply(scalar.text()).value().isEmpty()) {
            throw new UnreadableException(node.get().place(), key + " is no text of at most 4000 characters", MEND);
        }
        return Optional.of(scalar.text().strip());
    }

    private static Node.Members members(Node node, String what) throws UnreadableException {
        if (node instanceof Node.Members members) {
            return members;
        }
        throw new UnreadableException(node.place(), what + " is " + node.description() + ", not a map", MEND);
    }

    private static List<Node> items(Node node, String what) throws UnreadableException {
        if (node instanceof Node.Items items) {
            return items.nodes();
        }
        throw new UnreadableException(node.place(), what + " is " + node.description() + ", not a list", MEND);
    }
}
