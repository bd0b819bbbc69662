package example.acme.assistant;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns text into the stems that it is searched by. */
final class Words {

    private static final Set<String> STOP = Set.of(
            ("a about after again am an and any are as at be been before but by can could did do "
                            + "does fit fits for from get had has have how i if in into is it its long machine "
                            + "many may me much must my need of often on one only or our please says should so "
                            + "some tell than that the their them then there these they this to use used was we "
                            + "what when where which who why will with would you your")
                    .split(" "));

    private Words() {}

    static List<String> of(String text, Map<String, String> synonyms) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z0-9.]+"))
                .map(word -> word.replaceAll("^\\.+|\\.+$", ""))
                .filter(word -> !word.isEmpty())
                .map(word -> synonyms.getOrDefault(word, word))
                .filter(word -> !STOP.contains(word))
                .map(Words::stem)
                .distinct()
                .collect(Collectors.toList());
    }

    private static String stem(String word) {
        for (String ending : new String[] {"ing", "ies", "ed", "es", "s", "e"}) {
            if (word.length() - ending.length() >= 3 && word.endsWith(ending) && !word.endsWith("ss")) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }
}
