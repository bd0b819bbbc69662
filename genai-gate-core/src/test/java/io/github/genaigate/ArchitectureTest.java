package io.github.genaigate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** The rows of packages: each imports only from rows below its own. */
@AnalyzeClasses(packages = "io.github.genaigate", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String BASE = "io.github.genaigate.";

    /** Every package, with the others that it may import. {@code criterion} and {@code evidence} meet only in model. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            entry("model", Set.of()),
            entry("input", Set.of("model")),
            entry("repository", Set.of("model")),
            entry("statistics", Set.of("model")),
            entry("manifest", Set.of("model", "input")),
            entry("policy", Set.of("model", "input")),
            entry("evidence", Set.of("model", "input")),
            entry("signoff", Set.of("model", "input", "repository")),
            entry("criterion", Set.of("model", "statistics")),
            entry("report", Set.of("model")),
            entry(
                    "gate",
                    Set.of(
                            "model",
                            "input",
                            "repository",
                            "statistics",
                            "manifest",
                            "policy",
                            "evidence",
                            "signoff",
                            "criterion",
                            "report")));

    @ArchTest
    static void everyPackageImportsOnlyWhatItMay(JavaClasses classes) {
        MAY_IMPORT.forEach((name, others) -> only(name, others).check(classes));
    }

    @ArchTest
    static void noPackageIsLeftOut(JavaClasses classes) {
        assertThat(classes.stream()
                        .map(type ->
                                type.getPackageName().substring(BASE.length()).split("\\.", -1)[0])
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(MAY_IMPORT.keySet());
    }

    @ArchTest
    static void theRulesNoticeWhatTheyForbidAndThatTheyAreAboutNothing(JavaClasses classes) {
        assertThat(only("gate", Set.of("model")).evaluate(classes).hasViolation())
                .isTrue();
        assertThatThrownBy(() -> only("nowhere", Set.of()).check(classes)).isInstanceOf(AssertionError.class);
    }

    @ArchTest
    static final ArchRule MODEL_IMPORTS_ONLY_THE_JDK = classes()
            .that()
            .resideInAPackage(BASE + "model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", BASE + "model..");

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

    @ArchTest
    static void onePlaceDecidesWhichWaiversAreValid(JavaClasses classes) {
        waiversAreMadeBy("WaiverCheck").check(classes);
        assertThat(waiversAreMadeBy("nobody").evaluate(classes).hasViolation()).isTrue();
    }

    private static ArchRule waiversAreMadeBy(String name) {
        return noClasses()
                .that()
                .doNotHaveSimpleName(name)
                .should()
                .callConstructorWhere(DescribedPredicate.describe(
                        "makes a waiver",
                        call -> call.getTargetOwner().getName().equals(BASE + "model.Waiver")));
    }

    private static ArchRule only(String name, Set<String> others) {
        return noClasses()
                .that()
                .resideInAPackage(BASE + name + "..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "lie in other packages of the gate than " + others,
                        type -> type.getPackageName().startsWith("io.github.genaigate")
                                && !within(type.getPackageName(), name)
                                && others.stream().noneMatch(other -> within(type.getPackageName(), other))));
    }

    private static boolean within(String packageName, String name) {
        return packageName.equals(BASE + name) || packageName.startsWith(BASE + name + ".");
    }
}
