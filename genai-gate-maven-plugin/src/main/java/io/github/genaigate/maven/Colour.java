package io.github.genaigate.maven;

import java.util.Map;
import java.util.Properties;

/** Whether Maven colours its output. No class says so in all of its versions, so this follows the same rules. */
final class Colour {

    private Colour() {}

    /**
     * Whether it does.
     *
     * @param user the user properties: {@code style.color}, in Maven 4 also {@code maven.style.color}
     * @param interactive false under {@code --batch-mode}
     * @param terminal whether somebody sits before it
     */
    static boolean wanted(Properties user, boolean interactive, boolean terminal, Map<String, String> environment) {
        return switch (user.getProperty("style.color", user.getProperty("maven.style.color", "auto"))) {
            case "always", "yes", "force" -> true;
            case "never", "no", "none" -> false;
            default -> interactive && terminal && !environment.containsKey("NO_COLOR");
        };
    }
}
