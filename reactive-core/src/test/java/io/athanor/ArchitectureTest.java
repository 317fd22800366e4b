package io.athanor;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.athanor.testing.ArchitectureRules;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {
    private static final List<String> ORDER = List.of(
            "", "types", "sql", "schema", "dialect", "compile", "pool", "order", "engine", "driver..", "reflect");
    private static final String VIOLATION = "io.athanor.testing.violation";
    private static final String SUBSCRIBING = VIOLATION + ".pool.Subscribing$";

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.athanor");
    private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(VIOLATION);

    @Test
    void shouldKeepTheOrderOfThePackages() {
        layers("io.athanor").check(MAIN);
    }

    @Test
    void shouldReportALayerThatUsesALaterOne() {
        assertThat(violations(layers(VIOLATION), VIOLATIONS))
                .isNotEmpty()
                .allMatch(violation -> violation.contains("UsesEngine"));
    }

    @Test
    void shouldKeepSqlOutOfThePool() {
        poolKnowsNoSql("io.athanor").check(MAIN);
    }

    @Test
    void shouldReportAPoolThatKnowsSql() {
        assertThat(violations(poolKnowsNoSql(VIOLATION), VIOLATIONS))
                .isNotEmpty()
                .allMatch(violation -> violation.contains("PoolThatKnowsSql"));
    }

    @Test
    void shouldHaveNoCycles() {
        ArchitectureRules.freeOfCycles("io.athanor").check(MAIN);
    }

    @Test
    void shouldReportACycle() {
        assertThat(violations(ArchitectureRules.freeOfCycles(VIOLATION), VIOLATIONS))
                .hasSize(1);
    }

    @Test
    void shouldSubscribeNowhere() {
        ArchitectureRules.subscribesNowhere().check(MAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Block", "BlockLast", "Future", "Streaming", "Iteration", "FireAndForget", "Lambda"})
    void shouldReportAHiddenSubscription(String culprit) {
        assertThat(violations(ArchitectureRules.subscribesNowhere(), only(culprit)))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AllowedToAnOperator", "AllowedToAPublisher"})
    void shouldLetAnOperatorPassItsSubscriberOn(String allowed) {
        assertThat(violations(ArchitectureRules.subscribesNowhere(), only(allowed)))
                .isEmpty();
    }

    private static ArchRule layers(String root) {
        return ArchitectureRules.layers(root, ORDER);
    }

    private static ArchRule poolKnowsNoSql(String root) {
        return ArchitectureRules.mayNotUse(
                root + ".pool",
                root + ".types..",
                root + ".sql..",
                root + ".schema..",
                root + ".dialect..",
                root + ".compile..");
    }

    private static JavaClasses only(String fixture) {
        return VIOLATIONS.that(
                DescribedPredicate.describe(fixture, type -> type.getName().equals(SUBSCRIBING + fixture)));
    }

    private static List<String> violations(ArchRule rule, JavaClasses classes) {
        return rule.evaluate(classes).getFailureReport().getDetails();
    }
}
