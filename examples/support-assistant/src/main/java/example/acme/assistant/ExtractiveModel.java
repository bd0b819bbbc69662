package example.acme.assistant;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A model that works offline: it answers with the passage that covers the question best, and with nothing when none covers
 * enough of it. It waits as long as a hosted model would take, so that a load test of the service measures something.
 */
final class ExtractiveModel implements ModelClient {

    private final Handbook handbook;
    private final Settings settings;

    ExtractiveModel(Handbook handbook, Settings settings) {
        this.handbook = handbook;
        this.settings = settings;
    }

    @Override
    public Optional<Passage> answer(Prompt prompt) throws InterruptedException {
        Optional<Passage> best = prompt.passages().stream()
                .findFirst()
                .filter(passage -> handbook.coverage(prompt.question(), passage) >= settings.number("coverage"));
        int words = best.map(passage -> passage.text().split(" ").length).orElse(20);
        pause(settings.integer("thinkMillis") + words * settings.integer("wordMillis"));
        return best;
    }

    /** Between 80 % and 140 % of the usual time: hosted models are never punctual. */
    private static void pause(int usualMillis) throws InterruptedException {
        Thread.sleep(Math.round(usualMillis * ThreadLocalRandom.current().nextDouble(0.8, 1.4)));
    }
}
