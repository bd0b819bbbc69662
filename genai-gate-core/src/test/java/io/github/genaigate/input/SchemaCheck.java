package io.github.genaigate.input;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A schema for editors, held to the YAML that people write. */
public final class SchemaCheck {

    private final Schema schema;

    public SchemaCheck(String document) {
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(document);
    }

    /**
     * The schema that is shipped.
     *
     * @param generated what it has to be; written when the property {@code genai-gate.golden} is {@code write}
     */
    public static String shipped(String name, String generated) throws IOException {
        var file = Path.of("src/main/resources/io/github/genaigate/schema", name);
        if ("write".equals(System.getProperty("genai-gate.golden"))) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, generated);
        }
        return Files.readString(file);
    }

    /** Whether the schema accepts all scalars as the text that they are written as, as the loaders see them. */
    public boolean acceptsAsText(Node root) {
        return schema.validate(json(root, false)).isEmpty();
    }

    /** Whether the schema accepts the document as editors see it, plain numbers and truth values being no text. */
    public boolean acceptsAsTyped(Node root) {
        return schema.validate(json(root, true)).isEmpty();
    }

    private static JsonNode json(Node node, boolean typed) {
        var json = JsonNodeFactory.instance;
        if (node instanceof Node.Members members) {
            var object = json.objectNode();
            members.members().forEach(member -> object.set(member.name(), json(member.value(), typed)));
            return object;
        }
        if (node instanceof Node.Items items) {
            var array = json.arrayNode();
            items.nodes().forEach(item -> array.add(json(item, typed)));
            return array;
        }
        if (!(node instanceof Node.Scalar scalar) || scalar.isNull()) {
            return json.nullNode();
        }
        var text = scalar.text();
        if (typed && scalar.plain() && Pattern.matches("[-+]?\\d{1,15}", text)) {
            return json.numberNode(Long.parseLong(text));
        }
        if (typed && scalar.plain() && Pattern.matches("[-+]?(\\.\\d+|\\d+\\.\\d*)([eE][-+]?\\d{1,2})?", text)) {
            return json.numberNode(Double.parseDouble(text));
        }
        boolean truth = typed && scalar.plain() && Pattern.matches("[Tt]rue|[Ff]alse|TRUE|FALSE", text);
        return truth ? json.booleanNode(Boolean.parseBoolean(text)) : json.textNode(text);
    }
}
