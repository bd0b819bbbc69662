package io.github.genaigate.maven;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.genaigate.criterion.Criterion;
import io.github.genaigate.evidence.EvidenceReader;
import io.github.genaigate.input.RefusedException;
import io.github.genaigate.input.Text;
import io.github.genaigate.policy.Artifacts;
import io.github.genaigate.policy.Coordinates;

/** The goals are thin: they ask the gate and tell its answer, and know nothing of how it comes to it. */
@AnalyzeClasses(packages = "io.github.genaigate.maven", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String BASE = "io.github.genaigate.";

    @ArchTest
    static final ArchRule THE_GATE_IS_SEEN_FROM_OUTSIDE = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("io.github.genaigate..")
                    .and(DescribedPredicate.not(resideInAnyPackage(
                                    BASE + "maven", BASE + "gate..", BASE + "model", BASE + "report")
                            // what criteria and readers tell of themselves is listed, and foreign text is quoted
                            .or(type(Criterion.class))
                            .or(type(EvidenceReader.class))
                            .or(type(Text.class))
                            // the door that a build opens
                            .or(type(Artifacts.class))
                            .or(type(Artifacts.Resolved.class))
                            .or(type(Coordinates.class))
                            .or(type(RefusedException.class)))));

    @ArchTest
    static final ArchRule NO_STATIC_STATE =
            fields().that().areStatic().should().beFinal().because("statics that hold state outlive a build");
}
