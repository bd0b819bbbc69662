package io.github.genaigate.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.genaigate.model.Field;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Level;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonSchemaTest {

    private static final Field<String> PATH = Field.required("path", Kind.PATH, "A path.");
    private static final Field<Integer> COUNT = Field.optional("limit", Kind.COUNT, "A limit.");

    /** A scalar is text until its kind converts it, while an editor has given it a type before. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TEXT     | [ \"string\", \"number\", \"boolean\" ]",
                "LINE     | [ \"string\", \"number\", \"boolean\" ]",
                "NAME     | [ \"string\", \"number\", \"boolean\" ]",
                "PATH     | [ \"string\", \"number\", \"boolean\" ]",
                "EVIDENCE | [ \"string\", \"number\", \"boolean\" ]",
                "COUNT    | [ \"string\", \"integer\" ]",
                "SHARE    | \"string\"",
                "DURATION | \"string\"",
                "DATE     | \"string\""
            })
    void takesScalarsForWhatEditorsTakeThem(String kind, String types) throws ReflectiveOperationException {
        var schema = JsonSchema.of((Kind<?>) Kind.class.getField(kind).get(null));

        assertThat(schema.toString()).startsWith("{\n  \"type\" : " + types + ",\n  \"pattern\" : ");
    }

    @Test
    void listsWords() {
        assertThat(JsonSchema.of(Kind.FLAG)).hasToString("{\n  \"enum\" : [ true, false, \"true\", \"false\" ]\n}");
        assertThat(JsonSchema.of(Kind.word(Level.class)))
                .hasToString("{\n  \"enum\" : [ \"off\", \"info\", \"warn\", \"block\" ]\n}");
    }

    @Test
    void describesGroupsAndShortForms() {
        var group = Kind.group(PATH, COUNT);
        var document = Kind.group(
                Field.required("file", new Kind.ShortForm(PATH, group), "A file."),
                Field.optional("words", new Kind.MapOf<>("names", Kind.word("a")), "Words."),
                Field.optional("days", Kind.list(Kind.DATE), "Days."));
        var path = JsonSchema.of(Kind.PATH).toString();
        var pattern = path.substring(path.indexOf("\"pattern\""), path.lastIndexOf('\n'));
        var text = JsonSchema.of(Kind.TEXT).toString();

        assertThat(JsonSchema.of(document).document("A test")).isEqualTo("""
                        {
                          "$schema" : "https://json-schema.org/draft/2020-12/schema",
                          "title" : "A test",
                          "type" : "object",
                          "required" : [ "file" ],
                          "additionalProperties" : false,
                          "properties" : {
                            "file" : {
                              "description" : "A file.",
                              "oneOf" : [ {
                                "type" : [ "string", "number", "boolean" ],
                                @PATH
                              }, {
                                "type" : "object",
                                "required" : [ "path" ],
                                "additionalProperties" : false,
                                "properties" : {
                                  "path" : {
                                    "description" : "A path.",
                                    "type" : [ "string", "number", "boolean" ],
                                    @PATH
                                  },
                                  "limit" : {
                                    "description" : "A limit.",
                                    "type" : [ "string", "integer" ],
                                    "pattern" : "^(0|[1-9]\\\\d{0,8})$",
                                    "minimum" : 0
                                  }
                                }
                              } ]
                            },
                            "words" : {
                              "description" : "Words.",
                              "type" : "object",
                              "minProperties" : 1,
                              "propertyNames" : {
                                @TEXT
                              },
                              "additionalProperties" : {
                                "enum" : [ "a" ]
                              }
                            },
                            "days" : {
                              "description" : "Days.",
                              "type" : "array",
                              "minItems" : 1,
                              "items" : {
                                "type" : "string",
                                "pattern" : "^\\\\d{4}-\\\\d{2}-\\\\d{2}$"
                              }
                            }
                          }
                        }
                        """.replace("@PATH", pattern)
                .replace("@TEXT", text.substring(text.indexOf("\"pattern\""), text.lastIndexOf('\n'))));
    }

    @Test
    void takesAnyOfTheKindsOfFieldsThatShareAName() {
        var other = Field.optional("limit", Kind.DATE, "Another limit.");

        assertThat(JsonSchema.object(List.of(COUNT, other, COUNT))).hasToString("""
                        {
                          "type" : "object",
                          "minProperties" : 1,
                          "additionalProperties" : false,
                          "properties" : {
                            "limit" : {
                              "description" : "A limit.",
                              "anyOf" : [ {
                                "type" : [ "string", "integer" ],
                                "pattern" : "^(0|[1-9]\\\\d{0,8})$",
                                "minimum" : 0
                              }, {
                                "type" : "string",
                                "pattern" : "^\\\\d{4}-\\\\d{2}-\\\\d{2}$"
                              } ]
                            }
                          }
                        }""");
        assertThat(JsonSchema.object(List.of(COUNT, COUNT))).isEqualTo(JsonSchema.object(List.of(COUNT)));
    }

    @Test
    void isPutTogetherByHandWhereAKindCannotTell() {
        var schema = JsonSchema.object(List.of(COUNT))
                .with("all", "Limits by name.", JsonSchema.map(JsonSchema.object(List.of(COUNT))));

        assertThat(schema.toString()).contains("""
                            "all" : {
                              "description" : "Limits by name.",
                              "type" : "object",
                              "additionalProperties" : {
                                "type" : "object",
                                "minProperties" : 1,
                        """.indent(0).stripTrailing());
    }

    @Test
    void isTheSameEveryTime() {
        assertThat(JsonSchema.of(Kind.group(PATH, COUNT)))
                .isEqualTo(JsonSchema.of(Kind.group(PATH, COUNT)))
                .hasSameHashCodeAs(JsonSchema.of(Kind.group(PATH, COUNT)));
    }
}
