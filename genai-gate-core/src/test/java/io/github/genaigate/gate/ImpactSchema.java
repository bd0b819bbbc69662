package io.github.genaigate.gate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.List;

/** The schema of {@code policy-impact.json}, as it is published. */
final class ImpactSchema {

    private static final String SCHEMA = "/io/github/genaigate/schema/policy-impact.schema.json";

    private ImpactSchema() {}

    static List<String> complaints(String json) throws IOException {
        var mapper = new ObjectMapper();
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(mapper.readTree(ImpactSchema.class.getResourceAsStream(SCHEMA)))
                .validate(mapper.readTree(json))
                .stream()
                .map(Object::toString)
                .toList();
    }
}
