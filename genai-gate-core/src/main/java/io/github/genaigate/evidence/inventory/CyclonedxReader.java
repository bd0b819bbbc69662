package io.github.genaigate.evidence.inventory;

import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.evidence.JsonCursor;
import io.github.genaigate.evidence.JsonHead;
import io.github.genaigate.evidence.Reading;
import io.github.genaigate.evidence.Source;
import io.github.genaigate.evidence.Timestamps;
import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.input.Json.Value;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Components;
import io.github.genaigate.model.Components.Component;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Question;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Shape;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the models and datasets of a CycloneDX bill of materials. What is listed as another type, such as a library with
 * properties of its own, is no model.
 */
public final class CyclonedxReader implements EvidenceReader {

    /** The versions that know models. */
    private static final Set<String> VERSIONS = Set.of("1.5", "1.6", "1.7");

    private static final Set<String> NOT_NEEDED = Set.of("modelCard", "properties", "externalReferences", "evidence");
    private static final int MOST = 100_000;
    private static final String LIST_THEM = "Let the generator list models as components of the type"
            + " machine-learning-model, in CycloneDX 1.5 or later";

    @Override
    public String format() {
        return "cyclonedx";
    }

    @Override
    public String purpose() {
        return "Models and datasets of a CycloneDX bill of materials (ML-BOM) in JSON, versions 1.5 to 1.7.";
    }

    @Override
    public Shape<?> shape() {
        return Shape.COMPONENTS;
    }

    @Override
    public boolean recognises(byte[] head) {
        return JsonHead.of(head).text("bomFormat").equals("CycloneDX");
    }

    @Override
    public Reading read(Source source, Set<Question> questions) throws UnreadableException, IOException {
        return JsonCursor.read(source, json -> new Bill(Place.of(source.name())).read(json));
    }

    private static final class Bill {

        private final Place file;
        private final List<Component> components = new ArrayList<>();
        private Optional<Absence> doubt = Optional.empty();
        private Optional<Instant> at = Optional.empty();
        private String format = "";
        private String version = "";

        Bill(Place file) {
            this.file = file;
        }

        Reading read(JsonCursor json) throws UnreadableException, IOException {
            json.members(key -> {
                switch (key) {
                    case "bomFormat" -> format = json.value().text().orElse("");
                    case "specVersion" -> version = json.value().text().orElse("");
                    case "metadata" -> metadata(json);
                    case "components" ->
                        json.items(() -> {
                            var place = json.place();
                            add(json.valueWithout(NOT_NEEDED), place);
                        });
                    default -> {}
                }
            });
            if (!format.equals("CycloneDX") || !VERSIONS.contains(version)) {
                throw new UnreadableException(
                        file, "The file is not a bill of materials in CycloneDX 1.5, 1.6 or 1.7", LIST_THEM);
            }
            var reading = Reading.complete(new Components(components), Assurance.SUMMARY, at);
            if (components.isEmpty()) {
                doubt("The file lists no model and no dataset", LIST_THEM, file);
            }
            return doubt.map(reading::doubtedFor).orElse(reading);
        }

        private void metadata(JsonCursor json) throws UnreadableException, IOException {
            var place = json.place();
            var metadata = json.valueWithout(NOT_NEEDED);
            at = metadata.get("timestamp").text().flatMap(Timestamps::zoned);
            if (metadata.has("component")) {
                add(metadata.get("component"), place);
            }
        }

        private void add(Value value, Place place) throws UnreadableException {
            if (components.size() == MOST) {
                throw new UnreadableException(
                        place,
                        "The file lists more than " + MOST + " models and datasets",
                        "List those of one service");
            }
            var component = BomComponent.of(value, place);
            component.ifPresent(components::add);
            if (value.get("type").text().isEmpty()) {
                doubt("The file lists something without a type", LIST_THEM, place);
            }
            if (component.isEmpty() && BomComponent.type(value).isPresent()) {
                doubt("The file lists a model or dataset without a name", "Let the generator name it", place);
            }
            if (component.isPresent() && !BomComponent.hasClearDigest(value)) {
                doubt(
                        "The file lists a model or dataset without one clear SHA-256",
                        "Let the generator write one hash SHA-256 of 64 hexadecimal digits, or none",
                        place);
            }
            for (Value inner : value.get("components").items()) {
                add(inner, place);
            }
        }

        private void doubt(String what, String mend, Place place) {
            doubt = doubt.or(() -> Optional.of(Absence.of(Reason.INCOMPLETE, what, mend, place)));
        }
    }
}
