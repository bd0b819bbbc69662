package example.acme.assistant;

import java.util.Optional;

/** Talks to a model. To use a hosted one, write another implementation and name it in {@code config/model.yaml}. */
public interface ModelClient {

    /** The answer, or nothing when the passages do not answer the question. */
    Optional<Passage> answer(Prompt prompt) throws InterruptedException;
}
