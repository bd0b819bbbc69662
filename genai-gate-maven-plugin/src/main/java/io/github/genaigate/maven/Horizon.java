package io.github.genaigate.maven;

import io.github.genaigate.input.Text;
import io.github.genaigate.model.Forecast;
import org.jspecify.annotations.Nullable;

/** How many days ahead a goal looks. */
final class Horizon {

    private Horizon() {}

    /**
     * The number of the command line, else that of the POM.
     *
     * @param usual where neither gives one
     */
    static int of(Settings settings, @Nullable String pom, String usual) {
        var text = settings.first(Settings.DAYS, pom).orElse(usual);
        if (text.matches("[1-9]\\d{0,2}") && Integer.parseInt(text) <= Forecast.LONGEST) {
            return Integer.parseInt(text);
        }
        settings.problem(
                Settings.DAYS,
                "The number of days " + Text.quoted(text) + " cannot be used",
                "Write a whole number from 1 to " + Forecast.LONGEST);
        return 1;
    }
}
