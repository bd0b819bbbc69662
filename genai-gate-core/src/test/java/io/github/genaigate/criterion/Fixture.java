package io.github.genaigate.criterion;

import io.github.genaigate.input.Converter;
import io.github.genaigate.input.Yaml;
import io.github.genaigate.model.Absence;
import io.github.genaigate.model.Activity;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Claims;
import io.github.genaigate.model.CommonSettings;
import io.github.genaigate.model.Content;
import io.github.genaigate.model.Demand;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Facts;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Lookup;
import io.github.genaigate.model.Measurement;
import io.github.genaigate.model.Origin;
import io.github.genaigate.model.Owner;
import io.github.genaigate.model.Ownership;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Section;
import io.github.genaigate.model.Service;
import io.github.genaigate.model.Settings;
import io.github.genaigate.model.SignOff;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Demands and facts for the tests of criteria, written as users write them. */
final class Fixture {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final Place MANIFEST = Place.of("genai-gate.yaml");
    static final Absence NOT_THERE = Absence.of(Reason.MISSING, "Nothing is there", "Put something there");
    static final Absence DOUBT = Absence.of(Reason.STALE, "It is old", "Make it anew");

    private Fixture() {}

    /** The demand that a section of the manifest and the settings of a policy make, each as YAML; empty for none. */
    static Demand demand(Criterion criterion, String section, String settings, Owner... owners) {
        var about = criterion.about();
        var fields = about.section().map(Section::fields);
        var claims = new Claims(
                new Service("support-assistant", Optional.empty(), "production", List.of("src/**")),
                List.of(owners),
                Set.of(),
                section.isEmpty()
                        ? Optional.empty()
                        : Optional.of(entry(
                                "genai-gate.yaml", section, fields.orElseThrow().fields())),
                MANIFEST);
        List<Field<?>> written = new java.util.ArrayList<>();
        CommonSettings.and(about.settings()).forEach(setting -> written.add(setting.field()));
        var values = settings.isEmpty()
                ? new Entry(Place.of("policy.yaml"), Map.of(), Map.of())
                : entry("policy.yaml", settings, written);
        var origins = new LinkedHashMap<String, Origin>();
        written.stream()
                .filter(field -> values.values().containsKey(field.name()))
                .forEach(field -> origins.put(field.name(), new Origin("acme-genai 3.2.0", values.placeOf(field))));
        return new Demand(about.id(), new Settings(values.values(), origins), claims);
    }

    /** The same demand beside the section {@code lineage}. */
    static Demand withLineage(Demand demand, String lineage) {
        var fields = new DataLineage().about().section().map(Section::fields).orElseThrow();
        var claims = demand.claims();
        var section = entry("genai-gate.yaml", lineage, fields.fields());
        return new Demand(
                demand.requirement(),
                demand.settings(),
                new Claims(
                        claims.service(),
                        claims.owners(),
                        claims.evidence(),
                        claims.section(),
                        Map.of(DataLineage.SECTION, section),
                        MANIFEST));
    }

    /** The sample of a criterion, {@code criterion/<id>.yaml}. */
    static Demand sample(Criterion criterion) {
        var resource = "/criterion/" + criterion.about().id() + ".yaml";
        try (var in = Fixture.class.getResourceAsStream(resource)) {
            var text = new String(
                    Objects.requireNonNull(in, "a sample " + resource).readAllBytes(), StandardCharsets.UTF_8);
            int settings = text.indexOf("settings:");
            var section = text.substring(0, settings).replace("section:", "").stripTrailing();
            return demand(
                    criterion,
                    section.stripIndent(),
                    text.substring(settings + "settings:".length()).stripIndent(),
                    RandomFacts.OWNER);
        } catch (IOException cannotBe) {
            throw new UncheckedIOException(cannotBe);
        }
    }

    static Entry entry(String file, String yaml, List<Field<?>> fields) {
        var node = Yaml.read(file, yaml.getBytes(StandardCharsets.UTF_8));
        var converter = new Converter();
        var entry = converter.entry(file, node.value().orElseThrow(() -> new AssertionError(node.problems())), fields);
        if (!converter.problems().isEmpty()) {
            throw new AssertionError(converter.problems());
        }
        return entry.orElseThrow();
    }

    static Facts nothing() {
        return new Facts(
                NOW, Map.of(), Lookup.absent(NOT_THERE), Map.of(), Lookup.absent(NOT_THERE), Lookup.absent(NOT_THERE));
    }

    static Facts evidence(String name, Measurement measurement) {
        return evidence(Map.of(name, Lookup.found(measurement, Assurance.MEASURED)));
    }

    static Facts evidence(Map<String, Lookup<Measurement>> evidence) {
        var none = nothing();
        return new Facts(NOW, evidence, none.content(), none.signOffs(), none.ownership(), none.activity());
    }

    static Facts signOffs(Map<String, Lookup<SignOff>> signOffs) {
        var none = nothing();
        return new Facts(NOW, Map.of(), none.content(), signOffs, none.ownership(), none.activity());
    }

    static Facts repository(Lookup<Content> content, Lookup<Ownership> ownership, Lookup<Activity> activity) {
        return new Facts(NOW, Map.of(), content, Map.of(), ownership, activity);
    }

    /** What a person reads of a part: outcome, reason, message, mend. */
    static String text(Part part) {
        return part.outcome()
                + part.reason().map(reason -> " " + reason.word()).orElse("")
                + " | " + part.message()
                + part.mend().map(mend -> " | " + mend).orElse("");
    }

    static List<String> texts(Criterion criterion, Demand demand, Facts facts) {
        return criterion.judge(demand, facts).parts().stream()
                .map(Fixture::text)
                .toList();
    }

    static List<String> problems(Criterion criterion, Demand demand) {
        return criterion.check(demand).stream().map(Object::toString).toList();
    }
}
