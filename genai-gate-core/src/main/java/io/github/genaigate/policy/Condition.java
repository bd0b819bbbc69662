package io.github.genaigate.policy;

import io.github.genaigate.model.Attribute;
import io.github.genaigate.model.Attributes;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Values;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A kind of service: one that is at least so much of each attribute.
 *
 * @param least by attribute; a condition without any holds for every service
 */
public record Condition(SortedMap<Attribute, String> least) implements Comparable<Condition> {

    public Condition {
        var needed = new TreeMap<>(least);
        needed.entrySet()
                .removeIf(one -> one.getValue().equals(one.getKey().words().get(0)));
        least = Collections.unmodifiableSortedMap(needed);
    }

    /** As it is written, when the words of each attribute go up to the most. */
    static Condition of(Entry entry) {
        var least = new TreeMap<Attribute, String>();
        for (Attribute attribute : Attribute.values()) {
            entry.find(PolicyShape.condition(attribute))
                    .ifPresent(words -> least.put(attribute, least(attribute, words)));
        }
        return new Condition(least);
    }

    /** The least of some words of an attribute. */
    static String least(Attribute attribute, List<String> words) {
        return attribute.words().stream().filter(words::contains).findFirst().orElseThrow();
    }

    /** Whether every service for which the other holds is one for which this holds. */
    boolean isImpliedBy(Condition other) {
        return least.entrySet().stream().allMatch(one -> {
            String theirs = other.least.get(one.getKey());
            return theirs != null && one.getKey().atLeast(theirs, one.getValue());
        });
    }

    /** The attributes of which a service states too little. */
    List<Attribute> failing(Attributes service) {
        return least.keySet().stream()
                .filter(attribute -> service.word(attribute)
                        .filter(word -> !attribute.atLeast(word, of(attribute)))
                        .isPresent())
                .toList();
    }

    /** The attributes that a service would have to state. */
    List<Attribute> unstated(Attributes service) {
        return least.keySet().stream()
                .filter(attribute -> service.word(attribute).isEmpty())
                .toList();
    }

    private String of(Attribute attribute) {
        return least.getOrDefault(attribute, attribute.words().get(0));
    }

    /** As a policy would write it. */
    LinkedHashMap<String, Object> written() {
        var all = new LinkedHashMap<String, Object>();
        least.forEach((attribute, word) -> all.put(attribute.key(), attribute.from(word)));
        return all;
    }

    @Override
    public int compareTo(Condition other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return least.isEmpty() ? "every service" : Values.text(written());
    }
}
