package io.athanor.schema;

import static io.athanor.sql.ColumnOption.check;
import static io.athanor.sql.ColumnOption.comment;
import static io.athanor.sql.ColumnOption.computed;
import static io.athanor.sql.ColumnOption.identity;
import static io.athanor.sql.ColumnOption.notNull;
import static io.athanor.sql.ColumnOption.primaryKey;
import static io.athanor.sql.ColumnOption.references;
import static io.athanor.sql.ColumnOption.serverDefault;
import static io.athanor.sql.ColumnOption.unique;
import static io.athanor.sql.Constraint.checkThat;
import static io.athanor.sql.Constraint.uniqueOver;
import static io.athanor.sql.Sql.column;
import static io.athanor.sql.Sql.select;
import static io.athanor.types.Types.BIGINT;
import static io.athanor.types.Types.INTEGER;
import static io.athanor.types.Types.TEXT;
import static io.athanor.types.Types.enumNative;
import static io.athanor.types.Types.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.athanor.compile.Ddl;
import io.athanor.dialect.Feature;
import io.athanor.sql.Column;
import io.athanor.sql.DynamicTable;
import io.athanor.sql.ForeignKey.Action;
import io.athanor.sql.Index;
import io.athanor.sql.NumberColumn;
import io.athanor.sql.Sequence;
import io.athanor.sql.Table;
import io.athanor.sql.TableName;
import io.athanor.sql.TextColumn;
import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every database does with what {@link MetaData} makes. */
interface SchemaCompliance extends SchemaDatabase {
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

    record AuthorRow(Long id, Integer born, @Nullable Integer age, Mood mood) {}

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
            assertThat(runner().rows(select(author.favourite).from(author)))
                    .hasSize(1)
                    .containsOnlyNulls();
        });
    }

    @Test
    default void shouldKeepComments() {
        within(LIBRARY, () -> assertThat(comments("author"))
                .containsExactly("who writes", "as on the cover; it's \"public\""));
    }

    @Test
    default void shouldCreateWhatIsMissingAndDropWhatIsThere() {
        if (!dialect().supports(Feature.ALTER_CONSTRAINTS)) {
            within(LIBRARY, () -> {});
            return;
        }
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

        if (dialect().supports(Feature.COMMENTS)) {
            assertThat(comments("lone")).containsExactly("by itself");
        }
        run(metaData.drop(lone));
    }

    @Test
    default void shouldDropAnIndexByItsName() {
        DynamicTable table = Table.define(TableName.of("other", "t"), t -> t.column("a", INTEGER)
                .index(Index.on(t.table().column("a"))));
        MetaData metaData = MetaData.of(table);
        if (!createSchemas(metaData)) {
            return;
        }
        within(metaData, () -> {
            CreateIndex index = (CreateIndex) metaData.createAll().get(1);

            run(List.of(new DropIndex(index.table(), index.name())));

            run(List.of(index));
        });
        runner().run("drop schema \"other\"");
    }
}
