package io.athanor.r2dbc.sqlite;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;

/** What the driver is made of. The same rules fail on the tests, which block and know what they test. */
final class ArchitectureTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.athanor.r2dbc.sqlite");
    private static final JavaClasses TESTS =
            new ClassFileImporter().importClasses(Sql.class, StepCounter.class, ResultTest.class);

    private static final Set<String> LEAVING_THE_REACTIVE_WORLD =
            Set.of("block", "blockOptional", "blockFirst", "blockLast", "toFuture", "toStream", "toIterable");

    private static final ArchRule STANDS_ALONE = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "", // Primitive types.
                    "java..",
                    "io.athanor.r2dbc.sqlite",
                    "io.r2dbc.spi",
                    "org.jspecify.annotations",
                    "org.reactivestreams",
                    "org.sqlite..",
                    "reactor.blockhound..",
                    "reactor.core..");

    private static final ArchRule SUBSCRIBES_NOWHERE = noClasses()
            .should()
            .callMethodWhere(
                    DescribedPredicate.describe("blocks or subscribes", ArchitectureTest::isHiddenSubscription));

    private static final ArchRule ONE_LAYER_KNOWS_SQLITE_JDBC = noClasses()
            .that(not(belongToAnyOf(
                    Database.class,
                    PreparedSql.class,
                    StatementCache.class,
                    Interruption.class,
                    LockWait.class,
                    StopCheck.class,
                    Failures.class,
                    SqlStates.class,
                    SqliteConnectionMetadata.class)))
            .should()
            .dependOnClassesThat(resideInAPackage("org.sqlite.."));

    private static final ArchRule TEXT_AND_VALUES_KNOW_NO_DATABASE = noClasses()
            .that(belongToAnyOf(
                    SqlScript.class, ResultTest.class, Encoders.class, Decoders.class, Bindings.class, SqliteUrl.class))
            .should()
            .transitivelyDependOnClassesThat(belongToAnyOf(Database.class, Worker.class));

    private static boolean isHiddenSubscription(JavaMethodCall call) {
        MethodCallTarget target = call.getTarget();
        boolean passesSubscriberOn =
                target.getRawParameterTypes().stream().anyMatch(type -> type.isAssignableTo(Subscriber.class));
        return isPublisher(target.getOwner())
                && (LEAVING_THE_REACTIVE_WORLD.contains(target.getName())
                        || (target.getName().equals("subscribe") && !passesSubscriberOn));
    }

    private static boolean isPublisher(JavaClass type) {
        return type.isAssignableTo(Publisher.class);
    }

    @Test
    void shouldDependOnNothingElseOfAthanors() {
        STANDS_ALONE.check(MAIN);
    }

    @Test
    void shouldSubscribeNowhere() {
        SUBSCRIBES_NOWHERE.check(MAIN);
    }

    @Test
    void shouldKeepSqliteJdbcInOneLayer() {
        ONE_LAYER_KNOWS_SQLITE_JDBC.check(MAIN);
    }

    @Test
    void shouldKeepTheDatabaseOutOfTextAndValues() {
        TEXT_AND_VALUES_KNOW_NO_DATABASE.check(MAIN);
    }

    @Test
    void shouldBeAbleToFail() {
        for (ArchRule rule : new ArchRule[] {
            STANDS_ALONE, SUBSCRIBES_NOWHERE, ONE_LAYER_KNOWS_SQLITE_JDBC, TEXT_AND_VALUES_KNOW_NO_DATABASE
        }) {
            assertThat(rule.evaluate(TESTS).hasViolation())
                    .as(rule.getDescription())
                    .isTrue();
        }
    }
}
