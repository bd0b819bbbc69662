package example.acme.assistant;

import java.util.List;

/**
 * What a model is asked.
 *
 * @param text the filled-in template, for models that read text
 * @param question the customer's question
 * @param passages what the handbook holds about it, best first
 */
public record Prompt(String text, String question, List<Passage> passages) {
    public Prompt {
        passages = List.copyOf(passages);
    }
}
