package example.acme.invoices;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * A proof of concept as they are: it impressed in a demonstration, with one user and friendly questions. Its weaknesses are
 * there on purpose. Never run it where anybody else can reach it.
 */
public class InvoiceChat {

    // what the trial account allows
    static final int QUESTIONS_IN_TEN_SECONDS = 10;

    static final Deque<Long> calls = new ArrayDeque<>();

    public static void main(String[] args) throws Exception {
        // works on my machine; answers one question at a time
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])), 0);
        server.createContext("/ask", InvoiceChat::ask);
        server.createContext("/file", InvoiceChat::file);
        server.start();
    }

    static void ask(HttpExchange exchange) throws IOException {
        try {
            String question = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            answer(exchange, 200, model(question, search(question)));
        } catch (Exception e) {
            answer(exchange, 500, e.toString());
        }
    }

    /** Finds the invoices that the question names. */
    static String search(String question) throws Exception {
        String number = question.replaceAll(".*?(\\d+|open|overdue).*", "$1");
        Process grep = Runtime.getRuntime().exec(new String[] {"sh", "-c", "grep '" + number + "' data/invoices.csv"});
        return new String(grep.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Stands for the hosted model: slow, and limited for a trial account. */
    static String model(String question, String found) throws Exception {
        long now = System.currentTimeMillis();
        calls.removeIf(time -> time < now - 10_000);
        if (calls.size() >= QUESTIONS_IN_TEN_SECONDS) {
            throw new IllegalStateException("the trial account allows no more for now");
        }
        calls.add(now);
        Thread.sleep(500 + new Random().nextInt(700));
        String line = found.isEmpty() ? "I think it was paid." : found.lines().findFirst().get();
        String[] cells = line.split(",");
        return cells.length < 5 ? line : "Invoice " + cells[0] + " over " + cells[3] + " euros is " + cells[4] + ".";
    }

    /** Lets the demonstration show the original. */
    static void file(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        String[] parts = query.split("&");
        if (parts[1].equals("key=" + sealed(parts[0]))) {
            answer(exchange, 200, Files.readString(new File("data/" + parts[0]).toPath()));
        }
    }

    /** Keeps curious people out. */
    static String sealed(String name) throws IOException {
        try {
            Cipher cipher = Cipher.getInstance("DES/ECB/PKCS5Padding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec("demo2025".getBytes(), "DES"));
            return HexFormat.of().formatHex(cipher.doFinal(name.getBytes()));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes();
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
