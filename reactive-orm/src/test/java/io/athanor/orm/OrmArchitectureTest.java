package io.athanor.orm;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.athanor.testing.ArchitectureRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrmArchitectureTest {
    private static final List<String> ORDER = List.of("mapping", "state", "flush", "load", "");

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.athanor.orm");

    @Test
    void shouldKeepTheOrderOfThePackages() {
        ArchitectureRules.layers("io.athanor.orm", ORDER).check(MAIN);
    }

    @Test
    void shouldHaveNoCycles() {
        ArchitectureRules.freeOfCycles("io.athanor.orm").check(MAIN);
    }

    @Test
    void shouldSubscribeNowhere() {
        ArchitectureRules.subscribesNowhere().check(MAIN);
    }

    @Test
    void shouldProcessAnnotationsWithTheJdkAlone() {
        classes()
                .that()
                .resideInAPackage("io.athanor.orm.processor")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.athanor.orm.processor", "java..", "javax..", "org.jspecify.annotations")
                .check(MAIN);
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
