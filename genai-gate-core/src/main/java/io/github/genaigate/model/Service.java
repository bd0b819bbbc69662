package io.github.genaigate.model;

import java.util.List;
import java.util.Optional;

/**
 * The service that is judged, as its manifest presents it.
 *
 * @param stage the stage that the manifest asks to enter
 * @param content globs of the files that define its behaviour, relative to the manifest's folder
 * @param attributes what decides which requirements apply to it
 */
public record Service(
        String name, Optional<String> summary, String stage, List<String> content, Attributes attributes) {

    /** One of which nothing else is stated. */
    public Service(String name, Optional<String> summary, String stage, List<String> content) {
        this(name, summary, stage, content, Attributes.none());
    }

    public Service {
        content = List.copyOf(content);
    }
}
