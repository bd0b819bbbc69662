package io.github.genaigate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/** The rows of packages: each imports only from rows below its own. */
@AnalyzeClasses(packages = "io.github.genaigate", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String BASE = "io.github.genaigate.";

    @ArchTest
    static final ArchRule MODEL_IMPORTS_ONLY_THE_JDK = classes()
            .that()
            .resideInAPackage(BASE + "model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", BASE + "model..");

    @ArchTest
    static final ArchRule REPORT_SEES_ONLY_MODEL = only("report", "model");

    @ArchTest
    static final ArchRule CRITERION_SEES_NO_EVIDENCE = only("criterion", "model", "statistics");

    @ArchTest
    static final ArchRule EVIDENCE_SEES_NO_CRITERION = only("evidence", "model", "input");

    @ArchTest
    static final ArchRule INPUT_IS_LOW = only("input", "model");

    @ArchTest
    static final ArchRule REPOSITORY_IS_LOW = only("repository", "model");

    @ArchTest
    static final ArchRule STATISTICS_IS_LOW = only("statistics", "model");

    @ArchTest
    static final ArchRule MANIFEST = only("manifest", "model", "input");

    @ArchTest
    static final ArchRule POLICY = only("policy", "model", "input");

    @ArchTest
    static final ArchRule SIGN_OFF = only("signoff", "model", "input", "repository");

    @ArchTest
    static final ArchRule NO_PACKAGE_CIRCLE =
            slices().matching(BASE + "(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_FILE_AND_NO_CONSOLE = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.File")
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule NO_CLOCK_BUT_THE_ONE_IN_THE_REQUEST = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime");

    @ArchTest
    static final ArchRule NO_STATIC_STATE =
            fields().that().areStatic().should().beFinal().because("statics that hold state outlive a build");

    private static ArchRule only(String name, String... others) {
        var rule = noClasses()
                .that()
                .resideInAPackage(BASE + name + "..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "lie in other packages of the gate than " + String.join(", ", others),
                        type -> type.getPackageName().startsWith("io.github.genaigate")
                                && !within(type.getPackageName(), name)
                                && Arrays.stream(others).noneMatch(other -> within(type.getPackageName(), other))));
        return rule.allowEmptyShould(true);
    }

    private static boolean within(String packageName, String name) {
        return packageName.equals(BASE + name) || packageName.startsWith(BASE + name + ".");
    }
}
