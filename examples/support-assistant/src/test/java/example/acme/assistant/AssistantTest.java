package example.acme.assistant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class AssistantTest {

    @Test
    void answersFromTheHandbookAndNamesThePage() throws Exception {
        var answer = Main.assistant().answer("How long does the warranty last?");

        assertEquals("The warranty lasts for 24 months from the day of purchase.", answer.text());
        assertEquals(Optional.of("warranty"), answer.source());
    }

    @Test
    void refusesWhatTheHandbookDoesNotSay() throws Exception {
        var answer = Main.assistant().answer("Who won the football match yesterday?");

        assertEquals(Optional.empty(), answer.source());
    }
}
