package io.github.genaigate.input;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.List;

/** The schema of what a goal writes, as it is published. */
public final class PublishedSchema {

    private static final String FOLDER = "/io/github/genaigate/schema/";

    private PublishedSchema() {}

    /** What the schema of that file says against a document. */
    public static List<String> complaints(String schema, String json) throws IOException {
        var mapper = new ObjectMapper();
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(mapper.readTree(PublishedSchema.class.getResourceAsStream(FOLDER + schema)))
                .validate(mapper.readTree(json))
                .stream()
                .map(Object::toString)
                .toList();
    }
}
