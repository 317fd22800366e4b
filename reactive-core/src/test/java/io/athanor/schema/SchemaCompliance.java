package io.athanor.schema;

import static io.athanor.sql.ColumnOption.check;
import static io.athanor.sql.ColumnOption.comment;
import static io.athanor.sql.ColumnOption.computed;
import static io.athanor.sql.ColumnOption.defaultValue;
import static io.athanor.sql.ColumnOption.identity;
import static io.athanor.sql.ColumnOption.identityAlways;
import static io.athanor.sql.ColumnOption.notNull;
import static io.athanor.sql.ColumnOption.primaryKey;
import static io.athanor.sql.ColumnOption.references;
import static io.athanor.sql.ColumnOption.serverDefault;
import static io.athanor.sql.ColumnOption.unique;
import static io.athanor.sql.Constraint.checkThat;
import static io.athanor.sql.Constraint.foreignKey;
import static io.athanor.sql.Constraint.primaryKeyOf;
import static io.athanor.sql.Constraint.uniqueOver;
import static io.athanor.sql.Sql.column;
import static io.athanor.sql.Sql.insertInto;
import static io.athanor.sql.Sql.select;
import static io.athanor.sql.Sql.sql;
import static io.athanor.types.Types.BIGINT;
import static io.athanor.types.Types.BINARY;
import static io.athanor.types.Types.BOOLEAN;
import static io.athanor.types.Types.DATE;
import static io.athanor.types.Types.DOUBLE;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.TEXT;
import static io.athanor.types.Types.TIME;
import static io.athanor.types.Types.TIMESTAMP;
import static io.athanor.types.Types.TIMESTAMP_WITH_TIME_ZONE;
import static io.athanor.types.Types.array;
import static io.athanor.types.Types.decimal;
import static io.athanor.types.Types.enumNative;
import static io.athanor.types.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.compile.Ddl;
import io.athanor.dialect.Dialect;
import io.athanor.sql.Assignment;
import io.athanor.sql.Column;
import io.athanor.sql.Definition;
import io.athanor.sql.DynamicTable;
import io.athanor.sql.ForeignKey.Action;
import io.athanor.sql.Index;
import io.athanor.sql.NumberColumn;
import io.athanor.sql.Sequence;
import io.athanor.sql.Table;
import io.athanor.sql.TableName;
import io.athanor.sql.TextColumn;
import io.athanor.sql.TypedTable;
import io.athanor.testing.StatementRunner;
import io.athanor.types.SqlType;
import io.athanor.types.Types;
import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import io.r2dbc.spi.R2dbcException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every database does with what {@link MetaData} makes. Each test leaves the database empty. */
interface SchemaCompliance {
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

