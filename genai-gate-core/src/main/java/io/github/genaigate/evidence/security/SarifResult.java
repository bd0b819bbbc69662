package io.github.genaigate.evidence.security;

import io.github.genaigate.evidence.Excerpt;
import io.github.genaigate.evidence.security.SarifRules.Reference;
import io.github.genaigate.evidence.security.SarifRules.Rule;
import io.github.genaigate.input.Json.Value;
import io.github.genaigate.model.Issues.Issue;
import io.github.genaigate.model.Issues.State;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One result of a run, reduced to what an issue needs. Rules may stand behind the results, so that severity and title are
 * settled only at the end of the run.
 *
 * @param rule how it names its rule
 * @param score its own score
 * @param level its own level
 * @param message its own message
 * @param found where it was found
 * @param written where it stands in the SARIF file
 * @param state whether it counts
 * @param justification why it is suppressed
 */
record SarifResult(
        Reference rule,
        Optional<Severity> score,
        Optional<Severity> level,
        Optional<String> message,
        Spot found,
        Place written,
        State state,
        Optional<String> justification) {

    /** Members that take much room and say nothing that an issue needs. */
    static final Set<String> NOT_NEEDED = Set.of(
            "codeFlows",
            "graphs",
            "graphTraversals",
            "stacks",
            "relatedLocations",
            "attachments",
            "fixes",
            "webRequest",
            "webResponse",
            "snippet",
            "contextRegion",
            "taxa",
            "partialFingerprints",
            "fingerprints");

    private static final int LONGEST_PATH = 300;

    /** A place in an artifact, which is named by its URI or by its position among the run's artifacts. */
    record Spot(Optional<String> uri, int artifact, int line, int column) {

        static Spot of(Value result) {
            Value physical = result.get("locations").items().stream()
                    .map(location -> location.get("physicalLocation"))
                    .findFirst()
                    .orElse(result.get("no such member"));
            Value artifact = physical.get("artifactLocation");
            int line = Math.max(0, Reference.position(physical.at("region", "startLine")));
            int column = Math.max(0, Reference.position(physical.at("region", "startColumn")));
            return new Spot(
                    artifact.get("uri").text(),
                    Reference.position(artifact.get("index")),
                    line,
                    line == 0 ? 0 : column);
        }

        Optional<Place> place(List<String> artifacts) {
            return uri.or(() -> artifact >= 0 && artifact < artifacts.size()
                            ? Optional.of(artifacts.get(artifact))
                            : Optional.empty())
                    .map(text -> Excerpt.of(text, LONGEST_PATH))
                    .filter(text -> !text.isEmpty())
                    .map(text -> new Place(text, line, column));
        }
    }

    static SarifResult of(Value result, Place written) {
        Value kind = result.get("kind");
        State state = state(result, kind);
        return new SarifResult(
                Reference.of(result),
                SarifSeverity.score(result.get("properties")),
                // The level of what is still to be decided is always "none": it says nothing.
                isFail(kind) ? SarifSeverity.level(result.get("level")) : Optional.empty(),
                result.at("message", "text").text().map(Excerpt::of),
                Spot.of(result),
                written,
                state,
                state == State.SUPPRESSED ? justification(result) : Optional.empty());
    }

    private static boolean isFail(Value kind) {
        return !Set.of("pass", "open", "informational", "notApplicable", "review")
                .contains(kind.text().orElse("fail"));
    }

    private static State state(Value result, Value kind) {
        boolean settled = kind.text()
                .filter(Set.of("pass", "notApplicable", "informational")::contains)
                .isPresent();
        if (settled || result.get("baselineState").text().equals(Optional.of("absent"))) {
            return State.CLOSED;
        }
        List<Value> suppressions = result.get("suppressions").items();
        boolean suppressed = !suppressions.isEmpty() && suppressions.stream().allMatch(SarifResult::accepted);
        return suppressed ? State.SUPPRESSED : State.OPEN;
    }

    private static boolean accepted(Value suppression) {
        Value status = suppression.get("status");
        return suppression.isObject()
                && (!suppression.has("status") || status.text().equals(Optional.of("accepted")));
    }

    private static Optional<String> justification(Value result) {
        return Optional.of(result.get("suppressions").items().stream()
                        .flatMap(suppression -> suppression.get("justification").text().stream())
                        .map(Excerpt::of)
                        .filter(text -> !text.isEmpty())
                        .distinct()
                        .limit(3)
                        .collect(Collectors.joining("; ")))
                .filter(text -> !text.isEmpty());
    }

    /** The issue, now that all rules are known. */
    Issue issue(SarifRules rules, List<String> artifacts) {
        Optional<Rule> known = rules.find(rule);
        String id = rule.id()
                .or(() -> known.map(Rule::id).filter(text -> !text.isEmpty()))
                .map(Excerpt::of)
                .orElse("(no rule)");
        Severity severity = score.or(() -> known.flatMap(Rule::score))
                .or(() -> level)
                .or(() -> known.flatMap(rules::level))
                .orElse(Severity.MEDIUM);
        String title = message.filter(text -> !text.isEmpty())
                .or(() -> known.flatMap(Rule::title).map(Excerpt::of))
                .orElse(id);
        return new Issue(id, severity, title, found.place(artifacts).orElse(written), state, justification);
    }
}
