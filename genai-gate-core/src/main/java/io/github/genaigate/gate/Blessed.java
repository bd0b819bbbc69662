package io.github.genaigate.gate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.genaigate.input.Json;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Baseline;
import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the decision that was blessed as the baseline. Whoever may write the file may make it up, so it is declared. */
final class Blessed {

    static final int LARGEST = 16 << 20;

    private static final String MEND = "Write it anew with genai-gate:bless, and commit it";

    private Blessed() {}

    /**
     * The baseline.
     *
     * @param service the service under judgement
     */
    static Lookup<Baseline> read(String path, byte[] bytes, String service) {
        var place = Place.of(path);
        Json.Value decision;
        try (JsonParser parser = Json.parser(new ByteArrayInputStream(bytes))) {
            parser.nextToken();
            decision = Json.value(parser);
            if (parser.nextToken() != null) {
                return absent(Reason.UNREADABLE, path + " holds more after the end of the decision", place);
            }
        } catch (JsonProcessingException broken) {
            return absent(Reason.UNREADABLE, path + " is not JSON, or not all of it", place);
        } catch (IOException broken) {
            return absent(Reason.UNREADABLE, path + " is not text in UTF-8", place);
        }
        if (!is(decision, "schema", Decision.SCHEMA)) {
            return absent(Reason.UNREADABLE, path + " is no decision file", place);
        }
        if (!is(decision, "verdict", Verdict.READY.name())) {
            return absent(Reason.INVALID, path + " is a decision that is not READY, which nobody can bless", place);
        }
        if (!is(decision, "service", service)) {
            return absent(Reason.FOREIGN, path + " is a decision about another service", place);
        }
        try {
            return Lookup.found(
                    new Baseline(
                            decision.at("subject", "commit").text(),
                            Instant.parse(decision.get("evaluatedAt").text().orElse("")),
                            parts(decision),
                            place),
                    Assurance.DECLARED);
        } catch (DateTimeParseException | IllegalArgumentException broken) {
            return absent(Reason.UNREADABLE, path + " holds a time or counts that cannot be", place);
        }
    }

    private static boolean is(Json.Value decision, String key, String value) {
        return decision.get(key).text().equals(Optional.of(value));
    }

    private static Map<String, Map<String, Baseline.Counted>> parts(Json.Value decision) {
        var all = new LinkedHashMap<String, Map<String, Baseline.Counted>>();
        decision.get("findings")
                .items()
                .forEach(finding -> finding.get("requirement").text().ifPresent(id -> {
                    var parts = all.computeIfAbsent(id, key -> new LinkedHashMap<>());
                    finding.get("parts")
                            .items()
                            .forEach(part -> part.get("name")
                                    .text()
                                    .ifPresent(name -> counted(part).ifPresent(counted -> parts.put(name, counted))));
                }));
        return all;
    }

    private static Optional<Baseline.Counted> counted(Json.Value part) {
        var values = new LinkedHashMap<String, BigDecimal>();
        part.get("observations")
                .items()
                .forEach(observation -> observation
                        .get("name")
                        .text()
                        .ifPresent(
                                name -> observation.get("value").number().ifPresent(value -> values.put(name, value))));
        return Optional.ofNullable(values.get("samples"))
                .flatMap(samples -> Optional.ofNullable(values.get("failures"))
                        .map(failures -> new Baseline.Counted(
                                whole(samples),
                                whole(failures),
                                Optional.ofNullable(values.get("limit")),
                                values.getOrDefault("designEffect", BigDecimal.ONE))));
    }

    private static long whole(BigDecimal count) {
        try {
            return count.longValueExact();
        } catch (ArithmeticException broken) {
            throw new IllegalArgumentException("no such count: " + count, broken);
        }
    }

    private static Lookup<Baseline> absent(Reason reason, String what, Place place) {
        return Lookup.absent(Absence.of(reason, what, MEND, place));
    }
}
