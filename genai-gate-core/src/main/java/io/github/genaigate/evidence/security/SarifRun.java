package io.github.genaigate.evidence.security;

import io.github.genaigate.evidence.Excerpt;
import io.github.genaigate.evidence.JsonCursor;
import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Issues;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Reason;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One run of a SARIF log while it is read. Its members may come in any order. */
final class SarifRun {

    private static final int MOST_RESULTS = 1_000_000;
    private static final Set<String> KEPT_OUTSIDE = Set.of("results", "driver", "extensions", "invocations");
    private static final Set<String> NOT_NEEDED =
            Set.of("environmentVariables", "arguments", "responseFiles", "stacks", "exception", "locations");

    private final Place place;
    private final SarifRules rules = new SarifRules();
    private final List<SarifResult> results = new ArrayList<>();
    private final List<SarifInvocation> invocations = new ArrayList<>();
    private final List<String> artifacts = new ArrayList<>();
    private final List<String> outside = new ArrayList<>();
    private boolean scanned;

    private SarifRun(Place place) {
        this.place = place;
    }

    /** Reads the run that begins here. */
    static SarifRun read(JsonCursor json) throws UnreadableException, IOException {
        var run = new SarifRun(json.place());
        json.members(key -> run.member(key, json));
        return run;
    }

    private void member(String key, JsonCursor json) throws UnreadableException, IOException {
        switch (key) {
            case "tool" -> rules.read(json);
            case "results" -> {
                if (!json.isNull()) {
                    scanned = true;
                    json.items(() -> result(json));
                }
            }
            case "invocations" -> {
                if (!json.isNull()) {
                    json.items(() -> invocations.add(SarifInvocation.of(json.valueWithout(NOT_NEEDED))));
                }
            }
            case "artifacts" -> {
                if (json.isArray()) {
                    json.items(() -> artifacts.add(json.valueWithout(Set.of("contents", "hashes"))
                            .at("location", "uri")
                            .text()
                            .orElse("")));
                }
            }
            case "externalPropertyFileReferences" ->
                json.value().keys().stream().filter(KEPT_OUTSIDE::contains).forEach(outside::add);
            default -> {}
        }
    }

    private void result(JsonCursor json) throws UnreadableException, IOException {
        if (results.size() == MOST_RESULTS) {
            throw json.unreadable(
                    "The run holds more than " + MOST_RESULTS + " results", "Let the tool scan less at a time");
        }
        if (!json.isObject()) {
            throw json.unreadable("A result is not an object", "Give the file as the tool wrote it");
        }
        Place written = json.place();
        results.add(SarifResult.of(json.valueWithout(SarifResult.NOT_NEEDED), written));
    }

    /** The run as it was found, now that it was read to its end. */
    Issues.Run issues() throws UnreadableException {
        String tool = rules.toolName()
                .map(Excerpt::of)
                .orElseThrow(() -> new UnreadableException(
                        place,
                        "The run does not name its tool (tool.driver.name)",
                        "Give the file as the tool wrote it"));
        invocations.forEach(invocation -> rules.override(invocation.levels()));
        return new Issues.Run(
                tool,
                rules.toolVersion().map(Excerpt::of),
                doubt(tool),
                results.stream().map(result -> result.issue(rules, artifacts)).toList());
    }

    /** When the tool last ended, as far as it says. */
    Optional<Instant> at() {
        return invocations.stream()
                .flatMap(invocation -> invocation.at().stream())
                .max(Comparator.naturalOrder());
    }

    private Optional<Absence> doubt(String tool) {
        var unsuccessful = invocations.stream()
                .filter(invocation -> !invocation.successful())
                .findFirst();
        if (unsuccessful.isPresent()) {
            String exit = unsuccessful
                    .get()
                    .exit()
                    .map(code -> " (exit code " + code + ")")
                    .orElse("");
            return doubt(
                    Reason.FAILED,
                    tool + " says that its run was not successful" + exit,
                    "Mend what made " + tool + " fail, and scan again");
        }
        var errors = invocations.stream()
                .flatMap(invocation -> invocation.errors().stream())
                .toList();
        if (!errors.isEmpty()) {
            return doubt(
                    Reason.FAILED,
                    tool + " reports " + (errors.size() == 1 ? "an error" : errors.size() + " errors") + " of its own: "
                            + errors.get(0),
                    "Mend what made " + tool + " fail, and scan again");
        }
        if (!outside.isEmpty()) {
            return doubt(
                    Reason.INCOMPLETE,
                    tool + " keeps its " + String.join(" and ", outside) + " in other files, which are not read",
                    "Let " + tool + " write everything into one file");
        }
        return scanned
                ? Optional.empty()
                : doubt(
                        Reason.INCOMPLETE,
                        tool + " wrote no list of results: it scanned nothing",
                        "Scan again; a scan that finds nothing leaves an empty list");
    }

    private Optional<Absence> doubt(Reason reason, String message, String mend) {
        return Optional.of(Absence.of(reason, message, mend, place));
    }
}
