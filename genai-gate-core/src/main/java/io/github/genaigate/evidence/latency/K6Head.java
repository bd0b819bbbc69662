package io.github.genaigate.evidence.latency;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.genaigate.input.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;

/** Tells by its beginning whether a JSON document is a summary of k6: only k6 has these members where they stand. */
final class K6Head {

    private static final Set<String> BUILT_IN = Set.of(
            "http_reqs",
            "http_req_duration",
            "http_req_failed",
            "grpc_req_duration",
            "iterations",
            "iteration_duration",
            "vus",
            "vus_max",
            "data_sent",
            "data_received");

    private K6Head() {}

    static boolean isSummary(byte[] head) {
        try (var parser = Json.parser(new ByteArrayInputStream(head))) {
            return parser.nextToken() == JsonToken.START_OBJECT && holdsSign(parser);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean holdsSign(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String member = parser.currentName();
            if (member.equals("root_group")) {
                return true;
            }
            boolean object = parser.nextToken() == JsonToken.START_OBJECT;
            if (object && (member.equals("metrics") || member.equals("metadata"))) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String inner = parser.currentName();
                    if (member.equals("metrics") ? BUILT_IN.contains(inner) : inner.equals("k6_version")) {
                        return true;
                    }
                    parser.nextToken();
                    parser.skipChildren();
                }
            } else {
                parser.skipChildren();
            }
        }
        return false;
    }
}
