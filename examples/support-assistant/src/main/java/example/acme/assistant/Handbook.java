package example.acme.assistant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The index that the ingestion built from the handbook, searched by the words that question and passage share. */
public final class Handbook {

    private final List<Passage> passages;
    private final Map<String, String> synonyms;
    private final Map<Passage, List<String>> words = new HashMap<>();
    private final Map<String, Integer> frequency = new HashMap<>();

    public Handbook(List<Passage> passages, Map<String, String> synonyms) {
        this.passages = List.copyOf(passages);
        this.synonyms = Map.copyOf(synonyms);
        for (Passage passage : passages) {
            List<String> found = Words.of(passage.heading() + " " + passage.text(), synonyms);
            words.put(passage, found);
            found.forEach(word -> frequency.merge(word, 1, Integer::sum));
        }
    }

    /** Reads {@code handbook-index.tsv} (page, heading, sentence) and {@code synonyms.tsv} (theirs, ours). */
    public static Handbook read(Path folder) throws IOException {
        var passages = Files.readAllLines(folder.resolve("handbook-index.tsv")).stream()
                .map(line -> line.split("\t", -1))
                .map(cells -> new Passage(cells[0], cells[1], cells[2]))
                .toList();
        var synonyms = Files.readAllLines(folder.resolve("synonyms.tsv")).stream()
                .map(line -> line.split("\t", -1))
                .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
        return new Handbook(passages, synonyms);
    }

    /** The passages that share most with the question, best first. */
    public List<Passage> search(String question, int most) {
        return passages.stream()
                .sorted(Comparator.comparingDouble((Passage passage) -> coverage(question, passage))
                        .reversed())
                .limit(most)
                .toList();
    }

    /** The share of the question's weight that the passage covers; rare words weigh more, unknown words most. */
    public double coverage(String question, Passage passage) {
        double all = 0;
        double shared = 0;
        for (String word : Words.of(question, synonyms)) {
            double weight = Math.log(1.0 + (double) passages.size() / (1 + frequency.getOrDefault(word, 0)));
            all += weight;
            shared += words.get(passage).contains(word) ? weight : 0;
        }
        return all == 0 ? 0 : shared / all;
    }
}
