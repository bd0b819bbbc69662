package io.github.genaigate.evidence.security;

import io.github.genaigate.evidence.JsonCursor;
import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.input.Json.Value;
import io.github.genaigate.model.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tool of one run with the rules of its driver and its extensions, as far as results refer to them. */
final class SarifRules {

    private static final Set<String> NOT_NEEDED =
            Set.of("help", "fullDescription", "messageStrings", "relationships", "deprecatedIds");

    private final Component driver = new Component();
    private final List<Component> extensions = new ArrayList<>();
    private final Map<String, Rule> byId = new HashMap<>();
    private final Map<String, Severity> overrides = new HashMap<>();

    /** What a rule says about its results. */
    record Rule(String id, Optional<Severity> score, Optional<Severity> level, Optional<String> title) {}

    /**
     * How a result names its rule.
     *
     * @param id the rule's id, possibly followed by parts after slashes
     * @param index its position among the component's rules, or -1
     * @param extension the component's position among the extensions, or -1 for the driver
     * @param component the component's name, when that is how it is named
     */
    record Reference(Optional<String> id, int index, int extension, Optional<String> component) {

        static Reference of(Value result) {
            Value rule = result.get("rule");
            return new Reference(
                    result.get("ruleId").text().or(() -> rule.get("id").text()),
                    position(result.get("ruleIndex")) >= 0
                            ? position(result.get("ruleIndex"))
                            : position(rule.get("index")),
                    position(rule.at("toolComponent", "index")),
                    rule.at("toolComponent", "name").text());
        }

        static int position(Value index) {
            return index.integer()
                    .filter(i -> i >= 0 && i < Integer.MAX_VALUE)
                    .map(Math::toIntExact)
                    .orElse(-1);
        }
    }

    private static final class Component {
        private Optional<String> name = Optional.empty();
        private Optional<String> version = Optional.empty();
        private Optional<String> semanticVersion = Optional.empty();
        private final List<Rule> rules = new ArrayList<>();
    }

    /** Reads the member {@code tool} of a run. */
    void read(JsonCursor json) throws UnreadableException, IOException {
        json.members(key -> {
            if (key.equals("driver")) {
                read(driver, json);
            } else if (key.equals("extensions") && json.isArray()) {
                json.items(() -> {
                    var extension = new Component();
                    extensions.add(extension);
                    read(extension, json);
                });
            }
        });
    }

    private void read(Component component, JsonCursor json) throws UnreadableException, IOException {
        json.members(key -> {
            switch (key) {
                case "name" -> component.name = json.value().text();
                case "version" -> component.version = json.value().text();
                case "semanticVersion" ->
                    component.semanticVersion = json.value().text();
                case "rules" -> {
                    if (json.isArray()) {
                        json.items(() -> component.rules.add(rule(json.valueWithout(NOT_NEEDED))));
                    }
                }
                default -> {}
            }
        });
    }

    private Rule rule(Value rule) {
        var read = new Rule(
                rule.get("id").text().orElse(""),
                SarifSeverity.score(rule.get("properties")),
                SarifSeverity.level(rule.at("defaultConfiguration", "level")),
                rule.at("shortDescription", "text")
                        .text()
                        .or(() -> rule.get("name").text()));
        byId.putIfAbsent(read.id(), read);
        return read;
    }

    Optional<String> toolName() {
        return driver.name.filter(name -> !name.isBlank());
    }

    Optional<String> toolVersion() {
        return driver.semanticVersion.or(() -> driver.version);
    }

    /** Lets the levels that the tool was started with take the place of the rules' own. */
    void override(Map<String, Severity> levels) {
        levels.forEach((rule, level) -> overrides.merge(rule, level, SarifSeverity::worse));
    }

    /** The level of the results of a rule that have none of their own. */
    Optional<Severity> level(Rule rule) {
        return Optional.ofNullable(overrides.get(rule.id())).or(rule::level);
    }

    /** The rule meant. A position whose rule bears another id is not believed. */
    Optional<Rule> find(Reference reference) {
        var rules = component(reference).map(component -> component.rules).orElse(List.of());
        var byPosition = reference.index() >= 0 && reference.index() < rules.size()
                ? Optional.of(rules.get(reference.index()))
                : Optional.<Rule>empty();
        if (reference.id().isEmpty()) {
            return byPosition;
        }
        String id = reference.id().get();
        return byPosition
                .filter(rule -> id.equals(rule.id()) || id.startsWith(rule.id() + "/"))
                .or(() -> byId(id));
    }

    private Optional<Component> component(Reference reference) {
        if (reference.extension() >= 0) {
            return reference.extension() < extensions.size()
                    ? Optional.of(extensions.get(reference.extension()))
                    : Optional.empty();
        }
        return reference
                .component()
                .flatMap(name -> extensions.stream()
                        .filter(extension -> extension.name.equals(Optional.of(name)))
                        .findFirst())
                .or(() -> Optional.of(driver));
    }

    private Optional<Rule> byId(String id) {
        String shorter = id;
        while (!byId.containsKey(shorter)) {
            int slash = shorter.lastIndexOf('/');
            if (slash < 0) {
                return Optional.empty();
            }
            shorter = shorter.substring(0, slash);
        }
        return Optional.ofNullable(byId.get(shorter));
    }
}
