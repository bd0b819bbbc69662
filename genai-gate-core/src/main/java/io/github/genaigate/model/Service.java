package io.github.genaigate.model;

import java.util.List;
import java.util.Optional;

/**
 * The service that is judged, as its manifest presents it.
 *
 * @param stage the stage that the manifest asks to enter
 * @param content globs of the files that define its behaviour, relative to the manifest's folder
 */
public record Service(String name, Optional<String> summary, String stage, List<String> content) {
    public Service {
        content = List.copyOf(content);
    }
}
