package io.github.genaigate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.genaigate.input.PublishedSchema;
import io.github.genaigate.model.Impact;
import io.github.genaigate.model.Impact.Change;
import io.github.genaigate.report.ImpactReport;
import io.github.genaigate.report.JsonReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A folder of decisions under a candidate policy. */
@ExtendWith(ReadyService.class)
class ImpactTest {

    private static final String SCHEMA = "policy-impact.schema.json";

    private final ServiceFolder service;

    ImpactTest(ServiceFolder service) {
        this.service = service;
    }

    private Path decisions() {
        return service.path("../decisions").normalize();
    }

    /** Keeps the decision of now, of a service of another name. */
    private void keep(String name) throws IOException {
        var text = new StringBuilder();
        new JsonReport().render(service.decide(), text);
        var file = decisions().resolve(name + "/decision.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text.toString().replace("support-assistant", name));
    }

    private Impact impact(int days) {
        return ServiceFolder.GATE.impact(service.request(), decisions(), days);
    }

    private void demand(String requirements) {
        service.edit(ServiceFolder.POLICY, "requirements:\n", "requirements:\n" + requirements);
    }

    private void keepThree() throws IOException {
        keep("ready");
        service.delete(ServiceFolder.SARIF);
        keep("red");
        service.delete(ServiceFolder.PROMPTFOO);
        keep("redder");
    }

    @Test
    void tellsWhomItHits() throws IOException {
        keepThree();
        demand("  business-value: { levels: { production: block } }\n");

        assertThat(impact(0).services())
                .extracting(
                        Impact.Service::name,
                        Impact.Service::change,
                        one -> one.red().stream().map(Impact.Red::requirement).toList())
                .containsExactly(
                        tuple("ready", Change.TURNS_RED, List.of("business-value")),
                        tuple("red", Change.STAYS_RED, List.of("business-value", "security-review")),
                        tuple("redder", Change.STAYS_RED, List.of("business-value", "evaluation", "security-review")));
        assertThat(ImpactReport.lines(impact(0)))
                .containsExactly(
                        "acme-genai 3.2.0 over 3 services, today and the next 0 days",
                        "  1 turn red",
                        "  0 cannot be told",
                        "  2 stay red",
                        "  0 turn green",
                        "  0 stay green",
                        "",
                        "WHAT TURNS THEM RED",
                        "  1 business-value",
                        "",
                        "TURN RED (1)",
                        "  x ready, from 2026-11-22 (ready/decision.json)",
                        "      business-value: The manifest declares no KPI",
                        "        next: Add a figure that the service is to move under value.kpis, with the evidence that proves it",
                        "",
                        "A preview from recorded facts: a decision file proves nothing, and a run of the gate decides");
    }

    @Test
    void tellsFromWhen() throws IOException {
        keep("ready");
        demand("  value: { criterion: business-value, levels: { production: block }, effectiveFrom: 2026-12-01 }\n");

        var hit = impact(30).services().get(0);

        assertThat(hit.change()).isEqualTo(Change.TURNS_RED);
        assertThat(hit.from()).hasToString("Optional[2026-12-01]");
        assertThat(hit.anyway()).isFalse();
        assertThat(impact(8).counts().get(Change.STAYS_GREEN)).isEqualTo(1);
    }

    /** Every request took 400 ms. */
    @Test
    void judgesByTheValuesOfEachDay() throws IOException {
        keep("ready");
        service.edit(
                ServiceFolder.POLICY,
                "latency-budget: { maxAge: 30 d, binding: committed",
                "latency-budget: { maxAge: 30 d, binding: committed, changes: [{ effectiveFrom: 2026-12-01, ceilings:"
                        + " [{ metric: duration, within: 300 ms, share: 95 % }] }]");

        var hit = impact(30).services().get(0);

        assertThat(hit.change()).isEqualTo(Change.TURNS_RED);
        assertThat(hit.from()).hasToString("Optional[2026-12-01]");
        assertThat(hit.red())
                .extracting(Impact.Red::requirement, Impact.Red::known)
                .containsExactly(tuple("latency-budget", true));
        assertThat(impact(8).counts().get(Change.STAYS_GREEN)).isEqualTo(1);
    }

    @Test
    void tellsWhatWouldTurnRedByItself() throws IOException {
        keep("ready");

        var hit = impact(30).services().get(0);

        assertThat(hit.from()).hasToString("Optional[2026-12-10]");
        assertThat(hit.anyway()).isTrue();
        assertThat(ImpactReport.lines(impact(30)))
                .contains("  x ready, from 2026-12-10, which it would by itself (ready/decision.json)");
    }

    @Test
    void tellsWhoWouldTurnGreen() throws IOException {
        service.delete(ServiceFolder.SARIF);
        keep("red");
        service.edit(ServiceFolder.POLICY, "extends: [\"builtin:baseline\"]", "stages: [poc, pilot, production]")
                .edit(
                        ServiceFolder.POLICY,
                        text -> text.substring(0, text.indexOf("requirements:"))
                                + "requirements:\n  evaluation: { levels: { production: block }, confidence: 95 % }\n");

        assertThat(impact(0).services()).extracting(Impact.Service::change).containsExactly(Change.TURNS_GREEN);
    }

    @Test
    void tellsWhatItCannotTell() throws IOException {
        keep("ready");
        service.edit(
                ServiceFolder.POLICY,
                "signers: [risk@acme.example]",
                "signers: [other@acme.example, risk@acme.example]");

        assertThat(ImpactReport.lines(impact(0)))
                .contains(
                        "  1 cannot be told",
                        "CANNOT BE TOLD (1)",
                        "      governance-sign-off: The recorded facts do not tell whether the approval of the role risk is valid",
                        "        next: Run the gate on the service with this policy");
    }

    @Test
    void takesTheNewestOfAService() throws IOException {
        keep("ready");
        Files.createDirectories(decisions().resolve("older"));
        Files.writeString(
                decisions().resolve("older/decision.json"),
                Files.readString(decisions().resolve("ready/decision.json"))
                        .replace("\"evaluatedAt\": \"2026-11-22", "\"evaluatedAt\": \"2026-11-21"));

        assertThat(impact(0).services()).extracting(Impact.Service::file).containsExactly("ready/decision.json");
        assertThat(impact(0).older()).isEqualTo(1);
    }

    @Test
    void tellsFilesThatCannotBeUsed() throws IOException {
        keep("ready");
        var good = Files.readString(decisions().resolve("ready/decision.json"));
        Files.writeString(decisions().resolve("cut.json"), good.substring(0, 20));
        Files.writeString(decisions().resolve("other.json"), "{}");
        Files.writeString(decisions().resolve("list.json"), "[]");
        Files.writeString(
                decisions().resolve("facts.json"),
                good.replace("\"support-assistant\"", "\"facts\"")
                        .replace("\"ready\"", "\"facts\"")
                        .replace("\"facts\": [1,", "\"facts\": [2,"));

        assertThat(impact(0).unusable())
                .extracting(one -> one.toString().replaceAll("line \\d+, column \\d+", "line N, column N"))
                .containsExactly(
                        "cut.json: It is no decision file that can be used: it ends before it is complete, in line N,"
                                + " column N;"
                                + " Keep decision.json as the gate wrote it",
                        "facts.json: It is no decision file that can be used: Not a Recorded: facts of version 2, and 1 is"
                                + " known, in line N, column N; Keep decision.json as the gate wrote it",
                        "list.json: It is no decision file that can be used: it is no object;"
                                + " Keep decision.json as the gate wrote it",
                        "other.json: It is no decision file that can be used: its schema is not genai-gate/decision/v1;"
                                + " Keep decision.json as the gate wrote it");
        assertThat(impact(0).services()).hasSize(1);
    }

    @Test
    void isRefusedWithoutDecisions() throws IOException {
        assertThat(ImpactReport.lines(impact(0)))
                .containsExactly(
                        "1 problem in the input, so nothing was replayed",
                        "  x genai-gate.decisions: The folder of decisions cannot be read",
                        "      next: Name a folder that holds decision files");
        Files.createDirectories(decisions());
        assertThat(impact(0).problems())
                .extracting(Object::toString)
                .containsExactly(
                        "genai-gate.decisions: The folder of decisions holds no decision that can be used, of 0"
                                + " files; Keep decision.json of each service there");
    }

    @Test
    void givesTheSameTwice() throws IOException {
        keepThree();
        var first = new StringBuilder();
        var second = new StringBuilder();
        ImpactReport.json(impact(30), first);
        ImpactReport.json(impact(30), second);

        assertThat(second.toString()).isEqualTo(first.toString());
    }

    @Test
    void passesOverWhatDecidesNothing() throws IOException {
        keep("ready");
        var good = Files.readString(decisions().resolve("ready/decision.json"));
        Files.writeString(
                decisions().resolve("later.json"),
                good.replace("\"rehearsal\": false", "\"rehearsal\": true")
                        .replace("\"evaluatedAt\": \"2026-11-22", "\"evaluatedAt\": \"2027-11-22"));
        Files.writeString(decisions().resolve("twice.json"), good + good);
        try (var large = FileChannel.open(
                decisions().resolve("large.json"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            large.write(ByteBuffer.wrap(new byte[] {'}'}), 16L << 20);
        }

        assertThat(impact(0).services()).extracting(Impact.Service::file).containsExactly("ready/decision.json");
        assertThat(impact(0).unusable())
                .extracting(Object::toString)
                .containsExactly(
                        "large.json: It is larger than 16 MiB, as no decision is; Keep decision.json as the gate wrote it",
                        "later.json: It is a rehearsal by another clock, which decides nothing;"
                                + " Keep the decisions of genai-gate:check",
                        "twice.json: It is no decision file that can be used: more follows after its end;"
                                + " Keep decision.json as the gate wrote it");
    }

    @Test
    void isAsTheSchemaSays() throws IOException {
        keepThree();
        Files.writeString(decisions().resolve("other.json"), "{}");
        demand("  business-value: { levels: { production: block } }\n");
        var json = new StringBuilder();
        ImpactReport.json(impact(30), json);

        assertThat(PublishedSchema.complaints(SCHEMA, json.toString())).isEmpty();
        assertThat(PublishedSchema.complaints(
                        SCHEMA, json.toString().replace("\"days\": 30", "\"days\": 30, \"surplus\": 1")))
                .isNotEmpty();
        assertThat(PublishedSchema.complaints(SCHEMA, json.toString().replace("turns-red", "turned-red")))
                .isNotEmpty();
    }
}
