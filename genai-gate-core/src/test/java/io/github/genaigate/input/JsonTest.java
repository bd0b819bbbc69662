package io.github.genaigate.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.genaigate.model.Place;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void givesWhatOneExpectsAndNothingElse() throws IOException {
        var value = value("\ufeff{\"a\": {\"b\": [1, \"x\", true, null]}, \"n\": 1.50, \"a2\": \"\"}");

        assertThat(value.keys()).containsExactly("a", "n", "a2");
        assertThat(value.at("a", "b").items()).hasSize(4);
        assertThat(value.at("a", "b").items().get(0).integer()).contains(1L);
        assertThat(value.at("a", "b").items().get(1).text()).contains("x");
        assertThat(value.at("a", "b").items().get(2).flag()).contains(true);
        assertThat(value.at("a", "b").items().get(3).isNothing()).isTrue();
        assertThat(value.get("n").number().orElseThrow()).isEqualByComparingTo("1.5");
        assertThat(value.get("n").integer()).isEmpty();
        assertThat(value.get("n").text()).isEmpty();
        assertThat(value.get("a2").text()).contains("");
        assertThat(value.at("n", "x", "y").isNothing()).isTrue();
        assertThat(value.get("n").keys()).isEmpty();
        assertThat(value.get("n").items()).isEmpty();
        assertThat(value.has("a")).isTrue();
        assertThat(value.has("b")).isFalse();
        assertThat(value.isObject()).isTrue();
        assertThat(value.at("a", "b").isArray()).isTrue();
        assertThat(value.members().map(Map.Entry::getKey)).containsExactly("a", "n", "a2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "null", "1e999999999", "1e-999999999"})
    void takesWhatIsNoMeasurementForMissing(String text) throws IOException {
        var value = value("{\"a\": " + text + "}").get("a");

        assertThat(value.isNothing()).isTrue();
        assertThat(value.number()).isEmpty();
        assertThat(value.integer()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "1e300", "1.5", "1e-300"})
    void knowsIntegersThatFit(String text) throws IOException {
        assertThat(value(text).integer()).isEmpty();
        assertThat(value(text).number()).isPresent();
    }

    @Test
    void takesIntegersInAnySpelling() throws IOException {
        assertThat(value("1e3").integer()).contains(1000L);
        assertThat(value("1.000").integer()).contains(1L);
        assertThat(value("0.0").integer()).contains(0L);
        assertThat(value("9223372036854775807").integer()).contains(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\": 1, \"a\": 2}",
                "{\"a\": ",
                "[1, 2",
                "\"abc",
                "{a: 1}",
                "{'a': 1}",
                "[1,]",
                "01",
                "tru",
                "+1",
                "// no\n1"
            })
    void refusesWhatIsNotJson(String text) {
        assertThatThrownBy(() -> value(text)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void hasLimits() {
        assertThatThrownBy(() -> value("[".repeat(201))).isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> value("1".repeat(1_001))).isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> value("\"" + "x".repeat(20_000_001) + "\""))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void knowsWhereItStands() throws IOException {
        try (var parser = Json.parser(stream("{\n  \"a\": 1}"))) {
            parser.nextToken();
            assertThat(Json.place("a.json", parser)).isEqualTo(new Place("a.json", 1, 1));
            parser.nextToken();
            assertThat(Json.place("a.json", parser)).isEqualTo(new Place("a.json", 2, 3));
        }
    }

    private static Json.Value value(String text) throws IOException {
        try (var parser = Json.parser(stream(text))) {
            parser.nextToken();
            return Json.value(parser);
        }
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
