package example.acme.assistant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The settings in {@code config/model.yaml}: flat lines of {@code name: value}. */
public record Settings(Map<String, String> values) {
    public Settings {
        values = Map.copyOf(values);
    }

    public static Settings read(Path file) throws IOException {
        var values = new TreeMap<String, String>();
        for (String line : Files.readAllLines(file)) {
            int comment = line.indexOf('#');
            String content = (comment < 0 ? line : line.substring(0, comment)).strip();
            int colon = content.indexOf(':');
            if (colon > 0) {
                values.put(content.substring(0, colon).strip(), content.substring(colon + 1).strip());
            }
        }
        return new Settings(values);
    }

    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("config/model.yaml has no setting " + name);
        }
        return value;
    }

    public int integer(String name) {
        return Integer.parseInt(text(name));
    }

    public double number(String name) {
        return Double.parseDouble(text(name));
    }
}
