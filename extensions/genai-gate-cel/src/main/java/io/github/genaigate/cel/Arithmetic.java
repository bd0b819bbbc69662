package io.github.genaigate.cel;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Calculation with doubles that gives a number or an error. What is not a number compares as false with everything, and the
 * negation of that is true: a rule would hold or not by accident.
 */
enum Arithmetic {
    ADD('+'),
    SUBTRACT('-'),
    MULTIPLY('*'),
    DIVIDE('/');

    /** Standard functions that give what is not a number, or lose the type that expressions are checked by. */
    private static final Set<String> LEFT_OUT =
            Set.of("add_double", "subtract_double", "multiply_double", "divide_double", "string_to_double", "to_dyn");

    private final char sign;

    Arithmetic(char sign) {
        this.sign = sign;
    }

    /** The standard functions that cannot do harm. */
    static CelStandardDeclarations standard() {
        return CelStandardDeclarations.newBuilder()
                .filterFunctions((function, overload) ->
                        !LEFT_OUT.contains(overload.celOverloadDecl().overloadId()))
                .build();
    }

    static List<CelFunctionDecl> declarations() {
        return Arrays.stream(values())
                .map(one -> CelFunctionDecl.newFunctionDeclaration(
                        "_" + one.sign + "_",
                        CelOverloadDecl.newGlobalOverload(
                                one.id(), SimpleType.DOUBLE, SimpleType.DOUBLE, SimpleType.DOUBLE)))
                .toList();
    }

    static List<CelFunctionBinding> bindings() {
        return Arrays.stream(values())
                .map(one -> CelFunctionBinding.from(one.id(), Double.class, Double.class, one::apply))
                .toList();
    }

    private String id() {
        return name().toLowerCase(Locale.ROOT) + "_finite_double";
    }

    private Object apply(double left, double right) throws CelEvaluationException {
        double result = switch (this) {
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> left / right;
        };
        if (!Double.isFinite(result)) {
            throw new CelEvaluationException(left + " " + sign + " " + right + " is no number");
        }
        return result;
    }
}
