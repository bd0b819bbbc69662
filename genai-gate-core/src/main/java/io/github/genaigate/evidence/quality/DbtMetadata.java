package io.github.genaigate.evidence.quality;

import io.github.genaigate.evidence.Excerpt;
import io.github.genaigate.evidence.JsonCursor;
import io.github.genaigate.evidence.JsonHead;
import io.github.genaigate.evidence.Timestamps;
import io.github.genaigate.evidence.UnreadableException;
import io.github.genaigate.model.Place;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * What dbt says of a file that it wrote.
 *
 * @param schema the kind of file and its version, as an address
 * @param at when it was written, when it says the zone
 */
record DbtMetadata(String schema, Optional<Instant> at) {

    static final DbtMetadata NONE = new DbtMetadata("", Optional.empty());

    static DbtMetadata of(JsonCursor json) throws IOException {
        var metadata = json.value();
        return new DbtMetadata(
                metadata.get("dbt_schema_version").text().orElse(""),
                metadata.get("generated_at").text().flatMap(Timestamps::zoned));
    }

    /** Whether dbt says that the file is of the kind, such as {@code manifest}. */
    static boolean recognises(JsonHead json, String kind) {
        return is(json.text("metadata.dbt_schema_version"), kind);
    }

    /** dbt writes other files with the same members. */
    void demand(String kind, Place file, String mend) throws UnreadableException {
        if (!is(schema, kind)) {
            throw new UnreadableException(
                    file,
                    "The file is not dbt's " + kind + ": its dbt_schema_version is "
                            + (schema.isEmpty() ? "not there" : Excerpt.of(schema)),
                    mend);
        }
    }

    private static boolean is(String schema, String kind) {
        return schema.contains("getdbt.com/dbt/" + kind + "/");
    }
}
