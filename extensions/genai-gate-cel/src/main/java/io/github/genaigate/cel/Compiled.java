package io.github.genaigate.cel;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.github.genaigate.model.Names;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One expression, checked.
 *
 * @param program what evaluates it
 * @param variables the names of the facts that it asks for
 */
record Compiled(CelRuntime.Program program, Set<String> variables) {

    private static final Pattern FIELD = Pattern.compile("undefined field '([^']*)'");
    private static final Pattern VARIABLE = Pattern.compile("undeclared reference to '([^']*)'");

    /** The expression of a rule, which is true or false. */
    static Optional<Compiled> rule(Language language, String text, Place place, Consumer<Problem> problems) {
        return of(language, text, place, problems)
                .filter(compiled -> isTruth(compiled, text, place, problems))
                .map(Checked::compiled);
    }

    /** An expression of any type. */
    static Optional<Compiled> value(Language language, String text, Place place, Consumer<Problem> problems) {
        return of(language, text, place, problems).map(Checked::compiled);
    }

    private record Checked(Compiled compiled, CelType type) {}

    private static boolean isTruth(Checked checked, String text, Place place, Consumer<Problem> problems) {
        if (checked.type().equals(SimpleType.BOOL)) {
            return true;
        }
        problems.accept(new Problem(
                place,
                "The expression " + Shown.text(text) + " gives "
                        + checked.type().name() + ", and a rule is true or false",
                "Compare it with something"));
        return false;
    }

    private static Optional<Checked> of(Language language, String text, Place place, Consumer<Problem> problems) {
        var result = language.check(text);
        if (result.hasError()) {
            result.getErrors().stream().limit(3).forEach(issue -> problems.accept(problem(issue, text, place)));
            return Optional.empty();
        }
        try {
            var ast = result.getAst();
            if (ast.getTypeMap().values().stream().anyMatch(Compiled::isOpen)) {
                problems.accept(new Problem(
                        place,
                        "The expression " + Shown.text(text)
                                + " mixes values of different types, and cannot be checked",
                        "Let each list and map hold values of one type"));
                return Optional.empty();
            }
            return Optional.of(new Checked(new Compiled(language.program(ast), variables(ast)), ast.getResultType()));
        } catch (CelValidationException | CelEvaluationException broken) {
            problems.accept(new Problem(
                    place,
                    "The expression " + Shown.text(text) + " cannot be used: " + broken.getMessage(),
                    "Write it in another way"));
            return Optional.empty();
        }
    }

    /** Whether what it holds is not known before there is evidence. */
    private static boolean isOpen(CelType type) {
        return type.kind() == CelKind.DYN || type.parameters().stream().anyMatch(Compiled::isOpen);
    }

    private static Problem problem(CelIssue issue, String text, Place place) {
        var message = issue.getMessage().replaceFirst(" \\(candidates: .*", "");
        int column = issue.getSourceLocation().getColumn() + 1;
        return new Problem(
                place,
                "The expression " + Shown.text(text) + " is wrong at its character " + column + ": "
                        + Shown.text(message),
                mend(message));
    }

    private static String mend(String message) {
        Matcher field = FIELD.matcher(message);
        if (field.find()) {
            return meant(field.group(1), Language.fields());
        }
        Matcher variable = VARIABLE.matcher(message);
        if (variable.find()) {
            return meant(variable.group(1), Language.variables());
        }
        if (message.contains("(int, double)") || message.contains("(double, int)")) {
            return "Write double(…) around the whole number";
        }
        return "Correct the expression";
    }

    private static String meant(String written, Set<String> known) {
        return Names.nearest(written, known)
                .map(name -> "Did you mean " + name + "?")
                .orElse("Take one of " + String.join(", ", known));
    }

    private static Set<String> variables(CelAbstractSyntaxTree ast) {
        var known = Language.variables();
        var names = new TreeSet<String>();
        ast.getReferenceMap().values().stream()
                .map(CelReference::name)
                .filter(known::contains)
                .forEach(names::add);
        return names;
    }

    /**
     * The value.
     *
     * @throws CelEvaluationException when a fact is missing, or it cannot be computed
     */
    Object evaluate(Map<String, ?> facts) throws CelEvaluationException {
        return program.eval(facts);
    }
}
