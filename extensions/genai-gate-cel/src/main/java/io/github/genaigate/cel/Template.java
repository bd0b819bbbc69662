package io.github.genaigate.cel;

import dev.cel.runtime.CelEvaluationException;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A message with expressions in braces. Braces that are meant are written twice.
 *
 * @param parts texts and expressions in their order
 */
record Template(List<Part> parts) {

    private static final Pattern PIECE = Pattern.compile("\\{\\{|\\}\\}|\\{([^{}]*)\\}|[{}]|[^{}]+");

    Template {
        parts = List.copyOf(parts);
    }

    /** A piece of it: a text as it is, or an expression. */
    private record Part(String text, Optional<Compiled> expression) {}

    static Optional<Template> of(Language language, String text, Place place, Consumer<Problem> problems) {
        var wrong = new ArrayList<Problem>();
        var parts = new ArrayList<Part>();
        var pieces = PIECE.matcher(text);
        while (pieces.find()) {
            var piece = pieces.group();
            var expression = Optional.ofNullable(pieces.group(1));
            if (expression.isPresent()) {
                parts.add(new Part(piece, Compiled.value(language, expression.get(), place, wrong::add)));
            } else if (piece.equals("{") || piece.equals("}")) {
                wrong.add(new Problem(
                        place,
                        "The message " + Shown.text(text) + " has a brace without its pair",
                        "Write {{ or }} for a brace that is meant"));
            } else {
                parts.add(new Part(
                        piece.equals("{{") || piece.equals("}}") ? piece.substring(1) : piece, Optional.empty()));
            }
        }
        wrong.stream().distinct().forEach(problems);
        return wrong.isEmpty() ? Optional.of(new Template(parts)) : Optional.empty();
    }

    /** The names of the facts that it asks for. */
    Collection<String> variables() {
        return parts.stream()
                .flatMap(part -> part.expression().stream())
                .flatMap(expression -> expression.variables().stream())
                .toList();
    }

    /** The message. What cannot be computed is told as it is written, so that nothing else is lost. */
    String render(Map<String, ?> facts) {
        var text = new StringBuilder();
        for (Part part : parts) {
            text.append(
                    part.expression().isEmpty()
                            ? part.text()
                            : shown(part.expression().get(), part.text(), facts));
        }
        return Shown.text(text.toString());
    }

    private static String shown(Compiled expression, String otherwise, Map<String, ?> facts) {
        try {
            return Shown.value(expression.evaluate(facts));
        } catch (CelEvaluationException unknown) {
            return otherwise;
        }
    }
}
