package io.github.genaigate.report;

import io.github.genaigate.model.Finding;
import io.github.genaigate.model.Grant;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Waiver;
import io.github.genaigate.model.Word;
import java.io.IOException;
import java.util.TreeMap;

/** The findings in the decision file. */
final class JsonFindings {

    private final JsonFields json;

    JsonFindings(JsonFields json) {
        this.json = json;
    }

    void write(Finding finding, boolean blocks) throws IOException {
        var judgement = finding.judgement();
        var worst = judgement.worst();
        json.text("requirement", finding.requirement());
        json.text("criterion", finding.criterion());
        json.text("level", finding.level().word());
        json.text("outcome", finding.outcome().name());
        json.flag("blocks", blocks);
        json.text("assurance", judgement.assurance().word());
        json.text("reason", judgement.reason().map(Word::word));
        json.text("message", judgement.message());
        json.text("mend", judgement.mend());
        json.text("owner", finding.owner());
        json.objects("places", worst.places(), json::place);
        json.objects("observations", worst.observations(), json::observation);
        json.objects("parts", judgement.parts(), this::part);
        var origins = new TreeMap<>(finding.origin());
        json.object("origin", () -> {
            for (var origin : origins.entrySet()) {
                json.object(origin.getKey(), () -> json.origin(origin.getValue()));
            }
        });
        json.object("waiver", finding.waiver(), this::waiver);
        json.object("grant", finding.grant(), this::grant);
        json.texts("why", finding.rationale().why());
        var references = finding.rationale().references();
        json.object("references", () -> {
            for (var framework : references.entrySet()) {
                json.texts(framework.getKey(), framework.getValue());
            }
        });
        json.text("effectiveFrom", finding.effectiveFrom().map(Object::toString));
    }

    private void part(Part part) throws IOException {
        json.text("name", part.name());
        json.text("outcome", part.outcome().name());
        json.text("assurance", part.assurance().word());
        json.text("reason", part.reason().map(Word::word));
        json.text("message", part.message());
        json.text("mend", part.mend());
        json.objects("places", part.places(), json::place);
        json.objects("observations", part.observations(), json::observation);
        json.texts("issues", Wording.issues(part));
    }

    private void grant(Grant grant) throws IOException {
        json.text("kind", grant.kind().word());
        json.text("reason", grant.reason());
        json.text("until", grant.until().toString());
        json.object("origin", () -> json.origin(grant.origin()));
    }

    private void waiver(Waiver waiver) throws IOException {
        json.text("stage", waiver.stage());
        json.texts("issues", waiver.issues());
        json.text("reason", waiver.reason());
        json.text("ticket", waiver.ticket());
        json.text("approver", waiver.approver());
        json.text("approved", waiver.approved().toString());
        json.text("expires", waiver.expires().toString());
        json.number("renewals", waiver.renewals());
        json.object("place", () -> json.place(waiver.place()));
    }
}
