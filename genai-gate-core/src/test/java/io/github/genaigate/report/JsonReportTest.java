package io.github.genaigate.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.genaigate.model.Assurance;
import io.github.genaigate.model.Binding;
import io.github.genaigate.model.Decision;
import io.github.genaigate.model.Level;
import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Reason;
import io.github.genaigate.model.Verdict;
import io.github.genaigate.model.Word;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReportTest {

    private static final String SCHEMA = "/io/github/genaigate/schema/decision.schema.json";
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final JsonNode schema = MAPPER.readTree(JsonReportTest.class.getResourceAsStream(SCHEMA));
    private final Schema validator = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(schema);

    JsonReportTest() throws IOException {}

    @ParameterizedTest
    @EnumSource
    void every_decision_is_as_the_schema_says(Decisions fixture) {
        assertThat(complaints(json(fixture))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/stage",
                "/subject",
                "/policy",
                "/policy/layers/0",
                "/counts",
                "/findings/0",
                "/findings/0/parts/0",
                "/findings/0/parts/0/observations/0",
                "/findings/0/places/0",
                "/findings/0/origin/levels",
                "/findings/2/waiver",
                "/evidence/0",
                "/waivers/0",
                "/upcoming/0",
                ""
            })
    void every_object_has_exactly_the_members_of_the_schema(String pointer) throws IOException {
        var members = json(Decisions.NOT_READY).at(pointer).fieldNames();
        while (members.hasNext()) {
            var member = members.next();
            var less = json(Decisions.NOT_READY);
            ((ObjectNode) less.at(pointer)).remove(member);
            assertThat(complaints(less)).as("without %s/%s", pointer, member).isNotEmpty();
        }
        var more = json(Decisions.NOT_READY);
        ((ObjectNode) more.at(pointer)).put("surplus", 1);
        assertThat(complaints(more)).as("more in %s", pointer).isNotEmpty();
    }

    static Stream<Arguments> words() {
        return Stream.of(
                Arguments.of("/properties/verdict", names(Verdict.values())),
                Arguments.of("/$defs/outcome", names(Outcome.values())),
                Arguments.of("/$defs/level", words(Level.values())),
                Arguments.of("/$defs/assurance", words(Assurance.values())),
                Arguments.of("/$defs/binding", words(Binding.values())),
                Arguments.of("/$defs/reason", words(Reason.values())));
    }

    @ParameterizedTest
    @MethodSource("words")
    void the_schema_knows_every_word(String pointer, List<String> words) {
        assertThat(StreamSupport.stream(schema.at(pointer).get("enum").spliterator(), false)
                        .map(JsonNode::asText))
                .containsExactlyElementsOf(words);
    }

    @Test
    void the_schema_describes_every_member() {
        for (var parent : schema.findParents("properties")) {
            for (var member : parent.get("properties").properties()) {
                assertThat(member.getValue().has("description"))
                        .as(member.getKey())
                        .isTrue();
            }
        }
        assertThat(schema.at("/properties/schema/const").asText()).isEqualTo(Decision.SCHEMA);
    }

    @Test
    void numbers_are_exact() {
        assertThat(new JsonReport().render(Decisions.READY.decision()))
                .contains("\"value\": 0.98333333333333333333333333,")
                .contains("\"value\": 1200,");
    }

    @Test
    void a_number_that_would_fill_pages_keeps_its_exponent() {
        assertThat(new JsonReport().render(Decisions.HOSTILE.decision())).contains("\"value\": 1E+400000000,");
    }

    @Test
    void text_is_the_same_after_reading() {
        assertThat(json(Decisions.HOSTILE).at("/notes/0").asText())
                .isEqualTo(Decisions.ATTACK.replace('\ud800', '\ufffd'));
    }

    @Test
    void only_what_is_in_force_blocks() {
        var json = json(Decisions.NOT_READY);

        assertThat(json.at("/upcoming/0/blocks").asBoolean()).isFalse();
        assertThat(json.at("/findings").findValues("blocks"))
                .extracting(JsonNode::asBoolean)
                .containsExactly(true, true, false, true, false, false, false, false, false, false, false);
    }

    private static JsonNode json(Decisions fixture) {
        try {
            return MAPPER.readTree(new JsonReport().render(fixture.decision()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> complaints(JsonNode document) {
        return validator.validate(document.toString(), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static List<String> words(Word[] values) {
        return Arrays.stream(values).map(Word::word).toList();
    }
}
