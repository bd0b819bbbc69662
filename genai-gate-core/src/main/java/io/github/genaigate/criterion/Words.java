package io.github.genaigate.criterion;

import io.github.genaigate.model.Names;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Numbers and names as messages tell them. */
final class Words {

    private static final int LONGEST = 120;
    private static final int FEW = 5;

    private Words() {}

    /** A number with a space before each group of three digits. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
    }

    /** A decimal number with a space before each group of three digits in front of the point. */
    static String decimal(BigDecimal number) {
        var plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        var text = (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
        int point = text.indexOf('.');
        var whole = point < 0 ? text : text.substring(0, point);
        return whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", " ") + text.substring(whole.length());
    }

    /** So many things, such as {@code 1 issue} and {@code 2 417 issues}. */
    static String count(long number, String thing) {
        return count(number) + " " + thing + (number == 1 ? "" : "s");
    }

    /** The text, cut when it is too long for a message. */
    static String brief(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return text.substring(0, end) + "…";
    }

    /** The first few names, and how many more there are. */
    static String few(Collection<String> names) {
        var first = names.stream().limit(FEW).map(Words::brief).collect(Collectors.joining(", "));
        int rest = names.size() - FEW;
        return rest > 0 ? first + " and " + count(rest) + " more" : first;
    }

    /** {@code is 1}, {@code are 2}. */
    static String areOrIs(long number) {
        return (number == 1 ? "is " : "are ") + count(number);
    }

    /** {@code is this}, {@code are this, that}. */
    static String areOrIs(Collection<String> names) {
        return (names.size() == 1 ? "is " : "are ") + few(names);
    }

    static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(FEW, all.size()));
    }

    /** The next step for a name that is not there. */
    static String meant(String written, Collection<String> known, String otherwise) {
        return Names.nearest(written, known)
                .map(name -> "Write " + brief(name) + " if that is what is meant")
                .orElse(otherwise);
    }
}
