package io.github.genaigate.cel;

import static dev.cel.common.types.SimpleType.TIMESTAMP;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The Common Expression Language over the facts of a service: typed, without input or output, and limited in cost. */
final class Language {

    static final String NOW = "now";
    static final String SERVICE = "service";
    static final String OWNERS = "owners";

    /** Far beyond what a policy says in one sentence. */
    private static final int LONGEST = 2_000;

    private static final int DEEPEST = 32;

    /** How often the bodies of all, exists, map and filter may run in one expression, all together. */
    static final int STEPS = 1_000_000;

    private static final int LARGEST_PATTERN = 1_000;

    private final CelCompiler compiler;
    private final CelRuntime runtime;

    Language() {
        var options = CelOptions.current()
                .enableHeterogeneousNumericComparisons(true)
                .maxExpressionCodePointSize(LONGEST)
                .maxParseRecursionDepth(DEEPEST)
                .comprehensionMaxIterations(STEPS)
                .maxRegexProgramSize(LARGEST_PATTERN)
                .build();
        var types = new Types();
        var building = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(options)
                .setTypeProvider(types)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(Arithmetic.standard())
                .addFunctionDeclarations(Arithmetic.declarations())
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addVar(NOW, TIMESTAMP)
                .addVar(SERVICE, Views.SERVICE.type())
                .addVar(OWNERS, ListType.create(Views.OWNER.type()));
        Views.SOURCES.forEach(source -> building.addVar(source.variable(), source.type()));
        compiler = building.build();
        runtime = CelRuntimeFactory.plannerRuntimeBuilder()
                .setOptions(options)
                .setTypeProvider(types)
                .addFunctionBindings(Arithmetic.bindings())
                .build();
    }

    /** The types of the facts, by name. */
    private record Types() implements CelTypeProvider {
        @Override
        public ImmutableCollection<CelType> types() {
            return Views.ALL.stream().map(View::type).collect(ImmutableList.toImmutableList());
        }

        @Override
        public Optional<CelType> findType(String name) {
            return types().stream().filter(type -> type.name().equals(name)).findFirst();
        }
    }

    /** The expression, checked; or what is wrong with it. */
    CelValidationResult check(String expression) {
        return compiler.compile(expression);
    }

    /**
     * The expression, ready to be evaluated.
     *
     * @throws CelValidationException when it is wrong
     * @throws CelEvaluationException when it cannot be planned
     */
    CelRuntime.Program program(CelAbstractSyntaxTree checked) throws CelValidationException, CelEvaluationException {
        return runtime.createProgram(checked);
    }

    /** Names that an expression can use. */
    static Set<String> variables() {
        var names = new TreeSet<String>();
        names.add(NOW);
        names.add(SERVICE);
        names.add(OWNERS);
        Views.SOURCES.forEach(source -> names.add(source.variable()));
        return names;
    }

    static Set<String> fields() {
        var names = new TreeSet<String>();
        Views.ALL.forEach(view -> names.addAll(view.fields().keySet()));
        return names;
    }
}
