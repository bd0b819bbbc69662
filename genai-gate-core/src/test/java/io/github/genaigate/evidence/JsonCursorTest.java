package io.github.genaigate.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.genaigate.input.Json.Value;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonCursorTest {

    private static final String DEEP = "[".repeat(300);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``           | f.json: The file is empty; Let the tool write it again",
                "`{\"a\": [1,` | f.json:1:10: The JSON ends before it is complete;"
                        + " Let the tool finish, and give the file as it wrote it",
                "`{\"a\": tr`  | f.json:1:7: The file is not valid JSON: Unrecognized token 'tr': was expecting (JSON String,"
                        + " Number (or 'NaN'/'+INF'/'-INF'), Array, Object or token 'null', 't…; Give the file as the tool wrote it",
                "`{\"a\":1,\"a\":2}` | f.json:1:11: The file is not valid JSON: Duplicate field 'a';"
                        + " Give the file as the tool wrote it",
                "`{} {}`      | f.json:1:4: More follows after the end of the document; Give the file as the tool wrote it",
                "DEEP       | f.json: The JSON goes beyond a limit: Document nesting depth (201) exceeds the maximum"
                        + " allowed (200, from `StreamReadConstraints.getMaxNestingDepth()`); Let the tool write less into one file",
            })
    void saysWhereAndWhyTextIsNotJson(String text, String expected) {
        assertThatThrownBy(() -> JsonCursor.read(
                        Readings.source("f.json", text.equals("DEEP") ? DEEP : text), JsonCursor::value))
                .isInstanceOfSatisfying(UnreadableException.class, e -> {
                    assertThat(e.absence().reason()).isEqualTo(Reason.UNREADABLE);
                    assertThat(e.place() + ": " + e.absence().message() + "; "
                                    + e.absence().mend())
                            .isEqualTo(expected);
                });
    }

    @Test
    void refusesBytesThatAreNotText() {
        byte[] bytes = {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'};
        assertThatThrownBy(() -> JsonCursor.read(Source.of("f.json", bytes), JsonCursor::value))
                .isInstanceOf(UnreadableException.class)
                .hasMessage("The file is not text in UTF-8");
    }

    @Test
    void refusesNumbersBeyondAnyUse() {
        assertThatThrownBy(() ->
                        JsonCursor.read(Readings.source("f.json", "{\"a\": 1e99999999999999}"), JsonCursor::value))
                .isInstanceOf(UnreadableException.class)
                .hasMessage("The file is not valid JSON: Number with an exponent beyond any use");
    }

    @Test
    void expectsTheStructureAskedFor() {
        assertThatThrownBy(() -> JsonCursor.read(Readings.source("f.json", "\n [1]"), json -> {
                    json.members(key -> {});
                    return "";
                }))
                .isInstanceOfSatisfying(
                        UnreadableException.class, e -> assertThat(e.place()).isEqualTo(new Place("f.json", 2, 2)))
                .hasMessage("An object is expected here");
        assertThatThrownBy(() -> JsonCursor.read(Readings.source("f.json", "{}"), json -> {
                    json.items(() -> {});
                    return "";
                }))
                .isInstanceOf(UnreadableException.class)
                .hasMessage("A list is expected here");
    }

    @Test
    void skipsWhatIsLeftUnread() throws Exception {
        List<String> seen = new ArrayList<>();
        JsonCursor.read(
                Readings.source("f.json", "{\"a\": {\"b\": [1]}, \"c\": [[2], {\"d\": 3}], \"e\": 4}"), json -> {
                    json.members(key -> {
                        seen.add(key);
                        if (key.equals("c")) {
                            json.items(() -> seen.add(json.isObject() ? "object" : "array"));
                        }
                    });
                    return "";
                });
        assertThat(seen).containsExactly("a", "c", "array", "object", "e");
    }

    @Test
    void leavesOutWhatIsNotNeeded() throws Exception {
        var source = Readings.source("f.json", "{\"a\": {\"big\": [1, {\"x\": 2}], \"b\": 1}, \"big\": 3, \"c\": 4}");
        Value without = JsonCursor.read(source, json -> json.valueWithout(Set.of("big")));
        Value with = JsonCursor.read(source, json -> json.valueWith(Set.of("a")));
        assertThat(without).hasToString("{a={b=1}, c=4}");
        assertThat(with).hasToString("{a={big=[1, {x=2}], b=1}}");
    }

    @Test
    void skipsAByteOrderMark() throws Exception {
        Value value = JsonCursor.read(Readings.source("f.json", "\uFEFF{\"a\": 1}"), JsonCursor::value);
        assertThat(value.get("a").integer()).contains(1L);
    }

    @Test
    void closesWhatItOpens() {
        var closed = new AtomicBoolean();
        var source = new Source() {
            @Override
            public String name() {
                return "f.json";
            }

            @Override
            public long size() {
                return 1;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream("[".getBytes(StandardCharsets.UTF_8)) {
                    @Override
                    public void close() throws IOException {
                        closed.set(true);
                        super.close();
                    }
                };
            }
        };
        assertThatThrownBy(() -> JsonCursor.read(source, JsonCursor::value)).isInstanceOf(UnreadableException.class);
        assertThat(closed).isTrue();
    }
}
