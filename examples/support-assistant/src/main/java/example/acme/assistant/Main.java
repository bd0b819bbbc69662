package example.acme.assistant;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/** Starts the service in the current folder: {@code java -jar target/support-assistant.jar [port]}. */
public final class Main {

    private static final int THREADS = 64;

    private Main() {}

    public static void main(String[] arguments) throws IOException {
        int port = arguments.length == 0 ? 8085 : Integer.parseInt(arguments[0]);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newFixedThreadPool(THREADS));
        server.createContext("/ask", new AskHandler(assistant()));
        server.start();
        System.out.println("support-assistant listens on port " + port);
    }

    static Assistant assistant() throws IOException {
        Settings settings = Settings.read(Path.of("config/model.yaml"));
        Handbook handbook = Handbook.read(Path.of("data"));
        return new Assistant(
                handbook,
                model(handbook, settings),
                settings,
                Files.readString(Path.of("prompts/answer.md")),
                Files.readString(Path.of("prompts/refusal.md")));
    }

    private static ModelClient model(Handbook handbook, Settings settings) {
        String client = settings.text("client");
        return switch (client) {
            case "extractive" -> new ExtractiveModel(handbook, settings);
            default -> throw new IllegalArgumentException("config/model.yaml names an unknown client: " + client);
        };
    }
}