    default void within(MetaData metaData, Runnable work) {
        run(metaData.createAll());
        try {
            work.run();
        } finally {
            run(metaData.dropAll());
        }
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

    final class Author extends Table {
        static final Author AUTHOR = new Author();

        final NumberColumn<Long> id = column("id", BIGINT, primaryKey(), identity(100, 10));
        final TextColumn name = column("name", TEXT, notNull(), unique(), comment("as on the cover; it's \"public\""));
        final NumberColumn<Integer> born =
                column("born", INTEGER, check(year -> year.between(0, 2100)), serverDefault(1900));
        final NumberColumn<Integer> died = column("died", INTEGER);
        final NumberColumn<Integer> age = column("age", INTEGER, computed(() -> this.died.minus(this.born)));
        final Column<Mood> mood = column("mood", enumNative("mood", Mood.class), serverDefault(Mood.HAPPY), notNull());
        final Column<Long> favourite =
                column("favourite", BIGINT, references(() -> Book.BOOK.id).onDelete(Action.SET_NULL));

        Author() {
            super("author");
            tableComment("who writes");
            constraint(checkThat(died.ge(born)).named("lives_forward"));
            index(Index.on(born.desc().nullsLast(), name.asc()));
        }
    }

    final class Book extends Table {
        static final Sequence NUMBERS =
                Sequence.named("book_numbers").startingWith(7).incrementedBy(7);
        static final Book BOOK = new Book();

        final NumberColumn<Long> id = column("id", BIGINT, primaryKey(), serverDefault(NUMBERS.nextValue()));
        final TextColumn title = column("title", varchar(200), notNull());
        final Column<Long> author =
                column("author_id", BIGINT, references(() -> Author.AUTHOR.id).onDelete(Action.CASCADE));
        final Column<Long> sequel = column("sequel_of", BIGINT, references(() -> this.id));

        Book() {
            super("book");
            constraint(uniqueOver(title, author));
            index(Index.on(sequel));
        }
    }

    MetaData LIBRARY = MetaData.of(Book.BOOK, Author.AUTHOR);

    @Test
    default void shouldCreateAndDropTablesThatReferToEachOther() {
        within(LIBRARY, () -> {
            insert(Author.AUTHOR, Author.AUTHOR.name.to("Ovid"));
            insert(Book.BOOK, Book.BOOK.title.to("Tristia"), Book.BOOK.author.to(100L));

            assertThat(runner().rows(select(Book.BOOK.id).from(Book.BOOK))).containsExactly(7L);
        });
    }

    @Test
    default void shouldNumberComputeAndDefault() {
        Author author = Author.AUTHOR;
        within(LIBRARY, () -> {
            insert(author, author.name.to("Ovid"), author.born.to(10), author.died.to(70));
            insert(author, author.name.to("Horace"));

            assertThat(runner().rows(select(author.id, author.born, author.age, author.mood)
                            .from(author)
                            .orderBy(author.id.asc())
                            .into(AuthorRow.class)))
                    .containsExactly(
                            new AuthorRow(100L, 10, 60, Mood.HAPPY), new AuthorRow(110L, 1900, null, Mood.HAPPY));
        });
    }

    record AuthorRow(Long id, Integer born, Integer age, Mood mood) {}

    @Test
    default void shouldEnforceConstraintsUnderTheirNames() {
        Author author = Author.AUTHOR;
        Book book = Book.BOOK;
        within(LIBRARY, () -> {
            insert(author, author.name.to("Ovid"));
            insert(book, book.title.to("Tristia"), book.author.to(100L));

            assertViolates("uq_author_name", author, author.name.to("Ovid"));
            assertViolates("ck_author_born", author, author.name.to("A"), author.born.to(-1));
            assertViolates("lives_forward", author, author.name.to("A"), author.died.to(3));
            assertViolates("pk_author", author, author.name.to("A"), author.id.to(100L));
            assertViolates("fk_author_favourite_book", author, author.name.to("A"), author.favourite.to(8L));
            assertViolates("uq_book_title_author_id", book, book.title.to("Tristia"), book.author.to(100L));
            assertViolates("fk_book_sequel_of_book", book, book.title.to("B"), book.sequel.to(8L));
            assertThatThrownBy(() -> insert(author, author.name.to((String) null)))
                    .isInstanceOf(R2dbcDataIntegrityViolationException.class);
        });
    }

    @Test
    default void shouldActOnDelete() {
        Author author = Author.AUTHOR;
        within(LIBRARY, () -> {
            insert(author, author.name.to("Ovid"));
            insert(Book.BOOK, Book.BOOK.title.to("Tristia"), Book.BOOK.author.to(100L));
            insert(author, author.name.to("Reader"), author.favourite.to(7L));

            runner().run("delete from \"author\" where \"name\" = 'Ovid'");

            assertThat(runner().rows(select(Book.BOOK.id).from(Book.BOOK))).isEmpty();
            assertThat(runner().rows(select(author.favourite).from(author))).containsExactly((Long) null);
        });
    }

    @Test
    default void shouldKeepComments() {
        within(LIBRARY, () -> assertThat(comments("author"))
                .containsExactly("who writes", "as on the cover; it's \"public\""));
    }

    @Test
    default void shouldCreateWhatIsMissingAndDropWhatIsThere() {
        run(LIBRARY.createAll(existing()));
        assertThat(Ddl.statements(LIBRARY.createAll(existing()), dialect())).isEmpty();
        runner().run("alter table \"book\" drop constraint \"fk_book_author_id_author\"");

        run(LIBRARY.dropAll(existing()));

        assertThat(Ddl.statements(LIBRARY.dropAll(existing()), dialect())).isEmpty();
    }

    @Test
    default void shouldAddATableToThoseThatExist() {
        DynamicTable first = Table.define("first", table -> table.column("id", BIGINT, primaryKey()));
        DynamicTable second = Table.define(
                "second", table -> table.column("id", BIGINT, primaryKey(), references(first.column("id", BIGINT))));
        run(MetaData.of(first).createAll(existing()));
        MetaData both = MetaData.of(second, first);

        run(both.createAll(existing()));

        run(both.dropAll(existing()));
    }

    @Test
    default void shouldCreateAndDropOneTable() {
        DynamicTable lone = Table.define("lone", table -> table.column("id", BIGINT, primaryKey())
                .column("name", TEXT)
                .comment("by itself")
                .index(Index.on(table.table().column("name"))));
        MetaData metaData = MetaData.of(lone);

        run(metaData.create(lone));

        assertThat(comments("lone")).containsExactly("by itself");
        run(metaData.drop(lone));
    }

    @Test
    default void shouldDropAnIndexByItsName() {
        DynamicTable table = Table.define(TableName.of("other", "t"), t -> t.column("a", INTEGER)
                .index(Index.on(t.table().column("a"))));
        MetaData metaData = MetaData.of(table);
        run(metaData.createSchemas());
        within(metaData, () -> {
            CreateIndex index = (CreateIndex) metaData.createAll().get(1);

            run(List.of(new DropIndex(index.table(), index.name())));

            run(List.of(index));
        });
        runner().run("drop schema \"other\"");
    }

    /** Reserved words, quotes of all kinds, ends of statements, comments, and what drivers take for parameters. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select",
                "Mixed Case",
                " lead and trail ",
                "it's",
                "say \"hi\"",
                "x\"; drop table t; --",
                "x'; drop table t; --",
                "/* comment */",
                "$1 $2",
                "$tag$",
                "?1 ?",
                ":name ::int",
                "back\\slash \\' \\\"",
                "tab\tline\nbreak",
                "{0} {table}",
                "%s ${x}",
                "ÄÖ日本😀"
            })
    default void shouldTakeAnyName(String hostile) {
        Sequence numbers = new Sequence(TableName.of(hostile, hostile + " s"), null, null);
        DynamicTable parent = Table.define(TableName.of(hostile, hostile), table -> table.column(
                        hostile, BIGINT, primaryKey(), serverDefault(numbers.nextValue()), comment(hostile))
                .column(hostile + "2", TEXT, serverDefault(hostile), notNull())
                .column(hostile + "3", enumNative(hostile + " e", Mood.class), serverDefault(Mood.SAD))
                .comment(hostile));
        DynamicTable child = Table.define(TableName.of(hostile, hostile + " child"), table -> {
            table.column(hostile, BIGINT, references(parent.column(hostile, BIGINT)))
                    .column(hostile + "2", TEXT, unique());
            TextColumn text = table.table().column(hostile + "2", TEXT);
            table.constraint(checkThat(text.ne(hostile))).index(Index.on(text));
        });
        MetaData metaData = MetaData.of(child, parent);
        run(metaData.createSchemas());
        within(metaData, () -> {
            assertThat(Ddl.statements(metaData.createAll(existing()), dialect()))
                    .isEmpty();
            runner().execute(insertInto(parent).defaultValues());

            assertThat(runner().rows(select(parent.column(hostile + "2", TEXT)).from(parent)))
                    .containsExactly(hostile);
            assertThat(comments(hostile)).containsExactly(hostile, hostile);
            assertThatThrownBy(() ->
                            insert(child, child.column(hostile + "2", TEXT).to(hostile)))
                    .isInstanceOf(R2dbcDataIntegrityViolationException.class);
        });
        run(metaData.createSchemas());
        runner().run("drop schema " + dialect().quote(hostile));
    }

    @Test
    default void shouldTakeValuesOfEveryTypeAsDefaults() {
        shouldDefaultTo(BOOLEAN, true);
        shouldDefaultTo(BIGINT, Long.MIN_VALUE);
        shouldDefaultTo(INTEGER, -1);
        shouldDefaultTo(decimal(20, 3), new BigDecimal("-12345678901234567.125"));
        shouldDefaultTo(Types.REAL, -1.5e-30f);
        shouldDefaultTo(DOUBLE, Double.MIN_VALUE);
        shouldDefaultTo(DOUBLE, Double.NEGATIVE_INFINITY);
        shouldDefaultTo(varchar(20), "it's \\ \"$1\" ?");
        shouldDefaultTo(TEXT, "");
        shouldDefaultTo(BINARY, new byte[] {0, 1, (byte) 0xff});
        shouldDefaultTo(Types.varbinary(9), new byte[] {});
        shouldDefaultTo(DATE, LocalDate.of(2024, 2, 29));
        shouldDefaultTo(TIME, LocalTime.of(23, 59, 59, 123_456_000));
        shouldDefaultTo(TIMESTAMP, LocalDateTime.of(1, 1, 1, 0, 0));
        shouldDefaultTo(TIMESTAMP_WITH_TIME_ZONE, Instant.parse("2024-06-30T23:59:59.999999Z"));
        shouldDefaultTo(Types.UUID, UUID.fromString("8d0cf1a2-54d5-4e0e-9d6b-0a4bd0c1b7aa"));
        shouldDefaultTo(enumNative("mood", Mood.class), Mood.SAD);
        shouldDefaultTo(Types.JSON, "{\"a\":[1,\"it's\"]}");
        shouldDefaultTo(array(INTEGER), List.of(1, -2));
        shouldDefaultTo(array(TEXT), List.of());
        shouldDefaultTo(array(varchar(9)), List.of("a'b", "c,d"));
    }

    private <T> void shouldDefaultTo(SqlType<T> type, T value) {
        DynamicTable table =
                Table.define("t", t -> t.column("id", INTEGER, primaryKey()).column("v", type, serverDefault(value)));
        within(MetaData.of(table), () -> {
            insert(table, table.column("id", INTEGER).to(1));

            assertThat(runner().rows(select(table.column("v", type)).from(table)))
                    .as(type.toString())
                    .usingRecursiveFieldByFieldElementComparator()
                    .containsExactly(value);
        });
    }

    @Test
    default void shouldKeyAndIndexTextAndBytesOfAnyLength() {
        DynamicTable table = Table.define("t", t -> {
            t.column("a", TEXT).column("b", BINARY, notNull()).column("c", TEXT);
            t.constraint(primaryKeyOf(t.table().column("a")))
                    .constraint(uniqueOver(t.table().column("b"), t.table().column("a")))
                    .index(Index.on(t.table().column("c")));
        });
        DynamicTable child = Table.define(
                "child",
                t -> t.column("a", TEXT, references(table.column("a", TEXT)).onUpdate(Action.CASCADE)));
        within(MetaData.of(table, child), () -> {
            byte[] bytes = {1, 2, 3};
            TextColumn a = table.column("a", TEXT);
            insert(
                    table,
                    a.to("x"),
                    table.column("b", BINARY).to(bytes),
                    table.column("c", TEXT).to("y"));
            insert(child, child.column("a", TEXT).to("x"));

            assertThat(runner().rows(select(a).from(table).where(a.eq("x")))).containsExactly("x");
            assertThat(runner().rows(select(table.column("b", BINARY)).from(table)))
                    .containsExactly(bytes);
            assertViolates("pk_t", table, a.to("x"), table.column("b", BINARY).to(new byte[0]));
        });
    }

    @Test
    default void shouldEnforceCompositeKeys() {
        DynamicTable line = Table.define("line", table -> {
            table.column("order_id", INTEGER).column("number", INTEGER);
            table.constraint(
                    primaryKeyOf(table.table().column("order_id"), table.table().column("number")));
        });
        DynamicTable note = Table.define("note", table -> {
            table.column("o", INTEGER).column("n", BIGINT);
            table.constraint(foreignKey(table.table().column("n"), table.table().column("o"))
                    .references(line.column("number"), line.column("order_id"))
                    .onDelete(Action.CASCADE));
        });
        within(MetaData.of(note, line), () -> {
            insert(
                    line,
                    line.column("order_id", INTEGER).to(1),
                    line.column("number", INTEGER).to(2));
            insert(
                    note,
                    note.column("o", INTEGER).to(1),
                    note.column("n", BIGINT).to(2L));

            assertViolates(
                    "fk_note_n_o_line",
                    note,
                    note.column("o", INTEGER).to(2),
                    note.column("n", BIGINT).to(1L));
        });
    }

    @Test
    default void shouldRefuseAValueForWhatIsAlwaysNumbered() {
        DynamicTable table = Table.define(
                "t", t -> t.column("id", BIGINT, primaryKey(), identityAlways()).column("a", INTEGER));
        within(MetaData.of(table), () -> {
            assertThatThrownBy(() -> runner().run("insert into \"t\" (\"id\") values (1)"))
                    .isInstanceOf(R2dbcException.class);
            insert(table, table.column("a", INTEGER).to(5));

            assertThat(runner().rows(select(table.column("id", BIGINT)).from(table)))
                    .containsExactly(1L);
        });
    }

    @Test
    default void shouldShortenNamesThatAreTooLong() {
        String longest = "t".repeat(dialect().maxIdentifierLength());
        DynamicTable table = Table.define(longest, t -> t.column("a", INTEGER, unique(), check(a -> a.gt(0)))
                .column("b", INTEGER, unique()));
        MetaData metaData = MetaData.of(table);
        within(metaData, () -> {
            insert(
                    table,
                    table.column("a", INTEGER).to(1),
                    table.column("b", INTEGER).to(1));
            ConstraintIndex index = metaData.constraints(dialect().maxIdentifierLength());

            assertThat(names(longest)).hasSize(3).allSatisfy(name -> assertThat(index.find(name))
                    .isNotNull()
                    .satisfies(found -> assertThat(found.table().name()).isEqualTo(longest)));
        });
    }

    /** The names of a table's constraints, as the catalog has them. */
    private Collection<String> names(String table) {
        return runner().rows(sql("select constraint_name from information_schema.table_constraints"
                        + " where table_name = :table and constraint_name not like '%not_null'")
                .bind("table", varchar(300), table)
                .rows(column("constraint_name", varchar(300))));
    }

    @Test
    default void shouldBindDefaultsThatTheDatabaseDoesNotKnow() {
        Sequence numbers = Sequence.named("numbers");
        DynamicTable table = Table.define("t", t -> t.column("id", BIGINT, defaultValue(numbers.nextValue()))
                .column("a", INTEGER, defaultValue(5)));
        within(MetaData.of(table), () -> {
            insert(table, table.column("a", INTEGER).to(6));
            runner().execute(insertInto(table).defaultValues());

            assertThat(runner().rows(select(table.column("a", INTEGER))
                            .from(table)
                            .orderBy(table.column("id").asc())))
                    .containsExactly(6, 5);
        });
    }
}
