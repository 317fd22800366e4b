package io.athanor.schema;

import static io.athanor.sql.Sql.insertInto;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.UnsupportedByDialectException;
import io.athanor.compile.Ddl;
import io.athanor.dialect.Dialect;
import io.athanor.dialect.Feature;
import io.athanor.sql.Assignment;
import io.athanor.sql.Definition;
import io.athanor.sql.TypedTable;
import io.athanor.testing.StatementRunner;
import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A database, and what its tests do with it. Each test leaves it empty. */
interface SchemaDatabase {
    Dialect dialect();

    StatementRunner runner();

    /** The comments of a table and of its columns, in order, as the catalog has them. */
    List<String> comments(String table);

    default void run(List<Definition> definitions) {
        Ddl.statements(definitions, dialect()).forEach(runner()::run);
    }

    default SchemaObjects existing() {
        return SchemaObjects.of(runner().rows(dialect().schemaObjects()));
    }

    @AfterEach
    default void shouldLeaveNothingBehind() {
        assertThat(runner().rows(dialect().schemaObjects())).isEmpty();
    }

    /** Runs with all of {@code metaData} there; where the database has no sequences, those are refused. */
    default void within(MetaData metaData, Runnable work) {
        if (!metaData.sequences().isEmpty() && !dialect().supports(Feature.SEQUENCES)) {
            assertRefused(
                    metaData,
                    Feature.SEQUENCES,
                    metaData.sequences().get(0).name().name());
            return;
        }
        run(metaData.createAll());
        try {
            work.run();
        } finally {
            run(metaData.dropAll());
        }
    }

    /** Creates the schemas; where the database has none, they are refused. */
    default boolean createSchemas(MetaData metaData) {
        if (dialect().supports(Feature.SCHEMAS)) {
            run(metaData.createSchemas());
            return true;
        }
        assertThatThrownBy(() -> Ddl.statements(metaData.createSchemas(), dialect()))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining(Feature.SCHEMAS.words());
        return false;
    }

    default void insert(TypedTable<?> table, Assignment... values) {
        runner().execute(insertInto(table).values(values));
    }

    default void assertViolates(String name, TypedTable<?> table, Assignment... values) {
        assertThatThrownBy(() -> insert(table, values))
                .isInstanceOf(R2dbcDataIntegrityViolationException.class)
                .hasMessageContaining(name);
    }

    enum Mood {
        HAPPY,
        SAD
    }

    default void assertRefused(MetaData metaData, Feature feature, String culprit) {
        assertThatThrownBy(() -> Ddl.statements(metaData.createAll(), dialect()))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining(dialect().name())
                .hasMessageContaining(feature.words())
                .hasMessageContaining(culprit);
    }
}
