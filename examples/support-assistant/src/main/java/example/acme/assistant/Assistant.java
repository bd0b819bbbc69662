package example.acme.assistant;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Answers a customer's question from the handbook, or says that it cannot. */
public final class Assistant {

    private final Handbook handbook;
    private final ModelClient model;
    private final Settings settings;
    private final String template;
    private final String refusal;

    public Assistant(Handbook handbook, ModelClient model, Settings settings, String template, String refusal) {
        this.handbook = handbook;
        this.model = model;
        this.settings = settings;
        this.template = template;
        this.refusal = refusal.strip();
    }

    /**
     * What the customer gets.
     *
     * @param text the answer
     * @param source the page that it was taken from; nothing when the question was refused
     */
    public record Answer(String text, Optional<String> source) {}

    public Answer answer(String question) throws InterruptedException {
        List<Passage> passages = handbook.search(question, settings.integer("passages"));
        String listed = passages.stream()
                .map(passage -> "- [" + passage.page() + "] " + passage.text())
                .collect(Collectors.joining("\n"));
        String text = template.replace("{{passages}}", listed).replace("{{question}}", question);
        return model.answer(new Prompt(text, question, passages))
                .map(passage -> new Answer(passage.text(), Optional.of(passage.page())))
                .orElseGet(() -> new Answer(refusal, Optional.empty()));
    }
}
