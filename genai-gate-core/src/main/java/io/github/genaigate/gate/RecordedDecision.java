package io.github.genaigate.gate;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.genaigate.input.Json;
import io.github.genaigate.input.RefusedException;
import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A decision file, as far as it is needed to make the decision again.
 *
 * @param asked the stage that was asked for
 * @param rehearsal whether it was made by another clock than the real one
 * @param validUntil the last day on which it was to hold by itself
 * @param facts what it was made from; empty when it carries none
 */
record RecordedDecision(
        String service,
        Verdict verdict,
        Optional<String> asked,
        Instant evaluatedAt,
        boolean rehearsal,
        Optional<LocalDate> validUntil,
        Optional<Recorded> facts) {

    private static final String FACTS = "facts";
    private static final Set<String> WANTED =
            Set.of("schema", "verdict", "stage", "service", "evaluatedAt", "rehearsal", "validUntil");

    /**
     * Reads a decision file.
     *
     * @param withFacts whether what it was made from is read as well
     * @throws RefusedException when it is none
     * @throws IOException when it cannot be read
     */
    static RecordedDecision read(InputStream in, boolean withFacts) throws RefusedException, IOException {
        var members = new LinkedHashMap<String, Json.Value>();
        Optional<Recorded> facts = Optional.empty();
        try (JsonParser json = Json.parser(in)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw notOne("it is no object");
            }
            while (json.nextToken() != JsonToken.END_OBJECT) {
                var name = json.currentName();
                json.nextToken();
                if (WANTED.contains(name)) {
                    if (members.put(name, Json.value(json)) != null) {
                        throw notOne("it has " + name + " twice");
                    }
                } else if (withFacts && name.equals(FACTS) && json.currentToken() == JsonToken.START_ARRAY) {
                    facts = Optional.of(Recorded.RECORDS.read(Recorded.class, json));
                } else {
                    json.skipChildren();
                }
            }
            if (json.nextToken() != null) {
                throw notOne("more follows after its end");
            }
        } catch (JsonParseException broken) {
            throw notOne(complaint(broken.getOriginalMessage()) + ", in line "
                    + broken.getLocation().getLineNr() + ", column "
                    + broken.getLocation().getColumnNr());
        } catch (JsonProcessingException broken) {
            throw notOne("it is not JSON, or not all of it");
        }
        return of(members, facts);
    }

    private static String complaint(String ofParser) {
        return ofParser.startsWith("Unexpected end-of-input") ? "it ends before it is complete" : ofParser;
    }

    private static RecordedDecision of(Map<String, Json.Value> members, Optional<Recorded> facts)
            throws RefusedException {
        if (!text(members, "schema").equals(Optional.of(Decision.SCHEMA))) {
            throw notOne("its schema is not " + Decision.SCHEMA);
        }
        try {
            return new RecordedDecision(
                    text(members, "service").orElse(""),
                    Verdict.valueOf(text(members, "verdict").orElse("")),
                    value(members, "stage").get("asked").text(),
                    Instant.parse(text(members, "evaluatedAt").orElse("")),
                    value(members, "rehearsal").flag().orElse(true),
                    value(members, "validUntil").get("day").text().map(LocalDate::parse),
                    facts);
        } catch (DateTimeException | IllegalArgumentException broken) {
            throw notOne("its verdict or a time cannot be");
        }
    }

    private static Json.Value value(Map<String, Json.Value> members, String name) {
        return members.getOrDefault(name, Json.Value.nothing());
    }

    private static Optional<String> text(Map<String, Json.Value> members, String name) {
        return value(members, name).text();
    }

    private static RefusedException notOne(String why) {
        return new RefusedException(
                "It is no decision file that can be used: " + why, "Keep decision.json as the gate wrote it");
    }
}
