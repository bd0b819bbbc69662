package example.acme.assistant;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** {@code POST /ask}: the question as plain text, the answer as JSON. */
final class AskHandler implements HttpHandler {

    private static final int LONGEST_QUESTION = 2_000;

    private final Assistant assistant;

    AskHandler(Assistant assistant) {
        this.assistant = assistant;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("POST")) {
                reply(exchange, 405, "{\"error\":\"send the question with POST\"}");
                return;
            }
            byte[] body = exchange.getRequestBody().readNBytes(LONGEST_QUESTION + 1);
            String question = new String(body, StandardCharsets.UTF_8).strip();
            if (question.isEmpty() || body.length > LONGEST_QUESTION) {
                reply(exchange, 400, "{\"error\":\"send a question of 1 to " + LONGEST_QUESTION + " bytes\"}");
                return;
            }
            Assistant.Answer answer = assistant.answer(question);
            String source = answer.source().map(AskHandler::quoted).orElse("null");
            reply(exchange, 200, "{\"answer\":" + quoted(answer.text()) + ",\"source\":" + source + "}");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void reply(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String quoted(String text) {
        var json = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ') {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
