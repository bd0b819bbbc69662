package io.github.genaigate.report;

import static io.github.genaigate.report.Node.element;
import static io.github.genaigate.report.Node.text;

import io.github.genaigate.model.Outcome;
import io.github.genaigate.model.Place;
import io.github.genaigate.report.Node.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The building blocks of the page that all its sections share. */
final class Html {

    private Html() {}

    /** A part of the page under a heading of its own. */
    static Node section(String id, String title, List<? extends Node> content) {
        var heading = element("h2", title).with("id", id);
        return element("section", heading).and(content).with("aria-labelledby", id);
    }

    /** A table whose first column names the rows. */
    static Node table(String caption, List<String> headers, List<List<Node>> rows) {
        var head = element(
                "tr",
                headers.stream()
                        .map(header -> element("th", header).with("scope", "col"))
                        .toList());
        var table = element(
                "table",
                element("caption", caption),
                element("thead", head),
                element("tbody", rows.stream().map(row -> row(headers, row)).toList()));
        return element("div", table)
                .with("class", "wide")
                .with("role", "region")
                .with("aria-label", caption)
                .with("tabindex", "0");
    }

    private static Node row(List<String> headers, List<Node> cells) {
        var all = new ArrayList<Node>();
        for (int i = 0; i < cells.size(); i++) {
            var cell = i == 0
                    ? element("th", cells.get(i)).with("scope", "row")
                    : element("td", cells.get(i)).with("data-label", headers.get(i));
            all.add(cell);
        }
        return element("tr", all);
    }

    /** Names and values, such as the facts about the subject. */
    static Element facts(List<Fact> facts) {
        return element(
                        "dl",
                        facts.stream()
                                .map(fact -> element("div", element("dt", fact.name()), element("dd", fact.value())))
                                .toList())
                .with("class", "facts");
    }

    /** A name and its value. */
    record Fact(String name, Node value) {}

    static Fact fact(String name, String value) {
        return new Fact(name, text(value));
    }

    static Fact fact(String name, Node value) {
        return new Fact(name, value);
    }

    /** A word with a symbol that repeats it. */
    static Node chip(Outcome outcome) {
        return chip(
                outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'), symbol(outcome), Wording.outcome(outcome));
    }

    static Node chip(String kind, String symbol, String word) {
        return element("span", element("span", symbol).with("aria-hidden", "true"), text(" " + word))
                .with("class", "chip " + kind);
    }

    static Node code(String text) {
        return element("code", text);
    }

    /** Places, each on a line of its own. */
    static Node places(List<Place> places) {
        return element(
                        "ul",
                        places.stream()
                                .map(place -> element("li", code(place.toString())))
                                .toList())
                .with("class", "places");
    }

    private static String symbol(Outcome outcome) {
        return switch (outcome) {
            case MET -> "\u2713";
            case NOT_MET -> "\u2717";
            case UNPROVEN -> "?";
            case NOT_APPLICABLE -> "\u2013";
        };
    }
}
