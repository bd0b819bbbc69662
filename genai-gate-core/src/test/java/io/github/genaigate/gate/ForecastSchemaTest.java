package io.github.genaigate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.genaigate.input.PublishedSchema;
import io.github.genaigate.input.SchemaCheck;
import io.github.genaigate.report.ForecastReport;
import java.io.IOException;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Holds the schema of {@code forecast.json} to what is written, and its findings to those of a decision. */
@ExtendWith(ReadyService.class)
class ForecastSchemaTest {

    private static final String NAME = "forecast.schema.json";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String DOCUMENT = """
            {
              "$schema": "https://json-schema.org/draft/2020-12/schema",
              "title": "genai-gate forecast",
              "description": "What turns red on the days to come when nobody does anything.",
              "type": "object",
              "required": ["schema", "service", "stage", "at", "days", "red", "turns", "problems"],
              "properties": {
                "schema": {"description": "The name and version of this format.", "const": "genai-gate/forecast/v1"},
                "service": {
                  "description": "The service; null when the manifest cannot be used.",
                  "type": ["string", "null"]
                },
                "stage": {
                  "description": "The stage that it asks to enter; null when the manifest cannot be used.",
                  "type": ["string", "null"]
                },
                "at": {"description": "The clock of today.", "$ref": "#/$defs/instant"},
                "days": {
                  "description": "How many days are looked at.",
                  "type": "integer",
                  "minimum": 1,
                  "maximum": 366
                },
                "red": {
                  "description": "The requirements that block today.",
                  "type": "array",
                  "items": {"type": "string"}
                },
                "turns": {
                  "description": "What begins to warn or to block later, in the order of the days.",
                  "type": "array",
                  "items": {"$ref": "#/$defs/turn"}
                },
                "problems": {
                  "description": "Why manifest, policy or request cannot be used; there is nothing else then.",
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["place", "what", "mend"],
                    "properties": {
                      "place": {"description": "Where.", "$ref": "#/$defs/place"},
                      "what": {"description": "What is wrong.", "type": "string"},
                      "mend": {"description": "The next step.", "type": "string"}
                    },
                    "additionalProperties": false
                  }
                }
              },
              "additionalProperties": false
            }
            """;

    private static final String DAY = """
            {
              "day": {"description": "The first day on which it does, in UTC.", "$ref": "#/$defs/day"},
              "inDays": {"description": "How many days from today that is.", "type": "integer", "minimum": 1}
            }
            """;

    private final ServiceFolder service;

    ForecastSchemaTest(ServiceFolder service) {
        this.service = service;
    }

    /** Says of findings what the schema of the decision says, so that the two never part. */
    private static String generated() throws IOException {
        var words = (ObjectNode) MAPPER.readTree(ForecastSchemaTest.class.getResourceAsStream(
                        "/io/github/genaigate/schema/decision.schema.json"))
                .get("$defs");
        var finding = (ObjectNode) words.remove("finding");
        var day = (ObjectNode) MAPPER.readTree(DAY);
        var turn = MAPPER.createObjectNode();
        turn.put("description", "A requirement that begins to fail, with what is found at the end of that day.");
        turn.put("type", "object");
        var required = turn.putArray("required");
        day.fieldNames().forEachRemaining(required::add);
        finding.get("required").forEach(required::add);
        turn.set("properties", day.setAll((ObjectNode) finding.get("properties")));
        turn.put("additionalProperties", false);
        var schema = (ObjectNode) MAPPER.readTree(DOCUMENT);
        var used = schema.putObject("$defs").set("turn", turn);
        for (int before = 0; before < used.size(); ) {
            before = used.size();
            var names = new ArrayList<String>();
            words.fieldNames().forEachRemaining(names::add);
            for (var name : names) {
                if (schema.toString().contains("\"#/$defs/" + name + "\"")) {
                    ((ObjectNode) used).set(name, words.remove(name));
                }
            }
        }
        var indenter = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter()
                .withSeparators(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(indenter);
        return MAPPER.writer(printer).writeValueAsString(schema) + "\n";
    }

    @Test
    void isShippedAsGenerated() throws IOException {
        var generated = generated();

        assertThat(SchemaCheck.shipped(NAME, generated))
                .as("renew it with -Dgenai-gate.golden=write and review the change")
                .isEqualTo(generated);
    }

    private String forecast() throws IOException {
        var json = new StringBuilder();
        ForecastReport.json(ServiceFolder.GATE.forecast(service.request(), 90), json);
        return json.toString();
    }

    @Test
    void acceptsWhatIsWrittenAndNothingElse() throws IOException {
        service.delete(ServiceFolder.SARIF);

        assertThat(forecast()).contains("\"security-review\"", "\"inDays\": 18");
        assertThat(PublishedSchema.complaints(NAME, forecast())).isEmpty();
        assertThat(PublishedSchema.complaints(NAME, forecast().replace("\"days\": 90", "\"days\": 90, \"surplus\": 1")))
                .isNotEmpty();
        assertThat(PublishedSchema.complaints(NAME, forecast().replace("\"inDays\": 18,", "")))
                .isNotEmpty();
        assertThat(PublishedSchema.complaints(NAME, forecast().replace("\"UNPROVEN\"", "\"OPEN\"")))
                .isNotEmpty();
    }

    @Test
    void acceptsProblems() throws IOException {
        service.edit(ServiceFolder.MANIFEST, "kind: Readiness", "kind: Readyness");

        assertThat(forecast()).contains("Did you mean Readiness?", "\"service\": null");
        assertThat(PublishedSchema.complaints(NAME, forecast())).isEmpty();
    }
}
