package io.athanor.orm;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.athanor.testing.ArchitectureRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That the rules themselves are able to fail is shown beside them, in the core. */
class ArchitectureTest {
    private static final String ROOT = "io.athanor.orm";
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void shouldKeepTheOrderOfThePackages() {
        ArchitectureRules.layers(ROOT, List.of("mapping", "state", "flush", "load", ""))
                .check(MAIN);
    }

    @Test
    void shouldLetTheProcessorUseTheJdkAlone() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".processor..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages("java..", "javax..", ROOT + ".processor..", "org.jspecify..")
                .check(MAIN);
    }

    @Test
    void shouldHaveNoCycles() {
        ArchitectureRules.freeOfCycles(ROOT).check(MAIN);
    }

    @Test
    void shouldSubscribeNowhere() {
        ArchitectureRules.subscribesNowhere().check(MAIN);
    }

    @Test
    void shouldKeepNothingOfAThread() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocal.class)
                .check(MAIN);
    }
}
