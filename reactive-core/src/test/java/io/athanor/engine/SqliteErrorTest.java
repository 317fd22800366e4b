package io.athanor.engine;

import static io.athanor.engine.Library.AUTHORS;
import static io.athanor.engine.Library.book;
import static io.athanor.sql.Sql.deleteFrom;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.sql;
import static io.athanor.types.Types.INTEGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.athanor.DataException;
import io.athanor.ForeignKeyViolationException;
import io.athanor.sql.Sql;
import io.athanor.testing.TestDatabase;
import org.junit.jupiter.api.Test;

final class SqliteErrorTest extends ErrorCompliance {
    private static final TestDatabase DATABASE = TestDatabase.sqlite();

    SqliteErrorTest() {
        super(DATABASE);
    }

    /** SQLite does not say which foreign key it was. */
    @Override
    @Test
    void shouldNameAForeignKeyThatPointsNowhere() {
        assertThat(failure(ForeignKeyViolationException.class, engine.execute(book(1, 77))))
                .satisfies(violation -> assertThat(violation.constraint()).isNull());
    }

    /** SQLite does not say which foreign key it was. */
    @Override
    @Test
    void shouldNameAForeignKeyThatStillPointsHere() {
        run(engine.execute(book(1, 1)));

        assertThat(failure(ForeignKeyViolationException.class, engine.execute(deleteFrom(AUTHORS))))
                .satisfies(violation -> assertThat(violation.constraint()).isNull());
    }

    /** The error is made of a number that is out of range, as SQLite has none for this. */
    @Override
    @Test
    void shouldSayThatSomethingIsDividedByZero() {
        assertThat(failure(DataException.class, engine.stream(select(AUTHORS.age.dividedBy(0)))))
                .hasMessageContaining("out of the range");
    }

    /** SQLite converts anything; what is no JSON it refuses. */
    @Override
    @Test
    void shouldNotQuoteWhatCannotBeConverted() {
        failure(
                DataException.class,
                engine.one(sql("select json(\"name\") from \"authors\"").rows(Sql.column("n", INTEGER))));
    }
}
