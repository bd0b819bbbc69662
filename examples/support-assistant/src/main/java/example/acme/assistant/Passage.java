package example.acme.assistant;

/**
 * One sentence of the handbook.
 *
 * @param page the page's file name without its ending
 * @param heading the page's heading
 * @param text the sentence
 */
public record Passage(String page, String heading, String text) {}
