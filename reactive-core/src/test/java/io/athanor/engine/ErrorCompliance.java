package io.athanor.engine;

import static io.athanor.engine.Library.AUTHORS;
import static io.athanor.engine.Library.BOOKS;
import static io.athanor.engine.Library.age;
import static io.athanor.engine.Library.author;
import static io.athanor.engine.Library.book;
import static io.athanor.sql.Sql.deleteFrom;
import static io.athanor.sql.Sql.insertInto;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.sql;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.athanor.BadStatementException;
import io.athanor.CheckViolationException;
import io.athanor.ConstraintViolationException;
import io.athanor.DataException;
import io.athanor.DatabaseException;
import io.athanor.ForeignKeyViolationException;
import io.athanor.LockTimeoutException;
import io.athanor.NotNullViolationException;
import io.athanor.StatementCancelledException;
import io.athanor.UniqueViolationException;
import io.athanor.sql.Sql;
import io.athanor.testing.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;

/** What goes wrong is the same class on every database, says what the model knows, and holds no value. */
abstract class ErrorCompliance extends LibraryCase {
    private static final String SECRET = "s3cret";
    private static final int NUMBER = -987654;
    private static final int LARGE = Integer.MAX_VALUE;

    ErrorCompliance(TestDatabase database) {
        super(database);
    }

    @BeforeEach
    void fill() {
        run(engine.execute(author(1, SECRET, 1)));
    }

    @Test
    void shouldNameAUniqueConstraint() {
        assertViolation(
                UniqueViolationException.class,
                engine.execute(author(2, SECRET, 2)),
                "uq_authors_name",
                "authors",
                "name");
    }

    @Test
    void shouldNameAPrimaryKey() {
        assertViolation(
                UniqueViolationException.class, engine.execute(author(1, "x", 2)), "pk_authors", "authors", "id");
    }

    @Test
    void shouldNameAForeignKeyThatPointsNowhere() {
        assertViolation(
                ForeignKeyViolationException.class,
                engine.execute(book(1, NUMBER)),
                "fk_books_author_authors",
                "books",
                "author");
    }

    @Test
    void shouldNameAForeignKeyThatStillPointsHere() {
        run(engine.execute(book(1, 1)));

        assertViolation(
                ForeignKeyViolationException.class,
                engine.execute(deleteFrom(AUTHORS)),
                "fk_books_author_authors",
                "books",
                "author");
    }

    @Test
    void shouldNameAColumnThatMustHaveAValue() {
        Publisher<?> insert = engine.execute(insertInto(BOOKS).values(BOOKS.id.to(1L), BOOKS.title.to(SECRET)));

        assertViolation(NotNullViolationException.class, insert, null, "books", "author");
    }

    @Test
    void shouldNameACheck() {
        assertViolation(
                CheckViolationException.class,
                engine.execute(author(2, "x", NUMBER)),
                "ck_authors_age",
                "authors",
                "age");
    }

    @Test
    void shouldSayThatATextIsTooLong() {
        assertThat(failure(DataException.class, engine.execute(author(2, SECRET.repeat(9), 1))))
                .hasMessageContaining("too long");
    }

    @Test
    void shouldSayThatANumberIsOutOfRange() {
        failure(
                DataException.class,
                engine.stream(select(AUTHORS.age.times(LARGE).times(LARGE))));
    }

    @Test
    void shouldSayThatSomethingIsDividedByZero() {
        assertThat(failure(DataException.class, engine.stream(select(AUTHORS.age.dividedBy(0)))))
                .hasMessageContaining("zero");
    }

    @Test
    void shouldNotQuoteWhatCannotBeConverted() {
        failure(
                DataException.class,
                engine.one(
                        sql("select cast(\"name\" as integer) from \"authors\"").rows(Sql.column("n", INTEGER))));
        failure(
                DataException.class,
                engine.one(sql(isPostgres()
                                ? "select to_date(\"name\", 'YYYY') from \"authors\""
                                : "select hextoraw(\"name\") from \"authors\"")
                        .rows(Sql.column("n", INTEGER))));
    }

    @Test
    void shouldSayWhatIsNotUnderstood() {
        Publisher<?> query = engine.one(sql("select nothing from \"authors\" where \"name\" = :name")
                .bind("name", varchar(20), SECRET)
                .rows(Sql.column("nothing", INTEGER)));

        assertThat(failure(BadStatementException.class, query)).hasMessageMatching("(?is).*nothing.*");
    }

    @Test
    void shouldSayThatALockWasNotToBeHad() {
        TransactionOptions impatient = TransactionOptions.defaults().lockTimeout(Duration.ofMillis(50));

        Publisher<?> blocked = engine.transaction(holder ->
                holder.execute(age(1, 2)).then(engine.transaction(impatient, other -> other.execute(age(1, 3)))));

        assertThat(failure(LockTimeoutException.class, blocked).isTransient()).isTrue();
    }

    @Test
    void shouldSayThatAStatementTookTooLong() {
        TransactionOptions impatient = TransactionOptions.defaults().statementTimeout(Duration.ofMillis(50));

        failure(StatementCancelledException.class, engine.transaction(impatient, tx -> tx.one(endless())));
    }

    private <E extends ConstraintViolationException> void assertViolation(
            Class<E> type, Publisher<?> work, @Nullable String constraint, String table, String... columns) {
        E violation = failure(type, work);
        assertThat(violation.constraint()).isEqualTo(constraint);
        assertThat(violation.table()).isEqualTo(table);
        assertThat(violation.columns()).containsExactly(columns);
        assertThat(violation).hasMessageContaining(table);
    }

    final <E extends DatabaseException> E failure(Class<E> type, Publisher<?> work) {
        Throwable thrown = catchThrowable(() -> run(work));
        assertThat(thrown).isInstanceOf(type);
        StringWriter everything = new StringWriter();
        thrown.printStackTrace(new PrintWriter(everything));
        assertThat(everything.toString()).doesNotContain(SECRET, String.valueOf(NUMBER));
        return type.cast(thrown);
    }
}
