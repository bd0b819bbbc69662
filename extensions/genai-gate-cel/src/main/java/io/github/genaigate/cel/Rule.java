package io.github.genaigate.cel;

import dev.cel.common.CelErrorCode;
import dev.cel.runtime.CelEvaluationException;
import io.github.genaigate.model.Entry;
import io.github.genaigate.model.Field;
import io.github.genaigate.model.Kind;
import io.github.genaigate.model.Part;
import io.github.genaigate.model.Place;
import io.github.genaigate.model.Problem;
import io.github.genaigate.model.Reason;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * One rule of a policy.
 *
 * @param name its name
 * @param place where the policy says so
 * @param expression true when the rule holds
 * @param message what is so when it does not
 * @param mend the next step then
 */
record Rule(String name, Place place, Compiled expression, Template message, Template mend) {

    static final Field<String> NAME = Field.required("name", Kind.NAME, "What the rule is called.");
    static final Field<String> EXPRESSION =
            Field.required("expression", Kind.TEXT, "What must be true, in the Common Expression Language.");
    static final Field<String> MESSAGE = Field.required(
            "message",
            Kind.TEXT,
            "What is so when it is not true; expressions in braces are replaced by their values.");
    static final Field<String> MEND = Field.required(
            "mend", Kind.TEXT, "The next step then; expressions in braces are replaced by their values.");

    /** The rule as a policy writes it; empty when something is wrong, which the problems then say. */
    static Optional<Rule> of(Language language, Entry written, Consumer<Problem> problems) {
        var expression = Compiled.rule(language, written.get(EXPRESSION), written.placeOf(EXPRESSION), problems);
        var message = Template.of(language, written.get(MESSAGE), written.placeOf(MESSAGE), problems);
        var mend = Template.of(language, written.get(MEND), written.placeOf(MEND), problems);
        return expression.flatMap(truth -> message.flatMap(
                what -> mend.map(next -> new Rule(written.get(NAME), written.place(), truth, what, next))));
    }

    /** The names of the facts that it asks for. */
    Set<String> variables() {
        var all = new TreeSet<>(expression.variables());
        all.addAll(message.variables());
        all.addAll(mend.variables());
        return all;
    }

    String part() {
        return "rule " + name;
    }

    /** What follows from the facts, all of which are known. */
    Part judge(Map<String, ?> facts) {
        try {
            return Boolean.TRUE.equals(expression.evaluate(facts))
                    ? Part.met(part(), "Rule " + name + " holds")
                    : Part.notMet(
                                    part(),
                                    Reason.NOT_ALLOWED,
                                    "Rule " + name + " does not hold: " + message.render(facts),
                                    mend.render(facts))
                            .at(place);
        } catch (CelEvaluationException unknown) {
            return undecided(unknown).at(place);
        }
    }

    private Part undecided(CelEvaluationException unknown) {
        var why = Shown.text(String.valueOf(unknown.getMessage()).replaceFirst("^evaluation error[^:]*:\\d+: ", ""));
        var code = unknown.getErrorCode();
        if (code == CelErrorCode.ATTRIBUTE_NOT_FOUND || code == CelErrorCode.INDEX_OUT_OF_BOUNDS) {
            return Part.unproven(
                    part(),
                    Reason.MISSING,
                    "Rule " + name + " cannot be decided, because a fact is missing: " + why,
                    "Let the evidence tell it; where it may be missing, the policy asks with has() first");
        }
        if (code == CelErrorCode.ITERATION_BUDGET_EXCEEDED) {
            return Part.unproven(
                    part(),
                    Reason.UNVERIFIABLE,
                    "Rule " + name + " takes more than " + Language.STEPS + " steps",
                    "Take the totals of the evidence instead of its entries, or split the rule");
        }
        return Part.unproven(
                part(),
                Reason.INVALID,
                "Rule " + name + " cannot be computed: " + why,
                "Let the policy exclude the values for which it cannot be computed");
    }
}
