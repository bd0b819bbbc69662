package io.github.genaigate.evidence.evaluation;

import io.github.genaigate.input.Json.Value;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who answers or judges, as promptfoo writes it: an id, or an object that has one. */
final class Provider {

    private static final Set<String> CODE =
            Set.of("exec", "file", "http", "https", "package", "python", "webhook", "ws");
    private static final Set<String> WAYS_OF_ASKING = Set.of(
            "assistant",
            "chat",
            "completion",
            "embedding",
            "embeddings",
            "messages",
            "realtime",
            "responses",
            "text-generation");

    private Provider() {}

    /** Its id; else its label. */
    static Optional<String> id(Value provider) {
        return Stream.of(provider, provider.get("id"), provider.get("label"))
                .flatMap(value -> value.text().stream())
                .filter(id -> !id.isBlank())
                .findFirst();
    }

    /** The id of a judge, which may be given for each kind of judging apart. */
    static Optional<String> judge(Value provider) {
        return id(provider)
                .or(() -> id(provider.get("text")))
                .or(() -> id(provider.get("embedding")))
                .or(() -> id(provider.get("classification")))
                .or(() -> id(provider.get("moderation")));
    }

    /** The model in an id: {@code gpt-4o} in {@code openai:chat:gpt-4o}; the whole id when it names none. */
    static String model(String id) {
        int vendor = id.indexOf(':');
        if (vendor < 0 || CODE.contains(id.substring(0, vendor))) {
            return id;
        }
        String rest = id.substring(vendor + 1);
        int way = rest.indexOf(':');
        return way > 0 && WAYS_OF_ASKING.contains(rest.substring(0, way)) ? rest.substring(way + 1) : rest;
    }
}
