package io.github.genaigate.gate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.SignOff;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes down what a decision is made from, so that it can be made again under another policy.
 *
 * @param tries how many sets of evidence were judged for the content; empty when nobody could tell
 */
record Recorder(Prepared prepared, String manifest, Optional<Integer> tries) {

    /** A decision is kept for ever, and thousands are read at once. */
    private static final int LARGEST = 2 << 20;

    /**
     * The facts as one line of JSON. Evidence that makes them too large is left out, the largest first: a replay does not know it
     * then. Empty when they are too large even so.
     */
    Optional<String> facts(
            Workspace workspace, Surroundings surroundings, Map<String, Gathered> gathered, Waivers waivers) {
        var evidence = new TreeMap<String, Recorded.Evidence>();
        gathered.forEach((name, one) -> evidence.put(
                name,
                new Recorded.Evidence(
                        PassedCases.unnamed(one.measurement()), one.takenAt(), one.binding(), one.unbound())));
        while (true) {
            var text = text(recorded(workspace, surroundings, evidence, waivers), Recorded.class);
            if (text.length() <= LARGEST) {
                return Optional.of(text);
            }
            if (evidence.isEmpty()) {
                return Optional.empty();
            }
            evidence.entrySet().stream()
                    .max(Comparator.comparing(entry ->
                            text(entry.getValue(), Recorded.Evidence.class).length()))
                    .ifPresent(largest -> evidence.remove(largest.getKey()));
        }
    }

    private Recorded recorded(
            Workspace workspace, Surroundings surroundings, Map<String, Recorded.Evidence> evidence, Waivers waivers) {
        var needs = prepared.plan().needs();
        var signOffs = new TreeMap<String, Map<String, Lookup<SignOff>>>();
        prepared.policy().stages().forEach(stage -> signOffs.put(stage, new TreeMap<>(workspace.signOffs(stage))));
        return new Recorded(
                Recorded.VERSION,
                prepared.request().manifest(),
                manifest,
                evidence,
                tries,
                new Recorded.Repository(
                        surroundings.content(),
                        needs.ownership() ? Optional.of(surroundings.ownership()) : Optional.empty(),
                        needs.activity().map(window -> surroundings.activity()),
                        needs.activity(),
                        needs.baseline() ? Optional.of(surroundings.baseline()) : Optional.empty()),
                signOffs,
                waivers.valid().all(),
                RecordedRules.of(prepared.policy()));
    }

    private static <T extends Record> String text(T value, Class<T> type) {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(text)) {
            json.enable(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature());
            Recorded.RECORDS.write(type, value, json);
        } catch (IOException impossible) {
            throw new UncheckedIOException("text in memory can be written", impossible);
        }
        return text.toString();
    }
}
