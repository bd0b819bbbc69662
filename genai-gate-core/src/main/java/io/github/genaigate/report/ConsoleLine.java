package io.github.genaigate.report;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of the console report.
 *
 * @param tone how much it matters
 * @param text without a line end
 */
public record ConsoleLine(Tone tone, String text) {

    /** How much a line matters. */
    public enum Tone {
        /** It tells what keeps the service out. */
        ERROR,
        /** Somebody should look. */
        WARNING,
        INFORMATION
    }

    /** Lines in the making; each takes the tone that is set when it is added, but for those that only part others. */
    static final class Lines {

        private final List<ConsoleLine> all = new ArrayList<>();
        private Tone tone = Tone.INFORMATION;

        void tone(Tone next) {
            tone = next;
        }

        void add(String text) {
            all.add(new ConsoleLine(text.isEmpty() ? Tone.INFORMATION : tone, text));
        }

        /** All of them, but for an empty one at the end. */
        List<ConsoleLine> done() {
            int end = all.size();
            return List.copyOf(all.get(end - 1).text().isEmpty() ? all.subList(0, end - 1) : all);
        }
    }
}
