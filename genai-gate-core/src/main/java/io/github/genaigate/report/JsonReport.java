package io.github.genaigate.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import io.github.genaigate.model.Decision;
import java.io.IOException;
import java.io.StringWriter;

/** The decision file: everything that is known, for machines. Its schema is published as {@code decision.schema.json}. */
public final class JsonReport implements Report {

    private static final Separators SEPARATORS = Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");

    @Override
    public String format() {
        return "json";
    }

    @Override
    public String fileName() {
        return "decision.json";
    }

    @Override
    public void render(Decision decision, Appendable out) throws IOException {
        document(out, (json, generator) -> write(decision, json));
    }

    /** Writes what stands in a document. */
    interface Content {
        void write(JsonFields json, JsonGenerator generator) throws IOException;
    }

    /** A document as all are laid out. */
    static void document(Appendable out, Content content) throws IOException {
        var text = new StringWriter();
        var lines = new DefaultIndenter("  ", "\n");
        try (var generator = new JsonFactory().createGenerator(text)) {
            generator.setCharacterEscapes(new VisibleEscapes());
            generator.setPrettyPrinter(new DefaultPrettyPrinter(SEPARATORS)
                    .withObjectIndenter(lines)
                    .withArrayIndenter(lines));
            generator.writeStartObject();
            content.write(new JsonFields(generator), generator);
            generator.writeEndObject();
        }
        out.append(text.toString()).append('\n');
    }

    private static void write(Decision decision, JsonFields json) throws IOException {
        json.text("schema", Decision.SCHEMA);
        json.text("verdict", decision.verdict().name());
        json.object("stage", () -> {
            json.text("asked", decision.stage().asked());
            json.text("reached", decision.stage().reached());
        });
        json.text("service", decision.service());
        json.text("summary", decision.summary());
        json.object("subject", () -> {
            json.text("commit", decision.subject().commit());
            json.text("content", decision.subject().content());
            json.flag("dirty", decision.subject().dirty());
        });
        json.text("evaluatedAt", decision.evaluatedAt().toString());
        json.flag("rehearsal", decision.rehearsal());
        json.object("policy", () -> policy(decision.policy(), json));
        json.object("counts", () -> counts(decision.counts(), json));
        var findings = new JsonFindings(json);
        json.objects("findings", decision.findings(), finding -> findings.write(finding, finding.blocks()));
        json.objects("evidence", decision.evidence(), file -> evidence(file, json));
        json.problems(decision.problems());
        json.texts("notes", decision.notes());
        json.objects("waivers", decision.waivers(), waiver -> {
            json.text("requirement", waiver.requirement());
            json.text("stage", waiver.stage());
            json.texts("issues", waiver.issues());
            json.text("expires", waiver.expires().toString());
            json.text("status", waiver.status());
            json.text("message", waiver.message());
            json.object("place", () -> json.place(waiver.place()));
        });
        json.objects("exemptions", decision.exemptions(), exemption -> {
            json.text("requirement", exemption.requirement());
            json.text("status", exemption.status());
            json.text("message", exemption.message());
            json.object("origin", () -> json.origin(exemption.origin()));
        });
        json.objects("upcoming", decision.upcoming(), finding -> findings.write(finding, false));
        json.texts("off", decision.off());
        json.object("simultaneous", decision.simultaneous(), together -> {
            json.number("claims", together.claims());
            json.share("confidence", together.confidence());
            json.text("correction", together.correction().word());
            json.number("tries", together.tries());
            json.flag("triesCorrected", together.triesCorrected());
        });
        json.object("validUntil", decision.validUntil(), validity -> {
            json.text("day", validity.day().toString());
            json.text("why", validity.why());
        });
        json.raw("facts", decision.facts());
    }

    private static void policy(Decision.PolicyIdentity policy, JsonFields json) throws IOException {
        json.text("name", policy.name());
        json.text("version", policy.version());
        json.text("digest", policy.digest());
        json.objects("layers", policy.layers(), layer -> {
            json.text("name", layer.name());
            json.text("version", layer.version());
            json.text("source", layer.source());
            json.text("origin", layer.origin());
            json.text("sha256", layer.sha256());
            json.objects("files", layer.files(), file -> {
                json.text("name", file.name());
                json.text("sha256", file.sha256());
            });
        });
    }

    private static void counts(Decision.Counts counts, JsonFields json) throws IOException {
        json.number("requirements", counts.requirements());
        json.number("met", counts.met());
        json.number("notMet", counts.notMet());
        json.number("unproven", counts.unproven());
        json.number("notApplicable", counts.notApplicable());
    }

    private static void evidence(Decision.EvidenceFile file, JsonFields json) throws IOException {
        json.text("name", file.name());
        json.text("path", file.path());
        json.text("format", file.format());
        json.text("sha256", file.sha256());
        json.text("takenAt", file.takenAt().map(Object::toString));
        json.text("assurance", file.assurance().word());
        json.text("binding", file.binding().word());
        json.text("status", file.status());
    }
}
